"""Code blocks of Markdown pages, and how they are run: as a reader would, one after the other, in one folder.

What stands in HTML comments right before a block says what to expect of it:

- ``<!-- not run: REASON -->``: it is not run; ``<!-- command: NAME -->``: CI runs it in a new environment (.ci/run)
- ``<!-- exit: 1 0 -->``: exit codes of its commands, 0 if nothing is said
- ``<!-- file: NAME -->``: it is the file of this name
- ``<!-- output -->``, ``<!-- errors -->``: no code, but lines that the commands before it print, in this order
"""

from __future__ import annotations

import ast
import io
import re
import shlex
import sys
import tomllib
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

from govreport.cli.main import cli

BLOCK = re.compile(r"((?:^<!-- [^\n]* -->\n)*)^```(\w*)\n(.*?)^```$", re.M | re.S)
COMMENT = re.compile(r"<!-- ([\w ]+?)(?:: (.*?))? -->")
FILE = re.compile(r"# ([\w-]+\.(?:toml|py))\b")
PRINTED = re.compile(r"^\s*print\(.*\)  # (.+)$", re.M)
RUN = ("python", "sh", "toml")


@frozen
class Block:
    """A fenced block: its language, its text, the line it begins on, and what the comments before it say."""

    language: str
    text: str
    line: int
    marks: dict[str, str] = field(factory=dict)

    @property
    def runs(self) -> bool:
        """Whether it is to be run."""
        return self.language in RUN and not self.marks.keys() & {"not run", "command"}


def blocks(page: str) -> Iterator[Block]:
    """The blocks of a page.

    >>> [(block.language, block.marks) for block in blocks("<!-- exit: 1 -->\\n```sh\\ngovreport\\n```\\n")]
    [('sh', {'exit': '1'})]
    """
    for found in BLOCK.finditer(page):
        comments = dict(COMMENT.findall(found[1]))
        yield Block(found[2], found[3], page.count("\n", 0, found.start(2)) + 1, comments)


def fits(printed: str, said: str) -> bool:
    """Whether a comment says what was printed: the same, the beginning (…), or the same and an explanation behind a comma.

    >>> fits("19:98", "19:98, line and column"), fits("甲乙丙", "甲乙…"), fits("1", "2")
    (True, True, False)
    """
    if said.endswith("…"):
        return printed.startswith(said.rstrip(" …"))
    return said == printed or said.startswith((f"{printed}, ", f"{printed}，"))


@define
class Reader:
    """Somebody who types in a page from top to bottom, in the current folder."""

    names: dict[str, Any] = field(factory=lambda: {"__name__": "page"})
    out: str = ""
    err: str = ""

    def follow(self, block: Block) -> None:
        """Run a block, or look for what it shows in what the commands before it printed."""
        if "file" in block.marks:
            Path(block.marks["file"]).write_text(block.text, "utf-8")
        elif "output" in block.marks:
            _in_order(block.text, self.out)
        elif "errors" in block.marks:
            _in_order(block.text, self.err)
        elif block.runs:
            if named := FILE.match(block.text):
                Path(named[1]).write_text(block.text, "utf-8")
            getattr(self, block.language)(block)

    def toml(self, block: Block) -> None:
        """It is TOML."""
        tomllib.loads(block.text)

    def python(self, block: Block) -> None:
        """Run it with the names of the blocks before it; what is printed is what its comments say."""
        ast.parse(block.text)
        printed = io.StringIO()
        with redirect_stdout(printed):
            exec(compile(block.text, f"<block at line {block.line}>", "exec"), self.names)
        lines = printed.getvalue().splitlines()
        for said in PRINTED.findall(block.text):
            assert any(fits(line, said) for line in lines), f"{said!r} was not printed, but:\n{printed.getvalue()}"

    def sh(self, block: Block) -> None:
        """Run its commands, all of which are `govreport …`."""
        self.out = self.err = ""
        lines = [words for line in block.text.splitlines() if (words := shlex.split(line, comments=True))]
        codes = [int(code) for code in block.marks.get("exit", "0").split()]
        codes = codes * len(lines) if len(codes) == 1 else codes
        for words, code in zip(lines, codes, strict=True):
            assert words[0] == "govreport", f"only govreport is run here; mark the block as not run: {words}"
            ended, out, err = _called(words[1:])
            assert ended == code, f"{shlex.join(words)} ended with {ended}, not {code}:\n{out}{err}"
            self.out += out
            self.err += err


def _called(words: list[str]) -> tuple[int, str, str]:
    """A command, in this process; ``> FILE`` at its end is understood."""
    target = words[-1] if len(words) > 2 and words[-2] == ">" else None
    kept = sys.stdout, sys.stderr
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in kept]
    sys.stdout, sys.stderr = streams
    code: Any = 0
    try:
        cli.main(words[:-2] if target else words, prog_name="govreport")
    except SystemExit as error:
        code = error.code
    finally:
        sys.stdout, sys.stderr = kept
    for stream in streams:
        stream.flush()
    out, err = (stream.buffer.getvalue().decode() for stream in streams)  # type: ignore[attr-defined]
    if target:
        Path(target).write_text(out, "utf-8", newline="")
        out = ""
    return int(code or 0), out, err


def _in_order(shown: str, printed: str) -> None:
    """AssertionError unless every line that is shown was printed, in this order."""
    lines = iter(line.rstrip() for line in printed.splitlines())
    for line in shown.splitlines():
        assert line.rstrip() in lines, f"not printed, or not in this place: {line!r}\n{printed}"
