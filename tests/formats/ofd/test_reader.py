"""OFD files: text, tables and page chrome of their pages, how files are found, what they say of themselves."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest

from govreport import read
from govreport.errors import BudgetError, FormatError
from govreport.formats import ofd as format
from govreport.model.source import Source

LEFT = 28.0


def texts(source: Source, kind: str) -> list[str]:
    """What the hints of a kind stand for."""
    return [hint.span.of(source.text) for hint in source.hints if hint.kind == kind]


def body(made: Any) -> list[str]:
    """A page of a report: title, a paragraph of two full lines, a heading."""
    return [
        made.text(83, 50, "某县工作总结", 7.7, font=2),
        made.text(39, 70, "今年以来，全县上下坚持稳中求进，各项工作取得新的进展"),
        made.text(LEFT, 80, "，重点项目全部开工，民生实事如期办结，基层治理水平稳步提"),
        made.text(LEFT, 90, "高，群众满意度继续上升。"),
        made.text(39, 100, "一、主要成效", font=2),
    ]


def test_lines_become_the_text_with_pages_bold_and_broken_lines(made: Any) -> None:
    source = format.read(made.ofd(body(made), [made.text(39, 50, "全年办结3件。")]), name="a.ofd")
    assert (source.format, source.name) == ("ofd", "a.ofd")
    assert source.text.splitlines()[0] == "某县工作总结"
    assert source.text.splitlines()[-1] == "全年办结3件。"
    assert texts(source, "bold") == ["某县工作总结", "一、主要成效"]
    assert texts(source, "align") == ["某县工作总结"]
    assert [hint.value for hint in source.hints if hint.kind == "page"] == [1, 2]
    assert len(texts(source, "break")) == 2


def test_a_report_is_found_in_it(made: Any) -> None:
    report = read(made.ofd(body(made), [made.text(39, 50, "全年办结3件。")]))
    assert report.title == "某县工作总结"
    assert [str(section.heading) for section in report.sections] == ["主要成效"]
    assert report.preamble[0].text.startswith("今年以来")  # type: ignore[union-attr]
    assert report.preamble[0].text.endswith("高，群众满意度继续上升。")  # type: ignore[union-attr]


def test_the_order_of_objects_is_that_of_the_page_and_not_of_the_file(made: Any) -> None:
    source = format.read(made.ofd([made.text(28, 80, "第三行"), made.text(60, 60, "右"), made.text(28, 60, "左")]))
    assert source.text == "左\u3000右\n第三行"


def test_tables_have_ruling_lines(made: Any) -> None:
    rows, columns = (60, 70, 80, 90), (30, 80, 130)
    objects = [made.line(30, y, 130, y) for y in rows] + [made.line(x, 60, x, 90) for x in columns]
    for at, row in enumerate([("指标", "数值"), ("件数", "12"), ("金额", "3.5")]):
        objects += [made.text(columns[c] + 5, 67 + 10 * at, cell, 4) for c, cell in enumerate(row)]
    source = format.read(made.ofd([made.text(28, 40, "表前的话。"), *objects]))
    assert source.text == "表前的话。\n指标\t数值\n件数\t12\n金额\t3.5"
    assert [h.value for h in source.hints if h.kind == "table"] == [(("指标", "数值"), ("件数", "12"), ("金额", "3.5"))]


def test_page_numbers_are_furniture(made: Any) -> None:
    pages = [[made.text(28, 60, f"第{n}页的话。"), made.text(160, 272, f"— {n} —", 4.9)] for n in (1, 2, 3)]
    assert texts(format.read(made.ofd(*pages)), "furniture") == ["— 1 —", "— 2 —", "— 3 —"]


def test_templates_are_read_with_the_page(made: Any) -> None:
    files = made.files(
        [made.page(made.text(60, 60, "张三"), before='<ofd:Template TemplateID="50" ZOrder="Background"/>')],
        common='<ofd:TemplatePage ID="50" BaseLoc="Tpls/T/Content.xml"/>',
    )
    files["Doc_0/Tpls/T/Content.xml"] = made.xml("Page", made.page(made.text(28, 60, "姓名")))
    assert format.read(made.packed(files)).text == "姓名\u3000张三"


def test_blocks_and_compound_graphics_hold_text(made: Any) -> None:
    unit = (
        f'<ofd:CompositeGraphicUnit ID="70" Width="9" Height="9"><ofd:Content>{made.text(0, 20, "复合")}</ofd:Content>'
    )
    files = made.files(
        [
            made.page(
                f'<ofd:PageBlock ID="5"><ofd:PageBlock ID="6">{made.text(28, 40, "块中")}</ofd:PageBlock></ofd:PageBlock>',
                '<ofd:CompositeObject ID="7" Boundary="28 60 50 50" ResourceID="70"/>',
                '<ofd:CompositeObject ID="7" Boundary="28 60 50 50" ResourceID="71"/>',
            )
        ],
        common="<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>",
    )
    units = f"<ofd:CompositeGraphicUnits>{unit}</ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
    files["Doc_0/DocumentRes.xml"] = made.xml("Res", units)
    assert format.read(made.packed(files)).text == "块中\n复合"


def test_compound_graphics_in_themselves_come_to_an_end(made: Any) -> None:
    inner = '<ofd:CompositeObject ID="7" Boundary="0 0 50 50" ResourceID="70"/>'
    files = made.files([made.page(inner, made.text(28, 40, "正文"))], common="<ofd:DocumentRes>R.xml</ofd:DocumentRes>")
    unit = f'<ofd:CompositeGraphicUnit ID="70"><ofd:Content>{inner * 3}</ofd:Content></ofd:CompositeGraphicUnit>'
    files["Doc_0/R.xml"] = made.xml("Res", f"<ofd:CompositeGraphicUnits>{unit}</ofd:CompositeGraphicUnits>")
    assert format.read(made.packed(files)).text == "正文"


def test_what_does_not_show_is_not_read(made: Any) -> None:
    white = made.text(28, 60, "占位").replace("<ofd:TextCode", '<ofd:FillColor Value="255 255 255"/><ofd:TextCode')
    ground = '<ofd:PathObject ID="3" Boundary="20 80 150 20" Stroke="false" Fill="true"><ofd:FillColor Value="192 0 0"/><ofd:AbbreviatedData>M 0 0 L 150 0 L 150 20 L 0 20 C</ofd:AbbreviatedData></ofd:PathObject>'
    objects = [
        white,
        made.text(28, 70, "藏着", Visible="false"),
        ground,
        white.replace("28 54.4", "28 86"),
        made.text(28, 130, "正文"),
    ]
    assert format.read(made.ofd(objects)).text == "占位\n正文"


def test_several_documents_are_read_one_after_the_other(made: Any) -> None:
    files = made.files([made.page(made.text(28, 60, "第一件"))])
    other = made.files([made.page(made.text(28, 60, "第二件"))])
    files |= {name.replace("Doc_0", "Doc_1"): content for name, content in other.items() if name != "OFD.xml"}
    bodies = "".join(
        f"<ofd:DocBody><ofd:DocInfo><ofd:Title>{n}</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_{n}/Document.xml</ofd:DocRoot></ofd:DocBody>"
        for n in (0, 1)
    )
    files["OFD.xml"] = made.xml("OFD", bodies)
    source = format.read(made.packed(files))
    assert source.text == "第一件\n第二件"
    assert source.metadata == {"标题": "0"}


def test_the_version_in_force_is_read(made: Any) -> None:
    files = made.files([made.page(made.text(28, 60, "旧版"))])
    new = made.files([made.page(made.text(28, 60, "新版"))])
    files |= {name.replace("Doc_0", "Doc_0/V2"): content for name, content in new.items() if name != "OFD.xml"}
    versions = '<ofd:Versions><ofd:Version ID="v1" Index="1" BaseLoc="V1.xml"/><ofd:Version ID="v2" Index="2" Current="true" BaseLoc="Doc_0/V2.xml"/></ofd:Versions></ofd:DocBody>'
    files["OFD.xml"] = str(files["OFD.xml"]).replace("</ofd:DocBody>", versions)
    files["Doc_0/V2.xml"] = made.xml("DocVersion", "<ofd:DocRoot>V2/Document.xml</ofd:DocRoot>")
    assert format.read(made.packed(files)).text == "新版"


@pytest.mark.parametrize(
    ("spelt", "stands"),
    [
        ("Pages/P0/Content.xml", "Doc_0/Pages/P0/Content.xml"),
        ("/Doc_0/Pages/P0/Content.xml", "Doc_0/Pages/P0/Content.xml"),
        ("Doc_0/Pages/P0/Content.xml", "Doc_0/Pages/P0/Content.xml"),
        ("/Pages/P0/Content.xml", "Doc_0/Pages/P0/Content.xml"),
        ("./Pages/../Pages/P0/Content.xml", "Doc_0/Pages/P0/Content.xml"),
        ("Pages\\P0\\Content.xml", "Doc_0/Pages/P0/Content.xml"),
        ("Pages/P0/Content.xml", "Doc_0\\Pages\\P0\\Content.xml"),
        ("pages/p0/content.XML", "Doc_0/Pages/P0/Content.xml"),
        ("../../../Doc_0/Pages/P0/Content.xml", "Doc_0/Pages/P0/Content.xml"),
        (" Pages/P0/Content.xml\n", "Doc_0/Pages/P0/Content.xml"),
    ],
)
def test_locations_however_they_are_spelt(made: Any, spelt: str, stands: str) -> None:
    files = made.files([made.page(made.text(28, 60, "正文"))])
    files["Doc_0/Document.xml"] = str(files["Doc_0/Document.xml"]).replace("Pages/P0/Content.xml", spelt)
    files[stands] = files.pop("Doc_0/Pages/P0/Content.xml")
    assert format.read(made.packed(files)).text == "正文"


@pytest.mark.parametrize("space", ["http://www.ofdspec.org", "", "urn:x"])
def test_other_namespaces(made: Any, space: str) -> None:
    files = made.files([made.page(made.text(28, 60, "正文"))], space=space or "urn:none")
    if not space:
        plain = {
            name: str(text).replace("ofd:", "").replace(' xmlns:ofd="urn:none"', "") for name, text in files.items()
        }
        files = {name: text.replace("xmlns:=", "x=") for name, text in plain.items()}
    assert format.read(made.packed(files)).text == "正文"


def test_missing_resources_and_ids_cost_nothing_but_their_look(made: Any) -> None:
    files = made.files([made.page(made.text(28, 60, "正文", font=77), before='<ofd:Template TemplateID="5"/>')])
    del files["Doc_0/PublicRes.xml"]
    assert format.read(made.packed(files)).text == "正文"


def test_what_the_file_says_of_itself_is_metadata(made: Any) -> None:
    info = (
        "<ofd:DocID>1</ofd:DocID><ofd:Title> 某县总结 </ofd:Title><ofd:Author>县政府办</ofd:Author><ofd:Subject/>"
        "<ofd:CreationDate>2024-01-08</ofd:CreationDate><ofd:Keywords><ofd:Keyword>工作</ofd:Keyword><ofd:Keyword>总结</ofd:Keyword></ofd:Keywords>"
        '<ofd:CustomDatas><ofd:CustomData Name="索引号">A01</ofd:CustomData><ofd:CustomData Name="govreport.x">1</ofd:CustomData></ofd:CustomDatas>'
    )
    assert format.read(made.ofd([made.text(28, 60, "正文")], info=info)).metadata == {
        "标题": "某县总结",
        "作者": "县政府办",
        "创建时间": "2024-01-08",
        "关键词": "工作；总结",
        "索引号": "A01",
    }


def test_semantic_tags_are_metadata(made: Any) -> None:
    files = made.files(
        [made.page(made.text(30, 40, "某政发〔2024〕"), made.text(90, 40, "7号"), made.text(30, 90, "正文"))],
        after="<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>",
    )
    files["Doc_0/Tags/CustomTags.xml"] = made.xml(
        "CustomTags", '<ofd:CustomTag NameSpace="urn:x"><ofd:FileLoc>Tag.xml</ofd:FileLoc></ofd:CustomTag>'
    )
    ids = [str(files["Doc_0/Pages/P0/Content.xml"]).split('TextObject ID="')[n].split('"')[0] for n in (1, 2)]
    files["Doc_0/Tags/Tag.xml"] = (
        '<g:电子公文 xmlns:g="urn:x" xmlns:ofd="http://www.ofdspec.org/2016"><g:发文字号>'
        f'<g:发文机关代字><ofd:ObjectRef PageRef="100">{ids[0]}</ofd:ObjectRef></g:发文机关代字>'
        f"<g:发文顺序号><ofd:ObjectRef>{ids[1]}</ofd:ObjectRef></g:发文顺序号></g:发文字号>"
        '<g:标题><ofd:ObjectRef PageRef="100">31</ofd:ObjectRef></g:标题><g:其他/></g:电子公文>'
    )
    assert format.read(made.packed(files)).metadata == {"发文字号": "某政发〔2024〕7号"}


def broken(made: Any, name: str, content: str | bytes | None) -> bytes:
    """An OFD file with a file replaced, or taken out."""
    files = made.files([made.page(made.text(28, 60, "正文"))])
    files.pop(name, None)
    if content is not None:
        files[name] = content
    return made.packed(files)  # type: ignore[no-any-return]


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><ofd:OFD xmlns:ofd="x">&b;</ofd:OFD>'
)


@pytest.mark.parametrize(
    ("name", "content", "zh", "en"),
    [
        ("OFD.xml", None, "没有 OFD.xml", "no OFD.xml"),
        ("OFD.xml", "<a", "OFD.xml 第 1 行", "OFD.xml, line 1"),
        ("OFD.xml", "<OFD/>", "Document.xml 不存在", "Document.xml"),
        ("OFD.xml", BOMB, "DTD", "DTD"),
        ("Doc_0/Document.xml", None, "Document.xml 不存在", "Document.xml"),
        ("Doc_0/Document.xml", b"\xff\xfe\x00", "Document.xml", "Document.xml"),
        ("Doc_0/Pages/P0/Content.xml", None, "第 1 页", "page 1"),
        ("Doc_0/Pages/P0/Content.xml", '<Page xmlns="x"/>', "没有文字", "no text"),
        ("Doc_0/Pages/P0/Content.xml", "", "Content.xml", "Content.xml"),
    ],
)
def test_broken_files_are_named(made: Any, name: str, content: str | bytes | None, zh: str, en: str) -> None:
    with pytest.raises(FormatError) as caught:
        format.read(broken(made, name, content))
    assert zh in caught.value.zh
    assert en in caught.value.en


def test_half_a_file(made: Any) -> None:
    data = made.ofd([made.text(28, 60, "正文")])
    with pytest.raises(FormatError, match="不完整"):
        format.read(data[: len(data) // 2])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Doc_0/Big.xml", b"<x>" + b" " * (64 << 20)),
        ("Doc_0/Pages/P0/Content.xml", b"<P>" + b"<a/>" * 2_000_100 + b"</P>"),
        ("Doc_0/Document.xml", b"<Document><Pages>" + b'<Page BaseLoc="P"/>' * 5_001 + b"</Pages></Document>"),
    ],
)
def test_files_beyond_their_budgets(made: Any, name: str, content: bytes) -> None:
    with pytest.raises(BudgetError):
        format.read(broken(made, name, content))


def test_one_file_for_many_pages_is_refused_unread(made: Any) -> None:
    files = made.files([made.page(made.text(28, 60, "正文"))] * 30)
    document = str(files["Doc_0/Document.xml"])
    files["Doc_0/Document.xml"] = re.sub("Pages/P[0-9]+/", "Pages/P0/", document)
    with pytest.raises(BudgetError, match="同一个文件"):
        format.read(made.packed(files))


def test_graphics_within_graphics_are_counted(made: Any) -> None:
    inner = '<ofd:CompositeObject ID="7" Boundary="0 0 5 5" ResourceID="70"/>' * 20
    files = made.files([made.page(inner)], common="<ofd:DocumentRes>R.xml</ofd:DocumentRes>")
    unit = f'<ofd:CompositeGraphicUnit ID="70"><ofd:Content>{inner}</ofd:Content></ofd:CompositeGraphicUnit>'
    files["Doc_0/R.xml"] = made.xml("Res", f"<ofd:CompositeGraphicUnits>{unit}</ofd:CompositeGraphicUnits>")
    with pytest.raises(BudgetError, match="反复引用"):
        format.read(made.packed(files))


def test_a_package_with_a_password(made: Any) -> None:
    data = bytearray(made.ofd([made.text(28, 60, "正文")]))
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1  # the flag of encrypted files
    data[6] |= 1
    assert zipfile.ZipFile(io.BytesIO(bytes(data))).infolist()[0].flag_bits & 1
    with pytest.raises(FormatError, match="读不出来"):
        format.read(bytes(data))
