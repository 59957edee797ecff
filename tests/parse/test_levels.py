"""Depths as specifications: each line of a report behind the depth that a careful reader gives it, 0 for text.

A line that opens with `+` goes on in the line before it, so items in the middle of a paragraph have depths too;
`…` stands for a paragraph of prose.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from govreport import Report, parse

PROSE = (
    "全年各项工作按计划推进，村容村貌有了明显变化，群众反映的急难愁盼问题逐件得到回应，"
    "办事大厅的排队时间比上一年缩短了一半。"
)

PLAIN = """
# one series
1 一、总体情况
0 …
1 二、存在问题
0 …

# the four levels of GB/T 9704
1 一、总体情况
2 （一）抓好服务
3 1.窗口建设
4 （1）延长时间。…
4 （2）增加人手。…
3 2.网上办理
2 （二）公开结果
1 二、存在问题

# all fourteen in one stack
1 第一部分 回顾
2 第一章 经济
3 第一节 工业
4 一、总量
5 （一）增速
6 1.规模
7 （1）企业
8 ①数量增加三成。
8 ②质量有所提高。
7 （2）园区
6 2.结构
5 （二）效益
4 二、分量
3 第二节 农业
2 第二章 社会
1 第二部分 打算

# （一） on top
1 （一）抓好服务。…
1 （二）公开结果。…
1 （三）听取意见。…

# 1. on top
1 1.窗口建设。…
1 2.网上办理。…
1 3.热线接听。…

# 1. on top, （一） below
1 1. 综合
2 （一）人口
0 …
2 （二）土地
0 …
1 2. 农业
0 …

# 1. on top, （1） below
1 1.窗口建设
2 （1）延长时间。…
2 （2）增加人手。…
1 2.网上办理
0 …

# （一） above 一、
1 （一）上半年
2 一、经济
0 …
2 二、社会
0 …
1 （二）下半年
0 …

# （一） skipped
1 一、总体情况
2 1.窗口建设
0 …
2 2.网上办理
0 …
1 二、存在问题
0 …

# （一） and 1. skipped
1 一、总体情况
2 （1）窗口建设。…
2 （2）网上办理。…
1 二、存在问题
0 …

# a level skipped in one part only
1 一、总体情况
2 （一）抓好服务
3 1.窗口建设
0 …
3 2.网上办理
0 …
1 二、存在问题
2 1.人手偏紧
0 …
2 2.设备陈旧
0 …

# all series start anew under the next parent
1 一、回顾
2 （一）经济
2 （二）社会
1 二、打算
2 （一）经济
2 （二）社会
1 三、保障
2 （一）组织
2 （二）资金

# number styles of one level mixed
1 一、总体情况
2 (一)抓好服务
2 （二）公开结果
2 ㈢听取意见
0 …

# arabic of all shapes
1 1、窗口建设
0 …
1 2.网上办理
0 …
1 ３．热线接听
0 …
1 4．上门服务
0 …

# 十 and beyond
1 一、工作一
1 二、工作二
1 三、工作三
1 四、工作四
1 五、工作五
1 六、工作六
1 七、工作七
1 八、工作八
1 九、工作九
1 十、工作十
1 十一、工作十一
1 十二、工作十二

# capitals
1 壹、总体情况
0 …
1 贰、存在问题
0 …

# bare numerals
1 一
0 …
1 二
0 …
1 三
0 …
"""

ITEMS = """
# 一是 in the middle of a paragraph
1 （一）抓好服务。
2 +一是延长办事时间。
2 +二是增加窗口人手。
1 （二）公开结果。
0 …

# 一是 behind a colon
1 一、存在问题
0 对照群众期盼还有差距：
2 +一是人手偏紧；
2 +二是设备陈旧；
2 +三是宣传不够。
1 二、下步打算
0 …

# 一是 on lines of their own
1 一、抓好服务
2 一是延长办事时间。…
2 二是增加窗口人手。…
1 二、公开结果
0 …

# 一是 at the top
1 一是延长办事时间。…
1 二是增加窗口人手。…

# 一要
1 一、总体要求
0 新的一年，
2 +一要沉下身子。
2 +二要盯住实事。
2 +三要守住底线。

# 首先，其次，最后，
1 一、几点体会
2 首先，要靠群众。…
2 其次，要靠制度。…
2 最后，要靠实干。…
1 二、下步打算
0 …

# 第一，第二，
1 一、几点体会
2 第一，依靠群众。…
2 第二，依靠制度。…

# 其一，其二，
1 一、几点体会
0 原因有两条：
2 +其一，底子薄。
2 +其二，起步晚。

# dashes on lines of their own
1 一、主要成绩
0 …
2 ——粮食稳产增产，粮仓更加充实。
2 ——道路通村达户，出行更加便捷。
2 ——老旧小区改造一新，邻里更加和睦。
1 二、打算
0 …

# circled items on lines of their own
1 （一）窗口建设
2 ①延长办事时间。
2 ②增加窗口人手。
2 ③开设绿色通道。
1 （二）网上办理
0 …

# （1） inside a paragraph
1 一、办好实事
0 今年要办好三件事：
2 +（1）修路。
2 +（2）架桥。
2 +（3）通水。
1 二、保障
0 …

# （1） inside 一是 while 二是 goes on
1 一、抓好服务
2 一是延长办事时间，做到两个不断：
3 +（1）午间不断档；
3 +（2）周末不断档。
2 二是增加窗口人手。…
1 二、公开结果
0 …

# 一是 inside （1）
1 一、办好实事
2 （1）修好路。
3 +一是拓宽路面。
3 +二是更换路灯。
2 （2）通好水。
3 +一是打井。
3 +二是铺管。
1 二、保障
0 …

# two series under one parent
1 一、工作考虑
0 主要有两点考虑：
2 +一是稳住底盘；
2 +二是留有余地。
0 重点把握两个方面：
2 +一是尽力而为；
2 +二是量力而行。
1 二、打算
0 …

# 一是 and （一） under one parent are siblings
1 一、问题与措施
0 目前存在两个问题：
2 +一是人手偏紧；
2 +二是设备陈旧。
2 （一）充实人手。…
2 （二）更新设备。…
1 二、其他
0 …

# 一是 again under each 1.
1 （一）抓好服务
2 1.窗口建设。
3 +一是延长时间。
3 +二是增加人手。
2 2.网上办理。
3 +一是简化表单。
3 +二是缩短时限。
1 （二）公开结果
0 …

# 半角 punctuation does not hide an item
1 一、存在问题
0 主要表现在:
2 +一是人手偏紧;
2 +二是设备陈旧;
2 +三是宣传不够。
"""

TEXT = """
# a single 一是 is text
1 一、抓好服务
0 今年的变化，一是窗口时间延长了。…
1 二、公开结果
0 …

# a single （1） is text
1 一、抓好服务
0 说明：（1）数据截至年底。…
1 二、公开结果
0 …

# 统一是, 第一要务, 一是一
1 一、抓好服务
0 标准统一是前提。发展是第一要务。办事一是一、二是二。
1 二、公开结果
0 制度是二是一都要分清。
1 三、其他
0 …

# 三、四季度 is never a number
1 一、总量情况
0 …
1 二、结构情况
0 …
0 三、四季度经济明显回升。…
1 三、效益情况
0 …

# 一、二产业 on top of the report
0 一、二产业融合发展，成效看得见。…
1 一、总体情况
0 …
1 二、打算
0 …

# a list of ordinals in a sentence
1 一、总体情况
0 一、二、三产业协调发展。…
1 二、打算
0 …

# numbers with decimals
1 1.总量
0 1.5万公里农村公路完成养护。…
1 2.结构
0 2.5%的增速来之不易。…
1 3.效益
0 …

# years and dates
1 一、总体情况
0 2023年，全县迈上新台阶。…
0 2023.12项目竣工。…
1 二、打算
0 …

# a dash inside a sentence
1 一、总体情况
0 全县最大的项目——北山水库——已经开工。…
1 二、打算
0 …

# one topic sentence on its own line is a sentence
1 一、总体情况
0 生态底色更加亮丽。
0 ……
1 二、打算
0 …

# topic sentences that open their paragraphs
1 一、总体情况
0 生态底色更加亮丽。…
0 民生福祉更加殷实。…
1 二、打算
0 …

# 各位代表！ divides, it heads nothing
1 一、总体情况
0 …
0 各位代表！
0 …
1 二、打算
0 …
0 各位代表！
0 …

# provisions cited
1 一、总体情况
0 按照第二十条第（一）项和第（二）项公开。…
0 第十二条之规定写入了办事指南。…
1 二、打算
0 …

# an agenda inside one sentence
0 报告分三个部分：一、回顾；二、打算；三、保障。
1 一、回顾
0 …
1 二、打算
0 …
1 三、保障
0 …

# no numbers at all
0 …
0 …
0 …
"""

BLEMISHES = """
# a gap （二）→（四）
1 一、总体情况
2 （一）经济
0 …
2 （二）社会
0 …
2 （四）生态
0 …
1 二、打算
0 …

# a lost 二是
1 （一）抓好服务。
2 +一是延长时间。
2 +三是增加人手。
2 +四是简化表单。
1 （二）公开结果。…

# a repeated （三）
1 一、总体情况
2 （一）经济
0 …
2 （二）社会
0 …
2 （三）生态
0 …
2 （三）文化
0 …
1 二、打算
0 …

# a repeated 三、
1 一、回顾
0 …
1 二、问题
0 …
1 三、打算
0 …
1 三、保障
0 …
1 四、其他
0 …

# the first of a series lost
0 总体情况如下。…
1 二、存在问题
0 …
1 三、下步打算
0 …

# the first （一） of a part lost
1 一、回顾
0 …
2 （二）社会
0 …
2 （三）生态
0 …
1 二、打算
0 …

# a lost left bracket
1 一、回顾
2 一）经济
0 …
2 二）社会
0 …
1 二、打算
0 …

# brackets of two widths
1 一、回顾
2 (一）经济
0 …
2 （二)社会
0 …
1 二、打算
0 …

# heading depths of Markdown are no part of it
1 一、回顾
2 （一）经济
0 …
2 （二）社会
0 …
1 二、打算
0 …
1 三、保障
0 …

# a second report behind the first
1 一、回顾
0 …
1 二、问题
0 …
1 三、打算
0 …
1 一、回顾
0 …
1 二、问题
0 …
"""

BETWEEN = """
# a summary behind the last （n） speaks for the section
1 一、工作开展情况
2 （一）抓好服务。…
2 （二）公开结果。…
0 在取得上述成绩的同时，我们也清醒看到存在不少困难和问题：
2 +一是人手偏紧。
2 +二是设备陈旧。
1 二、下步打算
0 …

# a summary with dashes
1 一、五年回顾
2 （一）抓好服务。…
2 （二）公开结果。…
0 过去五年，全县上下实现了三个跨越。
2 ——粮食产量迈上新台阶，人均口粮翻番。
2 ——财政收入迈上新台阶，家底更加厚实。
2 ——城乡面貌迈上新台阶，环境更加宜居。
1 二、打算
0 …

# a series that names its part stays with it
1 一、工作安排
2 （一）发展产业。…
2 （二）保障和改善民生。…
0 扎实办好“十件民生实事”。
3 +（1）修路。
3 +（2）架桥。
3 +（3）通水。
1 二、保障措施
0 …

# a series in the body of the last （n）
1 一、工作安排
2 （一）发展产业。…
2 （二）保障民生。…
0 +重点做好两件事：
3 +一是稳就业。
3 +二是稳物价。
1 二、保障措施
0 …

# 十件实事 in an annex
1 一、回顾
0 …
1 二、打算
0 …
1 三、保障
0 …
0 附件
1 2024年十件民生实事
2 一、改造一处便民设施
2 二、改造二处便民设施
2 三、改造三处便民设施
2 四、改造四处便民设施
2 五、改造五处便民设施
2 六、改造六处便民设施
2 七、改造七处便民设施
2 八、改造八处便民设施
2 九、改造九处便民设施
2 十、改造十处便民设施

# 第一部分 above 一、
1 第一部分 2023年工作
2 一、经济
0 …
2 二、社会
0 …
1 第二部分 2024年打算
2 一、经济
0 …
2 二、社会
0 …

# 第一章 above 第一条
1 第一章 总则
2 第一条 为规范办事程序，制定本规则。
2 第二条 本规则适用于全县。
1 第二章 附则
2 第一条 本规则由办公室解释。

# 篇 above 章
1 第一篇 发展基础
2 第一章 发展成就
0 …
2 第二章 发展环境
0 …
1 第二篇 总体要求
2 第三章 指导思想
0 …
2 第四章 主要目标
0 …

# 章 that start anew below 篇
1 第一篇 发展基础
2 第一章 发展成就
0 …
2 第二章 发展环境
0 …
1 第二篇 总体要求
2 第一章 指导思想
0 …
2 第二章 主要目标
0 …

# 节 below 章
1 第一章 产业
2 第一节 种植业
0 …
2 第二节 养殖业
0 …
1 第二章 民生
2 第一节 就业
0 …

# headings without number, （一） below
1 2023年工作回顾
2 （一）经济稳中向好。…
2 （二）民生持续改善。…
1 2024年工作安排
2 （一）发展产业。…
2 （二）保障民生。…

# headings without number above prose
1 农业生产稳步提升
0 …
0 …
1 工业经济提质增效
0 …
1 民生福祉持续增进
0 …

# headings without number below （一）
1 一、总体情况
2 （一）经济发展
3 农业生产稳步提升
0 …
3 工业经济提质增效
0 …
2 （二）社会事业
0 …
1 二、打算
0 …

# topic sentences on their own lines
1 一、总体情况
2 生态底色更加亮丽。
0 ……
2 民生福祉更加殷实。
0 ……
2 乡村面貌更加宜居。
0 ……
1 二、打算
0 …

# 前言 and 结语 stand beside the parts
1 前　言
0 …
1 一、总体情况
2 （一）抓好服务。…
2 （二）公开结果。…
1 二、打算
0 …
1 结束语
0 …

# 前言 right above the first part
1 前言
1 （一）收件
0 …
1 （二）办结
0 …

# items within 前言
1 前言
0 …办法有两个：
2 +一是早开门。
2 +二是晚关门。
1 一、总体情况
0 …
1 二、打算
0 …

# numbers that run on across their parents
1 第一篇 回顾
2 第一章 收件
0 …
2 第二章 办结
0 …
1 第二篇 打算
2 第三章 上门
0 …
2 第四章 代办
0 …
1 第三篇 保障
2 第五章 人手
0 …

# 结语
1 一、总体情况
0 …
1 二、打算
0 …
1 结语
0 …

# a glossary has a title and no sections
1 一、总体情况
0 …
1 二、打算
0 …
1 名词解释
0 1.一窗通办：一个窗口受理所有事项。
0 2.村村通：每个行政村通公路。
"""


def depths_of(report: Report) -> dict[int, int]:
    """Where each section of a report begins, and how deep it is."""
    found: dict[int, int] = {}
    stack = [(section, 1) for section in report.sections]
    while stack:
        section, depth = stack.pop()
        span = section.number.span if section.number else section.heading_span
        assert span is not None
        found[span.start] = depth
        stack.extend((child, depth + 1) for child in section.children)
    return found


def assert_levels(lines: list[str], depths: list[int]) -> None:
    """The report made of `lines` has a section at the start of exactly those with a depth above 0, at that depth."""
    text, starts = "", []
    for line in lines:
        text += "" if line.startswith("+") or not text else "\n"
        starts.append(len(text))
        text += line.removeprefix("+").replace("…", PROSE)
    found = depths_of(parse(text + "\n"))
    elsewhere = [text[start : start + 10] for start in sorted(found) if start not in starts]
    assert elsewhere == []
    levels = [found.get(start, 0) for start in starts]
    assert list(zip(levels, lines, strict=True)) == list(zip(depths, lines, strict=True))


def specifications(table: str) -> Iterator[tuple[str, list[str], list[int]]]:
    """The blocks of a table: name, lines, depths."""
    for block in table.strip().split("\n\n"):
        name, *rows = block.split("\n")
        yield name.removeprefix("# "), [row[2:] for row in rows], [int(row[0]) for row in rows]


@pytest.mark.parametrize(
    ("lines", "depths"),
    [
        pytest.param(lines, depths, id=name)
        for table in (PLAIN, ITEMS, TEXT, BLEMISHES, BETWEEN)
        for name, lines, depths in specifications(table)
    ],
)
def test_levels(lines: list[str], depths: list[int]) -> None:
    assert_levels(lines, depths)
