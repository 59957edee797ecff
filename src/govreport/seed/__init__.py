"""起草: next year's draft from last year's report.

`years` rolls years, `blanks` empties figures, `stubs` makes of plans and problems what the draft must answer,
`drafting` puts the draft together.
"""

from .drafting import seed

__all__ = ["seed"]
