"""LibreOffice as a second pair of eyes: what it makes of written documents."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

FACES = {
    "仿宋_GB2312": ("FandolFang R", "FandolFang", "AR PL SungtiL GB", "AR PL UMing CN"),
    "楷体_GB2312": ("AR PL UKai CN", "AR PL KaitiM GB"),
    "黑体": ("Noto Sans CJK SC",),
    "方正小标宋简体": ("Noto Serif CJK SC",),
    "宋体": ("Noto Serif CJK SC",),
    "Times New Roman": ("Liberation Serif",),
}
"""Free fonts that stand in for those that documents name, a different one for each."""
CONFIGURATION = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><cachedir>{cache}</cachedir>{aliases}</fontconfig>
"""
SUFFIXES = {"pdf": "pdf", "docx": "docx:MS Word 2007 XML"}

Convert = Callable[[dict[str, bytes], str], dict[str, bytes]]


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Documents by name → the same as pdf, or saved anew as docx, by one run of LibreOffice."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("no LibreOffice here: apt-get install libreoffice-writer-nogui")
    known = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True).stdout
    missing = [name for name, others in FACES.items() if not any(other in known for other in others)]
    if missing:
        pytest.skip(
            f"no fonts here for {'、'.join(missing)}: apt-get install fonts-noto-cjk fonts-arphic-* fonts-liberation"
        )
    home = tmp_path_factory.mktemp("office")
    aliases = "".join(
        f'<alias binding="same"><family>{name}</family><prefer>'
        f"{''.join(f'<family>{other}</family>' for other in others)}</prefer></alias>"
        for name, others in FACES.items()
    )
    (home / "fonts.conf").write_text(CONFIGURATION.format(cache=home / "fonts", aliases=aliases))
    environment = os.environ | {"FONTCONFIG_FILE": str(home / "fonts.conf"), "HOME": str(home)}

    def run(documents: dict[str, bytes], to: str) -> dict[str, bytes]:
        source, target = tmp_path_factory.mktemp("from"), tmp_path_factory.mktemp("to")
        for name, data in documents.items():
            (source / f"{name}.docx").write_bytes(data)
        command = [soffice, f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless", "--convert-to"]
        files = [str(path) for path in sorted(source.iterdir())]
        subprocess.run(
            [*command, SUFFIXES[to], "--outdir", str(target), *files],
            check=True,
            capture_output=True,
            timeout=120,
            env=environment,
        )
        return {name: (Path(target) / f"{name}.{to}").read_bytes() for name in documents}

    return run
