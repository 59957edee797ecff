"""比较: two reports side by side. `align` finds which section is which, `diff` says what changed, `trace` what became
of last year's plans."""

from .align import Alignment, Pair, align
from .changes import Change, Diff, FieldChange, MetricChange
from .difference import diff
from .traces import Answer, Trace, Traced
from .tracing import trace

__all__ = [
    "Alignment",
    "Answer",
    "Change",
    "Diff",
    "FieldChange",
    "MetricChange",
    "Pair",
    "Trace",
    "Traced",
    "align",
    "diff",
    "trace",
]
