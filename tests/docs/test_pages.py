"""What the documentation shows works: every block of every page is run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govreport.formats import registry

from .blocks import Reader, blocks

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    page.relative_to(ROOT).as_posix()
    for page in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
    if "_build" not in page.parts
)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)#\s:]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES)
def test_the_blocks_of_a_page_run(page: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(registry.FORMATS, "gwx", registry.get("txt"))  # so that it is taken away again
    reader = Reader()
    for block in blocks((ROOT / page).read_text("utf-8")):
        try:
            reader.follow(block)
        except BaseException as error:
            error.add_note(f"{page}, line {block.line}")
            raise


@pytest.mark.parametrize("page", PAGES)
def test_a_block_that_is_not_run_says_why(page: str) -> None:
    for block in blocks((ROOT / page).read_text("utf-8")):
        assert block.marks.get("not run", "because") not in ("", None)


@pytest.mark.parametrize("page", PAGES)
def test_links_to_files_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    gone = [link for link in LINK.findall(text) if not ((ROOT / page).parent / link).exists()]
    assert gone == []


def test_a_fault_is_noticed(folder: Path) -> None:
    reader = Reader()
    said = blocks(
        "```python\nprint(1)  # 2\n```\n```sh\ngovreport show 没有.md\n```\n<!-- output -->\n```\n没有\n```\n"
    )
    for block in said:
        with pytest.raises(AssertionError):
            reader.follow(block)
