"""What people see on a terminal: text in which no character of a report, or of a file's name, is a command to it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

import click
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.text import Text

from ..language.width import visible

WIDTH = 120
"""Columns where standard output is no terminal."""


def screen(err: bool = False) -> Console:
    """Standard output, or standard error, as a console; a reader that goes away is left to the command group."""
    console = _Screen(stderr=err, highlight=False, soft_wrap=True, markup=False, emoji=False)
    if not console.is_terminal:
        console.width = WIDTH
    return console


class _Screen(Console):
    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(visible(segment.text), segment.style)

    def render_str(self, text: str, **options: Any) -> Text:
        return super().render_str(visible(text), **options)

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def say(text: str) -> None:
    """Put text for people on standard output."""
    sys.stdout.write(visible(text))


def remark(line: str) -> None:
    """Say something beside the data, on standard error."""
    click.echo(visible(line), err=True)


def deliver(data: str | bytes) -> None:
    """Put data on standard output as it is; where that is a terminal, people see it as text."""
    if sys.stdout.isatty():
        say(data if isinstance(data, str) else data.decode("utf-8", "replace"))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data.encode("utf-8", "backslashreplace") if isinstance(data, str) else data)
