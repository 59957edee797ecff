"""GR3xx, numbers (数字关系): sums, growth, figures that contradict each other."""
