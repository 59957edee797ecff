"""Cells of tables that spreadsheets open (CSV): none that Excel, WPS or LibreOffice would run as a formula."""

from __future__ import annotations

import re

ARMED = re.compile("[=+@\t\r\n＝＋－＠-]")
NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?%?")


def disarmed(cell: str) -> str:
    """The cell, with an apostrophe in front where a spreadsheet would take it for a formula; numbers stay numbers.

    >>> disarmed("=1+1"), disarmed("-1+cmd"), disarmed("-1.5"), disarmed("总值")
    ("'=1+1", "'-1+cmd", '-1.5', '总值')
    """
    return "'" + cell if ARMED.match(cell) and not NUMBER.fullmatch(cell) else cell
