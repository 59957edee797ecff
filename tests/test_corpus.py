"""Real reports, read in place from the folder beside the repository: none is refused, lost in part, or changed."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from govreport import Report, Section, read, write

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
TEXTS = sorted(path.relative_to(CORPUS) for suffix in ("txt", "md") for path in CORPUS.rglob(f"*.{suffix}"))
PAGES = sorted(
    path.relative_to(CORPUS) for suffix in ("html", "docx", "pdf") for path in (CORPUS / "full").rglob(f"*.{suffix}")
)
SEED = "seeds/keyuan-2022.md"


def uncovered(report: Report) -> str:
    """What no tile covers of a report's source, and what more than one does."""
    assert report.source is not None
    text, at, left = report.source.text, 0, []
    for tile in report.tiles():
        left.append(text[at : tile.span.start].strip() if tile.span.start >= at else f"twice: {tile}")
        at = tile.span.end
    return "".join([*left, text[at:].strip()])


def outline(sections: tuple[Section, ...], depth: int = 1) -> Iterator[tuple[int, str, str]]:
    for section in sections:
        yield depth, section.number.text if section.number else "", section.heading
        yield from outline(section.children, depth + 1)


@pytest.mark.parametrize("name", TEXTS, ids=str)
def test_texts_are_read_whole_and_given_back_byte_for_byte(shared: Path, name: Path) -> None:
    path = shared / "corpus" / name
    report = read(path)
    assert uncovered(report) == ""
    written = io.BytesIO()
    write(report, written, "md" if name.suffix == ".md" else "txt")
    assert written.getvalue() == path.read_bytes()


@pytest.mark.parametrize("name", PAGES, ids=str)
def test_pages_and_documents_are_read_whole(shared: Path, name: Path) -> None:
    if name.suffix == ".pdf":
        pytest.importorskip("pypdfium2")
    report = read(shared / "corpus" / name)
    assert report.source is not None
    assert report.source.format == name.suffix[1:]
    assert report.source.text.strip() != ""
    assert uncovered(report) == ""


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, object]:
    text = (shared / "gold" / "keyuan-2022.structure.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def test_the_seed_has_the_sections_of_its_annotation(shared: Path, gold: dict[str, object]) -> None:
    nodes = gold["outline"]
    assert isinstance(nodes, list)
    expected = [(node["depth"], node["number"], node["heading"]) for node in nodes]
    assert len(expected) == 39
    assert list(outline(read(shared / "corpus" / SEED).sections)) == expected


def test_the_seed_has_the_front_of_its_annotation(shared: Path, gold: dict[str, object]) -> None:
    report = read(shared / "corpus" / SEED)
    assert "\n" not in report.title
    found = report.title, str(report.document_number), report.issuer
    assert found == (gold["title"], gold["doc_number"], gold["issuer"])


def test_the_example_has_the_sections_of_the_seed(shared: Path) -> None:
    """Its sentences are its own, its structure is not: depths and numbers agree."""
    example = read(Path(__file__).resolve().parents[1] / "examples" / "kebu_2022.md")
    seed = read(shared / "corpus" / SEED)
    assert [row[:2] for row in outline(example.sections)] == [row[:2] for row in outline(seed.sections)]


def test_one_report_in_two_encodings_is_one_report(shared: Path) -> None:
    texts = {path.name.removesuffix(".txt"): path for path in (shared / "corpus" / "full").rglob("*.txt")}
    pairs = [(p, texts[p.name.removesuffix(".gb18030.txt")]) for p in (shared / "corpus").rglob("*.gb18030.txt")]
    assert pairs != []
    for gb, utf in pairs:
        assert (read(gb), read(utf)) == (read(utf),) * 2
