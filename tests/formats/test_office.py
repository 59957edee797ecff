"""Old files of Word and WPS, and RTF: LibreOffice is called, watched and ended; without it there is one sentence."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

import govreport
from govreport.errors import FormatError, MissingExtraError
from govreport.formats import office

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
RTF = b"{\\rtf1\\ansi {\\b Heading}\\par Text.\\par}"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Fake = Callable[[str], Path]


def docx() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        text = "".join(
            f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in ("某局工作总结", "一、总体情况", "平稳。")
        )
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{text}</w:body></w:document>')
    return file.getvalue()


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    """Puts a shell script in the place of LibreOffice; gives the file that it may write to."""

    def made(script: str) -> Path:
        program, said = tmp_path / "soffice", tmp_path / "said"
        (tmp_path / "a.docx").write_bytes(docx())
        script = script.replace("SAID", str(said)).replace("MADE", str(tmp_path / "a.docx"))
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setattr(office, "soffice", lambda: str(program))
        monkeypatch.setattr(office, "_offline", tuple)
        return said

    return made


@pytest.mark.parametrize(
    ("data", "filter", "format"), [(OLE, "MS Word 97", "doc"), (RTF, "Rich Text Format", "rtf")], ids=["doc", "rtf"]
)
def test_what_libreoffice_is_told_and_what_comes_of_it(fake: Fake, data: bytes, filter: str, format: str) -> None:
    said = fake(
        'printf "%s\\n" "$@" > SAID; pwd >> SAID; cat profile/user/*.xcu >> SAID; mkdir out; cp MADE out/a.docx'
    )
    report = govreport.read(data)
    assert [section.heading for section in report.sections] == ["总体情况"]
    assert report.source is not None
    assert report.source.format == format
    told = said.read_text()
    assert {"--headless", f"--infilter={filter}", "--convert-to"} <= set(told.split("\n"))
    for setting in ("DisableMacrosExecution", "BlockUntrustedRefererLinks", "ooInetProxyType"):
        assert setting in told
    folder = next(
        line for line in told.split("\n") if "govreport-" in line and line.startswith("/") and "/a." not in line
    )
    assert not Path(folder).exists()


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("exit 0", "打不开"),
        ("exit 7", "打不开"),
        ("kill -9 $$", "打不开"),
        ("mkdir out; echo x > out/a.docx", "不是 docx"),
    ],
)
def test_what_goes_wrong_is_one_sentence(fake: Fake, script: str, says: str) -> None:
    fake(script)
    with pytest.raises(FormatError, match=says):
        office.read(OLE)


def test_it_is_stopped_with_all_it_started(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    said = fake("(sleep 3; echo late > SAID) & sleep 60")
    monkeypatch.setattr(office, "SECONDS", 0.5)
    with pytest.raises(FormatError, match="已停止"):
        office.converted(OLE)
    time.sleep(3)
    assert not said.exists()


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "soffice", lambda: None)
    with pytest.raises(MissingExtraError, match="LibreOffice") as caught:
        govreport.read(OLE)
    assert caught.value.en.isascii()


def test_other_files_are_not_given_to_it(fake: Fake) -> None:
    said = fake("echo called > SAID")
    with pytest.raises(FormatError, match="不是 doc"):
        govreport.read(b"plain", "doc")
    assert not said.exists()


@pytest.mark.skipif(office.soffice() is None, reason="LibreOffice (soffice) is not installed")
def test_real_files(shared: Path) -> None:
    report = govreport.read(shared / "corpus/formats/fitness-standard.doc")
    assert report.title.endswith("体能测评标准")
    assert len(report.sections) >= 3
    assert govreport.read(RTF).source.text.split("\n") == ["Heading", "Text."]  # type: ignore[union-attr]
