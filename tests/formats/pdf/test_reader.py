"""Reading PDF: pages, hints, metadata, budgets, and files that can't be read."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

import pytest

from govreport.errors import BudgetError, FormatError, MissingExtraError
from govreport.formats.pdf import reader
from govreport.formats.pdf.reader import iso_date, read

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
Writer = Callable[..., bytes]
FULL = "本年度各项工作按计划推进并取得了新的进展群众"
PAGES = [
    [
        (200, 760, "某某局工作总结"),
        (122, 720, FULL),
        (90, 690, FULL + "满意"),
        (90, 660, "有提升。"),
        (122, 630, FULL),
        (280, 40, "— 1 —"),
    ],
    [(90, 760, "群众评价良好。"), (280, 40, "— 2 —")],
]


def test_a_line_of_a_page_is_a_line_and_the_way_back_to_the_page_is_kept(pdf: Writer) -> None:
    source = read(pdf(PAGES), name="总结.pdf")
    lines = [text for page in PAGES for _, _, text in page]
    assert source.text == "\n".join(lines)
    assert (source.format, source.name) == ("pdf", "总结.pdf")
    first = len("\n".join(lines[:6]))
    pages = [(h.span.start, h.span.end, h.value) for h in source.hints if h.kind == "page"]
    assert pages == [(0, first, 1), (first + 1, len(source.text), 2)]
    assert source.position(first + 1).page == 2


def test_line_ends_of_the_layout_and_page_numbers_are_told(pdf: Writer) -> None:
    source = read(pdf(PAGES))
    breaks = [h.span for h in source.hints if h.kind == "break"]
    assert all(span.of(source.text) == "\n" for span in breaks)
    assert [source.text[: span.start].count("\n") for span in breaks] == [1, 2, 4]
    assert [(h.span.of(source.text), h.value) for h in source.hints if h.kind == "furniture"] == [
        ("— 1 —", "page-number"),
        ("— 2 —", "page-number"),
    ]


def test_heading_faces_are_bold(pdf: Writer, shown: Callable[..., str]) -> None:
    page = [shown(122, 720, "一、总体情况", face="H"), (122, 690, "全年受理来信三百余件，办结率稳步上升。")]
    source = read(pdf([page]))
    assert [h.span.of(source.text) for h in source.hints if h.kind == "bold"] == ["一、总体情况"]


def test_ruling_lines_make_a_table(pdf: Writer) -> None:
    lines = ["90 700 m 290 700 l", "90 670 m 290 670 l", "90 640 m 290 640 l"]
    lines += [f"{x} 640 m {x} 700 l" for x in (90, 190, 290)]
    marks = [f"{' '.join(lines)} S", (96, 678, "件数"), (200, 678, "12"), (96, 648, "办结率"), (200, 648, "98%")]
    source = read(pdf([marks]))
    assert [h.value for h in source.hints if h.kind == "table"] == [(("件数", "12"), ("办结率", "98%"))]
    assert source.text == "件数\t12\n办结率\t98%"


def test_annotations_are_no_text(pdf: Writer) -> None:
    link = "<< /Type /Annot /Subtype /Link /Rect [90 690 200 730] /A << /S /URI /URI (http://example.invalid/) >> >>"
    note = "<< /Type /Annot /Subtype /Text /Rect [90 690 200 730] /Contents (note) >>"
    assert read(pdf([[(90, 700, "详见门户网站")]], page=f"/Annots [{link} {note}]")).text == "详见门户网站"


def test_document_information(pdf: Writer) -> None:
    info = "/Title <FEFF603B7ED3> /CreationDate (D:20240102030405+08'00') /Producer (x) /Author ()"
    assert read(pdf(PAGES, info)).metadata == {"标题": "总结", "创建时间": "2024-01-02T03:04:05+08:00"}


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("D:20240226144123+06'41'", "2024-02-26T14:41:23+06:41"),
        ("D:20240226144123+08", "2024-02-26T14:41:23+08:00"),
        ("D:20240226144123Z", "2024-02-26T14:41:23Z"),
        ("D:202402", "2024-02-01T00:00:00"),
        ("2024年", "2024年"),
    ],
)
def test_dates(value: str, iso: str) -> None:
    assert iso_date(value) == iso


def test_a_file_that_only_its_owner_may_change_is_read(pdf: Writer) -> None:
    assert read(pdf([[(90, 700, "总体情况")]], password=("owner", ""))).text == "总体情况"


@pytest.mark.parametrize(
    ("pages", "password", "cut", "says"),
    [
        ([[]], None, 1.0, "OCR"),
        (PAGES, ("owner", "user"), 1.0, "密码"),
        (PAGES, None, 0.0, "不是 PDF"),
        (PAGES, None, 0.02, "不是 PDF"),
    ],
)
def test_bad_files_are_one_clear_error(
    pdf: Writer, pages: list[object], password: tuple[str, str] | None, cut: float, says: str
) -> None:
    data = pdf(pages, password=password)
    with pytest.raises(FormatError) as caught:
        read(data[: int(len(data) * cut)])
    assert says in caught.value.zh
    assert caught.value.en.isascii()


def test_a_damaged_page_is_named(pdf: Writer) -> None:
    data = pdf(PAGES).replace(b"/Type /Page /Parent", b"/Type /Pane /Parent", 1)
    with pytest.raises(FormatError, match="第 1 页"):
        read(data)


@pytest.mark.parametrize(("budget", "limit", "says"), [("MAX_PAGES", 1, "2 页"), ("MAX_CHARS", 20, "20 字")])
def test_budgets(pdf: Writer, monkeypatch: pytest.MonkeyPatch, budget: str, limit: int, says: str) -> None:
    monkeypatch.setattr(reader, budget, limit)
    with pytest.raises(BudgetError, match=says):
        read(pdf(PAGES))


@pytest.mark.parametrize("filler", [" ", "0 0 m 1 1 l S "], ids=["white space", "drawing"])
def test_streams_that_blow_up(pdf: Writer, filler: str) -> None:
    with pytest.raises(BudgetError, match="60 倍"):
        read(pdf([[filler * (5_000_000 // len(filler)), (90, 700, "总体情况")]]))


def test_threads_wait_for_one_another(pdf: Writer) -> None:
    """PDFium itself must not be entered twice; reading from threads gives what reading one by one gives."""
    files = [pdf([[(90, 700, f"第{n}号文件")] for n in range(3)]) for _ in range(4)]
    found: list[str] = []
    threads = [threading.Thread(target=lambda data=data: found.append(read(data).text)) for data in files]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["第0号文件\n第1号文件\n第2号文件"] * 4


def test_without_the_extra(pdf: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingExtraError, match=r"govreport\[pdf\]"):
        read(pdf(PAGES))
