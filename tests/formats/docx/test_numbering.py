"""Automatic numbers: what Word shows before the text of a paragraph, by number format, list, override and restart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govreport.formats.number_formats import FORMATS, show_of
from govreport.model.source import Source

Reads = Callable[..., Source]

# format: the numbers 1, 2, 3, 10, 11, 20, 21, 100, 101
SHOWN = {
    "decimal": "1 2 3 10 11 20 21 100 101",
    "decimalHalfWidth": "1 2 3 10 11 20 21 100 101",
    "decimalZero": "01 02 03 10 11 20 21 100 101",
    "decimalFullWidth": "１ ２ ３ １０ １１ ２０ ２１ １００ １０１",
    "decimalFullWidth2": "１ ２ ３ １０ １１ ２０ ２１ １００ １０１",
    "decimalEnclosedCircle": "① ② ③ ⑩ ⑪ ⑳ ㉑ 100 101",
    "decimalEnclosedCircleChinese": "① ② ③ ⑩ ⑪ ⑳ ㉑ 100 101",
    "decimalEnclosedParen": "⑴ ⑵ ⑶ ⑽ ⑾ ⒇ 21 100 101",
    "decimalEnclosedFullstop": "⒈ ⒉ ⒊ ⒑ ⒒ ⒛ 21 100 101",
    "ideographEnclosedCircle": "㈠ ㈡ ㈢ ㈩ 11 20 21 100 101",
    "chineseCounting": "一 二 三 十 十一 二十 二十一 一○○ 一○一",
    "chineseCountingThousand": "一 二 三 十 十一 二十 二十一 一百 一百零一",
    "taiwaneseCounting": "一 二 三 十 十一 二十 二十一 一○○ 一○一",
    "taiwaneseCountingThousand": "一 二 三 十 十一 二十 二十一 一百 一百零一",
    "japaneseCounting": "一 二 三 十 十一 二十 二十一 一百 一百零一",
    "chineseLegalSimplified": "壹 贰 叁 壹拾 壹拾壹 贰拾 贰拾壹 壹佰 壹佰零壹",
    "ideographLegalTraditional": "壹 貳 參 壹拾 壹拾壹 貳拾 貳拾壹 壹佰 壹佰零壹",
    "ideographDigital": "一 二 三 一〇 一一 二〇 二一 一〇〇 一〇一",
    "taiwaneseDigital": "一 二 三 一○ 一一 二○ 二一 一○○ 一○一",
    "ideographTraditional": "甲 乙 丙 癸 11 20 21 100 101",
    "ideographZodiac": "子 丑 寅 酉 戌 20 21 100 101",
    "ideographZodiacTraditional": "甲子 乙丑 丙寅 癸酉 甲戌 癸未 甲申 100 101",
    "upperLetter": "A B C J K T U VVVV WWWW",
    "lowerLetter": "a b c j k t u vvvv wwww",
    "upperRoman": "I II III X XI XX XXI C CI",
    "lowerRoman": "i ii iii x xi xx xxi c ci",
    "ordinal": "1st 2nd 3rd 10th 11th 20th 21st 100th 101st",
    "hex": "1 2 3 A B 14 15 64 65",
    "chicago": f"* † ‡ ††† {'‡' * 3} {'§' * 5} {'*' * 6} {'§' * 25} {'*' * 26}",
    "klingon": "1 2 3 10 11 20 21 100 101",
}
VALUES = (1, 2, 3, 10, 11, 20, 21, 100, 101)


@pytest.mark.parametrize("name", SHOWN)
def test_formats(name: str) -> None:
    assert " ".join(show_of(name)(value) for value in VALUES) == SHOWN[name]


def test_no_format_is_left_without_a_row() -> None:
    assert set(FORMATS) - set(SHOWN) == {"none", "numberInDash", "japaneseLegal", "japaneseDigitalTenThousand"}


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("none", 3, ""),
        ("numberInDash", 3, "- 3 -"),
        ("japaneseLegal", 12, "壹拾弐"),
        ("chineseCountingThousand", 10_001, "一万一"),
        ("chineseCountingThousand", 1_010, "一千零一十"),
        ("chineseCountingThousand", 100_000, "100000"),
        ("lowerLetter", 28, "bb"),
        ("lowerRoman", 4_000, "4000"),
        ("decimalEnclosedCircle", 50, "㊿"),
    ],
)
def test_single_values(name: str, value: int, shown: str) -> None:
    assert FORMATS[name](value) == shown


@pytest.mark.parametrize(
    ("format", "value", "shown"),
    [
        ("001, 002, 003, ...", 7, "007"),
        ("0001, 0002, 0003, ...", 12345, "12345"),
        ("甲, 乙, 丙, ...", 4, "丁"),
        ("一, 十, 一百(简), ...", 12, "十二"),
        ("壹, 贰, 叁, ...", 3, "叁"),
        ("α, β, γ, ...", 3, "3"),
        ("", 3, "3"),
    ],
)
def test_custom_formats(format: str, value: int, shown: str) -> None:
    assert show_of("custom", format)(value) == shown
    assert show_of("decimal", format)(value) == str(value)  # Word looks at w:format for "custom" alone


def level(depth: int, spec: str) -> str:
    """A level from `format text [word=value …]`: start=3 suff=space restart=0 legal style=x."""
    format, text, *more = spec.split()
    said = dict(word.partition("=")[::2] for word in more)
    elements = {
        "start": f"<w:start w:val='{said.get('start', 1)}'/>",
        "numFmt": f"<w:numFmt w:val='{format}'/>",
        "restart": f"<w:lvlRestart w:val='{said.get('restart')}'/>" if "restart" in said else "",
        "style": f"<w:pStyle w:val='{said.get('style')}'/>" if "style" in said else "",
        "legal": "<w:isLgl/>" if "legal" in said else "",
        "suff": f"<w:suff w:val='{said.get('suff')}'/>" if "suff" in said else "",
        "text": f"<w:lvlText w:val='{text.replace('_', ' ')}'/>",
    }
    return f"<w:lvl w:ilvl='{depth}'>{''.join(elements.values())}</w:lvl>"


def lists(abstract: dict[str, list[str]], nums: dict[str, str]) -> str:
    """numbering.xml: levels of each abstract list; nums as `abstract [depth:start=5 | depth:lvl=format_text]`."""
    parts = []
    for key, specs in abstract.items():
        head = "".join(f"<w:{s[1:].replace('=', ' w:val=')}/>" for s in specs if s.startswith("@"))
        levels = "".join(level(depth, spec) for depth, spec in enumerate(s for s in specs if not s.startswith("@")))
        parts.append(f"<w:abstractNum w:abstractNumId='{key}'>{head}{levels}</w:abstractNum>")
    for num, spec in nums.items():
        key, *overrides = spec.split()
        inside = f"<w:abstractNumId w:val='{key}'/>"
        for override in overrides:
            depth, _, said = override.partition(":")
            kind, _, value = said.partition("=")
            made = (
                f"<w:startOverride w:val='{value}'/>" if kind == "start" else level(int(depth), value.replace("+", " "))
            )
            inside += f"<w:lvlOverride w:ilvl='{depth}'>{made}</w:lvlOverride>"
        parts.append(f"<w:num w:numId='{num}'>{inside}</w:num>")
    return "".join(parts)


REPORT = ["chineseCountingThousand %1、", "chineseCountingThousand （%2）", "decimal %3.", "decimal （%4）"]
LEGAL = ["decimal %1", "decimal %1.%2", "decimal %1.%2.%3 legal"]
MIXED = ["upperRoman %1.", "decimal %1.%2 legal suff=space"]

# what is shown; lists; numIds; paragraphs as `numId:depth` (`-` for a plain one, `x@style` for a style); numbers
LISTS = [
    ("siblings and children", {"0": REPORT}, {"1": "0"}, "1:0 1:1 1:1 1:0 1:1", "一、 （一） （二） 二、 （一）"),
    ("plain text between", {"0": REPORT}, {"1": "0"}, "1:0 - 1:0", "一、 - 二、"),
    ("four levels", {"0": REPORT}, {"1": "0"}, "1:0 1:1 1:2 1:3 1:3 1:2 1:3", "一、 （一） 1. （1） （2） 2. （1）"),
    ("a level is skipped", {"0": REPORT}, {"1": "0"}, "1:0 1:2 1:2 1:0 1:2", "一、 1. 2. 二、 1."),
    ("the first of all is deep", {"0": LEGAL}, {"1": "0"}, "1:1 1:1 1:0 1:1", "1.1 1.2 1 1.1"),
    ("numbers of all levels", {"0": LEGAL}, {"1": "0"}, "1:0 1:1 1:2 1:2 1:1", "1 1.1 1.1.1 1.1.2 1.2"),
    ("isLgl makes all decimal", {"0": MIXED}, {"1": "0"}, "1:0 1:0 1:1", "I. II. 2.1"),
    ("start", {"0": ["chineseCounting %1、 start=3"]}, {"1": "0"}, "1:0 1:0", "三、 四、"),
    ("start is 0", {"0": ["decimal %1) start=0"]}, {"1": "0"}, "1:0 1:0", "0) 1)"),
    ("two numIds of one list", {"0": REPORT}, {"1": "0", "2": "0"}, "1:0 2:0 1:0", "一、 二、 三、"),
    ("two lists", {"0": REPORT, "1": LEGAL}, {"1": "0", "2": "1"}, "1:0 2:0 1:0 2:0", "一、 1 二、 2"),
    ("startOverride", {"0": REPORT}, {"1": "0", "2": "0 0:start=1"}, "1:0 1:0 2:0 2:0", "一、 二、 一、 二、"),
    ("the same, deeper", {"0": REPORT}, {"1": "0 1:start=4"}, "1:0 1:1 1:1 1:0 1:1", "一、 （四） （五） 二、 （四）"),
    ("an override used later", {"0": REPORT}, {"1": "0", "2": "0 1:start=7"}, "1:0 2:0 2:1 1:1", "一、 二、 （七） （八）"),
    ("a level overridden", {"0": REPORT}, {"1": "0", "2": "0 0:lvl=upperLetter+%1."}, "1:0 2:0", "一、 B."),
    ("lvlRestart 0", {"0": ["decimal %1、", "decimal %2) restart=0"]}, {"1": "0"}, "1:0 1:1 1:0 1:1", "1、 1) 2、 2)"),
    (
        "lvlRestart 1: the level between doesn't restart it",
        {"0": ["decimal %1、", "decimal %2) ", "decimal %3] restart=1"]},
        {"1": "0"},
        "1:0 1:1 1:2 1:1 1:2 1:0 1:2",
        "1、 1) 1] 2) 2] 2、 1]",
    ),
    ("numId 0 takes it away", {"0": REPORT}, {"1": "0"}, "1:0 0:0 1:0", "一、 - 二、"),
    ("no such list", {"0": REPORT}, {"1": "0"}, "9:0 1:0", "- 一、"),
    ("no such level", {"0": ["decimal %1、"]}, {"1": "0"}, "1:5 1:0", "- 1、"),
    ("numFmt none", {"0": ["none 附件：", "none -"]}, {"1": "0"}, "1:0", "附件："),
    ("numFmt none inside another", {"0": ["none %1", "decimal %1%2、"]}, {"1": "0"}, "1:0 1:1", "- 1、"),
    ("bullets", {"0": ["bullet ●", "bullet \uf06c"]}, {"1": "0"}, "1:0 1:1", "● •"),
    ("bullets take no numbers", {"0": ["bullet %1"]}, {"1": "0"}, "1:0", "%1"),
    ("a deeper number shows nothing", {"0": ["decimal %1.%2"]}, {"1": "0"}, "1:0", "-"),
    ("words around", {"0": ["chineseCounting 第%1章 suff=nothing"]}, {"1": "0"}, "1:0 1:0", "第一章 第二章"),
    ("styles", {"0": ["decimal %1、 style=h1", "decimal （%2） style=h2"]}, {"1": "0"}, "@h1 @h2 @h2 @h1", "1、 （1） （2） 2、"),
    ("a style based on one", {"0": ["decimal %1、 style=h1", "decimal （%2） style=h2"]}, {"1": "0"}, "@h1 @b2 @h2", "1、 （1） （2）"),
    ("numId 0 in a paragraph of a style", {"0": ["decimal %1、 style=h1"]}, {"1": "0"}, "@h1 0:0@h1 @h1", "1、 - 2、"),
    ("its own level", {"0": REPORT}, {"1": "0"}, "@h1 1:1@h1", "一、 （一）"),
    (
        "numStyleLink",
        {"0": ["@styleLink='s'", *REPORT], "1": ["@numStyleLink='s'"]},
        {"1": "1", "2": "0"},
        "1:0 2:0",
        "一、 二、",
    ),
]  # fmt: skip
STYLES = (
    "<w:style w:type='paragraph' w:styleId='h1'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='h2'>"
    "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='b2'><w:basedOn w:val='h2'/></w:style>"
)


def paragraph(spec: str) -> str:
    place, _, style = spec.partition("@")
    num, _, depth = place.partition(":")
    properties = f"<w:pStyle w:val='{style}'/>" if style else ""
    if num not in ("", "-"):
        properties += f"<w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='{num}'/></w:numPr>"
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>文</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("abstract", "nums", "paragraphs", "numbers"), [row[1:] for row in LISTS], ids=[row[0] for row in LISTS]
)
def test_lists(
    reads: Reads, abstract: dict[str, list[str]], nums: dict[str, str], paragraphs: str, numbers: str
) -> None:
    body = "".join(map(paragraph, paragraphs.split()))
    text = reads(body, numbering=lists(abstract, nums), styles=STYLES).text
    assert [line.removesuffix("文").strip() or "-" for line in text.split("\n")] == numbers.split()


@pytest.mark.parametrize(
    ("spec", "line"),
    [
        ("chineseCounting %1、", "一、文"),
        ("decimal （%1）", "（1）文"),
        ("decimal %1.", "1. 文"),
        ("decimal %1. suff=nothing", "1.文"),
        ("decimal %1 suff=space", "1 文"),
        ("decimalEnclosedCircle %1 suff=nothing", "①文"),
    ],
)
def test_what_stands_between_number_and_text(reads: Reads, spec: str, line: str) -> None:
    """A tab or space behind a number is one space, and none where a closing mark already parts the two."""
    assert reads(paragraph("1:0"), numbering=lists({"0": [spec]}, {"1": "0"})).text == line


def test_the_number_of_a_long_list_is_cut_as_in_word(reads: Reads) -> None:
    text = reads(paragraph("1:0"), numbering=lists({"0": ["decimal " + "长" * 5000]}, {"1": "0"})).text
    assert text == "长" * 31 + " 文"
