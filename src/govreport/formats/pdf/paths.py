"""The ruling lines of a PDF page: thin rectangles and straight lines among the paths that it draws."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_uint
from typing import Any

from ..pages import UNMOVED, Matrix, Point, Rule, moved, rules_of_path, times
from .glyphs import placing

MAX_OBJECTS, MAX_SEGMENTS, MAX_DEPTH = 20_000, 100_000, 8
"""A page that draws more is a map or a chart; its lines are not looked at, its text is read."""
WHITE = 250


def rules(raw: Any, page: Any) -> list[Rule]:
    """The ruling lines of a page; none of a page that draws too much for them to be of tables."""
    place = placing(page)
    found: list[Rule] = []
    segments = 0
    for item, matrix in _paths(raw, page):
        mode, stroke = c_int(), c_int()
        raw.FPDFPath_GetDrawMode(item, byref(mode), byref(stroke))
        segments += raw.FPDFPath_CountSegments(item)
        if segments > MAX_SEGMENTS:
            return []
        lined = bool(stroke.value) and not _is_white(raw.FPDFPageObj_GetStrokeColor, item)
        filled = bool(mode.value) and not _is_white(raw.FPDFPageObj_GetFillColor, item)
        if lined or filled:
            shapes = [[place(*moved(matrix, point)) for point in points] for points in _subpaths(raw, item)]
            found += rules_of_path(shapes, lined, filled)
    return found


def _paths(raw: Any, page: Any) -> list[tuple[Any, Matrix]]:
    """The paths of a page and of the forms in it, each with the way from its own space to that of the page."""
    found: list[tuple[Any, Matrix]] = []
    seen = raw.FPDFPage_CountObjects(page)
    waiting = [(raw.FPDFPage_GetObject(page, at), UNMOVED, 0) for at in range(seen)] if (seen <= MAX_OBJECTS) else []
    while waiting:
        item, outer, depth = waiting.pop()
        kind = raw.FPDFPageObj_GetType(item)
        if kind not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM):
            continue
        own = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(item, byref(own))
        matrix = times((own.a, own.b, own.c, own.d, own.e, own.f), outer)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            found.append((item, matrix))
        elif depth < MAX_DEPTH:
            count = raw.FPDFFormObj_CountObjects(item)
            seen += max(0, count)
            if seen > MAX_OBJECTS:
                return []
            waiting += [(raw.FPDFFormObj_GetObject(item, at), matrix, depth + 1) for at in range(count)]
    return found


def _subpaths(raw: Any, item: Any) -> Iterator[list[Point]]:
    """The corners of each straight subpath; curves end one, for no rule is curved."""
    x, y = c_float(), c_float()
    points: list[Point] = []
    for at in range(raw.FPDFPath_CountSegments(item)):
        segment = raw.FPDFPath_GetPathSegment(item, at)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        if kind != raw.FPDF_SEGMENT_LINETO:
            if len(points) > 1:
                yield points
            points = []
        points.append((x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points


def _is_white(colour: Any, item: Any) -> bool:
    """Whether a colour is white or shows nothing; an unknown one (a pattern) counts as dark."""
    red, green, blue, alpha = (c_uint() for _ in range(4))
    if not colour(item, byref(red), byref(green), byref(blue), byref(alpha)):
        return False
    return alpha.value == 0 or min(red.value, green.value, blue.value) >= WHITE
