"""版式: how a written document looks, as data: two layouts, `speech` and `gbt9704`, on the page of GB/T 9704-2012.

Lengths are in the standard's own units: a character is the width of one of 3号, a line its height and 7/8 of it (3.1,
3.2). Page margins are those of GB/T 33476.2-2016 6.2, with which a word processor fills the type area of 156 × 225 mm
with 22 lines of 28 characters (5.2.3). Fonts are named, never shipped.
"""

from __future__ import annotations

import re

from attrs import evolve, field, frozen

FANGSONG, KAITI, HEITI, XIAOBIAOSONG, SONGTI = "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体"
LATIN = "Times New Roman"
"""Letters and digits; the standard names no face for them, this is what offices use."""
INSTEAD = {FANGSONG: "仿宋", KAITI: "楷体", HEITI: "SimHei", XIAOBIAOSONG: "华文中宋", SONGTI: "SimSun"}
"""What a computer without the font may take in its place (`w:altName`)."""

SIZE_1, SIZE_2, SIZE_3, SIZE_4, SIZE_SMALL_4, SIZE_5, SIZE_SMALL_5 = 52, 44, 32, 28, 24, 21, 18
"""一号, 二号, 三号 … 小五 in half points."""
CHARACTER, LINE = 315, 592
"""A character and a line in twips: 15.75 pt, 29.6 pt."""
COLUMNS, LINES = 28, 22
TRACKING = -5
"""16 pt type on cells of 15.75 pt: 28 of them fill 156 mm."""
RED = "FF0000"


@frozen
class Page:
    """纸张: A4 and its margins in twips; `footer` is from the lower edge of the paper to that of the page number."""

    width: int = 11906
    height: int = 16838
    top: int = 1960
    bottom: int = 1847
    left: int = 1587
    right: int = 1474
    header: int = 851
    footer: int = 1485

    @property
    def text_width(self) -> int:
        """版心 from left to right."""
        return self.width - self.left - self.right


@frozen
class Look:
    """How the paragraphs of a style look.

    `size` in half points, `first`, `left` and `right` (indents) in characters, `before` in lines, `pitch` in twips
    (0: as high as the type needs), `keep` with the next paragraph, `outline` the level in the navigation pane (1 …).
    """

    face: str = FANGSONG
    size: int = SIZE_3
    align: str = "both"
    first: float = 0
    left: float = 0
    right: float = 0
    before: float = 0
    pitch: int = LINE
    keep: bool = False
    new_page: bool = False
    color: str = ""
    latin: str = LATIN
    outline: int = 0


BODY = Look(first=2)
FRONT = Look(KAITI, align="center")
HEADING = Look(first=2, keep=True)
# 行 3.2 for 2号: 22 pt and 7/8 of 3号
TITLE = Look(XIAOBIAOSONG, SIZE_2, "center", pitch=716, keep=True)

LOOKS: dict[str, Look] = {
    "document_number": Look(align="center"),
    "title": TITLE,
    "subtitle": FRONT,
    "speaker": FRONT,
    "issuer": FRONT,
    "date": FRONT,
    "recipients": Look(before=1),
    "salutation": Look(before=1),
    "text": BODY,
    "closing": BODY,
    "caption": Look(HEITI, SIZE_4, "center", keep=True),
    "enclosure": Look(first=2, before=1),
    "signature": Look(align="right", right=2, before=1, keep=True),
    "closing_date": Look(align="right", right=2),
    "label": Look(HEITI, keep=True, new_page=True),
    "annex": evolve(TITLE, before=1, outline=1),
    "numbered annex": Look(HEITI, keep=True, new_page=True, outline=1),
}
"""By kind of piece; `annex` is the heading of an attachment, `numbered annex` one that says 附件 itself (7.3.7)."""

FACES: tuple[str, ...] = (HEITI, KAITI)
"""Faces of headings by level, from the first on; deeper ones are in 仿宋, none is bold (7.3.3)."""
FACES_OF_NUMBERS = {
    "part": HEITI,
    "chapter": HEITI,
    "section": HEITI,
    "article": HEITI,
    "hanzi": HEITI,
    "hanzi-paren": KAITI,
}
"""Faces of headings by the style of their number, on whatever level it stands; 仿宋 for all others."""
CENTRED = frozenset(("part", "chapter", "section"))
"""Styles of numbers whose headings stand in the middle of their line."""

TITLE_BLOCK = frozenset(("document_number", "title", "subtitle", "speaker", "issuer", "date"))
"""What stands above the blank line over the text, by kind of piece."""
NEW_PAGE = re.compile(r"^附\s{0,4}[件录表]|^名词(?:解释|注释)")
"""Attachments that begin on a page of their own (7.3.7)."""

FURNITURE: dict[str, Look] = {
    "mark": Look(XIAOBIAOSONG, SIZE_1, "center", color=RED, pitch=0),
    "copy": Look(),
    "secrecy": Look(HEITI),
    "note": Look(first=2),
    "imprint": Look(size=SIZE_4, left=1, right=1, pitch=0),
    "part": Look(size=2, pitch=20),
    "footer odd": Look(SONGTI, SIZE_4, "right", right=1, pitch=280, latin=SONGTI),
    "footer even": Look(SONGTI, SIZE_4, "left", left=1, pitch=280, latin=SONGTI),
}
"""What is no part of the report: 发文机关标志 7.2.4, 份号 7.2.1, 密级 and 紧急程度 7.2.2-3, 附注 7.3.6, 版记 7.4,
page number 7.5; `part` is an empty paragraph that parts what would else run together."""


@frozen
class Layout:
    """A layout: its page, the looks of the paragraphs, and whether 版头, 版记 and 公文域 (GB/T 33476.2 ch. 10) belong
    to it."""

    id: str
    page: Page = Page()
    looks: dict[str, Look] = field(factory=lambda: LOOKS)
    official: bool = False


LAYOUTS: dict[str, Layout] = {row.id: row for row in (Layout("speech"), Layout("gbt9704", official=True))}
"""`speech`: a report as it is delivered (政府工作报告 with 题注, 报告人 and 称谓, which no standard regulates);
`gbt9704`: a report as an official document."""
SPOKEN = ("gov",)
"""Kinds of reports that are delivered as speeches."""


def layout_of(kind: str) -> Layout:
    """The layout of a kind of report if none is asked for.

    >>> layout_of("gov").id, layout_of("fazhi").id
    ('speech', 'gbt9704')
    """
    return LAYOUTS["speech" if kind in SPOKEN else "gbt9704"]
