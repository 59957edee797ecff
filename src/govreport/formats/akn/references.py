"""References (meta/references): what the text speaks of, once each, to be pointed to by refersTo and href."""

from __future__ import annotations

from attrs import define, field

from ...model.facts import Citation
from .identifiers import label
from .markup import Writer

CLASSES = {
    "TLCOrganization": "organization/cn",
    "TLCPerson": "person/cn",
    "TLCRole": "role/govreport",
    "TLCConcept": "concept/govreport",
    "TLCReference": "reference/govreport",
}
"""Top level classes, and how the IRIs of their instances begin (Naming Convention, 4.11)."""

SHOWN = {
    "": "不详",
    "achievements": "工作情况",
    "problems": "存在问题",
    "leadership": "主要负责人履职情况",
    "plans": "工作安排",
    "self_building": "自身建设",
    "thematic": "专题工作",
    "overview": "总体情况",
    "proactive": "主动公开情况",
    "requests": "依申请公开情况",
    "litigation": "行政复议和行政诉讼情况",
    "improvement": "存在问题及改进情况",
    "attachment": "附件",
    "other": "其他",
}
"""What is shown for a role of a section, and for a body that isn't known."""
RESERVED = ("body", "preface", "preamble", "conclusions")
"""eIds of parts of the document."""


@define
class References:
    """The references of a document in the order of their first use."""

    ids: dict[tuple[str, str], str] = field(factory=dict)
    taken: set[str] = field(factory=lambda: set(RESERVED))

    def to(self, kind: str, name: str) -> str:
        """The fragment that points to an instance of a top level class, by its name.

        >>> found = References()
        >>> found.to("TLCConcept", "调解员"), found.to("TLCRole", "调解员"), found.to("TLCConcept", "调解员")
        ('#调解员', '#调解员-2', '#调解员')
        """
        key = kind, name
        if key not in self.ids:
            base = id = label(name) or "nn"
            count = 1
            while id in self.taken:
                count += 1
                id = f"{base}-{count}"
            self.taken.add(id)
            self.ids[key] = id
        return f"#{self.ids[key]}"

    def to_citation(self, citation: Citation) -> str:
        """The fragment that points to a cited law or document."""
        name = f"《{citation.title}》" if citation.title else ""
        return self.to("TLCReference", f"{name}{citation.number}")

    def write(self, out: Writer) -> None:
        """`references`, with all that were asked for."""
        out.begin("references", {"source": self.to("TLCOrganization", "govreport")})
        for (kind, name), id in self.ids.items():
            naming = "citation" if kind == "TLCReference" else None
            href = f"/akn/ontology/{CLASSES[kind]}.{label(name) or 'nn'}"
            out.leaf(kind, attributes={"eId": id, "href": href, "showAs": SHOWN.get(name, name), "name": naming})
        out.end()
