"""检查: what a careful reviewer sees, as rules. One family a file; `engine` runs them, `view` is what they look at."""
