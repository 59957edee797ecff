"""What of a page's text is shown: not what lies beyond the page or beyond the area that its object is cut to.

Excel prints a cell that goes over two pages whole on both, cut to the part that each page shows.
"""

from __future__ import annotations

from ctypes import byref, c_float, c_void_p, cast
from typing import Any

from attrs import define, field

Box = tuple[float, float, float, float]
MAX_OBJECTS, MAX_PATHS, MAX_SEGMENTS = 100_000, 16, 64
"""A page with more objects, and areas of more paths or corners, are taken as shown."""
ROOM = 0.5


@define
class Clips:
    """The areas to which the text objects of a page are cut, in the page's own space (y upwards)."""

    raw: Any
    page: Any
    box: Box = field(init=False)
    own: frozenset[int | None] = field(init=False)
    known: dict[int, Box] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.box = self.page.get_bbox()
        # objects of forms are cut in a space of their own, and not looked at
        count = self.raw.FPDFPage_CountObjects(self.page)
        places = range(count if count <= MAX_OBJECTS else 0)
        self.own = frozenset(cast(self.raw.FPDFPage_GetObject(self.page, at), c_void_p).value for at in places)

    def shows(self, item: Any, x: float, y: float) -> bool:
        """Whether a text object shows what it has at a point."""
        address = cast(item, c_void_p).value
        if address is None:
            return True
        if address not in self.known:
            self.known[address] = self._area(item) if address in self.own else self.box
        left, bottom, right, top = self.known[address]
        return left - ROOM <= x <= right + ROOM and bottom - ROOM <= y <= top + ROOM

    def _area(self, item: Any) -> Box:
        """The box that all paths leave to an object."""
        area, x, y = self.box, c_float(), c_float()
        clip = self.raw.FPDFPageObj_GetClipPath(item)
        for path in range(min(self.raw.FPDFClipPath_CountPaths(clip), MAX_PATHS)):
            count = self.raw.FPDFClipPath_CountPathSegments(clip, path)
            if not 2 < count <= MAX_SEGMENTS:
                continue
            xs, ys = [], []
            for at in range(count):
                segment = self.raw.FPDFClipPath_GetPathSegment(clip, path, at)
                self.raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
                xs.append(x.value)
                ys.append(y.value)
            area = max(area[0], min(xs)), max(area[1], min(ys)), min(area[2], max(xs)), min(area[3], max(ys))
        return area
