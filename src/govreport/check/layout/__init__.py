"""GR6xx, layout (版面) of a DOCX, by GB/T 9704-2012; the word processor's margins are those of GB/T 33476.2-2016.

Firm clauses are of the level 规定 and may be errors; what the standard calls 一般 or 可以 is 标准 and never one.
"""

from . import faces, leftovers, page

__all__ = ["faces", "leftovers", "page"]
