"""GR440–GR446, names of offices (机关名称): an issuer that isn't this one, another place, a name before the reform."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...model.note import Finding
from ..rule import PRACTICE, rule
from ..tables import table
from ..view import View

SELF = re.compile(r"我(?P<unit>街道|局|镇|乡|县|厅|州|旗|校|院|所|处)(?![长里村民人中])")
NOT_SELF = "自本忘忠无为唯"
LEVEL = {
    "街道": "街道",
    "局": "局",
    "镇": "镇",
    "乡": "乡",
    "县": "县",
    "厅": "厅",
    "州": "州",
    "旗": "旗",
    "校": "学校|小学|中学|大学|党校|职校|技校|学院",
    "院": "院",
    "所": "所",
    "处": "处",
}
"""What an issuer's name must hold where it speaks of itself like that; of 我区, 我市, 我省 everybody may speak."""
INSIDE = {"县": "乡|镇|局|县|委|院|校|中心|办|处|所|队", "州": ".", "旗": ".", "处": ".", "所": ".", "院": "."}


@rule("GR440", "unit-copied", PRACTICE, "warning")
def unit_copied(view: View) -> Iterator[Finding]:
    """自称与发文机关相符 / who speaks of itself speaks of the issuer

    街道的报告里出现“我局”，镇的报告里出现“我街道”，是从别处抄来的。 / 我局 in the report of a town was copied.

    来源：实务
    错：某县甲镇人民政府2024年工作总结⏎一、工作开展情况⏎我局认真履行职责，我镇面貌一新。⏎二、打算⏎抓紧。
    错：某区乙街道办事处2024年法治政府建设报告⏎一、主要举措和成效⏎我街道健全机制。⏎二、存在的不足⏎我镇执法力量不足。
    对：某县甲镇人民政府2024年工作总结⏎一、工作开展情况⏎我镇认真履行职责，在我县排名第一。⏎二、打算⏎抓紧。
    对：某县水利局2024年工作总结⏎一、工作开展情况⏎我局认真履行职责，我县水质改善。⏎二、打算⏎抓紧。
    """
    issuer = view.report.issuer
    if not issuer or view.kind == "gov":
        return
    named = issuer + view.report.title
    for found in view.finds(SELF, behind=NOT_SELF):
        unit = found["unit"]
        if re.search(LEVEL[unit], named) or (unit in INSIDE and re.search(INSIDE[unit], named)):
            continue
        if _quoted(view, found.start()):
            continue
        zh = f"发文机关是“{issuer}”，这里自称“我{unit}”"
        yield view.hit(found.start(), found.end(), zh, "the report speaks of itself as of another kind of office")


def _quoted(view: View, at: int) -> bool:
    """Whether a place stands inside quotation marks."""
    before = view.text[max(0, at - 40) : at]
    return before.rfind("“") > before.rfind("”")


LED = re.compile(
    r"在(?:中共)?(?P<place>[\u4e00-\u9fff]{2,4}?(?P<level>省|市|县|区|镇|乡))委[、，和]?(?:(?P=place)|(?P=level))?(?:人民)?政府"
    r"(?:的)?(?:正确|坚强|统一)?领导下"
)
OTHERS = re.compile("^(?:中|上级|各级|我|本|区|市|县|省|镇|乡|和|党)")


@rule("GR441", "place-copied", PRACTICE, "warning")
def place_copied(view: View) -> Iterator[Finding]:
    """“在…委、…政府领导下”说的是本地 / who leads is the place's own committee and government

    甲县的报告写“在乙县县委、县政府领导下”，是从乙县抄来的。 / Another place's name came with the text.

    来源：实务
    错：甲山县水利局2024年工作总结⏎2024年，在乙水县委、县政府的正确领导下，各项工作取得进展。⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。
    错：甲山县水利局2024年工作总结⏎2024年，在乙水县委、乙水县政府的坚强领导下，各项工作取得进展。⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。
    对：甲山县水利局2024年工作总结⏎2024年，在县委、县政府的正确领导下，各项工作取得进展。⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。
    对：甲山县水利局2024年工作总结⏎2024年，在甲山县委、县政府的坚强领导下，各项工作取得进展。⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。
    """
    issuer = view.report.issuer
    for found in view.finds(LED, "领导下") if issuer else ():
        place, level = found["place"], found["level"]
        known = issuer + view.report.title
        names = re.findall(rf"[\u4e00-\u9fff]{{2,4}}?{level}", known)
        if not names or OTHERS.match(place) or any(place in name or name.endswith(place) for name in names):
            continue
        if place[:2] not in known:
            zh = f"发文机关是“{issuer}”，这里却是“{place}委”"
            yield view.hit(found.start("place"), found.end("place") + 1, zh, "this is another place than the issuer's")


@rule("GR442", "signature-differs", PRACTICE, "warning")
def signature_differs(view: View) -> Iterator[Finding]:
    """署名与标题里的机关一致 / who signs is who is named in the title

    标题是甲镇，落款是乙镇，有一处没有改。 / The title names one office, the signature another.

    来源：实务
    错：甲山镇人民政府2024年工作总结⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。⏎乙水镇人民政府⏎2025年1月5日
    错：甲山县水利局2024年工作总结⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。⏎甲山县林业局⏎2025年1月5日
    对：甲山镇人民政府2024年工作总结⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。⏎甲山镇人民政府⏎2025年1月5日
    对：甲山县水利局2024年工作总结⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。⏎县水利局⏎2025年1月5日
    """
    signature = view.report.closing.signature
    found = OFFICE.match(re.sub(r"\s", "", view.report.title))
    if found is None or len(signature) != 1:
        return
    titled, signed = found[1], re.sub(r"\s", "", signature[0])
    if OFFICE_END.search(signed) and not _same(titled, signed):
        zh = f"标题里是“{titled}”，署名是“{signed}”"
        yield view.whole(zh, "the title names one office, the signature another", field="signature")


OFFICE = re.compile(
    r"(?:关于)?([\u4e00-\u9fff]{2,20}?(?:人民政府|办事处|管理局|委员会|局|厅|管委会))(?=20|关于|[^长面部势])"
)
OFFICE_END = re.compile("(?:政府|办事处|局|厅|委员会|委|办公室|管委会)$")


def _same(titled: str, signed: str) -> bool:
    """Whether two names may be those of one office: the letters of the shorter stand in the longer, in order."""
    short, long = sorted((titled, signed), key=len)
    rest = iter(long)
    return all(letter in rest for letter in short)


@rule("GR443", "office-renamed", PRACTICE, "info")
def office_renamed(view: View) -> Iterator[Finding]:
    """部门用现在的名称 / offices are called by their present names

    机构改革后环保局改为生态环境局，国土局改为自然资源局。各地先后不一，只作提示。 / After the reform, other names.

    来源：实务
    错：某镇2023年工作总结⏎一、工作开展情况⏎联合县环保局开展检查。⏎二、下一步打算⏎抓紧。
    错：某镇2023年工作总结⏎一、工作开展情况⏎配合县国土资源局清查土地。⏎二、下一步打算⏎抓紧。
    对：某镇2023年工作总结⏎一、工作开展情况⏎联合县生态环境局开展检查，接收原县环保局档案。⏎二、下一步打算⏎抓紧。
    对：某镇2023年工作总结⏎一、工作开展情况⏎联合县文化和旅游局开展检查。⏎二、下一步打算⏎抓紧。
    """
    year, offices = view.report.year, table("offices")
    for found in view.finds(OLD_OFFICE) if year is not None and year >= REFORM else ():
        since, new = offices[found["name"]]
        before = view.text[max(0, found.start() - 8) : found.start()]
        whole = (before + found["name"]).endswith(new)  # 文化和旅游局
        if year is not None and year >= since and "原" not in before and not whole:
            zh = f"“{found['name']}”现在是“{new}”，请核对"
            yield view.hit(found.start("name"), found.end("name"), zh, f"renamed about {since}; please check")


OLD_OFFICE = re.compile("(?P<name>" + "|".join(sorted(table("offices"), key=len, reverse=True)) + ")")
REFORM = 2019


@rule("GR444", "recipient-is-issuer", PRACTICE, "warning")
def recipient_is_issuer(view: View) -> Iterator[Finding]:
    """主送机关不是发文机关自己 / nobody reports to itself

    主送机关与发文机关相同，有一处写错。 / Addressee and issuer are the same; one is wrong.

    来源：实务
    错：甲山县水利局关于2024年工作情况的报告⏎甲山县水利局：⏎现将情况报告如下。⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。
    错：甲山县财政局2024年工作总结⏎甲山县财政局：⏎现将情况报告如下。⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。
    对：甲山县水利局关于2024年工作情况的报告⏎甲山县人民政府：⏎现将情况报告如下。⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。
    对：甲山县财政局2024年工作总结⏎县委、县政府：⏎现将情况报告如下。⏎一、工作情况⏎良好。⏎二、打算⏎抓紧。
    """
    recipients = re.sub(r"[\s：:]", "", view.report.recipients)
    if recipients and recipients == re.sub(r"\s", "", view.report.issuer):
        zh, en = f"主送机关“{recipients}”就是发文机关", "the addressee is the issuer itself"
        yield view.whole(zh, en, field="recipients")


@rule("GR445", "issuer-name-varies", PRACTICE, "info")
def issuer_name_varies(view: View) -> Iterator[Finding]:
    """自称前后一致 / a report speaks of its issuer in one way

    通篇“我街道”，忽然一处“我办”“我委”，可能是拼接的。 / One odd name among many may come from elsewhere.

    来源：实务
    错：某区乙街道办事处2024年总结⏎一、工作⏎我街道抓学习，我街道抓落实，我街道抓宣传，我委抓督查。⏎二、打算⏎抓紧。
    错：某县水利局2024年工作总结⏎一、工作⏎我局抓学习，我局抓落实，我局抓宣传，我办抓督查。⏎二、打算⏎抓紧。
    对：某县水利局2024年工作总结⏎一、工作⏎我局抓学习，我局抓落实，我局抓宣传，我县水质改善。⏎二、打算⏎抓紧。
    对：某县水利局2024年工作总结⏎一、工作⏎我局抓学习，我办抓督查。⏎二、打算⏎抓紧。
    """
    said = [found for found in view.finds(OWN_NAME, behind=NOT_SELF) if not _quoted(view, found.start())]
    counted = Counter(found["unit"] for found in said)
    if len(counted) < 2 or counted.most_common(1)[0][1] < 3:
        return
    usual = counted.most_common(1)[0][0]
    for found in said:
        if counted[found["unit"]] == 1:
            zh = f"别处自称“我{usual}”，这里“我{found['unit']}”"
            yield view.hit(found.start(), found.end(), zh, f'elsewhere the report says "我{usual}"')


SPEAKS = re.compile(r"我代表(?:(?P<place>[\u4e00-\u9fff]{2,8}?))?(?P<level>省|市|区|县|乡|镇|州|旗)(?:人民)?政府")


@rule("GR446", "speaker-copied", PRACTICE, "error")
def speaker_copied(view: View) -> Iterator[Finding]:
    """“我代表…政府”代表的是本级政府 / who speaks for a government speaks for the issuer

    区政府的报告写“我代表市人民政府”，是从上级的报告抄来的。 / A district's report that speaks for the city was copied.

    来源：实务
    错：甲山区2024年政府工作报告⏎各位代表：⏎现在，我代表市人民政府，向大会报告工作。⏎一、2023年工作回顾⏎良好。⏎二、2024年工作任务⏎抓紧。
    错：甲山县人民政府工作报告⏎各位代表：⏎我代表乙水市人民政府向大会报告工作。⏎一、2023年工作回顾⏎良好。⏎二、2024年工作任务⏎抓紧。
    对：甲山区2024年政府工作报告⏎各位代表：⏎现在，我代表区人民政府，向大会报告工作。⏎一、2023年工作回顾⏎良好。⏎二、2024年工作任务⏎抓紧。
    对：政府工作报告⏎各位代表：⏎现在，我代表市人民政府，向大会报告工作。⏎一、2023年工作回顾⏎良好。⏎二、2024年工作任务⏎抓紧。
    """
    named = re.sub(r"\s", "", view.report.title)
    issuer = ISSUER_LEVEL.match(named)
    for found in view.finds(SPEAKS, "我代表") if issuer is not None and view.kind == "gov" else ():
        level = found["level"]
        if issuer is not None and level not in issuer["name"] + issuer["level"]:
            zh = f"报告的是{issuer['name']}{issuer['level']}，这里却代表“{found['place'] or ''}{level}政府”"
            yield view.hit(found.start(), found.end(), zh, "the report is another government's")


ISSUER_LEVEL = re.compile(
    "(?P<name>[\u4e00-\u9fff]{1,12}?)(?P<level>自治区|新区|省|市|区|县|乡|镇|州|旗)(?=20|人民政府|政府)"
)


OWN_NAME = re.compile(r"我(?P<unit>街道|局|委|办|厅|镇|乡|院|校|中心)(?![长里村民人中国们])")
