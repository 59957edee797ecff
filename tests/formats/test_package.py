"""Zip packages: bytes are counted while they are unpacked, over all parts, whatever the directory says."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from govreport.errors import BudgetError, FormatError
from govreport.formats import package
from govreport.formats.safe_xml import Words

WORDS = Words("某格式", "另存", "save it again")


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def opened(data: bytes) -> package.Package:
    return package.Package(package.opened(data, WORDS), WORDS)


def test_parts_are_counted_together_and_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_BYTES", 2_500)
    found = opened(packed({"a": b"a" * 1_000, "b": b"b" * 1_000, "c": b"c" * 1_000}))
    assert found.content("a") == found.content("a") == b"a" * 1_000
    assert found.content("b") == b"b" * 1_000
    with pytest.raises(BudgetError, match="c 解开后超出限度"):
        found.content("c")


def test_a_ratio_that_only_shows_while_unpacking(monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytearray(packed({"a": b" " * 100_000}))
    monkeypatch.setattr(package, "RATIO_FROM", 10_000)
    with pytest.raises(BudgetError):
        package.opened(bytes(data), WORDS)
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = (9_000).to_bytes(4, "little")  # the directory says 9 kB
    with pytest.raises(FormatError, match="a 读不出来"):
        opened(bytes(data)).content("a")


def test_names_are_only_names() -> None:
    found = opened(packed({"../../a": b"x", "/b": b"y"}))
    assert (found.content("../../a"), found.content("/b"), found.content("a"), found.content("")) == (
        b"x",
        b"y",
        None,
        None,
    )


def test_too_many_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_MEMBERS", 3)
    with pytest.raises(BudgetError, match="某格式 压缩包"):
        opened(packed({str(n): b"" for n in range(4)}))
    assert opened(packed({str(n): b"" for n in range(3)})).content("2") == b""


def test_replaced_parts_leave_the_others_packed_as_they_are() -> None:
    data = packed({"a": b"a" * 1_000, "b": b"b" * 1_000, "c": b"c" * 1_000})
    again = package.replaced(data, {"b": b"B" * 10}, WORDS)
    found = opened(again)
    assert [found.content(name) for name in found.archive.namelist()] == [b"a" * 1_000, b"B" * 10, b"c" * 1_000]
    records = [data[m.header_offset :][: m.compress_size + 31] for m in opened(data).archive.infolist()]
    assert records[0] in again
    assert records[2] in again
    assert records[1] not in again


def test_a_part_that_is_not_replaced_is_never_unpacked() -> None:
    data = bytearray(packed({"a": b" " * 1_000_000, "b": b"b"}))
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")  # a lie that unpacking would find out
    with pytest.raises(FormatError):
        opened(bytes(data)).content("a")
    again = opened(package.replaced(bytes(data), {"b": b"c"}, WORDS))
    assert again.content("b") == b"c"
    assert again.archive.getinfo("a").file_size == 10


def test_members_written_as_a_stream_keep_what_stands_behind_them() -> None:
    class Stream(BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    file = Stream()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"a" * 1_000)
        archive.writestr("b", b"b" * 1_000)
    again = package.replaced(file.getvalue(), {"b": b"c"}, WORDS)
    with zipfile.ZipFile(BytesIO(again)) as archive:
        assert archive.testzip() is None
        assert archive.read("a") == b"a" * 1_000
