"""The tree in the file: tags (自定义标引) that say what the text objects are, so that what was written is read back.

The text stands once, on the pages; a tag only refers to its objects. A file is read this way as long as its tags
account for every text object and what they give still has the seal of what was written; where one word on a page or
one tag differs, the file is read as any other OFD.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from ...model.report import Report, Table
from ..boxes import boxes, header_rows
from ..markup_text import attribute, clean
from ..properties import read_properties
from ..rebuild import rebuilt
from ..render import Piece, Run
from ..run_marks import mark, run_of
from ..seal import SEAL, seal
from .container import Container, Element, child, children, local
from .document import Document
from .info import custom
from .markup import HEAD, SPACE, Numbers
from .strips import FURNITURE
from .tags import Place, objects, references, tag_files

OWN_SPACE = "urn:govreport:report"
"""The namespace of these tags."""
SEMANTIC_SPACE = "urn:govreport:gongwen"
"""The namespace of the semantic tags: their names are known, that of GB/T 33476.1 is not."""
SEMANTIC = {
    "document_number": "发文字号",
    "title": "标题",
    "recipients": "主送机关",
    "enclosure": "附件说明",
    "signature": "发文机关署名",
    "closing_date": "成文日期",
}
"""Names of semantic tags by kind of piece."""
Rows = tuple[tuple[str, ...], ...]


def report_tags(pieces: Sequence[Piece], numbers: Numbers) -> str:
    """The file of tags that carries the tree."""
    parts = []
    for at, piece in enumerate(pieces):
        said = f'<g:piece kind={attribute(piece.kind)} level="{piece.level}"'
        if piece.table is not None:
            parts.append(f'{said} table="true">{_rows(piece.table, at, numbers)}</g:piece>')
        elif clean(piece.text):
            runs = (
                f"<g:run mark={attribute(mark(run))}>{_references((at, index, -1), numbers)}</g:run>"
                for index, run in enumerate(piece.runs)
            )
            parts.append(f"{said}>{''.join(runs)}</g:piece>")
    furniture = f"<g:furniture>{_references(FURNITURE, numbers)}</g:furniture>"
    content = "".join(parts) + furniture
    return f'{HEAD}<g:report xmlns:g="{OWN_SPACE}" xmlns:ofd="{SPACE}">{content}</g:report>'


def _rows(table: Table, at: int, numbers: Numbers) -> str:
    """Rows and cells; the cells of a merged one all refer to its text."""
    owners = merged_owners(table.rows, at)
    return "".join(
        f"<g:row>{''.join(f'<g:cell>{_references(owner, numbers)}</g:cell>' for owner in row)}</g:row>"
        for row in owners
    )


def merged_owners(rows: Rows, at: int) -> list[list[tuple[int, int, int]]]:
    """For every cell the place of the cell that its text was written in."""
    texts = [tuple(clean(cell) for cell in row) for row in rows]
    found = [[(at, row, column) for column in range(len(cells))] for row, cells in enumerate(texts)]
    for box in set(boxes(texts, header_rows(texts)).values()):
        for row in range(box.row, box.row + box.height):
            for column in range(box.column, box.column + box.width):
                found[row][column] = (at, box.row, box.column)
    return found


def _references(owner: tuple[int, int, int], numbers: Numbers) -> str:
    places = numbers.places.get(owner, ())
    return "".join(f'<ofd:ObjectRef PageRef="{page}">{id}</ofd:ObjectRef>' for page, id in places)


def semantic_tags(pieces: Sequence[Piece], numbers: Numbers) -> str:
    """The file of semantic tags, for programs of others."""
    parts = []
    for at, piece in enumerate(pieces):
        if piece.kind in SEMANTIC:
            refs = "".join(_references((at, index, -1), numbers) for index in range(len(piece.runs)))
            parts.append(f"<g:{SEMANTIC[piece.kind]}>{refs}</g:{SEMANTIC[piece.kind]}>")
    content = f"<g:公文语义>{''.join(parts)}</g:公文语义>"
    return f'{HEAD}<g:电子公文 xmlns:g="{SEMANTIC_SPACE}" xmlns:ofd="{SPACE}">{content}</g:电子公文>'


def carried(container: Container, document: Document, name: str | None = None) -> Report | None:
    """The report that a file was written from; None for files of others, and for files that were changed since."""
    properties = dict(custom(child(document.body, "DocInfo")))
    if not properties.get(SEAL):
        return None
    root = next((r for r in tag_files(container, document) if etree.QName(r).namespace == OWN_SPACE), None)
    if root is None:
        return None
    texts = objects(container, document)
    if texts is None or set(references(root)) != set(texts):
        return None
    found = [piece for piece in (_piece(part, texts) for part in children(root, "piece")) if piece is not None]
    if seal(found) != properties.pop(SEAL):
        return None
    return rebuilt(found, read_properties(properties.items()), "ofd", name)


def _piece(part: Element, texts: dict[Place, str]) -> Piece | None:
    """A piece from its tag."""
    kind, level = part.get("kind", ""), part.get("level", "")
    number = int(level) if level.isdecimal() and len(level) < 4 else 0
    if part.get("table") is not None:
        rows = tuple(tuple(_said(cell, texts) for cell in children(row, "cell")) for row in children(part, "row"))
        return Piece(kind, level=number, table=Table(rows))
    runs: list[Run] = []
    for element in part:
        run = run_of(element.get("mark", ""), _said(element, texts)) if local(element) == "run" else None
        if run is None:
            return None
        runs.append(run)
    return Piece(kind, runs, number)


def _said(element: Element, texts: dict[Place, str]) -> str:
    return "".join(texts[place] for place in references(element))
