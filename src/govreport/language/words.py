"""Words (分词): one function in front of jieba, the only module that knows it.

jieba's own defaults would write a cache file into the shared temporary directory and load, unchecked,
whatever another user put there, log to standard error and share one dictionary among all callers. None of
that happens here: a private tokenizer reads the packaged dictionary, once, at the first call (some 0.4 s).
"""

from __future__ import annotations

import warnings
from functools import cache
from threading import Lock
from typing import Any

_LOCK = Lock()


def cut(text: str) -> list[str]:
    """The words of `text` in order; joined they give `text` again.

    Dictionary words only: without jieba's hidden Markov model, which invents words around numbers.
    Meant for the short window around a number, not for whole reports. Safe to call from several threads.

    >>> cut("辖区现有调委会16个")
    ['辖区', '现有', '调委会', '16', '个']
    """
    with _LOCK:
        tokenizer = _tokenizer()
    return list(tokenizer.cut(text, HMM=False))


@cache
def _tokenizer() -> Any:
    # jieba's sources hold invalid escapes and import pkg_resources: warnings that are errors under -W error
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba

        tokenizer = jieba.Tokenizer()
        # what Tokenizer.initialize does, without its cache file and its log lines
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
        tokenizer.initialized = True
    return tokenizer
