"""Written documents on paper, as LibreOffice prints them: GB/T 9704-2012, measured in millimetres from the top left."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

import pytest
from attrs import frozen

from govreport import Closing, DocumentNumber, Number, Paragraph, Report, Section, Table, dumps

pdfium = pytest.importorskip("pypdfium2", reason="no pypdfium2 here: pip install 'govreport[pdf]'")

MM = 25.4 / 72
ABOVE, BELOW = 0.88, 0.12
"""The cell of a hanzi reaches from 88 % of its size above the base line to 12 % below, in all common fonts."""


@frozen
class Character:
    """A character on a page: its font and the edges of its cell, and where its base line is."""

    page: int
    text: str
    font: str
    size: float
    left: float
    right: float
    base: float

    @property
    def top(self) -> float:
        return self.base - ABOVE * self.size

    @property
    def bottom(self) -> float:
        return self.base + BELOW * self.size


def characters(pdf: bytes) -> list[Character]:
    """All characters that show, in reading order."""
    raw, found = pdfium.raw, []
    document = pdfium.PdfDocument(pdf)
    for number, page in enumerate(document, 1):
        text, height = page.get_textpage(), page.get_height()
        for index in range(text.count_chars()):
            char = chr(raw.FPDFText_GetUnicode(text.raw, index))
            if char.isspace() or char == "\0":
                continue
            x, y = ctypes.c_double(), ctypes.c_double()
            raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
            name = ctypes.create_string_buffer(200)
            raw.FPDFText_GetFontInfo(text.raw, index, name, 200, None)
            left, _, right, _ = text.get_charbox(index, loose=True)
            size = raw.FPDFText_GetFontSize(text.raw, index) * MM
            font = name.value.decode()
            found.append(Character(number, char, font, size, left * MM, right * MM, (height - y.value) * MM))
    return found


def lines(chars: list[Character]) -> list[str]:
    """The characters of a page line by line, the page number left out."""
    rows: dict[float, list[Character]] = {}
    for char in chars:
        rows.setdefault(round(char.base, 1), []).append(char)
    return [
        "".join(char.text for char in sorted(row, key=lambda c: c.left))
        for base, row in sorted(rows.items())
        if base < 265
    ]


def said(chars: list[Character], text: str) -> list[Character]:
    """The characters of the first place where `text` stands."""
    at = "".join(char.text for char in chars).index(text)
    return chars[at : at + len(text)]


FULL = Report(preamble=(Paragraph("永" * (28 * 22 * 3)),))


def heading_below(count: int) -> Report:
    """A heading that alone would be line `count` + 1 of the page."""
    section = Section(Number("一、", "hanzi", 1), "小标题", blocks=(Paragraph("正文" * 60),))
    return Report(preamble=tuple(Paragraph("永" * 20) for _ in range(count)), sections=(section,))


def item(text: str, style: str, value: int, heading: str, *children: Section, run_in: bool = False) -> Section:
    blocks = (Paragraph("按期办结各类事项。"),) if run_in else ()
    return Section(
        Number(text, style, value),
        heading,
        blocks=blocks,
        children=children,
        run_in=run_in,
        stop="。" if run_in else "",
    )


OFFICIAL = Report(
    title="某县政务服务管理局关于2023年度优化营商环境工作情况的报告",
    document_number=DocumentNumber("某政务", 2024, 12),
    issuer="某县政务服务管理局",
    recipients="市政务服务管理局：",
    date="2024-01-08",
    preamble=(Paragraph("现将情况报告如下。"),),
    sections=(
        item(
            "一、",
            "hanzi",
            1,
            "甲部分",
            item("（一）", "hanzi-paren", 1, "乙部分", item("1.", "arabic", 1, "丙部分", run_in=True)),
            item("（二）", "hanzi-paren", 2, "丁部分", run_in=True),
        ),
        Section(None, "2023年清单", "attachment", (Table((("事项", "件数"), ("登记", "12")), "表一"),)),
    ),
    closing=Closing((Paragraph("特此报告。"),), ("某县政务服务管理局",), "2024年1月8日", ("2023年清单", "名册")),
    metadata={"份号": "000012", "签发人": "王某", "附注": "联系人：张某", "抄送机关": "市委办公室", "印发机关": "某局办公室", "印发日期": "2024年1月9日"},
)  # fmt: skip


@pytest.fixture(scope="module")
def printed(convert: Callable[[dict[str, bytes], str], dict[str, bytes]]) -> dict[str, list[Character]]:
    documents = {
        "speech": dumps(FULL, "docx", layout="speech"),
        "gbt9704": dumps(FULL, "docx", layout="gbt9704"),
        "official": dumps(OFFICIAL, "docx", layout="gbt9704"),
        **{f"heading {count}": dumps(heading_below(count), "docx", layout="speech") for count in (19, 20, 21)},
    }
    return {name: characters(pdf) for name, pdf in convert(documents, "pdf").items()}


LAYOUTS = ("speech", "gbt9704")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_full_page_has_22_lines_of_28_characters(printed: dict[str, list[Character]], layout: str) -> None:
    assert lines([char for char in printed[layout] if char.page == 2]) == ["永" * 28] * 22


def test_the_first_line_of_a_paragraph_is_indented_by_two_characters(printed: dict[str, list[Character]]) -> None:
    assert lines([char for char in printed["speech"] if char.page == 1]) == ["永" * 26, *["永" * 28] * 21]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_type_area_is_156_by_225_millimetres(printed: dict[str, list[Character]], layout: str) -> None:
    chars = [char for char in printed[layout] if char.page == 2 and char.text == "永"]
    edges = {
        "left": min(char.left for char in chars),
        "right": max(char.right for char in chars),
        "top": min(char.top for char in chars),
        "bottom": max(char.bottom for char in chars),
    }
    assert edges == pytest.approx({"left": 28, "right": 28 + 156, "top": 37, "bottom": 37 + 225}, abs=1)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_page_number_stands_below_odd_right_even_left(printed: dict[str, list[Character]], layout: str) -> None:
    for page in (1, 2):
        number = [char for char in printed[layout] if char.page == page and char.text != "永"]
        assert "".join(char.text for char in number) == f"—{page}—"
        assert {round(char.size / MM) for char in number} == {14}
        assert [char.base for char in number] == pytest.approx([269] * 3, abs=1)
        one_in = 14 * MM
        if page % 2:
            assert number[-1].right == pytest.approx(28 + 156 - one_in, abs=1)
        else:
            assert number[0].left == pytest.approx(28 + one_in, abs=1)


@pytest.mark.parametrize("count", [19, 20, 21])
def test_a_heading_is_never_the_last_line_of_a_page(printed: dict[str, list[Character]], count: int) -> None:
    chars = printed[f"heading {count}"]
    assert said(chars, "小标题")[0].page == said(chars, "正文正文")[0].page == (1 if count < 20 else 2)


def test_the_letterhead_stands_where_the_standard_has_it(printed: dict[str, list[Character]]) -> None:
    chars = printed["official"]
    mark, number, signatory = (
        said(chars, text)[0] for text in ("某县政务服务管理局文件", "某政务〔2024〕12号", "签发人")
    )
    assert mark.top == pytest.approx(37 + 35, abs=1)
    assert number.left == pytest.approx(28 + 5.6, abs=1) and number.base == pytest.approx(signatory.base, abs=0.1)
    assert said(chars, "签发人：王某")[-1].right == pytest.approx(28 + 156 - 5.6, abs=1)


def test_the_imprint_ends_with_the_type_area(printed: dict[str, list[Character]]) -> None:
    chars = printed["official"]
    printer, copies = said(chars, "某局办公室")[0], said(chars, "抄送：")[0]
    assert printer.page == max(char.page for char in chars)
    assert 37 + 225 - 3 < printer.bottom < 37 + 225 and copies.base < printer.base
    assert printer.left == pytest.approx(28 + 14 * MM, abs=1)
    assert said(chars, "2024年1月9日印发")[-1].right == pytest.approx(28 + 156 - 14 * MM, abs=1)


def test_the_date_begins_two_characters_right_of_the_signature(printed: dict[str, list[Character]]) -> None:
    chars = printed["official"]
    at = "".join(char.text for char in chars).index("某县政务服务管理局2024年1月8日")
    assert chars[at + 9].left - chars[at].left == pytest.approx(2 * 5.57, abs=1)


FACES = {
    "一、甲部分": "NotoSansCJK",
    "（一）乙部分": "UKai",
    "1.": "Liberation",
    "丙部分": "Fang",
    "（二）丁部分": "UKai",
    "按期办结": "Fang",
    "特此报告": "Fang",
    "某县政务服务管理局关于": "NotoSerifCJK",
    "王某": "UKai",
}


@pytest.mark.parametrize("text", FACES)
def test_every_level_has_its_face(printed: dict[str, list[Character]], text: str) -> None:
    fonts = {char.font.rpartition("+")[2].replace("-", "") for char in said(printed["official"], text)}
    body = {"FandolFang", "Bousung", "Sungti", "UMing"} if FACES[text] == "Fang" else {FACES[text]}
    assert all(any(face in font for face in body) for font in fonts), fonts
