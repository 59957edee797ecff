"""The text of a report and the way back to it: Source, Hint, Span, Position.

All offsets count code points of `Source.text`, which is the decoded file, unchanged.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import Any

from attrs import field, frozen


@frozen(order=True)
class Span:
    """A half-open range of `Source.text`: `source.text[span.start:span.end]`.

    What ends before it starts is empty, as slices are.

    >>> Span(2, 5).of("一、总体情况"), len(Span(2, 5)), len(Span(5, 2))
    ('总体情', 3, 0)
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The piece of `text` that the span covers."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return max(0, self.end - self.start)

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end


@frozen(order=True)
class Position:
    """Where an offset stands for a human reader; all three count from 1."""

    line: int
    column: int
    page: int | None = None

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


@frozen
class Hint:
    """What a reader saw besides characters. Hints help the parser, they never decide alone.

    `kind`, and what `value` then is:

    - `heading`: outline level 1, 2, … of a heading style or tag
    - `bold`: None; characters set in a bold or heading face
    - `align`: "center" or "right"
    - `markup`: None; characters that are syntax (`##`, `**`, `|`)
    - `furniture`: str; page chrome, with the reason
    - `table`: tuple of rows, each a tuple of cell texts
    - `page`: int; the page number of a range
    - `comment`: str; what a comment says about a range (only those that speak to `govreport check`)
    - `indent`: None; a line that is indented where the first lines of paragraphs are
    - `break`: an end of line that is only a line break of the layout; "certain" where indents tell it, else None
    """

    span: Span
    kind: str
    value: Any = None


@frozen(eq=False)
class Source:
    """The decoded text of a report and what its reader knew of it.

    `encoding` is the codec that gives the file's bytes back (with `-sig` for a byte order mark),
    `metadata` what the container said (HTML meta tags, document properties), in Chinese keys
    where the page has them (索引号, 成文日期, 发布机构).
    """

    text: str
    name: str | None = None
    format: str = "txt"
    encoding: str | None = None
    hints: tuple[Hint, ...] = ()
    metadata: dict[str, str] = field(factory=dict)

    @cached_property
    def _starts(self) -> list[int]:
        starts, offset = [], 0
        for line in self.text.splitlines(keepends=True):
            starts.append(offset)
            offset += len(line)
        return starts or [0]

    @cached_property
    def _pages(self) -> list[tuple[int, int]]:
        return sorted((h.span.start, h.value) for h in self.hints if h.kind == "page")

    def position(self, offset: int) -> Position:
        """Line, column and page of an offset.

        >>> str(Source("标题\\n一、总体情况").position(5))
        '2:3'
        """
        line = bisect_right(self._starts, offset)
        page = bisect_right(self._pages, (offset, 10**9))
        return Position(
            line,
            offset - self._starts[line - 1] + 1,
            self._pages[page - 1][1] if page else None,
        )
