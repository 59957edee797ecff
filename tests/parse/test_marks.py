"""Marks as a pair table: one line, and the style of the number that it opens with, or None if it opens with none.

The first nineteen rows are the trap lines that common tools get wrong; `levels` has the last word on what passes here.
"""

from __future__ import annotations

import pytest

from govreport import Source
from govreport.formats.text import source as tabular
from govreport.parse.body import Body
from govreport.parse.lines import lines
from govreport.parse.marks import Mark, boundary_at, marks
from govreport.parse.mend import mend

TRAPS = [
    ("一、2025年工作回顾", "hanzi"),
    ("（一）经济运行稳中向好", "hanzi-paren"),
    ("1.着力扩大内需", "arabic"),
    ("1、着力扩大内需", "arabic"),
    ("（1）夯实基础", "arabic-paren"),
    ("（10）夯实基础", "arabic-paren"),
    ("①夯实基础", "circled"),
    ("十一、切实保障民生", "hanzi"),
    ("二十、附则", "hanzi"),
    ("㈠经济运行", "hanzi-paren"),
    ("三、四季度经济明显回升。", None),
    ("一、二产业融合发展成效明显，增加值达3000亿元。", None),
    ("3.5%的增速高于全国平均水平。", None),
    ("1.2亿人次出境旅游。", None),
    ("2025年，全省生产总值增长5.2%。", None),
    ("1.5万公里高速公路建成通车，", None),
    ("（2024年3月5日在第十四届全国人民代表大会第二次会议上）", None),
    ("十要十不要守则深入人心。", None),
    ("百要素市场化改革推进。", None),
]

HEADINGS = [
    ("一、过去五年工作回顾", "hanzi"),
    ("一、综 合", "hanzi"),
    ("二十一、保障措施", "hanzi"),
    ("廿三、附则", "hanzi"),
    ("壹、总体情况", "hanzi"),
    ("一．总体情况", "hanzi"),
    ("一.总体情况", "hanzi"),
    ("三、四项重点任务", "hanzi"),
    ("一、一年来的主要工作", "hanzi"),
    ("五、第三产业", "hanzi"),
    ("（一）经济增长迈出坚实步伐。抓好种粮，稳住菜价。", "hanzi-paren"),
    ("(一)经济运行", "hanzi-paren"),
    ("（ 一 ）经济运行", "hanzi-paren"),
    ("(一）经济运行", "hanzi-paren"),
    ("一）经济运行", "hanzi-paren"),
    ("（二十一）食品安全", "hanzi-paren"),
    ("（一）、经济运行", "hanzi-paren"),
    ("1. 综合", "arabic"),
    ("1．综合", "arabic"),
    ("１．综合", "arabic"),
    ("⒈综合", "arabic"),
    ("12.便民服务", "arabic"),
    ("1.2023年工作回顾", "arabic"),
    ("2、2024 年工作打算", "arabic"),
    ("1）延长办事时间", "arabic-paren"),
    ("(1)延长办事时间", "arabic-paren"),
    ("⑴延长办事时间", "arabic-paren"),
    ("㉑延长办事时间", "circled"),
    ("❸延长办事时间", "circled"),
    ("第一部分 2025年工作回顾", "part"),
    ("第二篇 发展目标", "part"),
    ("第三编 城乡建设", "part"),
    ("第一章 总则", "chapter"),
    ("第十二章：保障", "chapter"),
    ("第一节 农业", "section"),
    ("第一条 为规范办事程序，制定本规则。", "article"),
    ("第2章 程序", "chapter"),
]

ITEMS = [
    ("一是延长办事时间。", "shi"),
    ("十一是整修道路。", "shi"),
    ("一是，延长办事时间。", "shi"),
    ("一是：延长办事时间。", "shi"),
    ("一是坚持党的全面领导，统一是思想基础。", "shi"),
    ("一是一年来坚持上门服务。", "shi"),
    ("二是十件实事全部办结。", "shi"),
    ("一要沉下身子。", "yao"),
    ("三要盯住实事。", "yao"),
    ("一要求真务实。", "yao"),
    ("第一，依靠群众。", "ordinal"),
    ("第三、依靠制度。", "ordinal"),
    ("其一，底子薄。", "ordinal"),
    ("首先，要靠群众。", "sequence"),
    ("其次，要靠制度。", "sequence"),
    ("再次，要靠实干。", "sequence"),
    ("最后，要靠坚持。", "sequence"),
    ("——粮食稳产增产，粮仓更加充实。", "dash"),
    ("--粮食稳产增产，粮仓更加充实。", "dash"),
]

TEXT = [
    # shares, amounts, dates
    ("3.5万亿元财政资金直达基层。", None),
    ("1.5万亿", None),
    ("2025.12 项目竣工。", None),
    ("2.5个百分点的降幅好于预期。", None),
    ("3.15消费者权益日活动受到欢迎。", None),
    ("4·15宣传活动走进社区。", None),
    ("12345热线接听及时。", None),
    ("500.5公顷荒地披上绿装。", None),
    ("1.2.3级河道全部设立河长。", None),
    ("１．５万亩良田旱涝保收。", None),
    ("2025年1月，新校区启用。", None),
    ("2023年工作回顾", None),
    # quarters, industries, grades, stages
    ("一、二、三产业协调发展，结构持续优化。", None),
    ("一、二级公路完成养护。", None),
    ("二、三类人员全部纳入帮扶。", None),
    ("一、二期工程同步推进。", None),
    ("一、三产业增长较快。", None),
    ("一、二线城市对口协作。", None),
    ("三、四等功臣受到表彰。", None),
    ("第一、第二产业稳步增长。", None),
    ("第一、二产业稳步增长。", None),
    ("第三产业增加值超过预期。", None),
    ("第一季度实现开门红。", None),
    ("第一批示范村名单公布。", None),
    ("第一责任人职责得到压实。", None),
    ("第一要务是发展。", None),
    ("第三方评估结果良好。", None),
    # words that open like numbers
    ("统一是前提。", None),
    ("一直是难点的老旧小区开始改造。", None),
    ("一要素一清单管理全面推开。", None),
    ("三要件审查时限压缩过半。", None),
    ("一要求就落实，群众满意。", None),
    ("十二五时期打下的基础仍在发挥作用。", None),
    ("“十四五”规划中期评估顺利完成。", None),
    ("十年磨一剑。", None),
    ("百日攻坚行动圆满收官。", None),
    ("三农工作扎实推进。", None),
    ("一二三产业融合发展。", None),
    ("两是两非界限清楚。", None),
    ("三重一大事项集体决策。", None),
    ("首先要靠群众。", None),
    ("最后一公里已经打通。", None),
    ("再次感谢各位代表。", None),
    ("其中一半用于民生。", None),
    # references
    ("附件（1）", None),
    ("附件1", None),
    ("（一）项规定的材料可以免交。", None),
    ("（一）、（二）项材料可以免交。", None),
    ("第一条第二款规定了时限。", None),
    ("第三条规定的期限已经届满。", None),
    ("第二十条第（一）项", None),
    # brackets and dashes of other kinds
    ("（一期）工程交付使用。", None),
    ("（共12户）全部搬入新居。", None),
    ("（2023年）", None),
    ("[1]数据来自年报。", None),
    ("——2026年1月20日在某县第十八届人民代表大会第一次会议上", None),
    ("—— 12 ——", None),
    ("-5摄氏度的清晨照常出车。", None),
    ("————————", None),
    # what is left of a damaged number
    ("（）坚持上门服务", None),
    ("是坚持上门服务。", None),
    ("（一坚持上门服务", None),
    ("零、序言", None),
    ("百、附则", None),
    ("", None),
    ("各位代表！", None),
    ("各位代表：", None),
    ("“十五五”时期的主要目标任务", None),
]


def body_of(source: Source) -> Body:
    return mend(source, lines(source))


def found_in(text: str) -> list[tuple[str, str, str]]:
    """All marks of a text: (number, style, boundary)."""
    body = body_of(Source(text))
    return [(body.text[m.start : m.end], m.style, m.boundary) for m in marks(body)]


def opening(line: str) -> Mark | None:
    """The mark that a line opens with, where another line follows."""
    return next((m for m in marks(body_of(Source(f"{line}\n\n全年工作情况如下。\n"))) if m.start == 0), None)


@pytest.mark.parametrize(
    ("line", "style"),
    [
        pytest.param(*row, id=f"{name}: {row[0]}")
        for name, table in (("trap", TRAPS), ("heading", HEADINGS), ("item", ITEMS), ("text", TEXT))
        for row in table
    ],
)
def test_what_a_line_opens_with(line: str, style: str | None) -> None:
    mark = opening(line)
    assert (mark.style if mark else None) == style


INSIDE = [
    ("主要问题：一是人手偏紧；二是设备陈旧。", [("一是", "shi", "colon"), ("二是", "shi", "semicolon")]),
    ("进展良好。一是路通了。二是水清了。", [("一是", "shi", "stop"), ("二是", "shi", "stop")]),
    ("新的一年，一要实干，二要创新。", [("一要", "yao", "comma"), ("二要", "yao", "comma")]),
    (
        "今年办三件事：（1）修路；（2）架桥。",
        [("（1）", "arabic-paren", "colon"), ("（2）", "arabic-paren", "semicolon")],
    ),
    ("分两步走：①摸清底数，②逐户上门。", [("①", "circled", "colon"), ("②", "circled", "comma")]),
    ("要求明确：第一，报备；第二，公示。", [("第一，", "ordinal", "colon"), ("第二，", "ordinal", "semicolon")]),
    ("他说：“路修好了。”二是水清了。", [("二是", "shi", "stop")]),
    ("进展良好。 一是路通了。", [("一是", "shi", "stop")]),
    ("实现目标：——粮食稳产增产，粮仓更加充实。", [("——", "dash", "colon")]),
    ("第一，报备。其二，公示。", [("第一，", "ordinal", "line"), ("其二，", "ordinal", "stop")]),
    ("两岸统一是人心所向。", []),
    ("坚持生态保护第一，协同推进。", []),
    ("专一是美德，第一是目标。", []),
    ("开发区（一）期和（二）期同时开工。", []),
    ("依照第二十条第（一）项和第（二）项办理。", []),
    ("详见附件（1）和附件（2）。", []),
    ("北山最大的工程——水库——已经开工。", []),
    ("报告分三部分：一、回顾；二、打算；三、保障。", []),
    ("比例为1.5比2.5。", []),
    ("来宾再次，最后一个到场。", []),
]


@pytest.mark.parametrize(("line", "expected"), INSIDE, ids=[line for line, _ in INSIDE])
def test_marks_inside_a_line(line: str, expected: list[tuple[str, str, str]]) -> None:
    assert found_in(line) == expected


BOUNDARIES = [
    ("一是", 0, "line"),
    ("　　一是", 2, "line"),
    ("好。一是", 2, "stop"),
    ("好！ 一是", 3, "stop"),
    ("好。”一是", 3, "stop"),
    ("好）一是", 2, "close"),
    ("好；一是", 2, "semicolon"),
    ("好：一是", 2, "colon"),
    ("好，一是", 2, "comma"),
    ("好 一是", 2, "space"),
    ("统一是", 1, "glued"),
]


@pytest.mark.parametrize(("text", "start", "expected"), BOUNDARIES, ids=[text for text, _, _ in BOUNDARIES])
def test_what_a_place_is(text: str, start: int, expected: str) -> None:
    assert boundary_at(text, start, 0) == expected


def test_tables_have_no_marks() -> None:
    text = "项目\t数量\n一、收件\t12\n二、办结\t11\n"
    assert marks(body_of(tabular(text))) == []
    assert [m.style for m in marks(body_of(Source(text)))] == ["hanzi", "hanzi"]
