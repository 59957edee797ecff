"""The ruling lines among what a page draws."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govreport.formats.pdf import paths
from govreport.formats.pdf.paths import rules

pdfium = pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
Writer = Callable[..., bytes]
LEVEL = (True, 142, 100, 300)
UPRIGHT = (False, 100, 142, 342)


def drawn(data: bytes) -> list[tuple[bool, int, int, int]]:
    """The rules of the first page: whether level, where, from, to."""
    document = pdfium.PdfDocument(data)
    page = document[0]
    found = [(r.horizontal, round(r.at), round(r.start), round(r.end)) for r in rules(pdfium.raw, page)]
    page.close()
    document.close()
    return found


@pytest.mark.parametrize(
    ("operators", "found"),
    [
        ("100 700 m 300 700 l S", [LEVEL]),
        ("100 700 m 100 500 l S", [UPRIGHT]),
        ("100 699.5 200 1 re f", [LEVEL]),
        ("1 0 0 1 50 200 cm 50 500 m 250 500 l S", [LEVEL]),
        ("2 0 0 2 0 0 cm 50 350 m 150 350 l S", [LEVEL]),
        ("0 1 -1 0 0 0 cm 500 -100 m 700 -100 l S", [UPRIGHT]),
        ("100 500 200 200 re S", [(True, 342, 100, 300), (False, 300, 142, 342), LEVEL, UPRIGHT]),
        ("100 500 200 200 re f", []),
        ("1 1 1 RG 100 700 m 300 700 l S", []),
        ("1 g 100 699.5 200 1 re f", []),
        ("100 700 m 300 500 l S", []),
        ("100 700 m 150 750 250 750 300 700 c S", []),
        ("100 700 m 300 700 l n", []),
    ],
    ids=[
        "a stroke",
        "an upright stroke",
        "a thin rectangle",
        "moved",
        "scaled",
        "turned",
        "a frame",
        "an area",
        "white",
        "white, filled",
        "slanting",
        "a curve",
        "not painted",
    ],
)
def test_what_is_a_ruling_line(pdf: Writer, operators: str, found: list[tuple[bool, int, int, int]]) -> None:
    assert sorted(drawn(pdf([[f"q {operators} Q"]]))) == sorted(found)


@pytest.mark.parametrize("budget", ["MAX_OBJECTS", "MAX_SEGMENTS"])
def test_a_drawing_has_no_ruling_lines(pdf: Writer, monkeypatch: pytest.MonkeyPatch, budget: str) -> None:
    data = pdf([["100 700 m 300 700 l S"] * 30])
    assert len(drawn(data)) == 30
    monkeypatch.setattr(paths, budget, 20)
    assert drawn(data) == []
