"""Words and what they are: figures, dates, bodies and cited names marked inside the text (inline elements)."""

from __future__ import annotations

import re

from attrs import frozen

from ...model.facts import Citation, Metric
from ...model.source import Span
from ..fact_marks import FactMark, FactMarks
from .markup import Attributes, element, words
from .references import References

OFFICE = re.compile("(.{0,60}?[长理任席记员人])([ \u3000\u00a0]+)(.{1,20})")
"""Office and name of a speaker: 县长 王某."""


@frozen
class Inline:
    """Marks up the texts of one report and notes what they refer to."""

    marks: FactMarks
    references: References
    issuer: str = ""

    def __call__(self, text: str, span: Span | None = None) -> str:
        """The markup of a heading or paragraph that stands at `span` of the source."""
        return self._marked(text, self.marks.of(text, span))

    def name(self, text: str) -> str:
        """The markup of a title or signature: the issuer is marked in it."""
        start = text.find(self.issuer) if self.issuer else -1
        if start < 0:
            return self(text)
        end = start + len(self.issuer)
        return self(text[:start]) + self.organization(self.issuer) + self(text[end:])

    def organization(self, name: str) -> str:
        """The name of a body."""
        return element("organization", words(name), {"refersTo": self.references.to("TLCOrganization", name)})

    def person(self, text: str) -> str:
        """报告人: his office, if he has one, and his name."""
        found = OFFICE.fullmatch(text)
        if found is None:
            return element("person", words(text), {"refersTo": self.references.to("TLCPerson", text)})
        office, gap, name = found.groups()
        role, person = self.references.to("TLCRole", office), self.references.to("TLCPerson", name)
        marked = element("person", words(name), {"refersTo": person, "as": role})
        return f"{element('role', words(office), {'refersTo': role})}{words(gap)}{marked}"

    def _marked(self, text: str, found: list[FactMark]) -> str:
        parts, at = [], 0
        for mark in found:
            tag, attributes = self._element(mark)
            if tag:
                inner = words(text[mark.start : mark.end])
                parts += [words(text[at : mark.start]), element(tag, inner, attributes)]
                at = mark.end
        return "".join(parts) + words(text[at:])

    def _element(self, mark: FactMark) -> tuple[str, Attributes]:
        """Tag and attributes of a mark; "" for a date without a day, which the schema doesn't take."""
        fact = mark.fact
        if isinstance(fact, Metric):
            return "quantity", self._quantity(fact)
        if isinstance(fact, Citation):
            return "ref", {"href": self.references.to_citation(fact)}
        if mark.kind == "actor":
            return "organization", {"refersTo": self.references.to("TLCOrganization", fact)}
        return ("date" if len(fact) == 10 else ""), {"date": fact}

    def _quantity(self, metric: Metric) -> Attributes:
        """A figure: what it counts, its value without 万 or 亿, its unit; the rest only where it is not the usual."""
        return {
            "refersTo": self.references.to("TLCConcept", metric.name or metric.unit or "数量"),
            "normalized": f"{metric.value:f}",
            "g:upper": f"{metric.upper:f}" if metric.upper is not None else None,
            "g:unit": metric.unit,
            "g:bound": metric.bound if metric.bound != "exact" else None,
            "g:kind": metric.kind if metric.kind != "level" else None,
            "g:direction": metric.direction,
            "g:year": str(metric.year) if metric.year is not None else None,
            "g:target": "true" if metric.is_target else None,
        }
