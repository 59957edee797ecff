"""OFD files written by hand: texts and lines at places (mm), or any files of a package."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from govreport import Report, read

SPACE = "http://www.ofdspec.org/2016"
FONTS = {1: "仿宋", 2: "黑体", 3: "Times New Roman"}


def packed(files: dict[str, str | bytes]) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def xml(name: str, content: str, attributes: str = "", space: str = SPACE) -> str:
    """A file with a root element."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<ofd:{name} xmlns:ofd="{space}" {attributes}>{content}</ofd:{name}>'
    )


def text(
    x: float, y: float, words: str, size: float = 5.6, *, font: int = 1, code: str | None = None, **more: object
) -> str:
    """A text object whose first character stands at (x, y); steps are the breadth of each character, or `code`."""
    if code is None:
        code = f'DeltaX="{" ".join(str(size if ord(char) > 255 else size / 2) for char in words[:-1])}"'
    said = "".join(f' {name}="{value}"' for name, value in more.items())
    box = f"{x} {y - size} {size * len(words)} {size * 1.2}"
    return (
        f'<ofd:TextObject ID="{round(x * 1000 + y * 7)}" Boundary="{box}" Font="{font}" Size="{size}"{said}>'
        f'<ofd:TextCode X="0" Y="{size}" {code}>{escape(words)}</ofd:TextCode></ofd:TextObject>'
    )


def line(x0: float, y0: float, x1: float, y1: float, paint: str = "") -> str:
    """A straight stroked line."""
    return (
        f'<ofd:PathObject ID="9" Boundary="{x0} {y0} {x1 - x0 + 0.1} {y1 - y0 + 0.1}" LineWidth="0.2" {paint}>'
        f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def page(*objects: str, before: str = "") -> str:
    """The content of a page."""
    return f'{before}<ofd:Content><ofd:Layer ID="8">{"".join(objects)}</ofd:Layer></ofd:Content>'


def files(
    pages: Iterable[str], info: str = "", common: str = "", after: str = "", space: str = SPACE
) -> dict[str, str | bytes]:
    """The files of a package with these pages; `common` and `after` go into Document.xml."""
    fonts = "".join(f'<ofd:Font ID="{id}" FontName="{name}"/>' for id, name in FONTS.items())
    contents = list(pages)
    listed = "".join(f'<ofd:Page ID="{at + 100}" BaseLoc="Pages/P{at}/Content.xml"/>' for at in range(len(contents)))
    entry = f"<ofd:DocBody><ofd:DocInfo>{info}</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
    shared = (
        "<ofd:MaxUnitID>999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{common}"
    )
    return {
        "OFD.xml": xml("OFD", entry, 'Version="1.0" DocType="OFD"', space),
        "Doc_0/Document.xml": xml(
            "Document", f"<ofd:CommonData>{shared}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>{after}", "", space
        ),
        "Doc_0/PublicRes.xml": xml("Res", f"<ofd:Fonts>{fonts}</ofd:Fonts>", 'BaseLoc="Res"', space),
        **{f"Doc_0/Pages/P{at}/Content.xml": xml("Page", content, "", space) for at, content in enumerate(contents)},
    }


class Made:
    """The tools of this file, for tests."""

    packed, xml, text, line, page, files = map(staticmethod, (packed, xml, text, line, page, files))

    @staticmethod
    def ofd(*pages: list[str], **more: str) -> bytes:
        """An OFD file of the objects of its pages."""
        return packed(files([page(*objects) for objects in pages], **more))


@pytest.fixture(scope="session")
def made() -> type[Made]:
    return Made


@pytest.fixture(scope="session")
def example() -> Report:
    """The report beside the examples."""
    return read(Path(__file__).parents[3] / "examples" / "kebu_2022.md")
