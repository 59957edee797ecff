"""Contracts: the data of the kinds, identities of their tables, and kinds of one's own with clear errors."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from govreport import Cell, ConfigError, parse
from govreport.check.contracts import standing
from govreport.check.engine import run
from govreport.check.view import View
from govreport.kinds import kind, kind_named, kind_of_toml, kinds
from govreport.kinds.contract import Contract
from govreport.kinds.identity import breaches

DISCLOSURE = kind("disclosure").contract


@pytest.mark.parametrize("id", [kind.id for kind in kinds()])
def test_every_contract_can_be_read(id: str) -> None:
    assert isinstance(kind(id).contract, Contract)


def test_the_disclosure_report_has_six_sections_under_their_statutory_names() -> None:
    assert [section.name for section in DISCLOSURE.sections] == [
        "总体情况",
        "主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "政府信息公开行政复议、行政诉讼情况",
        "存在的主要问题及改进情况",
        "其他需要报告的事项",
    ]
    assert DISCLOSURE.exact and DISCLOSURE.closed and DISCLOSURE.ordered


def test_its_tables_have_two_hundred_cells() -> None:
    places = [(form.table, *path) for form in DISCLOSURE.tables for path in form.paths]
    assert len(places) == len(set(places)) == 10 + 25 * 7 + 15


def cells(**changed: int) -> list[Cell]:
    """Tables whose identities all hold: one request of every kind by a person; `changed` cells by a word of theirs."""
    found = []
    for form in DISCLOSURE.tables:
        for row, column in form.paths:
            found.append(Cell(form.table, row, column, Decimal(_right(row, column))))
    for word, value in changed.items():
        row, column = WORDS[word]
        at = next(i for i, c in enumerate(found) if c.row == row and c.column == column)
        found[at] = Cell(found[at].table, row, column, Decimal(value))
    return found


def _right(row: str, column: str) -> int:
    if row.startswith("第二十条"):
        return {"本年制发件数": 2, "本年废止件数": 1, "现行有效件数": 9}.get(column, 3)
    if row.startswith("行政"):
        return {"结果维持": 2, "总计": 2}.get(column, 0)
    if column not in ("自然人", "总计"):
        return 0
    return {"一、": 20, "二、": 3, "四、": 2}.get(row[:2], 21 if row.endswith("总计") else 1)


WORDS = {
    "received": ("一、本年新收政府信息公开申请数量", "自然人"),
    "carried": ("二、上年结转政府信息公开申请数量", "自然人"),
    "total": ("三、本年度办理结果/（七）总计", "自然人"),
    "secret": ("三、本年度办理结果/（三）不予公开/1.属于国家秘密", "自然人"),
    "upheld": ("行政诉讼/复议后起诉", "结果维持"),
    "valid": ("第二十条第（一）项/规章", "现行有效件数"),
}

BROKEN = [
    ({}, {}, []),
    ({"received": 21}, {}, [("X1", "自然人"), ("X3", WORDS["received"][0])]),
    ({"secret": 5}, {}, [("X2", "自然人"), ("X3", WORDS["secret"][0])]),
    ({"upheld": 3}, {}, [("X4", "行政诉讼/复议后起诉")]),
]


@pytest.mark.parametrize(("changed", "last", "said"), BROKEN)
def test_identities_within_a_year(changed: dict[str, int], last: dict[str, int], said: list[tuple[str, str]]) -> None:
    within = [identity for identity in DISCLOSURE.identities if not identity.needs_last]
    found = [(i.id, b.where) for i in within for b in breaches(i, cells(**changed))]
    assert found == said


def test_identities_across_years() -> None:
    across = [identity for identity in DISCLOSURE.identities if identity.needs_last]
    told = [(i.id, b.where, int(b.left), int(b.right)) for i in across for b in breaches(i, cells(), cells())]
    assert told == [
        ("X5", "自然人", 3, 2),
        ("X5", "总计", 3, 2),
        ("X6", "第二十条第（一）项/规章", 9, 10),
        ("X6", "第二十条第（一）项/行政规范性文件", 9, 10),
    ]


def test_without_last_year_nothing_is_compared_with_it() -> None:
    assert not [b for i in DISCLOSURE.identities if i.needs_last for b in breaches(i, cells())]


def test_blanks_are_no_zeros() -> None:
    told = [
        Cell("litigation", "行政复议", c, None if c == "其他结果" else Decimal(1))
        for c in DISCLOSURE.tables[-1].columns
    ]
    assert not [b for i in DISCLOSURE.identities for b in breaches(i, told)]


FAZHI = "某县2023年法治政府建设年度报告\n一、2023年主要举措和成效\n{a}二、存在的不足和原因\n不足。原因是人手不足。\n三、2024年主要安排\n抓好落实。\n"

STANDS = [
    ("完善制度。\n", {"党政主要负责人履行推进法治建设第一责任人职责的情况": None}),
    (
        "（一）主要负责人履行第一责任人职责\n亲自部署。\n",
        {"党政主要负责人履行推进法治建设第一责任人职责的情况": "一/（一）"},
    ),
    ("主要负责人履行第一责任人职责。\n", {"党政主要负责人履行推进法治建设第一责任人职责的情况": "一"}),
]


@pytest.mark.parametrize(("text", "places"), STANDS)
def test_a_section_may_stand_below_another_or_in_a_paragraph(text: str, places: dict[str, str | None]) -> None:
    view = View(parse(FAZHI.format(a=text)))
    for expected in view.contract.sections:
        found = standing(view, expected)
        if expected.name in places:
            assert (found.where if found else None) == places[expected.name]
        elif expected.requirement == "required":
            assert found is not None and found.top


def test_a_contract_binds_its_years_only() -> None:
    old, new = (View(parse(f"某县{year}年法治政府建设年度报告\n一、工作情况\n良好。")) for year in (2016, 2023))
    assert not old.contract.sections
    assert new.contract.sections


OWN = """
id = "anquan"
name = "安全生产工作报告"
extends = "summary"

[roles]
plans = '整治方向'

[contract]
ordered = true

[[contract.sections]]
role = "plans"
name = "整治方向"
"""


def test_a_kind_of_ones_own_takes_over_what_it_does_not_say(tmp_path: Path) -> None:
    path = tmp_path / "anquan.toml"
    path.write_text(OWN, "utf-8")
    own = kind_named(str(path))
    assert own.id == "anquan" and own.years == "reported" and own.title == kind("summary").title
    assert [section.name for section in own.contract.sections] == ["整治方向"]


def test_a_report_is_judged_as_one_of_ones_own_kind(tmp_path: Path) -> None:
    path = tmp_path / "anquan.toml"
    path.write_text(OWN, "utf-8")
    report = parse("安全生产报告\n一、基本情况\n平稳。\n二、整治方向\n严查。")
    assert run(report, kind=str(path)) == run(report, kind=str(path))
    from govreport.facts.understand import understand

    assert [s.role for s in understand(report, kind_named(str(path))).sections] == ["overview", "plans"]


WRONG = [
    ("id = ", "TOML"),
    ('name = "甲"', "id"),
    ('id = "a"\nname = 3', "name"),
    ('id = "a"\nname = "甲"\ncolour = "red"', "colour"),
    ('id = "a"\nname = "甲"\nextends = "nothing"', "extends"),
    ('id = "a"\nname = "甲"\ntitle = "("', "title"),
    ('id = "a"\nname = "甲"\nyears = "sometimes"', "years"),
    ('id = "a"\nname = "甲"\norder = "1"', "order"),
    ('id = "a"\nname = "甲"\nroles = 3', "roles"),
    ('id = "a"\nname = "甲"\n[roles]\nboss = "长"', "roles.boss"),
    ('id = "a"\nname = "甲"\ncontract = 3', "contract"),
    ('id = "a"\nname = "甲"\n[contract]\nordered = "yes"', "contract.ordered"),
    ('id = "a"\nname = "甲"\n[contract]\nsections = [1]', "contract.sections"),
    ('id = "a"\nname = "甲"\n[[contract.sections]]\nname = "甲"', "contract.sections[1].role"),
    ('id = "a"\nname = "甲"\n[[contract.sections]]\nrole = "plans"', "contract.sections[1].name"),
    ('id = "a"\nname = "甲"\n[[contract.sections]]\nrole = "plan"\nname = "甲"', "contract.sections[1].role"),
    ('id = "a"\nname = "甲"\n[[contract.sections]]\nrole = "plans"\nname = "甲"\nbelow = "乙"', "below"),
    ('id = "a"\nname = "甲"\n[[contract.sections]]\nrole = "plans"\nname = "甲"\nmention = "乙"', "mention_name"),
    ('id = "a"\nname = "甲"\n[[contract.deadlines]]\nby = "4月1日"\nname = "公开"', "contract.deadlines[1].by"),
    ('id = "a"\nname = "甲"\n[[contract.echoes]]\nid = "Y"\nname = "甲"\npattern = "3"', "contract.echoes[1].pattern"),
    ('id = "a"\nname = "甲"\n[[contract.tables]]\ntable = "t"\nrole = "plans"\nname = "甲"', "contract.tables[1].rows"),
    (
        'id = "a"\nname = "甲"\n[[contract.identities]]\nid = "Y"\nname = "甲"\ntable = "t"\neach = "row"\nleft = ["("]\nright = ["甲"]',
        "contract.identities[1].left",
    ),
]


@pytest.mark.parametrize(("text", "key"), WRONG)
def test_wrong_toml_is_told_by_file_and_key(text: str, key: str) -> None:
    with pytest.raises(ConfigError) as caught:
        _ = kind_of_toml(text, "my.toml").contract
    assert "my.toml" in caught.value.zh and key in caught.value.zh
    assert "my.toml" in caught.value.en and key in caught.value.en


@pytest.mark.parametrize("name", ["fazi", "no-such-file.toml"])
def test_a_name_that_is_no_kind(name: str) -> None:
    with pytest.raises(ConfigError) as caught:
        kind_named(name)
    assert name in str(caught.value)
