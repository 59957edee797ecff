"""What all outputs call things, in Chinese."""

from __future__ import annotations

from decimal import Decimal

from ..changes import Change, Diff, MetricChange

TYPES = {
    "unchanged": "未变",
    "edited": "改动",
    "reworded": "改写",
    "renumbered": "改编号",
    "moved": "移动",
    "split": "拆分",
    "merged": "合并",
    "added": "新增",
    "removed": "删除",
}
METRICS = {
    "value": "数值",
    "unit": "单位",
    "bound": "约数",
    "dropped": "不再出现",
    "new": "新出现",
    "number": "数字",
}
POINTS = {"%": "个百分点", "‰": "个千分点", "个百分点": "个百分点"}
"""What the difference of two shares is counted in, by their unit."""
MINUS = "\u2212"
"""The sign −; a hyphen is shorter and stands lower."""
FIELDS = {
    "title": "标题",
    "subtitle": "题注",
    "document_number": "发文字号",
    "issuer": "发文机关",
    "recipients": "主送机关",
    "salutation": "称谓",
    "speaker": "报告人",
    "date": "日期",
    "preamble": "导语",
    "closing": "结尾",
}


def types(change: Change) -> str:
    """All types of a change: 移动、改动."""
    return "、".join(TYPES[type] for type in (change.type, *change.also))


def where(change: Change) -> str:
    """Both addresses, the common one once: 一/（三） → 一/（四）."""
    if change.old_address == change.new_address:
        return change.new_address or ""
    return " → ".join(address for address in (change.old_address, change.new_address) if address is not None)


def heading(change: Change) -> str:
    """The heading after the change, with the old one where it was another; the beginning of the text without any."""
    old, new = change.old_heading, change.new_heading
    if change.new_address is None:
        return old or short(change.old_text)
    if change.old_address is None or old == new or not old:
        return new or short(change.new_text)
    return f"{old} → {new}"


def short(text: str, length: int = 24) -> str:
    """The beginning of a text, on one line.

    >>> short("加强领导。" * 9, 8)
    '加强领导。加强…'
    """
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def amount(change: MetricChange) -> str:
    """How much more or less, with the share of the old value: +12件（+40%）; empty where the values don't compare.

    Two percentages differ by 个百分点: −18.5% would be a share of the old one.

    >>> amount(MetricChange("value", "占比", Decimal("33.6"), Decimal("15.1"), "%"))
    '−18.5个百分点'
    >>> amount(MetricChange("value", "办件", Decimal(30), Decimal(42), "件"))
    '+12件（+40%）'
    """
    if change.change is None or change.change == 0:
        return ""
    unit = POINTS.get(change.unit)
    if unit is not None:
        return f"{signed(change.change)}{unit}"
    share = change.relative
    relative = f"（{share:+.1%}）".replace(".0%", "%").replace("-", MINUS) if share is not None else ""
    return f"{signed(change.change)}{change.unit}{relative}"


def signed(value: Decimal) -> str:
    """A number with its sign, large ones by 万 and 亿.

    >>> signed(Decimal(1250000)), signed(Decimal("-0.30"))
    ('+125万', '−0.3')
    """
    sign = "+" if value > 0 else MINUS
    for scale, name in ((Decimal(10**8), "亿"), (Decimal(10**4), "万")):
        if abs(value) >= scale:
            return f"{sign}{_trimmed(abs(value) / scale)}{name}"
    return f"{sign}{_trimmed(abs(value))}"


def _trimmed(value: Decimal) -> str:
    text = f"{value:.4f}"
    return text.rstrip("0").rstrip(".")


def summary(diff: Diff) -> str:
    """One line on all changes: 改动 3 节，新增 1 节；数字 12 处."""
    stat = diff.stat
    parts = [f"{TYPES[type]} {count} 节" for type, count in stat.items() if count and type != "unchanged"]
    if diff.metrics:
        parts.append(f"数字 {len(diff.metrics)} 处")
    if diff.fields:
        parts.append(f"版头等 {len(diff.fields)} 处")
    return "，".join(parts) or "没有差别 / no difference"
