"""Markdown: syntax is hinted, never cut out of the text; what is written reads as the same tree."""

from __future__ import annotations

import gc
import time

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from govreport import Number, Paragraph, Report, Section, Source, Table, parse, read
from govreport.formats import markdown
from govreport.formats.markdown import dumps, write

TEXT = """---
索引号: A-1
发布机构: "某县: 办公室"
---

# 某县2023年工作情况报告

现将全年工作情况报告如下。

## 一、总体情况

**（一）抓好服务。**一是优化流程，减少环节。二是公开结果，接受监督。

（二）补齐短板。新建便民点3处。

| 项目 | 数量 |
| --- | ---: |
| 收件 | 12 |
| 办结\\|转办 | **11** |

> **二、存在的问题**

人手仍然偏紧。

- 一要增加人手。
- 二要加强培训。

某县人民政府

2024年1月8日
"""


def source(text: str) -> Source:
    return markdown.read(text.encode())


def shown(text: str) -> str:
    """The text of a Markdown source without its markup."""
    at, parts = 0, []
    for span in sorted(h.span for h in source(text).hints if h.kind == "markup"):
        assert span.start >= at
        parts.append(text[at : span.start])
        at = span.end
    return "".join(parts) + text[at:]


def hinted(text: str, kind: str) -> list[tuple[str, object]]:
    return [(h.span.of(text), h.value) for h in source(text).hints if h.kind == kind]


def tree(text: str) -> Report:
    return read(text.encode(), "md")


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("# 标题", "标题"),
        ("##一、总体情况 ##", "一、总体情况"),
        ("###### 六级", "六级"),
        ("#1 项目", "#1 项目"),
        ("####### 七级", "####### 七级"),
        ("**（一）加强领导。**正文", "（一）加强领导。正文"),
        ("正文__加重__正文", "正文加重正文"),
        ("***又粗又斜***", "又粗又斜"),
        ("*斜体*字", "斜体字"),
        ("王**、李**两人", "王**、李**两人"),
        ("3*5=15，4*5=20", "3*5=15，4*5=20"),
        ("落款____年____月", "落款____年____月"),
        ("某_名_称", "某_名_称"),
        ("> 引用\n>> 二层", "引用\n二层"),
        ("- 甲\n* 乙\n+ 丙", "甲\n乙\n丙"),
        ("——2024年在会上", "——2024年在会上"),
        ("--甲", "--甲"),
        ("- 12 -", "- 12 -"),
        ("-5℃", "-5℃"),
        ("1. 甲\n2. 乙", "1. 甲\n2. 乙"),
        ("---\n\n***\n___", "\n\n\n"),
        ("甲\\*乙\\#丙\\、", "甲*乙#丙\\、"),
        ("甲<br/>乙<!-- 注 -->丙<5%&nbsp;", "甲乙丙<5%"),
        ("见[附件](a.docx)和[1]", "见附件和[1]"),
        ("甲![图](a.png)乙", "甲乙"),
        ("`代码`和~~删去~~", "代码和删去"),
        ("```text\n甲\n```", "\n甲\n"),
        ("题\n===", "题\n"),
        ("表|格", "表|格"),
        ("|甲|乙|\n|-|-|\n|一\\|1|`二`|", "甲乙\n\n一|1二"),
    ],
)
def test_markup(text: str, bare: str) -> None:
    assert shown(text) == bare


@pytest.mark.parametrize(
    ("text", "kind", "hints"),
    [
        ("## 一、总体情况 ##", "heading", [("一、总体情况", 2)]),
        ("题目\n===\n正文", "heading", [("题目", 1)]),
        ("题目\n\n===\n", "heading", []),
        ("**甲**乙__丙__*丁*", "bold", [("甲", None), ("丙", None)]),
        ("**甲 **乙", "bold", []),
        ("**甲", "bold", []),
        (
            "| 甲 | 乙 |\n|:-:|---|\n| 一 |\n\n正文",
            "table",
            [("| 甲 | 乙 |\n|:-:|---|\n| 一 |", (("甲", "乙"), ("一",)))],
        ),
        (
            "甲|乙\r\n-|-\r\n一<br>1|**二**\r\n",
            "table",
            [("甲|乙\r\n-|-\r\n一<br>1|**二**", (("甲", "乙"), ("一\n1", "二")))],
        ),
        ("甲|乙\n\n-|-\n", "table", []),
        ("甲\n---\n", "table", []),
    ],
)
def test_hints(text: str, kind: str, hints: list[tuple[str, object]]) -> None:
    assert hinted(text, kind) == hints


@pytest.mark.parametrize(
    ("text", "metadata"),
    [
        ("---\n索引号: A-1\n空:\n---\n正文", {"索引号": "A-1", "空": ""}),
        ("---\n'a': x\n---\n", {}),
        ("---\n标题：某县报告: 草案\n...\n", {}),
        ('---\n"a:b": "c\\n\\"d\\""\nx: \'y\'\n# 注\n- 列\n---', {"a:b": 'c\n"d"', "x": "y"}),
        ("---\n这是正文。\n---\n", {}),
        ("---\n索引号: A-1\n", {}),
        ("\n---\n索引号: A-1\n---\n", {}),
    ],
)
def test_front_matter(text: str, metadata: dict[str, str]) -> None:
    found = source(text)
    assert found.metadata == metadata
    assert [h.value for h in found.hints if h.kind == "furniture"] == (["metadata"] if metadata else [])
    assert found.text == text


def test_the_tree_of_a_markdown_file() -> None:
    report = tree(TEXT)
    assert report.title == "某县2023年工作情况报告"
    assert report.metadata == {"索引号": "A-1", "发布机构": "某县: 办公室"}
    assert report.at("一/（一）").heading == "抓好服务"
    assert report.at("一/（二）").run_in
    assert report.at("一/（二）").blocks[-1] == Table((("项目", "数量"), ("收件", "12"), ("办结|转办", "11")))
    assert report.at("二/二要").text == "加强培训。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n"), "# 标题  \n\n\n正文\\#。"])
def test_unchanged_markdown_is_byte_equal(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert write(read(data, "md")) == data


def test_changed_metadata_are_written() -> None:
    changed = evolve(tree(TEXT), metadata={"索引号": "A-2", "a:b": " x"})
    text = dumps(changed)
    assert text.startswith('---\n索引号: A-2\n"a:b": " x"\n---\n\n# 某县')
    assert tree(text) == changed


def test_what_is_written() -> None:
    assert dumps(evolve(tree(TEXT), source=None, metadata={})) == (
        "# 某县2023年工作情况报告\n\n现将全年工作情况报告如下。\n\n## 一、总体情况\n\n"
        "**（一）抓好服务**。一是优化流程，减少环节。二是公开结果，接受监督。\n\n"
        "**（二）补齐短板**。新建便民点3处。\n\n"
        "| 项目 | 数量 |\n| --- | --- |\n| 收件 | 12 |\n| 办结\\|转办 | 11 |\n\n"
        "## 二、存在的问题\n\n人手仍然偏紧。\n\n一要增加人手。\n\n二要加强培训。\n\n某县人民政府\n\n2024年1月8日\n"
    )


def test_what_is_written_reads_as_the_same_tree() -> None:
    report = tree(TEXT)
    text = dumps(evolve(report, source=None))
    assert tree(text) == report
    assert dumps(evolve(tree(text), source=None)) == text


def test_headings_end_at_the_sixth_level() -> None:
    section = Section(Number("①", "circled", 1), "末级")
    for depth in range(6):
        section = Section(None, f"{depth}级标题", children=(section,))
    assert dumps(Report(sections=(section,))).splitlines()[::2] == [
        *(f"{'#' * (7 - depth)} {depth}级标题" for depth in (5, 4, 3, 2, 1)),
        "###### 0级标题",
        "###### ①末级",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# 不是标题", "> 不是引用", "- 不是列表", "+ 也不是", "---", "- - -", "===", "____", "__甲__", "**甲**", "*甲*",
        "a*b", "`甲`", "```", "~~甲~~", "~~~", "\\*", "\\", "甲\\", "<br>", "<!-- 注 -->", "5<6", "&nbsp;", "[甲](乙)",
        "![甲](乙)",
        "甲 #", "# 甲 ##", "甲|乙", "——甲", "1. 甲", "___甲___", "王**、李**", "| --- |",
    ],
)  # fmt: skip
def test_special_characters_are_written_so_that_they_stay(text: str) -> None:
    report = Report(preamble=(Paragraph(f"首段说明，{text}。"), Paragraph(text)))
    assert shown(dumps(report)) == f"首段说明，{text}。\n\n{text}\n"
    assert [k for k in ("heading", "bold", "table") if hinted(dumps(report), k)] == []


@given(
    st.text(st.sampled_from("甲。#*_`~\\<>a/!-[](&nbsp;)|+= 1."), min_size=1, max_size=30).map(str.strip).filter(bool)
)
def test_any_paragraph_stays(text: str) -> None:
    assert shown(dumps(Report(preamble=(Paragraph(text),)))) == f"{text}\n"


CELL = st.text(st.sampled_from("甲乙|\\*<br>\n`1- "), max_size=8).map(
    lambda t: "\n".join(p.strip() for p in t.split("\n")).strip()
)


@given(st.integers(1, 3).flatmap(lambda n: st.lists(st.tuples(*[CELL] * n), min_size=1, max_size=3)))
def test_any_table_stays(rows: list[tuple[str, ...]]) -> None:
    text = dumps(Report(preamble=(Table(tuple(rows)),)))
    assert [value for _, value in hinted(text, "table")] == [tuple(rows)]


CHARACTERS = st.characters(exclude_categories=["Cs"])


@given(st.dictionaries(st.text(CHARACTERS, max_size=12), st.text(CHARACTERS, max_size=20), min_size=1, max_size=3))
def test_any_metadata_stay(metadata: dict[str, str]) -> None:
    assert source(dumps(Report(title="某县工作报告", metadata=metadata))).metadata == metadata


@pytest.mark.parametrize(
    "unit", ["[", "*", "**甲", "- ", "-\t", "|", "<a", "`", "\\", "![", "](", "# ", " #", "> ", "_", "__", "~"]
)
def test_hostile_lines_take_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * size + "甲"
        gc.collect()
        gc.disable()  # what a collection takes depends on all the tests before
        try:
            began = time.process_time()
            source(text)
            return time.process_time() - began
        finally:
            gc.enable()

    seconds(100)
    assert any(seconds(80_000) < 12 * seconds(8_000) + 0.25 for _ in range(4))  # quadratic takes seconds


def test_headings_have_their_true_depth_and_below_six_the_number_tells_it() -> None:
    """`#` is the title, `##` the top level; Markdown ends at `######`."""
    numbers = ["第一部分", "第一章", "第一节", "一、", "（一）", "1."]
    text = (
        "某县工作总结\n"
        + "".join(f"{number}抓好第{at}层服务\n" for at, number in enumerate(numbers, 1))
        + "再接再厉。\n"
    )
    report = parse(text)
    written = dumps(report, canonical=True)
    depths = [line.split(" ")[0] for line in written.splitlines() if line.startswith("#")]
    assert depths == ["#", "##", "###", "####", "#####", "######", "######"]
    assert read(written.encode(), "md") == report
