"""Reading PDF: lines, pages, which line ends are of the layout, metadata, files that can't be read."""

from __future__ import annotations

import sys
import zlib
from pathlib import Path

import pytest

from govreport.errors import FormatError, MissingExtraError
from govreport.formats.pdf.reader import PageLine, as_text, continued, iso_date, read

REPORTS = sorted(
    (Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "full" / "disclosure").glob("*.pdf")
)
FULL = "本年度各项工作按计划推进并取得了新的进展群众"


def pdf(pages: list[list[tuple[int, int, str]]], info: str = "", trailer: str = "") -> bytes:
    """A PDF of lines at (x, y), set in 16 point with a font that every reader knows by name."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{6 + 2 * i} 0 R' for i in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
        "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>",
    ]
    for number, page in enumerate(pages):
        content = " ".join(f"BT /F 16 Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET" for x, y, text in page)
        stream = zlib.compress(content.encode())
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {7 + 2 * number} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>"
        )
        data = stream.decode("latin-1")
        objects.append(f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n{data}\nendstream")
    objects.append(f"<< {info} >>")
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    rows = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {trailer} >>"
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}trailer\n{end}\nstartxref\n{len(out)}\n%%EOF"
    return out + tail.encode("latin-1")


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


def test_lines_pages_and_breaks() -> None:
    source = read(pdf(PAGES), name="总结.pdf")
    lines = [text for page in PAGES for _, _, text in page]
    assert source.text == "\n".join(lines)
    assert (source.format, source.name) == ("pdf", "总结.pdf")
    first = len("\n".join(lines[:6]))
    pages = [(h.span.start, h.span.end, h.value) for h in source.hints if h.kind == "page"]
    assert pages == [(0, first, 1), (first + 1, len(source.text), 2)]
    assert source.position(first + 1).page == 2
    breaks = [h.span for h in source.hints if h.kind == "break"]
    assert [source.text[: span.start].count("\n") for span in breaks] == [1, 2]
    assert all(span.of(source.text) == "\n" for span in breaks)


def line(text: str, left: float = 90, right: float | None = None, height: float = 16) -> PageLine:
    return PageLine(text, left, left + 16 * len(text) if right is None else right, height)


@pytest.mark.parametrize(
    ("before", "after", "goes_on"),
    [
        (line(FULL), line("余下。"), True),
        (line(FULL[:20], left=122), line("余下。"), True),
        (line(FULL), line("另起一段。", left=122), False),
        (line(FULL[:16]), line("不满一行。"), False),
        (line(FULL), line("小字注释。", height=10), False),
        (line("单位 数量 比重", right=90 + 16 * 22), line("甲 1 2"), False),
        (line("号 ， 邮 编 ： 一 二 ， 电 话 ： 三 四", right=90 + 16 * 22), line("完。"), True),
    ],
)
def test_which_lines_go_on(before: PageLine, after: PageLine, goes_on: bool) -> None:
    assert continued([line(FULL), before, after])[1] is goes_on


def test_short_pages_have_no_margins() -> None:
    assert continued([line("目录"), line("概况")]) == [False, False]


def test_document_information() -> None:
    info = "/Title <FEFF603B7ED3> /CreationDate (D:20240102030405+08'00') /Producer (x) /Author ()"
    assert read(pdf(PAGES, info)).metadata == {"标题": "总结", "创建时间": "2024-01-02T03:04:05+08:00"}


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("D:20240226144123+06'41'", "2024-02-26T14:41:23+06:41"),
        ("D:20240226144123Z", "2024-02-26T14:41:23Z"),
        ("D:202402", "2024-02-01T00:00:00"),
        ("2024年", "2024年"),
    ],
)
def test_dates(value: str, iso: str) -> None:
    assert iso_date(value) == iso


@pytest.mark.parametrize(
    ("text", "mended"),
    [("⼈⺟⽇", "人母日"), ("甲\x02", "甲-"), ("\x00甲\x07乙 ", "甲 乙"), ("\ud842\udfb7", "𠮷")],
)
def test_characters(text: str, mended: str) -> None:
    assert as_text([ord(char) for char in text]) == mended


ENCRYPTED = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'11' * 32}> /U <{'22' * 32}> >> /ID [<00><00>]"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "不是 PDF"),
        (b"%PDF-1.7 cut off", "不是 PDF"),
        (pdf([[]]), "OCR"),
        (pdf(PAGES, trailer=ENCRYPTED), "密码"),
    ],
)
def test_bad_files_are_one_clear_error(data: bytes, says: str) -> None:
    with pytest.raises(FormatError) as caught:
        read(data)
    assert says in caught.value.zh
    assert caught.value.en.isascii()


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingExtraError, match=r"govreport\[pdf\]"):
        read(pdf(PAGES))


@pytest.mark.parametrize("path", REPORTS or [None], ids=lambda path: path.stem if path else "none")
def test_real_reports(path: Path | None) -> None:
    if path is None:
        pytest.skip("the shared corpus of real reports is not beside this checkout")
    source = read(path.read_bytes())
    lines = source.text.split("\n")
    assert [h.value for h in source.hints if h.kind == "page"] == list(range(1, 6))
    assert lines[0] == "- 1 -"
    assert "一、总体情况" in lines
    soft = {source.text[: h.span.start].count("\n") for h in source.hints if h.kind == "break"}
    assert len(soft) > 20
    # no line goes on in one that opens with a number of its own, or from a heading
    assert not any(lines[i + 1].startswith(("（一）", "（二）", "二、")) or lines[i] == "一、总体情况" for i in soft)
