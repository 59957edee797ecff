"""The content of pages (GB/T 33190-2016 7.7): layers, page blocks and what stands in them, with their templates."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

from ...errors import BudgetError
from ..pages import Glyph, Matrix, Page, moved
from .container import Container, Element, child, children, is_true, local, numbers
from .document import Document, Resources, page_size, pages, resources, templates
from .drawing import is_ground, is_white, rules
from .text import Pen, glyphs, object_matrix

POINTS = 72 / 25.4
"""Points in a millimetre."""
MAX_CHARS, MAX_OBJECTS, MAX_DEPTH = 20_000_000, 5_000_000, 8
"""Characters and objects of all pages; graphics within graphics."""
MAX_FORMS, MAX_AGAIN = 300_000, 30_000
"""Characters that templates put on pages; characters and objects of compound graphics and of pages named again."""
MAX_RULES, MAX_GROUNDS = 20_000, 100
"""Ruling lines of one page, more are a drawing; coloured areas that white text is looked for on."""


@define
class Budget:
    """How much has been read."""

    pages: int = 0
    chars: int = 0
    objects: int = 0
    forms: int = 0
    again: int = 0
    files: set[str] = field(factory=set)

    def check(self) -> None:
        much = self.chars > MAX_CHARS or self.objects > MAX_OBJECTS
        if much or self.forms > MAX_FORMS or self.again > MAX_AGAIN:
            raise BudgetError(
                f"OFD 超过 {MAX_CHARS} 字、{MAX_OBJECTS} 个图元（模板的 {MAX_FORMS}、反复引用的 {MAX_AGAIN}）的限度，"
                "请先拆分",
                f"the OFD exceeds {MAX_CHARS} characters or {MAX_OBJECTS} objects ({MAX_FORMS} of templates, "
                f"{MAX_AGAIN} used again); split it first",
            )


def read_pages(container: Container, document: Document, budget: Budget) -> Iterator[Page]:
    """What stands on each page of a document."""
    shared, forms = resources(container, document), templates(container, document)
    for path, root in pages(container, document):
        own = Resources(dict(shared.bold), dict(shared.composites))
        for element in children(root, "PageRes"):
            own.add(container.root(container.path(element.text, path)))
        width, height = page_size(document, root)
        page = Page(width * POINTS, height * POINTS)
        pen = Pen()
        budget.pages += 1
        for template in children(root, "Template"):
            _fill(page, forms.get(template.get("TemplateID", "")), own, pen, budget)
            budget.forms += len(page.glyphs)
        _fill(page, root, own, pen, budget)
        budget.again += len(page.glyphs) if path in budget.files else 0
        budget.files.add(path)
        if len(page.rules) > MAX_RULES:
            page.rules = []
        yield page


def _fill(page: Page, root: Element | None, own: Resources, pen: Pen, budget: Budget) -> None:
    """Put what a page or template holds on a page. White text shows only where something lies beneath."""
    grounds: list[tuple[float, ...]] = []
    for item, matrix, within in _objects(child(root, "Content"), own, budget):
        if local(item) == "TextObject":
            found = list(glyphs(item, matrix, own.bold.get(item.get("Font", ""), False), pen))
            budget.chars += len(found)
            budget.again += len(found) if within else 0
            if not is_white(child(item, "FillColor")) or any(_lies_on(found[0], box) for box in grounds if found):
                page.glyphs += found
            continue
        box = numbers(item.get("Boundary"), 4)
        if box is not None and len(grounds) < MAX_GROUNDS and (local(item) == "ImageObject" or is_ground(item)):
            left, top, width, height = box
            grounds.append((*moved(matrix, (left, top)), *moved(matrix, (left + width, top + height))))
        if local(item) == "PathObject" and len(page.rules) <= MAX_RULES:
            page.rules += rules(item, matrix)


def _lies_on(glyph: Glyph, box: tuple[float, ...]) -> bool:
    x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _objects(top: Element | None, own: Resources, budget: Budget) -> Iterator[tuple[Element, Matrix, bool]]:
    """Text, paths and pictures in order, out of layers, blocks and compound graphics; what isn't shown is left out.

    With each its matrix, and whether it is of a compound graphic.
    """
    if top is None:
        return
    scale: Matrix = (POINTS, 0.0, 0.0, POINTS, 0.0, 0.0)
    stack = [(iter(top), scale, 0)]
    while stack:
        items, matrix, depth = stack[-1]
        item = next(items, None)
        if item is None:
            stack.pop()
            continue
        budget.objects += 1
        budget.again += depth > 0
        budget.check()
        name = local(item)
        if not is_true(item.get("Visible"), True):
            continue
        if name in ("Layer", "PageBlock"):
            stack.append((iter(item), matrix, depth))
        elif name == "CompositeObject" and depth < MAX_DEPTH:
            inner = child(own.composites.get(item.get("ResourceID", "")), "Content")
            if inner is not None:
                stack.append((iter(inner), object_matrix(item, matrix), depth + 1))
        elif name in ("TextObject", "PathObject", "ImageObject"):
            yield item, matrix, depth > 0
