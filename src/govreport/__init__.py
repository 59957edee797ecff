"""govreport: Chinese government work reports (政府工作报告、法治政府建设报告、公报、总结 …) as typed trees.

    import govreport

    report = govreport.read("报告.docx")
    report.at("一/（三）").heading
    govreport.write(report, "报告.json")

All names load on first use, so importing the package costs next to nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

TYPE_CHECKING = False  # typing costs more to import than all the rest; type checkers know the name
if TYPE_CHECKING:
    from typing import Any

    from .api import dumps, find_metrics, parse, read, write
    from .compare import diff, trace
    from .errors import (
        AddressError,
        BudgetError,
        ConfigError,
        DecodingError,
        FormatError,
        GovReportError,
        MissingExtraError,
        OptionError,
        SeedError,
        SourceError,
        UnknownFormatError,
        UnknownRuleError,
    )
    from .model import (
        Address,
        Block,
        Cell,
        Citation,
        Closing,
        DocumentNumber,
        Edit,
        Finding,
        Hint,
        Metric,
        Metrics,
        Note,
        Number,
        NumberStyle,
        Paragraph,
        Place,
        Plan,
        Position,
        Problem,
        Report,
        Section,
        Source,
        Span,
        Table,
        Tile,
    )
    from .review import check, fix
    from .seed import seed
    from .view import view

__version__ = "0.1.0"

__all__ = [
    "Address",
    "AddressError",
    "Block",
    "BudgetError",
    "Cell",
    "Citation",
    "Closing",
    "ConfigError",
    "DecodingError",
    "DocumentNumber",
    "Edit",
    "Finding",
    "FormatError",
    "GovReportError",
    "Hint",
    "Metric",
    "Metrics",
    "MissingExtraError",
    "Note",
    "Number",
    "NumberStyle",
    "OptionError",
    "Paragraph",
    "Place",
    "Plan",
    "Position",
    "Problem",
    "Report",
    "Section",
    "SeedError",
    "Source",
    "SourceError",
    "Span",
    "Table",
    "Tile",
    "UnknownFormatError",
    "UnknownRuleError",
    "__version__",
    "check",
    "diff",
    "dumps",
    "find_metrics",
    "fix",
    "parse",
    "read",
    "seed",
    "trace",
    "view",
    "write",
]

_VERBS = {
    "check": "review",
    "diff": "compare",
    "dumps": "api",
    "find_metrics": "api",
    "fix": "review",
    "parse": "api",
    "read": "api",
    "seed": "seed",
    "trace": "compare",
    "view": "view",
    "write": "api",
}
"""The verbs and the modules they live in."""


def __getattr__(name: str) -> Any:
    """A public name, imported from its module on first use (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module 'govreport' has no attribute {name!r}")
    home = _VERBS.get(name) or ("errors" if name.endswith("Error") else "model")
    value = getattr(import_module(f".{home}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


class _Package(ModuleType):
    """The class of this module: a verb stays a verb.

    Importing a subpackage binds its name here, and `parse` names a verb as well as a subpackage. The verb wins;
    ``from govreport.parse import …`` finds the subpackage all the same.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _VERBS and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
