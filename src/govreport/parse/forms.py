"""The forms by which lines above and below a report's text are recognised: one pattern a field."""

from __future__ import annotations

import re

from attrs import define

from ..language.dates import find_date
from ..model.report import DocumentNumber
from ..model.source import Span

DOCUMENT_NUMBER = re.compile(
    r"(?P<agency>[\u4e00-\u9fff]{2,14}?(?:字|发|函|办|政|办发|呈|报)?[\u4e00-\u9fff]{0,4})\s?"
    r"[〔\[（(【﹝]\s?(?P<year>(?:19|20)\d\d)\s?[〕\]）)】﹞]\s?第?\s?(?P<serial>\d{1,5}|[ 　_×]{1,8})\s?号"
)
"""发文字号; the serial of a draft is still open."""
NUMBER_LINE = re.compile(
    rf"(?P<number>{DOCUMENT_NUMBER.pattern})?\s*"
    r"(?P<signatory>签\s?发\s?人\s?[：:]\s*(?P<names>[\u4e00-\u9fff·](?:[\u4e00-\u9fff·、\s]{0,38}[\u4e00-\u9fff·])?))?\s*"
)
"""The line of 发文字号, with 签发人 behind it where a document goes up (GB/T 9704-2012 7.2.6); either may be alone."""
DAY = r"(?:[0-9０-９]\s?){4}年\s?(?:[0-9０-９]\s?){1,2}月\s?(?:[0-9０-９]\s?){1,2}日"
DELIVERY = re.compile(
    rf"[（(—―－─\-\s]*{DAY}.{{0,40}}?(?:会议|大会|全会)(?:上的?(?:讲话|报告)?|通过)?[）)]?"
    r"|(?:[—―－─]{1,2}|[（(])在[^。；]{2,40}(?:会议|大会|全会)上(?:的?(?:讲话|报告))?[）)]?"
)
SALUTATION = re.compile(
    r"(?:(?:尊敬的)?各位(?:代表|委员|领导|同志|同事|来宾|朋友|政协委员)|同志们|主任、?各?位?副主任)[^。：:！!，,]{0,24}[：:！!，,]"
)
OFFICE = (
    "省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|主席|总理|主任|局长|厅长|部长|院长|检察长|书记|"
    "行署专员|专员|首席执行官|管委会主任"
)
LETTERED = re.compile(r"(?<=[省市县区州盟旗镇乡局厅院部主书])[\s\u3000]+(?=[长席任记])")
"""The space between the wide letters of an office: 县　长."""
SPEAKER = re.compile(
    rf"[\u4e00-\u9fff]{{0,24}}?(?:{OFFICE})(?:兼[\u4e00-\u9fff]{{2,10}}?(?:{OFFICE}))?"
    r"[\s　]*[\u4e00-\u9fff·]{1,4}(?:[\s　]*[\u4e00-\u9fff·]{1,3})?(?:同志)?"
)
SPEAKING = re.compile("作.{0,2}政府工作报告。?$")
OFFICE_ONLY = re.compile(rf"[\u4e00-\u9fff]{{0,24}}?(?:{OFFICE})")
NAME = re.compile(r"[\u4e00-\u9fff](?:[\s　]*[\u4e00-\u9fff·]){1,4}")
KIND_WORDS = (
    "报告|总结|公报|要点|计划|安排|思路|年报|方案|意见|通知|决议|决定|纲要|规划|白皮书|情况|预算|决算|办法|"
    "规定|讲话|汇报|草案|说明|清单|概况|综述|格式模板|部署"
)
TITLE = re.compile(
    rf".*(?:(?:{KIND_WORDS})|(?:总结|报告|情况)[及和与暨]\S{{0,12}}(?:打算|展望|举措))(?:[（(][^）)]{{1,12}}[）)])?[”》]?"
)
KIND_ALONE = re.compile(rf"(?:{KIND_WORDS})[”》]?")
FOOTNOTE = re.compile(r"\s?(?:[\[［〔]\d{1,2}[\]］〕]|[*＊①-⑳])$")
"""The mark of a footnote behind a title."""
ADDRESSEE = (
    "政府|委员会|委|办|办公室|局|厅|部|处|科|院|校|部门|单位|机构|企业|公司|大学|学院|中心|组织|团体|街道|办事处|镇|乡|"
    "村|社区|区|县|市|会|行|署|园|室"
)
RECIPIENTS = re.compile(r"[^。；，]{2,80}[：:]")
GROUPS = re.compile(rf"(?:[^。；，：:]{{1,60}}(?:{ADDRESSEE})，)+[^。；，：:]{{1,60}}(?:{ADDRESSEE})[：:]")
"""主送机关 of several kinds: bodies of one kind are parted by 、, kinds by ， (GB/T 9704-2012 7.3.2)."""
NOT_RECIPIENTS = re.compile(r"如下|以下|主要|包括|其中|情况|问题|工作[：:]|是[：:]|为[：:]|说明|要求|注[：:]|附件")
DATE_LINE = re.compile(
    rf"[（(]?\s*(?:{DAY}|[0-9０-９]{{4}}\s?年\s?[0-9０-９]{{1,2}}\s?月|[二〇零○一三四五六七八九十]{{4}}年.{{1,8}}日?)\s*[）)]?"
)
CUTS = re.compile(
    rf"(?=[—―－─]{{2,}}\s?{DAY})|(?<=会议上)(?=[^的）)])|(?<=大会上)(?=[^的）)])|(?=各位代表[：:！!，,])|(?=[（(]{DAY}.{{0,40}}会议)|(?<=工作报告)(?=团结|为.{{4,}}奋斗)"
)
PAGE_DATE = re.compile(r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}")
"""A date as pages write it, and some signatures."""
SENTENCE = re.compile(r"[。；！？]|，[^，]*，")


@define
class Fragment:
    """A piece of a front line: body range, its text, the passage it is of."""

    start: int
    end: int
    text: str
    passage: int


def tidy(text: str) -> str:
    """A title or name without the spaces that wrapping or letter-spacing put between Chinese characters.

    >>> tidy("政 府 工 作 报 告"), tidy("2023 年  报告")
    ('政府工作报告', '2023 年报告')
    """
    text = re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef“”])[\s\u3000]+(?=[\u3000-\u9fff\uff00-\uffef“”])", "", text)
    return re.sub(r"[\s\u3000]+", " ", text).strip()


def plain_title(text: str) -> str:
    """A line of a title, tidy and without the mark of a footnote behind it.

    >>> plain_title("某县2023年 统计公报[1]")
    '某县2023年统计公报'
    """
    return FOOTNOTE.sub("", tidy(text))


def is_recipients(text: str) -> bool:
    """Whether a line below the title may be 主送机关.

    >>> is_recipients("各区人民政府，市直各部门、各单位："), is_recipients("现将情况报告如下：")
    (True, False)
    """
    return bool(RECIPIENTS.fullmatch(text) or GROUPS.fullmatch(text)) and not NOT_RECIPIENTS.search(text)


def iso_date(text: str) -> str:
    """The first date of a line in ISO form, or ""."""
    found = find_date(text)
    return found[2] if found else ""


def number_of(found: re.Match[str], span: Span | None = None) -> DocumentNumber:
    """The 发文字号 that DOCUMENT_NUMBER has found; its serial is None where it is still open.

    >>> [number_of(found).serial for found in DOCUMENT_NUMBER.finditer("某政发〔2023〕4号，某政发〔2023〕　号")]
    [4, None]
    """
    serial = int(found["serial"]) if found["serial"].isdecimal() else None
    return DocumentNumber(found["agency"], int(found["year"]), serial, span)
