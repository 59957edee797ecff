"""Segmentation (分词): the most probable way to cut a text into words of a dictionary.

The rules are those of jieba without its hidden Markov model, so that the words are the same as jieba's (a test
compares them): runs of hanzi, Latin letters and digits are cut along the best path, letters and digits that stand
alone there are joined to one word, every other character is a word by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import inf, log

from attrs import frozen

RUN = re.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+")
PIECE = re.compile(rf"({RUN.pattern})|\r\n|.", re.DOTALL)
JOINED = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


@frozen(eq=False)
class Lexicon:
    """A dictionary ready for cutting.

    `scores` holds the log probability of every word, and 0.0 for every beginning of a word that is none itself;
    `unknown` is the log probability of a character that no word begins with.

    >>> Lexicon.of([("政务", 4), ("公开", 3), ("政务公开", 1)]).cut("政务公开12件")
    ['政务', '公开', '12', '件']
    """

    scores: dict[str, float]
    unknown: float

    @classmethod
    def of(cls, rows: Iterable[tuple[str, int]]) -> Lexicon:
        """The dictionary of words that were counted so often.

        Row by row, and in one dict: objects made for all rows and dropped later would leave the memory of the process
        full of holes, and all that comes after slower.
        """
        scores: dict[str, float] = {}
        seen = 0
        for word, count in rows:
            scores[word] = count
            seen += count
            for length in range(len(word) - 1, 0, -1):
                if word[:length] in scores:
                    break  # and so are its own beginnings
                scores[word[:length]] = 0
        total = log(seen)
        logs: dict[float, float] = {0: 0.0}
        for word, times in scores.items():
            if times not in logs:
                logs[times] = log(times) - total  # many words share a count
            scores[word] = logs[times]
        return cls(scores, -total)

    def cut(self, text: str) -> list[str]:
        """The words of a text in order; joined they give the text again."""
        if RUN.fullmatch(text):
            return self._words(text)
        found: list[str] = []
        for piece in PIECE.finditer(text):
            found.extend(self._words(piece[0]) if piece[1] else (piece[0],))
        return found

    def _words(self, run: str) -> list[str]:
        """The words along the best path, letters and digits that stand alone joined."""
        found: list[str] = []
        at = waiting = 0  # what stands between them is to be joined
        for start, end in enumerate(self._path(run)):
            if start < at:
                continue
            if end - start > 1 or run[start] not in JOINED:
                if waiting < start:
                    found.append(run[waiting:start])
                found.append(run[start:end])
                waiting = end
            at = end
        if waiting < at:
            found.append(run[waiting:at])
        return found

    def _path(self, run: str) -> list[int]:
        """For every place of a run, where the word ends that begins there on the best path to its end."""
        score_of, size = self.scores.get, len(run)
        behind = [0.0] * (size + 1)  # the best score from each place to the end
        ends = [0] * size
        for start in range(size - 1, -1, -1):
            best, last, end = -inf, 0, start + 1
            score = score_of(run[start])
            while score is not None:  # as long as some word begins so
                if score and (reached := score + behind[end]) >= best:
                    best, last = reached, end
                if end == size:
                    break
                end += 1
                score = score_of(run[start:end])
            if not last:
                best, last = self.unknown + behind[start + 1], start + 1
            behind[start], ends[start] = best, last
        return ends
