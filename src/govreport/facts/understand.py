"""All layers, in their order: kind, years, roles, then metrics, plans, problems, citations, statutory tables."""

from __future__ import annotations

from attrs import evolve

from ..kinds import Kind
from ..language.placeholders import OPENING
from ..model.passages import passages
from ..model.report import Report
from .citations import citations_of
from .kind import kind_of
from .metrics import metrics_of
from .plans import plans_of
from .problems import problems_of
from .roles import with_roles
from .tables import cells_of
from .years import years_of


def understand(report: Report, kind: Kind | None = None) -> Report:
    """The report with all its facts; the tree stays as it is but for the roles of the top sections.

    `kind` reads it as one of that kind, whatever its title says. What a draft leaves open (【待填】) is no fact.
    """
    kind = kind or kind_of(report)
    year, plan_year = years_of(report, kind)
    report = with_roles(evolve(report, kind=kind.id, year=year, plan_year=plan_year), kind)
    said = list(passages(report))
    report = evolve(report, metrics=tuple(metrics_of(report, said)))
    return evolve(
        report,
        plans=tuple(plan for plan in plans_of(report) if OPENING not in plan.text),
        problems=tuple(problem for problem in problems_of(said) if OPENING not in problem.text),
        citations=tuple(citations_of(report, said)),
        cells=tuple(cells_of(report)) if kind.id == "disclosure" else (),
    )
