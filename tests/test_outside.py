"""Nothing is written outside the place that was asked for: by any command, through archives, by way of links."""

from __future__ import annotations

import io
import os
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from govreport import parse, read, write
from govreport.batch import run
from govreport.cli.main import cli

TEXT = "某县2023年工作总结\n一、总体情况\n全年办理１２件。\n二、存在问题\n一是等候时间长。\n三、2024年打算\n改造小区2个。\n"
Command = Callable[..., int]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a report, and home, temporary files and all else in folders of their own beside it."""
    for name in ("work", "home", "tmp", "out"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home" / "cache"))
    monkeypatch.chdir(tmp_path / "work")
    (tmp_path / "work" / "报告.txt").write_text(TEXT, "utf-8")
    (tmp_path / "work" / "去年.txt").write_text(TEXT.replace("2023", "2022").replace("2024", "2023"), "utf-8")
    return tmp_path


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Command:
    def call(*arguments: str) -> int:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
        with pytest.raises(SystemExit) as caught:
            cli.main(list(arguments), prog_name="govreport")
        return int(caught.value.code or 0)

    return call


def state(folder: Path, without: str = "out") -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
        if without not in path.relative_to(folder).parts
    }


def elsewhere(changes: list[str], out: Path) -> list[str]:
    """The changes outside the folder; devices aren't files."""
    found = [Path(os.path.abspath(change)) for change in changes]
    return [str(path) for path in found if not path.is_relative_to(out) and path.parts[1] not in ("dev", "proc")]


READING = [
    ["show", "--facts"], ["metrics"], ["check"], ["fix", "--diff"], ["convert", "--to", "html"], ["seed"],
    ["diff", "去年.txt"], ["trace", "去年.txt"],
]  # fmt: skip
WRITING = [
    *(
        ["convert", "报告.txt", "-o", f"../out/a.{suffix}"]
        for suffix in ("txt", "md", "json", "html", "docx", "akn", "ofd")
    ),
    ["diff", "去年.txt", "报告.txt", "--to", "html", "-o", "../out/a.html"],
    ["diff", "去年.txt", "报告.txt", "--to", "docx", "-o", "../out/a.docx"],
    ["trace", "去年.txt", "报告.txt", "--to", "csv", "-o", "../out/a.csv"],
    ["seed", "报告.txt", "-o", "../out/a.docx"],
    ["view", "报告.txt", "--previous", "去年.txt", "-o", "../out/a.html"],
    ["check", "报告.txt", "--baseline", "../out/a.json", "--write-baseline"],
]


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_what_only_reads_writes_nothing(
    place: Path, command: Command, changes: list[str], arguments: list[str]
) -> None:
    before = state(place)
    assert command(*arguments, "报告.txt") in (0, 1)
    assert elsewhere(changes, place / "out") == []
    assert state(place) == before
    assert list((place / "out").iterdir()) == []


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_what_writes_writes_one_file(place: Path, command: Command, changes: list[str], arguments: list[str]) -> None:
    before = state(place)
    assert command(*arguments) == 0
    assert elsewhere(changes, place / "out") == []
    assert state(place) == before
    assert [path.name[:2] for path in (place / "out").iterdir()] == ["a."]


def test_fix_changes_the_file_alone(place: Path, command: Command, changes: list[str]) -> None:
    before = state(place)
    assert command("fix", "报告.txt") == 0
    after = state(place)
    assert [name for name in after if after[name] != before.get(name)] == [os.path.join("work", "报告.txt")]
    assert after.keys() == before.keys()
    assert {os.path.dirname(os.path.abspath(change)) for change in changes} <= {str(place / "work")}


def test_batch_writes_into_its_folder(place: Path, changes: list[str]) -> None:
    before = state(place)
    assert run([place / "work"], place / "out", format="jsonl.gz", workers=1).documents == 2
    pipes = "pymp-"  # of the multiprocessing of Python, in the folder for temporary files, gone when the process ends
    assert [change for change in elsewhere(changes, place / "out") if not Path(change).name.startswith(pipes)] == []
    assert state(place) == before


LEAVING = [
    "../../外.txt",
    "/tmp/govreport-外.txt",
    "a/../../../外.txt",
    "a\\..\\外.txt",
    "C:\\外.txt",
    "\x1b[31m外.txt",
]


@pytest.mark.parametrize("suffix", ["zip", "tar.gz"])
def test_members_that_try_to_leave_their_archive_are_read_where_they_are(place: Path, suffix: str) -> None:
    archive = place / "work" / f"包.{suffix}"
    if suffix == "zip":
        with zipfile.ZipFile(archive, "w") as packed:
            for name in LEAVING:
                packed.writestr(name, TEXT)
    else:
        with tarfile.open(archive, "w:gz") as tar:
            for name in LEAVING:
                info = tarfile.TarInfo(name)
                info.size = len(TEXT.encode())
                tar.addfile(info, io.BytesIO(TEXT.encode()))
            for kind, target in (
                (tarfile.SYMTYPE, "/etc/hostname"),
                (tarfile.LNKTYPE, "../报告.txt"),
                (tarfile.FIFOTYPE, ""),
            ):
                link = tarfile.TarInfo("链.txt")
                link.type, link.linkname = kind, target
                tar.addfile(link)
    before = state(place)
    done = run([archive], place / "out", format="jsonl.gz", workers=1)
    assert (done.documents, done.errors) == (len(LEAVING), 0)
    assert state(place) == before
    assert not Path("/tmp/govreport-外.txt").exists()
    assert {path.parts[0] for path in (p.relative_to(place / "out") for p in (place / "out").rglob("*"))} <= {
        *("reports", "sections", "metrics", "plans", "problems", "citations", "findings", "errors"),
        *("_parts", "schema.json"),
    }


@pytest.fixture
def linked(place: Path) -> Path:
    """A folder with links that lead out of it."""
    (place / "secret.txt").write_text(TEXT, "utf-8")
    (place / "beyond").mkdir()
    (place / "beyond" / "内.txt").write_text(TEXT, "utf-8")
    (place / "work" / "链.txt").symlink_to(place / "secret.txt")
    (place / "work" / "夹").symlink_to(place / "beyond", target_is_directory=True)
    (place / "work" / "断.txt").symlink_to(place / "nowhere.txt")
    (place / "work" / "圈").symlink_to(place / "work", target_is_directory=True)
    return place


def test_links_are_not_followed_out_of_a_folder(linked: Path, command: Command) -> None:
    assert command("fix", ".") == 0
    assert (linked / "secret.txt").read_text("utf-8") == TEXT
    assert (linked / "beyond" / "内.txt").read_text("utf-8") == TEXT
    assert (linked / "work" / "报告.txt").read_text("utf-8") != TEXT
    assert run([linked / "work"], linked / "out", format="jsonl.gz", workers=1).documents == 2


def test_a_link_that_is_named_stays_a_link(linked: Path, command: Command) -> None:
    assert command("fix", "链.txt") == 0
    assert (linked / "work" / "链.txt").is_symlink()
    assert "12件" in (linked / "secret.txt").read_text("utf-8")


def test_a_file_that_is_written_through_a_link_is_whole(linked: Path) -> None:
    write(parse(TEXT), linked / "work" / "链.txt")
    assert (linked / "work" / "链.txt").is_symlink()
    assert read(linked / "secret.txt").title == "某县2023年工作总结"
    assert [path.name for path in linked.iterdir() if path.name.startswith(".")] == []
