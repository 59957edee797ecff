"""Charset of pages: labels that are right, wrong or missing, and bytes that are broken."""

from __future__ import annotations

import pytest

from govreport.errors import DecodingError
from govreport.formats.html.charset import decoded

SIMPLE = "全区各项工作有序推进，群众的满意度稳步提升。一年来，办结信访事项三百余件，回访率在九成以上。"
TRADITIONAL = "全區各項工作有序推進，民眾的滿意度穩步提升。一年來，辦結陳情事項三百餘件，回訪率在九成以上。"


def page(label: str, text: str = SIMPLE) -> str:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">' if label else ""
    return f"<html><head>{meta}</head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize(
    # what the page says, what it is, and the codec it is read with
    ("label", "codec", "read"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("gb2312", "gbk", "gb18030"),
        ("GBK", "gb18030", "gb18030"),
        ("gb18030", "gb18030", "gb18030"),
        ("", "utf-8", "utf-8"),
        ("", "gbk", "gb18030"),
        ("gb2312", "utf-8", "utf-8"),
        ("gbk", "utf-8", "utf-8"),
        ("utf-8", "gbk", "gb18030"),
        ("iso-8859-1", "gbk", "gb18030"),
        ("windows-1252", "utf-8", "utf-8"),
        ("utf-16", "gbk", "gb18030"),
        ("no-such-charset", "gbk", "gb18030"),
        ("rot13", "gbk", "gb18030"),
        ("big5", "gbk", "gb18030"),
    ],
)
def test_the_text_is_right_whatever_the_label(label: str, codec: str, read: str) -> None:
    assert decoded(page(label).encode(codec), None, None) == (page(label), read)


@pytest.mark.parametrize("label", ["big5", "Big5-HKSCS", "utf-8", "gb2312", ""])
def test_pages_in_big5(label: str) -> None:
    assert decoded(page(label, TRADITIONAL).encode("big5"), None, None) == (page(label, TRADITIONAL), "big5hkscs")


@pytest.mark.parametrize(("label", "codec"), [("utf-8", "utf-8"), ("gbk", "gb18030"), ("", "utf-8")])
def test_a_few_broken_bytes_spoil_a_few_characters(label: str, codec: str) -> None:
    data = page(label, SIMPLE * 4).encode(codec)
    broken = data.replace("回访".encode(codec), b"\xff\xff", 1)
    text, read = decoded(broken, None, None)
    assert (read, text.count("全区各项工作有序推进"), "\ufffd" in text) == (codec, 4, True)


def test_a_stray_nul_is_left_out() -> None:
    assert (
        decoded(page("utf-8", SIMPLE * 30).replace("回访", "回\0访", 1).encode(), None, None)[0].count("回访率") == 30
    )


def test_a_named_encoding_is_taken_at_its_word() -> None:
    assert decoded(page("gbk").encode(), "utf-8", None) == (page("gbk"), "utf-8")
    with pytest.raises(DecodingError):
        decoded(page("gbk").encode("gbk"), "utf-8", None)


def test_bytes_that_are_no_text_are_an_error() -> None:
    with pytest.raises(DecodingError):
        decoded(b"<html>" + bytes(range(256)) * 40, None, "图片.html")
