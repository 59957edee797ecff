"""Stage 3, levels: which marks number something, and how deep.

A stack of open series (style, last value) takes a mark as the next sibling of an open series or as the first
of a new one. Depth is inferred per document; the usual order of styles only breaks ties. What fits nowhere
is text. Look-ahead is by index of (style, value), so the whole stage is linear but for a logarithm.
"""

from __future__ import annotations

import re

from attrs import define, frozen

from ..model.note import Note
from ..model.number import STYLES, Number
from .body import Body, passage_text
from .lead import SUMMARY, lead_in, shares_words, stops
from .marks import Mark
from .outlook import Outlook, follows
from .unnumbered import is_frame

NEAR = 3
"""A gap of up to this many numbers is a slip of the writer, not another series."""


@define
class Placed:
    """An accepted mark with its place in the tree: index of its parent among the placed (-1: the report), depth from 1.

    `lead` is where the text that introduces a new series begins, when that text belongs to the parent and
    not to the sibling's part that ends there; else it equals `mark.start`. `why` is the rule that took it: next,
    first, heading, gap, repeat, late, run-on, lost.
    """

    mark: Mark
    parent: int
    depth: int
    lead: int
    why: str = "next"


@frozen
class Levels:
    """The result of the stage: placed marks in text order, those left as text with the reason, and notes."""

    placed: list[Placed]
    rejected: list[tuple[Mark, str]]
    notes: list[Note]


@define
class Frame:
    """An open series: its style and last value, the node that carries it, and where that node stands."""

    style: str
    value: int | None
    node: int
    passage: int
    strong: bool


def rank(style: str) -> int:
    """The usual depth order of a style; headings without a number stand above all."""
    return STYLES[style].rank if style in STYLES else -1


def is_item(style: str) -> bool:
    """Whether the style numbers items of a paragraph (一是, 第一，, ——)."""
    return style in STYLES and STYLES[style].item


class Placer:
    """The automaton: `place` takes the marks one by one in text order."""

    def __init__(self, body: Body, marks: list[Mark]) -> None:
        self.body = body
        self.marks = marks
        self.stack: list[Frame] = []
        self.titled: str | None = None
        self.latest: dict[str, int] = {}
        self.result = Levels([], [], [])
        self.ahead = Outlook(marks)

    def run(self) -> Levels:
        """Place all marks."""
        for i, mark in enumerate(self.marks):
            reason = self.place(i, mark)
            if reason:
                self.result.rejected.append((mark, reason))
        return self.result

    def place(self, i: int, mark: Mark) -> str:
        """Accept the mark (empty string) or say why it is text."""
        for k in range(len(self.stack) - 1, -1, -1):
            frame = self.stack[k]
            if frame.style == mark.style and follows(frame.value, mark.value, mark.style):
                return self.accept(mark, k, mark.start)
        if self.opens(i, mark):
            k, lead = self.parent(i, mark)
            return self.accept(mark, k, lead, "first" if mark.number else "heading")
        return self.repair(i, mark)

    def accept(self, mark: Mark, k: int, lead: int, why: str = "next", value: int | None = None) -> str:
        """Put the mark at level k of the stack, closing all below it; `value` where the mark's own is lost."""
        del self.stack[k:]
        parent = self.stack[-1].node if self.stack else -1
        node = len(self.result.placed)
        if mark.value is not None:
            self.latest[mark.style] = mark.value
        self.result.placed.append(Placed(mark, parent, len(self.stack) + 1, lead, why))
        self.stack.append(Frame(mark.style, value or mark.value, node, mark.passage, mark.boundary == "line"))
        return ""

    def continues(self, k: int, i: int) -> bool:
        """Whether the series at level k goes on behind mark i, before it starts anew or one above it goes on."""
        frame = self.stack[k]
        at = self.ahead.follower(frame.style, frame.value, i)
        if at == len(self.marks):
            return False
        if frame.style != "none" and frame.style != "dash" and self.ahead.next_of(frame.style, 1, i) < at:
            return False
        return all(self.ahead.follower(f.style, f.value, i) > at for f in self.stack[:k])

    def opens(self, i: int, mark: Mark) -> bool:
        """Whether the mark may be the first of a series."""
        if mark.style == "none":
            return True
        first = mark.value == 1 or mark.style == "dash"
        if not first:
            return False
        second = min(
            self.ahead.follower(mark.style, mark.value, i),
            self.ahead.next_of(mark.style, 3, i) if mark.style == "shi" else len(self.marks),
        )
        alone = second == len(self.marks) or (mark.style != "dash" and self.ahead.next_of(mark.style, 1, i) < second)
        if not alone:
            alone = any(
                self.ahead.follower(f.style, f.value, i) < second
                for f in self.stack
                if f.style != mark.style and rank(f.style) < rank(mark.style)
            )
        if alone:
            return mark.boundary == "line" and not is_item(mark.style) and rank(mark.style) < rank("arabic-paren")
        return True

    def parent(self, i: int, mark: Mark) -> tuple[int, int]:
        """Level of the stack where a new series opens, and where its lead-in text begins."""
        k = len(self.stack)
        if mark.style == "none":
            return self.heading_level(i), mark.start
        lead = lead_in(self.body, self.result.placed[-1].mark if self.result.placed else None, mark)
        while k > 0:
            frame = self.stack[k - 1]
            if frame.style == mark.style:
                if self.bare(frame, mark) and not is_item(mark.style):
                    break
            elif self.nests(k - 1, frame, i, mark, lead):
                break
            k -= 1
        return k, lead if k < len(self.stack) else mark.start

    def nests(self, k: int, frame: Frame, i: int, mark: Mark, lead: int) -> bool:
        """Whether a new series opened by `mark` lies inside the open node of `frame`."""
        same, node = frame.passage == mark.passage, self.result.placed[frame.node].mark
        if node.number is None and not is_item(mark.style) and is_frame(passage_text(self.body, frame.passage)):
            return False
        if frame.style == "dash":
            return same and is_item(mark.style)
        if self.continues(k, i):
            return True
        if rank(mark.style) < rank(frame.style) or frame.style == mark.style:
            return False
        inline = not frame.strong and not self.body.passages[frame.passage].glued
        if is_item(frame.style) or (inline and rank(frame.style) >= rank("arabic-paren")):
            return same and mark.boundary in ("colon", "comma") and not stops(self.body, node, mark)
        if k == 0 or not SUMMARY.match(self.body.text, lead):
            return True
        return not self.body.text.startswith("各位代表", lead) and shares_words(self.body, node, lead, mark.start)

    def bare(self, frame: Frame, mark: Mark) -> bool:
        """Whether only its heading line stands between the frame's node and the mark; a style nests in itself once."""
        if not (frame.strong and mark.boundary == "line" and mark.passage == frame.passage + 1):
            return False
        begin, end = self.result.placed[frame.node].mark.end, self.body.passages[frame.passage].end
        heading = self.body.text[begin:end]
        return (
            len(heading) <= 60
            and not re.search("[。；：]", heading)
            and [f.style for f in self.stack].count(mark.style) < 2
        )

    def heading_level(self, i: int) -> int:
        """The level of a heading without number: beside the last such heading, else below the innermost series that
        goes on behind it or that had such headings before, else at the top. 前言 and 结语 stand beside the parts."""
        if is_frame(passage_text(self.body, self.marks[i].passage)):
            return next((k + 1 for k in range(len(self.stack) - 1, -1, -1) if self.goes_on(k, i)), 0)
        for k, frame in enumerate(self.stack):
            if frame.style == "none":
                return k
        going = [k for k in range(len(self.stack)) if self.continues(k, i)]
        level = going[-1] + 1 if going else 0
        before = next((k + 1 for k, frame in enumerate(self.stack) if frame.style == self.titled), 0)
        if level > before:
            self.titled = self.stack[level - 1].style
        return max(level, before)

    def goes_on(self, k: int, i: int) -> bool:
        """Whether a series of numbers at level k goes on behind mark i."""
        return self.stack[k].style != "none" and self.continues(k, i)

    def repair(self, i: int, mark: Mark) -> str:
        """Near misses: a number left out or written twice, a series whose beginning is lost."""
        if mark.style == "hanzi" and mark.value is None:
            return self.lost(i, mark)
        if mark.boundary not in ("line", "stop", "semicolon") or mark.value is None:
            return "sequence"
        for k in range(len(self.stack) - 1, -1, -1):
            frame = self.stack[k]
            if frame.style != mark.style or frame.value is None:
                continue
            step = mark.value - frame.value
            if 1 < step <= NEAR:
                self.note("GR101", mark, f"编号缺{step - 1}个", f"{step - 1} number(s) missing before this one")
                return self.accept(mark, k, mark.start, "gap")
            if step == 0 and not is_item(mark.style) and mark.number is not None and len(mark.number.text) > 1:
                self.note("GR102", mark, "编号重复", "number repeated")
                return self.accept(mark, k, mark.start, "repeat")
            return "sequence"
        if mark.boundary == "line" and not is_item(mark.style):
            goes_on = self.ahead.follower(mark.style, mark.value, i) < len(self.marks)
            if self.latest.get(mark.style) == mark.value - 1 and (goes_on or rank(mark.style) <= rank("hanzi-paren")):
                return self.accept(mark, *self.parent(i, mark), "run-on")
            if goes_on and mark.value <= NEAR:
                self.note("GR103", mark, "编号不从一开始", "the series does not begin with one")
                return self.accept(mark, *self.parent(i, mark), "late")
        return "sequence"

    def lost(self, i: int, mark: Mark) -> str:
        """A number that lost its numeral: the next of the open series, or the first of one that goes on at 二."""
        open_series = [k for k, frame in enumerate(self.stack) if frame.style == mark.style and frame.value is not None]
        k = open_series[-1] if open_series else 0
        value = (self.stack[k].value or 0) + 1 if open_series else 1
        if not open_series and self.ahead.next_of(mark.style, 2, i) == len(self.marks):
            return "sequence"
        self.note("GR104", mark, "前的编号数字缺失", "the numeral before it is lost")
        return self.accept(mark, k, mark.start, "lost", value)

    def note(self, code: str, mark: Mark, zh: str, en: str) -> None:
        number: Number | None = mark.number
        text = number.text if number else ""
        span = self.body.span(mark.start, mark.end) if mark.end > mark.start else None
        self.result.notes.append(Note(code, "warning", f"“{text}”{zh}", f'"{text}": {en}', span))


def levels(body: Body, marks: list[Mark]) -> Levels:
    """Place marks into the tree.

    Post-conditions: depths start at 1 and grow by at most one from a node to the next; parents stand before children.
    """
    return Placer(body, marks).run()
