"""Words (分词): what stands in front of jieba's dictionary, which no other module knows, and of rjieba.

jieba itself is never imported: its defaults would write a cache file into the shared temporary directory and load,
unchecked, whatever another user put there, log to standard error and share one dictionary among all callers. Its
packaged dictionary is read once, at the first call (some 0.5 s), and cut with by `segmentation`, which gives jieba's
words in a fraction of its time. rjieba (extra `fast`) has the same dictionary and gives the same words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

from .segmentation import Lexicon

_LOCK = Lock()
_TAGGED = re.compile(r"^(\S+) \d+ (?:v|vd|vg|vi|vq|d|dg|ad|p|r|c|df)$", re.MULTILINE)


@lru_cache(maxsize=8192)
def cut(text: str) -> tuple[str, ...]:
    """The words of `text` in order; joined they give `text` again.

    Dictionary words only: without jieba's hidden Markov model, which invents words around numbers.
    Meant for the short window around a number, not for whole reports. Safe to call from several threads.

    >>> cut("辖区现有调委会16个")
    ('辖区', '现有', '调委会', '16', '个')
    """
    return tuple(_cutter()(text))


def is_predicate(word: str) -> bool:
    """Whether the dictionary takes a word for a verb, an adverb, a preposition, a pronoun or a conjunction.

    >>> is_predicate("获评"), is_predicate("项目")
    (True, False)
    """
    return word in _predicates()


@cache
def _cutter() -> Callable[[str], list[str]]:
    with _LOCK:
        if find_spec("rjieba"):
            import rjieba

            return lambda text: rjieba.cut(text, False)
        return _lexicon().cut


@cache
def _lexicon() -> Lexicon:
    return Lexicon.of(_rows())


def _rows() -> Iterator[tuple[str, int]]:
    """The words of the dictionary and how often each was seen."""
    known: dict[str, int] = {}
    with _dictionary().open(encoding="utf-8") as file:
        for line in file:
            word, count = line.split(" ")[:2]
            yield word, known.setdefault(count, int(count))


@cache
def _predicates() -> frozenset[str]:
    return frozenset(_TAGGED.findall(_dictionary().read_text(encoding="utf-8")))


def _dictionary() -> Path:
    """jieba's packaged dictionary, found without importing jieba."""
    spec = find_spec("jieba")
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).with_name("dict.txt")
