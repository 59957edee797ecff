"""What all tests share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# No deadline: a first call may build a dictionary, and machines are noisy. The same examples every time, so that a
# failure is the fault of a change; `pytest --hypothesis-profile=explore` looks for new ones.
settings.register_profile("govreport", deadline=None, max_examples=150, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=3000)
settings.load_profile("govreport")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports and gold annotations beside the repository; tests that need it are skipped without."""
    folder = Path(__file__).resolve().parents[1].parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"no real reports here: {folder} does not exist")
    return folder


# ---------------------------------------------------------------- no network, and who writes what

HERE = Path(__file__).resolve().parent
LOOPBACK = ("batch/test_cluster.py", "view/")
"""Tests of a cluster and of a browser, which talk to processes of this machine; all others to nobody."""
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {
    "os.mkdir": 0,
    "os.remove": 0,
    "os.rename": 1,
    "os.rmdir": 0,
    "os.link": 1,
    "os.symlink": 1,
    "os.truncate": 0,
}
"""Events that change the file system, and which of their arguments is the place."""


class Guard:
    """Hears of every connection and every change of the file system in this process."""

    def __init__(self) -> None:
        self.loopback = False
        self.changes: list[str] | None = None

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in ("socket.connect", "socket.sendto") and isinstance(arguments[1], tuple):
            self.forbid(str(arguments[1][0]))
        elif event == "socket.getaddrinfo":
            self.forbid(str(arguments[0]))
        elif self.changes is not None:
            if event == "open" and isinstance(arguments[0], (str, bytes)) and arguments[2] & WRITES:
                self.changes.append(os.fsdecode(arguments[0]))
            elif event in CHANGES and isinstance(place := arguments[CHANGES[event]], (str, bytes, os.PathLike)):
                self.changes.append(os.fsdecode(place))

    def forbid(self, host: str) -> None:
        if not (self.loopback and (host in ("localhost", "::1", "None", "") or host.startswith("127."))):
            raise AssertionError(f"a connection to {host}")


GUARD = Guard()
sys.addaudithook(GUARD)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    path = item.path.relative_to(HERE).as_posix() if item.path.is_relative_to(HERE) else ""
    GUARD.loopback = path.startswith(LOOPBACK)
    try:
        return (yield)
    finally:
        GUARD.loopback = False


@pytest.fixture
def changes(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The places in the file system that this process writes to, from here on."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    GUARD.changes = []
    yield GUARD.changes
    GUARD.changes = None
