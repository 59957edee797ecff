"""What is syntax in a Markdown text: one line at a time, every pattern linear. The writer's escapes stand beside them.

GitHub's tables, CommonMark's headings, quotes, lists and emphasis; looser where Chinese files are (``##标题`` without
a space, ``**（一）加强领导。**正文``, which CommonMark leaves as stars).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from ..model.source import Hint, Span

PUNCTUATION = r"[!-/:-@\[-`{-~]"
# possessive quantifiers (++, *+) keep every pattern linear on hostile lines
BLOCK = re.compile(
    r"[ \t]*+(?P<quote>>[> \t]*+)?+"
    r"(?:(?P<heading>#{1,6})(?=[ \t\u3000]|$|[^\x00-\x7f])[ \t\u3000]*+"
    r"|(?P<bullet>[-*+][ \t]++(?=\S)(?!\d{1,4}[ \t]*-?[ \t]*$)))?"
)
"""What may open a line: quote, heading or list mark; - 12 - is a page number."""
RULE = re.compile(r"[ \t]*+(?:(?:-[ \t]*+){3,}+|(?:\*[ \t]*+){3,}+|(?:_[ \t]*+){3,}+|={3,}+[ \t]*+)$")
FENCE = re.compile(r"[ \t]*+(?:```[^`]*|~~~.*)$")
SEPARATOR = re.compile(r"[ \t]*+\|?+[ \t]*+:?+-++:?+[ \t]*+(?:\|[ \t]*+:?+-++:?+[ \t]*+)*+\|?+[ \t]*+$")
INLINE = re.compile(
    rf"(?P<escape>\\){PUNCTUATION}"
    r"|(?P<tag></?[A-Za-z][^<>\n]{0,200}>|<!--[^<>\n]*-->|&(?:nbsp|emsp|ensp);)"
    r"|(?P<run>\*+|(?<!_)__(?!_))"
    r"|(?P<image>!\[[^\[\]\n]{0,200}\]\([^()\s]{0,500}\))"
    r"|(?P<open>\[)(?=[^\[\]\n]{1,200}\]\([^()\s]{1,500}\))|(?P<close>\]\([^()\s]{1,500}\))"
    r"|(?P<code>`+|~~)"
)
FRONT = re.compile(
    r"---[ \t]*+\r?\n(?P<pairs>(?:(?!(?:---|\.\.\.)[ \t]*+\r?\n)[^\n]*\n){0,200})(?:---|\.\.\.)[ \t]*+(?:\r?\n|\Z)"
)
NOT_OPENING = "，、。；：！？,.;:!?)）”’》】」"
"""Behind stars that open a bold span none of these can stand: 王**、李**."""

ESCAPED = re.compile(
    r"\\|\*|(?<!_)_(?=_(?!_))|`|~(?=~)|<(?=/?[A-Za-z]|!--)|&(?=(?:nbsp|emsp|ensp);)"
    r"|\[(?=[^\[\]\n]{0,200}\]\()|(?<=[ \t])#(?=#*$)"
)
"""What the writer puts a backslash before anywhere in a text, so that INLINE doesn't take it."""
OPENING = re.compile(r"^(?:#|>|[-+](?=[ \t])|-(?=[- \t]*$)|=(?==+[ \t]*$)|_(?=[_ \t]*$))")
"""What the writer puts a backslash before at the beginning of a paragraph, so that BLOCK and RULE don't take it."""
LINE_END = re.compile(r"[ \t]*+(?:\r\n?|\n)[ \t]*+")


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """Metadata of a `---` block of ``key: value`` lines at the very start, and where the text begins behind it.

    >>> front_matter("---\\n索引号: A-1\\n---\\n# 标题")
    ({'索引号': 'A-1'}, 17)
    """
    found = FRONT.match(text)
    if found is None:
        return {}, 0
    metadata: dict[str, str] = {}
    for line in found["pairs"].splitlines():
        pair = re.match(r'("(?:[^"\\]|\\.)*"|[^\s:：#"\'][^:：]{0,60}?)[ \t]*[:：](?:[ \t]+|$)(.*)', line)
        if pair:
            metadata[_unquoted(pair[1])] = _unquoted(pair[2].strip())
        elif line.strip() and line[0] not in " \t-#":
            return {}, 0
    return metadata, found.end()


def front_matter_text(metadata: dict[str, str]) -> str:
    """The block that `front_matter` reads as this metadata."""
    pairs = (f"{_quoted(key, ':：')}: {_quoted(value, '')}\n" for key, value in metadata.items())
    return f"---\n{''.join(pairs)}---"


def _quoted(text: str, unsafe: str) -> str:
    """A value as it is where YAML and `front_matter` read it so, else as a JSON string, which is YAML too."""
    plain = re.fullmatch(r"[^\s\x00-\x1f\x7f-\x9f\"'#\[\]{}&*!|>%@`\-:：,?][^\x00-\x1f\x7f-\x9f\u2028\u2029\"#]*", text)
    if plain and text == text.strip() and not any(c in text for c in unsafe) and ": " not in text and len(text) < 60:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029]", lambda m: f"\\u{ord(m[0]):04x}", quoted)


def _unquoted(text: str) -> str:
    if text[:1] == '"':
        try:
            return str(json.loads(text))
        except ValueError:
            return text
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == "'" else text


def scan(text: str, start: int = 0) -> Iterator[Hint]:
    """The hints of a Markdown text; text[:start] is front matter."""
    if start:
        yield Hint(Span(0, start), "furniture", "metadata")
    lines = list(_lines(text, start))
    index = 0
    while index < len(lines):
        a, b = lines[index]
        rows_end = _table_end(text, lines, index)
        if rows_end:
            yield from _table(text, lines[index:rows_end])
            index = rows_end
            continue
        before = lines[index - 1] if index else None
        yield from _line(text, a, b, before)
        index += 1


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Start and end of every line, line end excluded."""
    for found in re.compile(r"[^\r\n]+|\r\n?|\n").finditer(text, start):
        if text[found.start()] not in "\r\n":
            yield found.span()


def _line(text: str, a: int, b: int, before: tuple[int, int] | None) -> Iterator[Hint]:
    line = text[a:b]
    if RULE.match(line) or FENCE.match(line):
        yield Hint(Span(a, b), "markup")
        if "=" in line and before is not None and text[before[1] : a].count("\n") < 2 and text[slice(*before)].strip():
            yield Hint(Span(*before), "heading", 1)
        return
    found = BLOCK.match(line)
    assert found is not None  # every part of it is optional
    head = found.end()
    if found["quote"]:
        yield Hint(Span(a + found.start("quote"), a + found.end("quote")), "markup")
    mark = "heading" if found["heading"] else "bullet"
    if found[mark]:
        yield Hint(Span(a + found.start(mark), a + head), "markup")
    end = _without_hashes(line, head) if found["heading"] else len(line)
    if line[end:].strip():
        yield Hint(Span(a + end, b), "markup")
    if found["heading"] and end > head:
        yield Hint(Span(a + head, a + end), "heading", len(found["heading"]))
    yield from _inline(text, a + head, a + end)


def _without_hashes(line: str, head: int) -> int:
    """Where the text of a heading ends: before closing hashes that stand behind a space."""
    bare = line.rstrip(" \t").rstrip("#")
    if len(bare) > head and bare[-1] in " \t":
        return len(bare.rstrip(" \t"))
    return len(line) if len(bare) > head else max(head, len(bare))


def _inline(text: str, a: int, b: int) -> Iterator[Hint]:
    """Markup and bold spans of text[a:b]; a run of stars closes the last open run of the same length."""
    opened: dict[str, tuple[int, int]] = {}
    link = False
    for found in INLINE.finditer(text, a, b):
        start, end = found.span()
        if found["escape"]:
            yield Hint(Span(start, start + 1), "markup")
        elif found["open"] or found["close"]:
            if found["open"] or link:
                yield Hint(Span(start, end), "markup")
            link = bool(found["open"])
        elif not found["run"]:
            yield Hint(Span(start, end), "markup")
        elif found[0] in opened and not text[start - 1].isspace():
            since, inner = opened.pop(found[0])
            yield Hint(Span(since, inner), "markup")
            yield Hint(Span(start, end), "markup")
            if len(found[0]) > 1:
                yield Hint(Span(inner, start), "bold")
        elif _opens(text, a, start, end, b):
            opened[found[0]] = (start, end)


def _opens(text: str, a: int, start: int, end: int, b: int) -> bool:
    """Whether a run of stars may open: with something behind it to embrace, and no single star as in 3*5."""
    if end - start > 3 or end >= b or text[end].isspace() or text[end] in NOT_OPENING:
        return False
    return end - start > 1 or start == a or not (text[start - 1].isascii() and text[start - 1].isalnum())


def _table_end(text: str, lines: list[tuple[int, int]], index: int) -> int:
    """Behind the last row of the table whose header is lines[index] and whose separator follows; 0 if none is there."""
    if index + 1 >= len(lines) or "|" not in text[slice(*lines[index])]:
        return 0
    separator = text[slice(*lines[index + 1])]
    if not SEPARATOR.match(separator) or "|" not in separator or not _adjacent(text, lines, index + 1):
        return 0
    at = index + 2
    while at < len(lines) and _adjacent(text, lines, at) and "|" in text[slice(*lines[at])]:
        at += 1
    return at


def _adjacent(text: str, lines: list[tuple[int, int]], index: int) -> bool:
    return text[lines[index - 1][1] : lines[index][0]] in ("\n", "\r\n", "\r")


def _table(text: str, lines: list[tuple[int, int]]) -> Iterator[Hint]:
    rows: list[tuple[str, ...]] = []
    for number, (a, b) in enumerate(lines):
        if number == 1:
            yield Hint(Span(a, b), "markup")
            continue
        cells: list[str] = []
        for start, end in _cells(text, a, b):
            hints = list(_inline(text, start, end))
            yield from hints
            cells.append(_inner(text, start, end, hints))
        yield from (Hint(Span(at, at + 1), "markup") for at in _pipes(text, a, b))
        rows.append(tuple(cells))
    yield Hint(Span(lines[0][0], lines[-1][1]), "table", tuple(rows))


def _pipes(text: str, a: int, b: int) -> list[int]:
    """The pipes of a row that part cells: those without a backslash."""
    return [m.start() for m in re.compile(r"\\.|(\|)").finditer(text, a, b) if m[1]]


def _cells(text: str, a: int, b: int) -> Iterator[tuple[int, int]]:
    pipes = _pipes(text, a, b)
    edges = [a - 1, *pipes, b]
    spans = [(edges[i] + 1, edges[i + 1]) for i in range(len(edges) - 1)]
    if pipes and not text[a : pipes[0]].strip():
        spans = spans[1:]
    if pipes and not text[pipes[-1] + 1 : b].strip():
        spans = spans[:-1]
    yield from spans


def _inner(text: str, start: int, end: int, hints: list[Hint]) -> str:
    """The text of a cell without markup; a <br> is a line end in it."""
    parts: list[str] = []
    at = start
    for span in sorted(h.span for h in hints if h.kind == "markup"):
        parts.append(text[at : span.start])
        if re.fullmatch(r"<br ?/?>", span.of(text), re.IGNORECASE):
            parts.append("\n")
        at = span.end
    parts.append(text[at:end])
    return "".join(parts).strip()
