"""GR149–GR156, parts (要素): sections at all, title, 主送机关, signature, date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...language.dates import find_date
from ...model.note import Finding
from ..rule import PRACTICE, REQUIRED, SAFE, UNSAFE, rule
from ..view import Part, View


def field_parts(view: View, kind: str) -> Iterator[Part]:
    """The parts of the running text that are one field of the report."""
    return (part for part in view.parts if part.kind == kind)


@rule("GR149", "sections-missing", PRACTICE, "info")
def sections_missing(view: View) -> Iterator[Finding]:
    """报告分成几个部分 / a report has sections

    没有编号和标题，无从查起，也可能读错了文件；法规有要求的是警告。 / Nothing to go by; a warning where law asks.

    来源：实务
    错：某局2023年工作总结⏎今年以来，全局抓学习、抓落实，办理来信一百件。
    错：某镇2023年法治政府建设年度报告⏎今年以来，全镇认真落实各项部署，成效良好。⏎还存在不足，明年抓紧改进。
    对：某局2023年工作总结⏎一、工作⏎良好。⏎二、打算⏎抓紧。
    对：某局2023年工作总结⏎今年以来，主要抓了两项工作。一是抓学习，办班三期。二是抓落实，督查四次。
    """
    if not view.report.sections:
        zh, en = "没有找到一个分节", "no section was found"
        hint = "各部分用“一、”“（一）”编号，或给出标题 / number the parts, or give them headings"
        yield view.whole(zh, en, hint=hint, severity="warning" if view.contract.level == REQUIRED else "")


@rule("GR150", "title-missing", PRACTICE, "info")
def title_missing(view: View) -> Iterator[Finding]:
    """报告有标题 / a report has a title

    没有标题，看不出是谁的、哪一年的、什么报告。 / Without a title nobody knows whose report it is, and on which year.

    来源：《党政机关公文处理工作条例》第九条
    错：一、总体情况⏎良好。⏎二、打算⏎抓紧。
    错：2024年，我局认真开展工作，现报告如下。⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。
    对：某局2024年工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。
    对：只有一句话，不是报告。
    """
    if not view.report.title and len(view.report.sections) > 1:
        yield view.whole("没有标题", "the report has no title")


@rule("GR151", "title-mark", PRACTICE, "warning", fix=SAFE)
def title_mark(view: View) -> Iterator[Finding]:
    """标题末尾不加标点 / no stop behind the title

    标题单独成行，末尾不用句号、逗号。 / A title stands alone and takes no stop.

    来源：实务
    错：# 某局2024年工作总结。⏎⏎一、总体情况⏎⏎良好。⏎⏎二、打算⏎⏎抓紧。
    错：# 某局2024年工作总结；⏎⏎一、总体情况⏎⏎良好。⏎⏎二、打算⏎⏎抓紧。
    对：# 某局2024年工作总结⏎⏎一、总体情况⏎⏎良好。⏎⏎二、打算⏎⏎抓紧。
    对：# 某局2024年工作总结（草案）⏎⏎一、总体情况⏎⏎良好。⏎⏎二、打算⏎⏎抓紧。
    """
    for part in view.parts[:2]:
        text = part.passage.text.rstrip()
        titled = part.kind == "title" or (not view.report.title and TITLE.fullmatch(text))
        if titled and text.endswith(STOPS):
            at = part.start + len(text)
            zh = f"标题末尾不加“{text[-1]}”"
            yield view.hit(at - 1, at, zh, f'no "{text[-1]}" behind the title', replace="")


STOPS = tuple("。；，、：.;,")
TITLE = re.compile("[^，。；：]{4,40}(?:报告|总结|计划|要点|安排|思路|汇报|白皮书|公报)[。；，：.;,]")


REDUNDANT = re.compile("关于对|关于请求|关于上报|关于呈报|请示报告|情况的情况|工作的工作|报告的报告")


@rule("GR152", "title-redundant", PRACTICE, "info")
def title_redundant(view: View) -> Iterator[Finding]:
    """标题不用重复的词 / no word too many in the title

    “关于对…的报告”两个介词套用，“请示报告”两个文种混用。 / Two prepositions, two kinds of documents.

    来源：实务
    错：关于对城区道路整治情况的报告⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。
    错：关于上报2024年工作总结的报告⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。
    对：关于城区道路整治情况的报告⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。
    对：关于对口支援工作情况的报告⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。
    """
    for part in field_parts(view, "title"):
        for found in REDUNDANT.finditer(part.passage.text):
            rest = part.passage.text[found.end() - 1 : found.end() + 2]
            if not re.match("对口|对外|对台|对标|对接|对照", rest):
                at = part.start + found.start()
                zh = f"标题里的“{found[0]}”重复"
                yield view.hit(at, at + len(found[0]), zh, f'"{found[0]}" says the same twice')


@rule("GR153", "recipients-colon", REQUIRED, "warning", fix=SAFE)
def recipients_colon(view: View) -> Iterator[Finding]:
    """主送机关后用全角冒号 / the addressees end with a full-width colon

    主送机关顶格书写，回行时仍顶格，最后一个机关名称后标全角冒号。 / The last addressee is followed by ：.

    来源：GB/T 9704-2012 7.3.2
    错：某局工作报告⏎市人民政府:⏎现将情况报告如下。⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。
    错：某局关于某项工作的报告⏎县委、县政府:⏎现将情况报告如下。⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。
    对：某局工作报告⏎市人民政府：⏎现将情况报告如下。⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。
    对：某局工作报告⏎现将情况报告如下:⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。
    """
    for part in field_parts(view, "recipients"):
        text = part.passage.text.rstrip()
        if text.endswith(":"):
            at = part.start + len(text)
            yield view.hit(at - 1, at, "主送机关后用全角冒号“：”", 'the addressees end with "："', replace="：")


DATE_MARKS = re.compile(r"0(?=[1-9]月)|(?<=月)\s?0(?=[1-9]日)")


@rule("GR154", "date-zero", REQUIRED, "error", fix=SAFE)
def date_zero(view: View) -> Iterator[Finding]:
    """成文日期的月、日不编虚位 / no zero before month and day of the date

    1不编为01。 / 1 is not written 01.

    来源：GB/T 9704-2012 7.3.5.4
    错：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎某局⏎2025年01月15日
    错：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎某局⏎2025年1月05日
    对：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎某局⏎2025年1月5日
    对：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎某局⏎2025年10月20日
    """
    for part in field_parts(view, "date"):
        for found in DATE_MARKS.finditer(part.passage.text):
            at = part.start + found.start()
            zh, en = "成文日期的月、日前不加0", "no zero before month or day"
            yield view.hit(at, at + len(found[0]), zh, en, replace="")


HANZI_DATE = re.compile(
    r"(?P<year>[一二][九〇零○O0][〇零○O0一二三四五六七八九]{2})年(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})日"
)


@rule("GR155", "date-hanzi", REQUIRED, "warning", fix=UNSAFE)
def date_hanzi(view: View) -> Iterator[Finding]:
    """成文日期用阿拉伯数字 / the date of a document is written in Arabic digits

    2012年起用阿拉伯数字，年份标全称；“二〇二五年一月五日”是旧规。 / Since 2012; Chinese numerals were the old rule.

    来源：GB/T 9704-2012 7.3.5.4
    错：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎某局⏎二〇二五年一月五日
    错：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎某局⏎二○二四年十二月三十一日
    对：某局工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎某局⏎2025年1月5日
    对：某局工作总结⏎一、总体情况⏎二〇二五年一月五日召开会议。⏎二、打算⏎抓紧。⏎某局⏎2025年1月5日
    """
    for part in field_parts(view, "date"):
        found = HANZI_DATE.search(part.passage.text)
        iso = find_date(found[0]) if found else None
        if found is None or iso is None or int(iso[2][:4]) < SINCE:
            continue
        year, month, day = (int(piece) for piece in iso[2].split("-"))
        new = f"{year}年{month}月{day}日"
        zh = f"成文日期写“{new}”"
        at = part.start + found.start()
        yield view.hit(at, part.start + found.end(), zh, f'write the date "{new}"', replace=new)


SINCE = 2013
"""GB/T 9704-2012 is in force since July 2012."""


@rule("GR156", "date-missing", PRACTICE, "info")
def date_missing(view: View) -> Iterator[Finding]:
    """有署名就有成文日期 / who signs gives the date

    署名之下写成文日期。 / The date stands below the signature.

    来源：GB/T 9704-2012 7.3.5
    错：某镇人民政府工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎某镇人民政府
    错：某县水利局2024年工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎某县水利局
    对：某县水利局2024年工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。⏎某县水利局⏎2025年1月5日
    对：某县水利局2024年工作总结⏎一、总体情况⏎良好。⏎二、打算⏎抓紧。
    """
    closing = view.report.closing
    if closing.signature and not closing.date and not view.report.date:
        yield view.whole("有署名，没有成文日期", "there is a signature but no date", field="signature")
