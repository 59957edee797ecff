"""The table of formats: what the bytes say comes first, then the suffix."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import EntryPoint
from threading import Barrier

import pytest

from govreport.errors import UnknownFormatError
from govreport.formats import registry
from govreport.formats.registry import Format, get, reader, register, writer
from govreport.formats.sniffing import sniff

ZIP = b"PK\x03\x04\x14\x00"

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture
def table() -> Iterator[dict[str, Format]]:
    """The table, put back as it was afterwards."""
    before = dict(registry.FORMATS)
    registry.plugins.cache_clear()
    yield registry.FORMATS
    registry.FORMATS.clear()
    registry.FORMATS.update(before)
    registry.plugins.cache_clear()


@pytest.mark.parametrize(
    ("data", "suffix", "id"),
    [
        (b"%PDF-1.7\n", ".txt", "pdf"),
        (b"\r\n%PDF-1.4\n", "", "pdf"),
        (ZIP + b"....word/document.xml....", ".zip", "docx"),
        (ZIP + b"....OFD.xml....", ".docx", "ofd"),
        (ZIP + b"....[Content_Types].xml, cut off", ".docx", "docx"),
        (ZIP + b"....Doc_0/Document.xml, cut off", ".ofd", "ofd"),
        (b'{"schema_version": "1.0", "generator": "govreport 0.1.0"}', ".txt", "json"),
        (b'{"title": "x"}', ".json", "json"),
        (b'{"title": "x"}', "", "txt"),
        (b"<!DOCTYPE html><p>", ".txt", "html"),
        (b"\xef\xbb\xbf \n<!doctype HTML PUBLIC>", "", "html"),
        (b"<?xml version='1.0'?>\n<!-- saved --><html>", ".xml", "html"),
        ("<html>".encode("utf-16"), ".doc", "html"),
        (b"<p>only a piece", ".htm", "html"),
        (b"<meta charset=gbk><title>x</title><p>", ".txt", "html"),
        (b"<htmlx>", ".txt", "txt"),
        ("# 标题".encode(), ".md", "md"),
        ("# 标题".encode(), ".MARKDOWN", "md"),
        ("一、总体情况".encode(), ".log", "txt"),
        ("本文介绍%PDF-格式".encode(), "", "txt"),
        ("GIF89a是一种图片格式".encode(), "", "txt"),
        ("BMP、RIFF和Rar!都是格式".encode(), ".txt", "txt"),
        ("BM指标".encode("utf-16-le"), ".txt", "txt"),
    ],
)
def test_sniff(data: bytes, suffix: str, id: str) -> None:
    assert sniff(data, suffix) == id


@pytest.mark.parametrize(
    ("data", "name", "zh", "en"),
    [
        (OLE + bytes(8), "doc", "另存为 docx", "save it as .docx"),
        (OLE + "Workbook".encode("utf-16-le"), "xls", "电子表格", "spreadsheet"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "docx", "密码", "password"),
        (ZIP + b"application/vnd.oasis.opendocument.text", "odt", "另存为 docx", "convert to docx"),
        (ZIP + b"xl/workbook.xml", "xlsx", "电子表格", "spreadsheet"),
        (ZIP + b"photo.jpg" + b"PK\x05\x06", "zip", "解压", "unpack"),
        (b"PK\x05\x06" + bytes(18), "zip", "空压缩包", "empty archive"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "png", "这是图片（PNG）", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "jpg", "文字识别", "text recognition"),
        (b"GIF89a\x01\0\x01\0\x80", "gif", "图片（GIF）", "a picture (GIF)"),
        (b"BM\x46\0\0\0\0\0\0\0\x36", "bmp", "图片（BMP）", "a picture (BMP)"),
        (b"II*\0\x08\0\0\0", "tif", "图片（TIFF）", "a picture (TIFF)"),
        (b"RIFF\x1a\0\0\0WEBPVP8L", "webp", "图片（WebP）", "a picture (WebP)"),
        (b"\0\0\0\x18ftypheic", "heic", "图片（HEIC）", "a picture (HEIC)"),
        (b"\0\0\0\x20ftypisom", "mp4", "音频或视频", "video"),
        (b"Rar!\x1a\x07\x01\0", "rar", "解压", "unpack"),
        (b"\x1f\x8b\x08\0", "gz", "压缩文件", "compressed"),
    ],
)
def test_what_is_no_report_is_named_with_advice(data: bytes, name: str, zh: str, en: str) -> None:
    with pytest.raises(UnknownFormatError) as caught:
        sniff(data, ".docx")
    assert caught.value.name == name
    assert zh in caught.value.zh
    assert en in caught.value.en
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_another_package_may_read_pictures(table: dict[str, Format]) -> None:
    register(Format("scan", (".png",), "somewhere.scan"))
    assert sniff(b"\x89PNG\r\n\x1a\n", ".png") == "scan"


@pytest.mark.parametrize("name", ["md", ".md", "MD", "markdown", ".Markdown"])
def test_get_takes_ids_and_suffixes(name: str) -> None:
    assert get(name).id == "md"


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownFormatError, match="json、md"):
        get("sxw")
    with pytest.raises(UnknownFormatError, match=r"可用：.*json、md、.*txt /"):
        writer("sxw")
    with pytest.raises(UnknownFormatError, match=r"可用：.*docx.*pdf"):
        reader("sxw")


def test_a_format_that_is_only_read_says_what_can_be_written(table: dict[str, Format]) -> None:
    register(Format("xyz", (".xyz",), "govreport.formats.text", writes=False))
    assert reader("xyz").__name__ == "govreport.formats.text"
    with pytest.raises(UnknownFormatError, match=r"可写的有：.*json.*xyz can't be written"):
        writer("xyz")


def test_a_registered_format_is_found_by_its_suffix(table: dict[str, Format]) -> None:
    register(Format("gw", (".gw",), "govreport.formats.text"))
    assert sniff("总体情况".encode(), ".GW") == "gw"


def test_entry_points_are_looked_up_on_a_miss(table: dict[str, Format], monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("gw", f"{__name__}:PLUGIN", "govreport.formats")
    monkeypatch.setattr(registry, "entry_points", lambda group: [point] if group == "govreport.formats" else [])
    assert sniff("总体情况".encode(), ".gwx") == "gwx"
    assert get("gwx") is PLUGIN


PLUGIN = Format("gwx", (".gwx",), "govreport.formats.text")


@pytest.mark.parametrize("row", registry.FORMATS.values(), ids=lambda row: row.id)
def test_suffixes_belong_to_one_format(row: Format) -> None:
    for suffix in row.suffixes:
        assert [other.id for other in registry.FORMATS.values() if suffix in other.suffixes] == [row.id]


@pytest.fixture
def impatient() -> Iterator[None]:
    """Threads that take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_threads_register_while_others_look(table: dict[str, Format], impatient: None) -> None:
    """A format that comes in doesn't disturb who goes through the table, and none is lost."""
    start = Barrier(8)

    def work(at: int) -> None:
        start.wait()
        for number in range(at, 800, 8):
            register(Format(f"x{number}", (f".x{number}",), "govreport.formats.text", opening=b"%%X"))
            assert registry.for_suffix(f".x{number}") is not None
            assert get(f".X{number}").id == f"x{number}"
            assert sniff(b"none of these", ".none") == "txt"
            assert any(option.name == "canonical" for option, _ in registry.options("write"))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    assert {f"x{number}" for number in range(800)} <= set(table)
