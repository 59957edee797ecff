"""Parts as pair tables: which metrics are parts of which; every row says `part < whole`."""

from __future__ import annotations

import pytest

from govreport import find_metrics


def tied(text: str) -> list[str]:
    return [f"{m.name} < {m.whole.name}" for m in find_metrics(text) if m.whole is not None]


COLON = [
    # a list behind a colon or in brackets adds up to the whole
    (
        "辖区现有调委会 16 个：1 个街道级调委会，15 个社区级调委会，调解员 180 余名",
        ["街道级调委会 < 调委会", "社区级调委会 < 调委会"],
    ),
    ("现有站点9个：镇级站点1个、村级站点8个", ["镇级站点 < 站点", "村级站点 < 站点"]),
    ("办理提案45件：主办28件，会办17件", ["主办 < 提案", "会办 < 提案"]),
    ("共有村居15个：10个村和5个社区", ["村 < 村居", "社区 < 村居"]),
    ("执法人员64人（男38人，女26人）", ["男 < 执法人员", "女 < 执法人员"]),
    ("建成站点20个（镇级2个、村级18个）", ["镇级 < 站点", "村级 < 站点"]),
    # one that doesn't add up is no list of parts
    ("现有站点9个：镇级站点1个、村级站点7个", []),
    ("重点做好9件事：修路12公里，架桥3座", []),
    ("开展活动3次：参加人员3人", []),
]

AMONG = [
    # behind 其中 stand some of the parts
    ("公务员35名，其中女性12名", ["女性 < 公务员"]),
    ("受理案件120件，其中民事案件80件、行政案件40件", ["民事案件 < 案件", "行政案件 < 案件"]),
    ("办理案件120件，其中，行政处罚案件96件", ["行政处罚案件 < 案件"]),
    ("余粮1200吨，其中：小麦300吨", ["小麦 < 余粮"]),
    ("工程投资30亿元，其中道路投资18亿元，增长12%", ["道路投资 < 工程投资"]),
    ("新增站点30家，其中镇级5家，村级3家", ["镇级 < 站点", "村级 < 站点"]),
    ("培训12场，其中线上4场，参训600人", ["线上 < 培训"]),
    ("律师28名，其中专职20名。调解员16名", ["专职 < 律师"]),
    ("接待来访340人次。其中，集体来访86人次", ["集体来访 < 来访"]),
    # a rate, another unit, or more than the whole is no part
    ("固定资产投资增长8.2%，其中工业投资增长12.4%", []),
    ("培训12场，其中参训600人", []),
    ("公务员35名，其中女性120名", []),
]

NONE = [
    "受理案件120件，办结118件",
    "制定文件12件，修改5件",
    "新增站点30家、改造8家",
    "",
]

TABLE = [*COLON, *AMONG, *((text, []) for text in NONE)]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[row[0] or "nothing" for row in TABLE])
def test_parts(text: str, expected: list[str]) -> None:
    assert tied(text) == expected


def test_the_whole_is_the_metric_itself() -> None:
    whole, first, second = find_metrics("现有站点9个：镇级站点1个、村级站点8个")
    assert (first.whole, second.whole, whole.whole) == (whole, whole, None)
    assert first.to_dict()["whole"] == "站点"


def test_parts_stay_in_their_sentence() -> None:
    assert tied("受理案件120件。民事案件80件，行政案件40件。其中调解30件。") == ["调解 < 行政案件"]


def test_many_parts_are_all_found() -> None:
    villages = "、".join(f"村级站点{n}个" for n in range(1, 13))
    assert tied(f"站点78个：{villages}") == ["村级站点 < 站点"] * 12
