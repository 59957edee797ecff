"""Bytes to text and back: the same bytes, or one clear sentence."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.errors import DecodingError
from govreport.formats.decode import decode, encode

TEXT = "某县2023年工作总结\r\n一、总体情况\n办理提案12件，办结率100％。\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10\x08\x06\x00\x00\x00"
ELF = b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\x00>\x00\x01\x00\x00\x00" * 20


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("gbk"), "gb18030"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le-sig"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be-sig"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le-sig"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "utf-32-be-sig"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_every_encoding_of_an_office_is_told_and_given_back(data: bytes, encoding: str) -> None:
    assert decode(data) == (TEXT, encoding)
    assert encode(TEXT, encoding) == data


@pytest.mark.parametrize(
    ("data", "named", "encoding"),
    [
        (TEXT.encode("big5", "ignore"), "big5", "big5"),
        (TEXT.encode(), "UTF8", "utf-8"),
        (TEXT.encode(), "utf-8-sig", "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16", "utf-16-be-sig"),
        (TEXT.encode("utf-16-le"), "utf-16", "utf-16-le"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32", "utf-32-le-sig"),
    ],
)
def test_a_named_encoding_is_used_alone(data: bytes, named: str, encoding: str) -> None:
    text, codec = decode(data, named)
    assert codec == encoding
    assert not text.startswith("\ufeff")
    assert encode(text, codec) == data


def test_a_named_encoding_that_does_not_fit_is_not_replaced_by_another() -> None:
    with pytest.raises(DecodingError, match=r"第 1 行（第 1 字节）不合 utf-8 编码.*--encoding"):
        decode("总体情况".encode("gb18030"), "utf-8")


@pytest.mark.parametrize("name", ["klingon", "hex", "a\0b"])
def test_an_encoding_that_is_none(name: str) -> None:
    with pytest.raises(DecodingError, match=r"没有名为.*no text encoding is called"):
        decode(b"6162", name)


@pytest.mark.parametrize("data", [PNG, ELF, bytes(range(256)) * 4, b"\x00\x01", b"\xff\xff\xff\xff"])
def test_what_is_no_text_is_refused_in_both_languages(data: bytes) -> None:
    with pytest.raises(DecodingError) as caught:
        decode(data)
    assert "--encoding" in caught.value.zh
    assert "--encoding" in caught.value.en


def test_the_file_is_named_where_it_has_a_name() -> None:
    with pytest.raises(DecodingError, match=r'“图\.txt”：内容不是文字.* "图\.txt": not text'):
        decode(PNG, None, "图.txt")


def test_utf8_cut_off_inside_a_character_is_not_read_as_gb18030() -> None:
    data = ("第一行。\n" + "我县的工作和服务在一年里有了进展。" * 20).encode()[:-1]
    with pytest.raises(DecodingError, match=r"第 2 行.*utf-8"):
        decode(data)


@pytest.mark.parametrize("text", ["正文\x1a", "第一页\f第二页", "甲\x00" + "乙" * 100, "\x0b\t正文"])
def test_a_few_control_characters_do_no_harm(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


def test_what_the_encoding_cannot_hold_is_written_in_utf8() -> None:
    assert encode("①𠮷", "gbk") == "①𠮷".encode()
    assert encode("甲\ud800", None) == "甲?".encode()


@given(st.binary(max_size=80))
def test_bytes_come_back_or_are_refused(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except DecodingError:
        return
    assert encode(text, encoding) == data


@given(st.text(st.characters(codec="gb18030", exclude_categories=["Cc"]), min_size=1))
def test_any_gb18030_text_comes_back(text: str) -> None:
    assert encode(*decode(text.encode("gb18030"), "gb18030")) == text.encode("gb18030")
