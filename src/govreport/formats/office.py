"""DOC, WPS and RTF in: old files of Word and WPS, turned into DOCX by LibreOffice (`soffice`) where it is installed.

LibreOffice runs in a folder of its own that is gone afterwards, with a profile of its own, without macros, links or
updates, off the network where the system allows that, for a limited time, and all it starts ends with it.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

from attrs import evolve

from ..errors import FormatError, MissingExtraError
from ..model.report import Report
from ..model.source import Source
from .ooxml import OLE

SECONDS = 60
LARGEST = 256 * 1024 * 1024
"""Bytes that LibreOffice may write to one file."""
FILTERS = {OLE: ("a.doc", "MS Word 97"), b"{\\rtf": ("a.rtf", "Rich Text Format")}
"""How a file begins → its name in the folder and the only filter that it may be read by."""
PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
COMMON = "/org.openoffice.Office.Common/Security/Scripting"
SETTINGS = (
    (COMMON, "DisableMacrosExecution", "true"),
    (COMMON, "MacroSecurityLevel", "3"),
    (COMMON, "BlockUntrustedRefererLinks", "true"),
    (COMMON, "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
)
"""Of the profile: no macros, no links, and a proxy that isn't there."""


def read(
    data: bytes, *, name: str | None = None, encoding: str | None = None, original: bool = False
) -> Source | Report:
    """The text of an old file of Word or WPS, or of RTF, read as the DOCX that LibreOffice makes of it.

    Raises MissingExtraError without LibreOffice, FormatError for what LibreOffice can't open, or not in a minute.
    """
    from . import docx

    found = docx.read(converted(data), name=name, encoding=encoding, original=original)
    kind = "doc" if data.startswith(OLE) else "rtf"
    return evolve(found, format=kind) if isinstance(found, Source) else found


def converted(data: bytes) -> bytes:
    """The DOCX that LibreOffice makes of a file."""
    program = soffice()
    if program is None:
        raise MissingExtraError(
            "读取 doc、wps、rtf 需要 LibreOffice（soffice 命令）；请安装，或用 Word、WPS 另存为 docx 再读",
            "reading doc, wps and rtf needs LibreOffice (the command soffice); install it, or save the file as .docx "
            "in Word or WPS first",
        )
    found = next((row for magic, row in FILTERS.items() if data.lstrip(b"\xef\xbb\xbf").startswith(magic)), None)
    if found is None:
        raise FormatError(
            "不是 doc、wps 或 rtf 文件，请检查后缀，或用 Word、WPS 另存为 docx",
            "no doc, wps or rtf file; check its suffix, or save it as .docx in Word or WPS",
        )
    with tempfile.TemporaryDirectory(prefix="govreport-", ignore_cleanup_errors=True) as folder:
        file, target = Path(folder, found[0]), Path(folder, "out", "a.docx")
        file.write_bytes(data)
        _profile(Path(folder, "profile"))
        _run(
            [
                program,
                f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
                *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
                f"--infilter={found[1]}",
                *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(target.parent), str(file)),
            ],
            folder,
        )
        if not target.is_file():
            raise FormatError(
                "LibreOffice 打不开这个文件（可能损坏，或有密码），请用 Word 或 WPS 打开并另存为 docx",
                "LibreOffice can't open the file (damaged, perhaps, or with a password); open it in Word or WPS and "
                "save it as .docx",
            )
        return target.read_bytes()


def soffice() -> str | None:
    """The LibreOffice of this system, if it has one."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in PLACES if os.access(place, os.X_OK)), None)


def _profile(folder: Path) -> None:
    """A profile with SETTINGS."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in SETTINGS
    )
    user = folder / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        encoding="utf-8",
    )


def _run(command: list[str], folder: str) -> None:
    """Run LibreOffice for a limited time; whatever it started ends with it."""
    limited = (
        ["/bin/sh", "-c", f'ulimit -t {SECONDS} -f {LARGEST // 512}; exec "$@"', "sh"] if os.name == "posix" else []
    )
    process = subprocess.Popen(
        [*_offline(), *limited, *command],
        cwd=folder,
        env={**os.environ, "HOME": folder, "TMPDIR": folder, "http_proxy": "http://127.0.0.1:9", "no_proxy": ""},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise FormatError(
            f"LibreOffice 在 {SECONDS} 秒内没有转换完，已停止；请用 Word 或 WPS 另存为 docx",
            f"LibreOffice took more than {SECONDS} seconds and was stopped; save the file as .docx in Word or WPS",
        ) from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and all of its group."""
    if os.name == "posix":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    process.wait()


@cache
def _offline() -> tuple[str, ...]:
    """What to run a command with so that it has no network, where the system can do that without privileges."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    prefix = (unshare, "--map-root-user", "--net", "--")
    tried = subprocess.run([*prefix, "true"], capture_output=True, stdin=subprocess.DEVNULL, check=False, timeout=10)
    return prefix if tried.returncode == 0 else ()
