"""与上年比较: what changed since last year's report, section by section, with what went and came inside the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..compare.changes import Change, Diff, MetricChange
from ..compare.output.labels import FIELDS, heading, summary, types
from ..compare.words import ADDED, KEPT, REMOVED, Words, words_of
from .links import Anchors, part, placed, said, table

ALIKE = 0.4
"""Two texts of which such a share stayed are shown as one; others one below the other."""
STRANGE = 0.15
"""Two texts of which less stayed are shown without marks."""
WHOLE = frozenset(("split", "merged"))
"""Types whose other side is another section's text, which isn't compared."""


def changes(diff: Diff | None, sections: Anchors) -> Iterator[str]:
    """The part of the page with what changed."""
    if diff is None:
        return
    body: list[str] = []
    if diff.fields:
        rows = ((FIELDS[row.name], text_of(words_of(row.old, row.new), row.old, row.new)) for row in diff.fields)
        body.append("<h3>版头、导语和结尾</h3>" + table("fields", "版头、导语和结尾", ("项目", "改动"), rows))
    changed = [change for change in diff.changes if change.type != "unchanged"]
    if changed:
        body.append("<h3>章节</h3>")
        body += [_change(change, sections) for change in changed]
    same = len(diff.changes) - len(changed)
    if same:
        body.append(f"<p>另有 {same} 节未变。</p>")
    gone = [row for row in diff.metrics if row.type == "dropped"]
    if gone:
        body.append(_dropped(gone))
    name = "与上年比较" if diff.mode == "year" else "与上一稿比较"
    old = said(diff.old.title or "上年报告")
    yield part("changes.", name, body, f"对照《{old}》：{said(summary(diff))}。")


def _change(change: Change, sections: Anchors) -> str:
    """One section: what happened to it, and behind that its texts."""
    names = "".join(f'<span class="kind {change.type}">{name}</span>' for name in types(change).split("、"))
    place = sections.link(change.new_address) if change.new_address is not None else ""
    old = said(placed(change.old_address)) if change.old_address is not None else ""
    where = f'<span class="soft">{" ← ".join(side for side in (place, "上年 " + old if old else "") if side)}</span>'
    body = _texts(change)
    title = f"{names}<b>{said(heading(change))}</b>"
    if not body:
        return f'<div class="change">{title} {where}</div>'
    return f'<details class="change"><summary>{title}</summary><p>{where}</p>{body}</details>'


def _texts(change: Change) -> str:
    old, new = change.old_text, change.new_text
    if change.type in WHOLE:
        return _sides(said(old), said(new))
    if change.old_address is None:
        return f"<p><ins>{said(new)}</ins></p>" if new else ""
    if change.new_address is None:
        return f"<p><del>{said(old)}</del></p>" if old else ""
    return f"<p>{text_of(words_of(old, new), old, new)}</p>" if old != new else ""


def text_of(words: Sequence[Words], old: str, new: str) -> str:
    """Both versions as one text where they are alike, else one below the other."""
    kept = sum(len(stretch.text) for stretch in words if stretch.op == KEPT) / max(len(old), len(new), 1)
    if kept < STRANGE and old and new:
        return _sides(said(old), said(new))
    if kept < ALIKE and old and new:
        return _sides(_side(words, REMOVED), _side(words, ADDED))
    return "".join(map(_stretch, words))


def _side(words: Sequence[Words], own: str) -> str:
    return "".join(_stretch(stretch) for stretch in words if stretch.op in (KEPT, own))


TAGS = {KEPT: "", REMOVED: "del", ADDED: "ins"}


def _stretch(stretch: Words) -> str:
    tag = TAGS[stretch.op]
    return f"<{tag}>{said(stretch.text)}</{tag}>" if tag else said(stretch.text)


def _sides(old: str, new: str) -> str:
    return f'<span class="side"><b>上年</b>{old}</span><span class="side"><b>今年</b>{new}</span>'


def _dropped(gone: Sequence[MetricChange]) -> str:
    """Figures of last year that this year's report has no more."""
    rows = ((said(row.name), said(row.old_text), said(placed(row.old_address or ""))) for row in gone)
    body = table("dropped", "上年有、本报告未再出现的数字", ("指标", "上年", "上年位置"), rows)
    return f"<details><summary>上年有、本报告未再出现的数字：{len(gone)}个</summary>{body}</details>"
