"""Words (分词): what stands in front of jieba, the only module that knows it, or rjieba where that is installed.

jieba's own defaults would write a cache file into the shared temporary directory and load, unchecked,
whatever another user put there, log to standard error and share one dictionary among all callers. None of
that happens here: a private tokenizer reads the packaged dictionary, once, at the first call (some 0.4 s).
rjieba (extra `fast`) has the same dictionary, gives the same words, and is more than ten times as fast.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.util import find_spec
from math import inf, log
from pathlib import Path
from threading import Lock
from typing import Any

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
        tokenizer = _tokenizer()
        return lambda text: list(tokenizer.cut(text, HMM=False))


@cache
def _predicates() -> frozenset[str]:
    return frozenset(_TAGGED.findall(_dictionary().read_text(encoding="utf-8")))


def _dictionary() -> Path:
    """jieba's packaged dictionary, found without importing jieba."""
    spec = find_spec("jieba")
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).with_name("dict.txt")


@cache
def _tokenizer() -> Any:
    # jieba's sources hold invalid escapes and import pkg_resources: warnings that are errors under -W error
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba

    class Tokenizer(jieba.Tokenizer):  # type: ignore[misc]
        """jieba's tokenizer with the two steps of its path search made one, twice as fast: same words, no DAG."""

        def get_DAG(self, sentence: str) -> None:
            return None

        def calc(self, sentence: str, DAG: None, route: dict[int, tuple[float, int]]) -> None:
            """Fill `route` from the end: the best log probability from each place, and the end of its first word."""
            counts, size, logtotal = self.FREQ.get, len(sentence), log(self.total)
            route[size] = (0.0, 0)
            for start in range(size - 1, -1, -1):
                best, last, end = -inf, start, start + 1
                count = counts(sentence[start])
                while count is not None:  # as long as some word begins so; 0 is such a beginning that is no word
                    if count and (score := log(count) - logtotal + route[end][0]) >= best:
                        best, last = score, end - 1
                    end += 1
                    count = counts(sentence[start:end]) if end <= size else None
                if best == -inf:
                    best = route[start + 1][0] - logtotal
                route[start] = (best, last)

    tokenizer = Tokenizer()
    # what Tokenizer.initialize does, without its cache file and its log lines
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer
