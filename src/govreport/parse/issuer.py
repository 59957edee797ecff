"""发文机关: which body issues a report, from its title, its speaker, its 题注, its page data or its signature."""

from __future__ import annotations

import re

SUFFIX = (
    r"人民政府|政府|办事处|委员会|管委会|管理委员会|人民法院|人民检察院|管理局|监督局|委办|[\u4e00-\u9fff]{2,12}局|[\u4e00-\u9fff]{2,12}厅|[\u4e00-\u9fff]{2,8}委|"
    r"[\u4e00-\u9fff]{2,10}办公室|[\u4e00-\u9fff]{2,10}办|[\u4e00-\u9fff]{2,10}中心|[\u4e00-\u9fff]{2,12}(?:支队|大队|总队|调查队)|"
    r"[\u4e00-\u9fff]{2,8}(?:街道|镇|乡)|国务院|[\u4e00-\u9fff]{2,12}(?:公司|学校|医院|大学|学院)|[\u4e00-\u9fff]{2,8}部|人大常委会"
)
ORGAN = re.compile(rf"[\u4e00-\u9fff（）()·]{{0,30}}(?:{SUFFIX})")
"""A line that is the name of a body and nothing else (full match)."""

TOPIC = re.compile(
    r"关于|[一二][九〇○零][〇○零一二三四五六七八九]{2}\s?年|(?:19|20)\d\d\s?[年—\-–至]|法治政府建设|法治建设|推进法治|依法行政|政府信息公开|信息公开|政务公开|工作总结|工作报告|工作要点|工作计划|工作安排|"
    r"国民经济|预算|决算|述职|述法|履行|年度|统计公报|上半年|“?十[一二三四五]五|第十"
)
YEAR = re.compile(r"^(?:(?:19|20)\d\d|[一二][九〇○零][〇○零一二三四五六七八九]{2})\s?年(?:度)?")
REGION = re.compile(r"在(?![全本我该各])([\u4e00-\u9fff]{1,14}?(?:省|自治区|市|州|盟|县|区|旗|镇|乡))第")
OFFICE_OF = re.compile(
    r"([\u4e00-\u9fff]{0,24}?(?:人民政府|政府|国务院|委员会|管委会|办事处|局))(?:代|副)?(?:省长|市长|县长|区长|州长|镇长|乡长|主席|总理|主任|局长)"
)


def issuer_of(title: str, speaker: str, subtitle: str, metadata: dict[str, str]) -> str:
    """The issuing body as written, or "" if nothing names it.

    >>> issuer_of("2026年某省政府工作报告", "省长 某某", "", {})
    '某省政府'
    >>> issuer_of("政府工作报告", "省长 某某", "——2026年1月27日在某某省第十四届人民代表大会第四次会议上", {})
    '某某省人民政府'
    """
    named = from_title(title)
    if named:
        return named
    office = OFFICE_OF.match(speaker)
    if office and office[1] not in ("政府", "人民政府"):
        return office[1]
    region = REGION.search(subtitle)
    if region:
        return region[1] + "人民政府"
    for key in ("发文机关", "发布机构", "来源"):
        value = metadata.get(key, "")
        if ORGAN.fullmatch(value) and not value.endswith(("科", "股")):
            return value
    return ""


def from_title(title: str) -> str:
    """The name that the title opens with: 某局关于…, 某街道办事处2022年…, 2026年某省政府工作报告."""
    bare = YEAR.sub("", title)
    found = TOPIC.search(bare)
    head = bare[: found.start()] if found else ""
    while head and not ORGAN.fullmatch(head):
        further = TOPIC.search(bare, len(head) + 1)
        if further is None or further.start() > 40:
            return ""
        head = bare[: further.start()]
    return "" if head in ("政府", "人民政府") else head
