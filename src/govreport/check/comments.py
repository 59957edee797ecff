"""GR0xx, comments (豁免): what is wrong with the comments that silence other rules."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.note import Finding
from ..model.source import Span
from .rule import PRACTICE, RULES, rule
from .view import View

WRITE_IT = "写法是 govreport: ignore GR520 理由", "write it like this: govreport: ignore GR520 reason"


@rule("GR001", "unused-suppression", PRACTICE, "warning", needs="unused")
def unused_suppression(view: View) -> Iterator[Finding]:
    """豁免要用得上 / a suppression silences something

    问题改好以后，留下的豁免会遮住以后的问题。 / Once the text is right, what is left of it hides the next mistake.

    来源：实务
    错：全年约100人参加。<!-- govreport: ignore GR520 引文照录 -->
    错：<!-- govreport: ignore-file GR520 引文照录 -->⏎全年约100人参加。
    对：全年约100人左右参加。<!-- govreport: ignore GR520 引文照录 -->
    对：<!-- govreport: ignore-file GR520 引文照录 -->⏎全年约100人左右参加。
    """
    for suppression in view.unused or ():
        codes = "、".join(suppression.codes)
        zh = f"豁免“{codes}”没有用上，可以删去"
        yield _finding(suppression.span, zh, f'nothing here is silenced by "{", ".join(suppression.codes)}"; delete it')


@rule("GR002", "reasonless-suppression", PRACTICE, "warning")
def reasonless_suppression(view: View) -> Iterator[Finding]:
    """豁免要写理由 / a suppression says why

    没有理由，后来的人不知道能不能删。 / Without a reason nobody knows later whether it may go.

    来源：实务
    错：全年约100人左右参加。<!-- govreport: ignore GR520 -->
    错：<!-- govreport: ignore-file GR520, GR521 -->⏎全年约100人左右参加。
    对：全年约100人左右参加。<!-- govreport: ignore GR520 引文照录 -->
    对：全年约100人参加。<!-- 待核实 -->
    """
    for suppression in view.suppressions.asked:
        if not suppression.reason:
            yield _finding(suppression.span, f"豁免没有写理由，{WRITE_IT[0]}", f"no reason given; {WRITE_IT[1]}")


@rule("GR003", "unreadable-suppression", PRACTICE, "warning")
def unreadable_suppression(view: View) -> Iterator[Finding]:
    """豁免要写对 / a suppression names its rules by their codes

    写错的豁免不起作用。 / One that is misspelt silences nothing.

    来源：实务
    错：全年约100人左右参加。<!-- govreport: 忽略 GR520 引文照录 -->
    错：全年约100人左右参加。<!-- govreport: ignore GR999 引文照录 -->
    对：全年约100人左右参加。<!-- govreport: ignore GR520 引文照录 -->
    对：全年约100人左右参加。<!-- govreport: ignore GR520、GR521 引文照录 -->
    """
    for span in view.suppressions.odd:
        yield _finding(span, f"看不懂的豁免，{WRITE_IT[0]}", f"no suppression; {WRITE_IT[1]}")
    for suppression in view.suppressions.asked:
        for code in suppression.codes:
            if code.startswith("GR") and not any(known.startswith(code) for known in RULES):
                yield _finding(
                    suppression.span, f"没有规则“{code}”，全部规则见 govreport rule --all", f'no rule "{code}"'
                )


def _finding(span: Span, zh: str, en: str) -> Finding:
    return Finding("", "", zh, en, span)
