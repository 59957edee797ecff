"""XML that means harm, or is broken, is refused in one sentence, and soon."""

from __future__ import annotations

import pytest

from govreport.errors import BudgetError, FormatError
from govreport.formats.safe_xml import MAX_DEPTH, MAX_TAGS, Words, root_of

WORDS = Words("某格式", "另存", "save it again")
LAUGHS = (
    "<!DOCTYPE a [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"
)

REFUSED = [
    # data, error, what its sentence names
    ("<a>", FormatError, "第 1 行不是正确的 XML，请另存"),
    ("<a>\n<b></a>", FormatError, "第 2 行"),
    ("<!DOCTYPE a><a/>", FormatError, "某格式 不允许"),
    ("<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>", FormatError, "DTD"),
    ("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>", FormatError, "DTD"),
    (f"{LAUGHS}<a>&a9;</a>", FormatError, "p.xml"),
    (f"{LAUGHS}<a b='&a9;'/>", FormatError, "p.xml"),
    ("<a>" * (MAX_DEPTH + 1) + "</a>" * (MAX_DEPTH + 1), BudgetError, "256 层"),
    ("<a>" + "<b/>" * MAX_TAGS + "</a>", BudgetError, "标记超过"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "error", "named"), REFUSED, ids=[row[0][:24] for row in REFUSED])
def test_what_is_refused(data: str, error: type[Exception], named: str) -> None:
    with pytest.raises(error, match=named):
        root_of(data.encode(), "p.xml", WORDS)


def test_comments_and_instructions_are_left_out() -> None:
    root = root_of("<a><?x y?>甲<!-- 乙 -->丙</a>".encode("utf-16"), "p.xml", WORDS)
    assert (root.text, len(root)) == ("甲丙", 0)
