"""Memory: no cyclic garbage collection while a report is built.

A parse makes many small objects and no cycles. The collector walks all of them again and again as their number grows,
which takes a fifth of the time on long texts and makes time grow faster than the text.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector off inside the block; it is on again behind it if it was on before.

    The switch is the whole process's. That another thread turns it on meanwhile costs time and nothing else.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
