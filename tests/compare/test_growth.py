"""Ten times the text takes at most twelve times as long to be compared, traced and seeded, hostile text too."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

from govreport import Report, diff, parse, seed
from govreport.model.number import hanzi

SMALL, LARGE = 6_000, 60_000
NOISE = 0.15
"""Seconds that a busy machine may add."""
CLAUSES = [
    "完善制度",
    "改造大厅",
    "清理公告",
    "走访小区",
    "清扫步道",
    "增加早班",
    "检查食堂",
    "讲授书法",
    "维修器材",
    "发放沙袋",
]


def sections(size: int, words: str) -> str:
    parts, at, length = ["某县2023年工作总结\n"], 0, 12
    while length < size:
        number = hanzi(at % 900 + 1)
        parts.append(f"（{number}）{CLAUSES[at % 10]}{at}。{words}{at}件。\n")
        length += len(parts[-1])
        at += 1
    return "".join(parts)


INPUTS: dict[str, Callable[[int], str]] = {
    "sections": lambda size: sections(size, "全年抓好落实，办结事项"),
    "equal sections": lambda size: "某县2023年工作总结\n" + "（一）落实。办件3件。\n" * (size // 12),
    "figures of one name": lambda size: "某县2023年工作总结\n一、情况\n" + "办件3件，" * (size // 5),
    "one sentence": lambda size: "某县2023年工作总结\n一、情况\n" + "的" * size,
    "sentences": lambda size: "某县2023年工作总结\n一、情况\n" + "的。" * (size // 2),
    "paragraphs": lambda size: "某县2023年工作总结\n一、情况\n" + "抓好落实\n" * (size // 5),
}
SEEDED = ("sections", "figures of one name")
"""Seeding finds all facts twice and takes its time: two inputs are enough."""
ACTIONS: dict[str, Callable[[Report, Report], object]] = {
    "draft": lambda old, new: diff(old, new, "draft").to_dict(),
    "year": lambda old, new: diff(old, new, "year").to_dict(),
    "seed": lambda old, new: seed(old, 2024),
}


def changed(text: str) -> str:
    """Another version: a third is rewritten, the rest shifted."""
    lines = text.split("\n")
    return "\n".join(
        line.replace("落实", "推进") + ("新" if at % 3 == 0 else "") for at, line in enumerate(lines[::-1])
    )


ROWS = [(name, action) for name in INPUTS for action in ACTIONS if action != "seed" or name in SEEDED]


@pytest.mark.parametrize(("name", "action"), ROWS)
def test_time_grows_with_the_text(name: str, action: str) -> None:
    def taken(size: int) -> float:
        text = INPUTS[name](size)
        old, new = parse(text), parse(changed(text))
        best = float("inf")
        for _ in range(2):
            gc.collect()
            start = time.process_time()
            ACTIONS[action](old, new)
            best = min(best, time.process_time() - start)
        return best

    for _ in range(3):
        small, large = taken(SMALL), taken(LARGE)
        if large <= 12 * small + NOISE:
            return
    pytest.fail(f"{small:.3f} s for {SMALL} characters, {large:.3f} s for {LARGE}")
