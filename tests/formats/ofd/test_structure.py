"""Written packages are valid: elements in the order, with the attributes and references that GB/T 33190-2016 wants.

The standard's own schemas may not be copied; the rows below say the same of the elements that are written here.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from lxml import etree

from govreport import Number, Paragraph, Report, Section, Table, dumps, read
from govreport.model.report import Closing, DocumentNumber

SPACE = "{http://www.ofdspec.org/2016}"
NUMBER = r"-?\d+(\.\d+)?"
TYPES: dict[str, Callable[[str], object]] = {
    "id": lambda text: re.fullmatch(r"[1-9]\d*", text),
    "number": lambda text: re.fullmatch(NUMBER, text),
    "box": lambda text: re.fullmatch(rf"{NUMBER}( {NUMBER}){{3}}", text),
    "steps": lambda text: re.fullmatch(rf"(g \d+ {NUMBER}|{NUMBER})( (g \d+ {NUMBER}|{NUMBER}))*", text),
    "path": lambda text: re.fullmatch(rf"M {NUMBER} {NUMBER} L {NUMBER} {NUMBER}( [ML] {NUMBER} {NUMBER})*", text),
    "date": date.fromisoformat,
    "truth": lambda text: text in ("true", "false"),
    "text": lambda text: True,
    "name": bool,
    "XYZ": lambda text: text == "XYZ",
    "CLICK": lambda text: text == "CLICK",
    "layer": lambda text: text in ("Body", "Background", "Foreground"),
    "mode": lambda text: text == "UseOutlines",
    "1.0": lambda text: text == "1.0",
    "OFD": lambda text: text == "OFD",
}
ELEMENTS = {
    # element: (attributes that must stand and may stand (?), elements in it in this order or the type of its text)
    "OFD": ("Version=1.0 DocType=OFD", "(DocBody )+"),
    "DocBody": ("", "DocInfo DocRoot (Versions )?(Signatures )?"),
    "DocInfo": (
        "",
        "DocID (Title )?(Author )?(Subject )?(Abstract )?(CreationDate )?(ModDate )?(DocUsage )?(Cover )?(Keywords )?"
        "(Creator )?(CreatorVersion )?(CustomDatas )?",
    ),
    "DocID": ("", ":name"),
    "Title": ("", ":text"),
    "Author": ("", ":text"),
    "Subject": ("", ":text"),
    "CreationDate": ("", ":date"),
    "DocUsage": ("", ":name"),
    "Creator": ("", ":name"),
    "Keywords": ("", "(Keyword )+"),
    "Keyword": ("", ":name"),
    "CustomDatas": ("", "(CustomData )+"),
    "CustomData": ("Name=text", ":text"),
    "DocRoot": ("", ":name"),
    "Document": (
        "",
        "CommonData Pages (Outlines )?(Permissions )?(Actions )?(VPreferences )?(Bookmarks )?(Annotations )?"
        "(CustomTags )?(Attachments )?(Extensions )?",
    ),
    "CommonData": ("", "MaxUnitID PageArea (PublicRes )*(DocumentRes )*(TemplatePage )*(DefaultCS )?"),
    "MaxUnitID": ("", ":id"),
    "PageArea": ("", "PhysicalBox (ApplicationBox )?(ContentBox )?(BleedBox )?"),
    "Area": ("", "PhysicalBox (ApplicationBox )?(ContentBox )?(BleedBox )?"),
    "PhysicalBox": ("", ":box"),
    "ApplicationBox": ("", ":box"),
    "ContentBox": ("", ":box"),
    "PublicRes": ("", ":name"),
    "Pages": ("", "(Page )+"),
    "Pages/Page": ("ID=id BaseLoc=name", ""),
    "Outlines": ("", "(OutlineElem )+"),
    "OutlineElem": ("Title=name Expanded?=truth", "(Actions )?(OutlineElem )*"),
    "Actions": ("", "(Action )+"),
    "Action": ("Event=CLICK", "Goto "),
    "Goto": ("", "Dest "),
    "Dest": ("Type=XYZ PageID=id Left?=number Top?=number Zoom?=number", ""),
    "VPreferences": ("", "(PageMode )?"),
    "PageMode": ("", ":mode"),
    "Bookmarks": ("", "(Bookmark )+"),
    "Bookmark": ("Name=name", "Dest "),
    "Document/CustomTags": ("", ":name"),
    "CustomTags": ("", "(CustomTag )*"),
    "CustomTag": ("NameSpace=name", "(SchemaLoc )?FileLoc "),
    "FileLoc": ("", ":name"),
    "Res": ("BaseLoc=name", "(ColorSpaces |DrawParams |Fonts |MultiMedias |CompositeGraphicUnits )*"),
    "Fonts": ("", "(Font )+"),
    "Font": ("ID=id FontName=name FamilyName?=name", "(FontFile )?"),
    "Page": ("", "(Template )*(PageRes )*(Area )?(Content )?(Actions )?"),
    "Content": ("", "(Layer )+"),
    "Layer": ("ID=id Type?=layer", "(TextObject |PathObject |ImageObject |CompositeObject |PageBlock )*"),
    "TextObject": (
        "ID=id Boundary=box Font=id Size=number",
        "(Actions )?(Clips )?(FillColor )?(StrokeColor )?((CGTransform )*TextCode )+",
    ),
    "TextCode": ("X?=number Y?=number DeltaX?=steps", ":text"),
    "PathObject": (
        "ID=id Boundary=box LineWidth?=number",
        "(Actions )?(Clips )?(StrokeColor )?(FillColor )?AbbreviatedData ",
    ),
    "AbbreviatedData": ("", ":path"),
}


def parts(data: bytes) -> dict[str, etree._Element]:
    """The files of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def check(element: etree._Element, above: str = "") -> None:
    """Whether an element and all in it are as their rows say."""
    assert element.tag.startswith(SPACE), element.tag
    name = element.tag.removeprefix(SPACE)
    wanted, content = ELEMENTS.get(f"{above}/{name}", ELEMENTS.get(name)) or pytest.fail(f"no row for {name}")
    types = dict(row.split("=") for row in wanted.split())
    given = {str(key): str(value) for key, value in element.attrib.items()}
    assert [key for key in types if not key.endswith("?") and key not in given] == [], name
    for key, value in given.items():
        kind = types.get(key, types.get(f"{key}?"))
        assert kind is not None, (name, key)
        assert TYPES[kind](value), (name, key, value)
    if content.startswith(":"):
        assert len(element) == 0
        assert TYPES[content[1:]](element.text or ""), (name, element.text)
        return
    assert not (element.text or "").strip()
    order = "".join(f"{child.tag.removeprefix(SPACE)} " for child in element)
    assert re.fullmatch(content, order), (name, order[:200])
    for child in element:
        check(child, name)


def valid(data: bytes) -> dict[str, etree._Element]:
    """The files of a package, after all that must hold in it has been looked at."""
    found = parts(data)
    for name, root in found.items():
        if not name.startswith("Doc_0/Tags/") or name.endswith("CustomTags.xml"):
            check(root)
    assert next(iter(found)) == "OFD.xml"
    document = found["Doc_0/Document.xml"]
    pages = {page.get("ID"): f"Doc_0/{page.get('BaseLoc')}" for page in document.iter(f"{SPACE}Page")}
    assert set(pages.values()) == {name for name in found if "/Pages/" in name}
    texts = {name: {t.get("ID") for t in found[name].iter(f"{SPACE}TextObject")} for name in pages.values()}
    owners = [*document.iter(f"{SPACE}Page"), *found["Doc_0/PublicRes.xml"].iter(f"{SPACE}Font")]
    owners += [item for name in pages.values() for item in found[name].iter() if "ID" in item.attrib]
    ids = [int(str(owner.get("ID"))) for owner in owners]
    assert len(ids) == len(set(ids))
    assert max(ids) == int(document.findtext(f"{SPACE}CommonData/{SPACE}MaxUnitID") or 0)
    fonts = {font.get("ID") for font in found["Doc_0/PublicRes.xml"].iter(f"{SPACE}Font")}
    for name in pages.values():
        assert {item.get("Font") for item in found[name].iter(f"{SPACE}TextObject")} <= fonts
    assert {dest.get("PageID") for dest in document.iter(f"{SPACE}Dest")} <= set(pages)
    for name, root in found.items():
        for reference in root.iter(f"{SPACE}ObjectRef"):
            assert reference.text in texts[pages[reference.get("PageRef")]], name
    for location in found["Doc_0/Tags/CustomTags.xml"].iter(f"{SPACE}FileLoc"):
        assert f"Doc_0/Tags/{location.text}" in found
    for name in pages.values():
        within(found[name])
    return found


def within(page: etree._Element) -> None:
    """Everything stands on the paper, every character has its step, no text sticks out of its box."""
    for item in page.iter(f"{SPACE}TextObject", f"{SPACE}PathObject"):
        left, top, width, height = map(float, str(item.get("Boundary")).split())
        assert left >= 0 and top >= 0 and left + width <= 210 and top + height <= 297, item.attrib
        code = item.find(f"{SPACE}TextCode")
        if code is not None:
            words = re.sub(r"g (\d+) (\S+)", lambda m: " ".join([m[2]] * int(m[1])), str(code.get("DeltaX") or ""))
            steps = [float(word) for word in words.split()]
            assert len(steps) == len(code.text or "") - 1
            assert sum(steps) + 0.9 * float(str(item.get("Size"))) * (min(steps, default=1) > 0) <= width + 3.0


EXAMPLES = {
    "empty": Report(),
    "title": Report(title="某县工作总结"),
    "markup": Report(title="<&\"'> ]]>", metadata={'"<a>&': "\t\n&<"}, preamble=(Paragraph("a<b>&\r\n\tc"),)),
    "all": Report(
        title="某县人民政府2023年法治政府建设情况报告",
        document_number=DocumentNumber("某政发", 2024, 7),
        recipients="市人民政府：",
        preamble=(Paragraph("现将有关情况报告如下。"),),
        sections=(
            Section(
                Number("一、", "hanzi", 1),
                "工作情况",
                children=(Section(Number("（一）", "hanzi-paren", 1), "主要指标", blocks=(Table((("甲", "乙"), ("1", "2")), "表1"),)),),
            ),
            Section(None, "附件1", role="attachment", blocks=(Paragraph("另行印发。"),)),
        ),
        closing=Closing((Paragraph("特此报告。"),), ("某县人民政府",), "2024年1月8日", ("统计表",)),
        issuer="某县人民政府",
        date="2024-01-08",
        metadata={"关键词": "法治；政府", "主题": "报告"},
    ),
    "odd": Report(
        title="长" * 300,
        date="2024-01",
        sections=(Section(None, "", blocks=(Paragraph("\x00\ud800"), Table(()), Table(((),)), Table((("甲",), ("乙", "丙"))))),),
    ),
}  # fmt: skip


@pytest.mark.parametrize("report", EXAMPLES.values(), ids=EXAMPLES)
def test_packages_are_valid(report: Report) -> None:
    valid(dumps(report, "ofd"))  # type: ignore[arg-type]


def test_the_example_is_valid(example: Report) -> None:
    found = valid(dumps(example, "ofd"))  # type: ignore[arg-type]
    titles = [item.get("Title") for item in found["Doc_0/Document.xml"].iter(f"{SPACE}OutlineElem")]
    assert titles[:2] == ["一、法治政府建设情况", "（一）加强组织领导，压实各方责任"]


@pytest.mark.parametrize("name", ["full/gov", "full/stat"])
def test_reports_of_the_corpus_are_valid(name: str, shared: object) -> None:
    for path in sorted((shared / "corpus" / name).iterdir())[:3]:  # type: ignore[operator]
        valid(dumps(read(path, facts=False), "ofd"))  # type: ignore[arg-type]


def test_what_the_file_says_of_itself() -> None:
    info = parts(dumps(EXAMPLES["all"], "ofd"))["OFD.xml"].find(f".//{SPACE}DocInfo")  # type: ignore[arg-type]
    said = {child.tag.removeprefix(SPACE): child.text for child in info}  # type: ignore[union-attr]
    assert said["Title"] == "某县人民政府2023年法治政府建设情况报告"
    assert said["Author"] == "某县人民政府"
    assert said["CreationDate"] == "2024-01-08"
    assert re.fullmatch("[0-9a-f]{32}", said["DocID"] or "")
