"""All layers, in their order: kind, years, roles, then what the sections say."""

from __future__ import annotations

from attrs import evolve

from ..model.report import Report
from .kind import kind_of
from .roles import with_roles
from .years import years_of


def understand(report: Report) -> Report:
    """The report with all its facts; the tree stays as it is but for the roles of the top sections."""
    kind = kind_of(report)
    year, plan_year = years_of(report, kind)
    return with_roles(evolve(report, kind=kind.id, year=year, plan_year=plan_year), kind)
