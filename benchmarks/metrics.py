"""How fast metrics are found, and how well, beside jionlp, recognizers-text and cn2an.transform: same text, same run.

    python benchmarks/metrics.py [GOLD]

GOLD is a metrics.json of annotated sentences, ../shared/gold/metrics.json by default. Accuracy is the F1 of values
alone (万 and 亿 folded in, percentages in points): units and names only govreport gives in a form that can be compared.
Optional metrics count neither way. Speed is measured on the same sentences, repeated, the median of several rounds;
each system gets the sentences one by one. The others take part where they are installed:
`pip install jionlp recognizers-text-suite "emoji<2"`. jionlp finds money only.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import re
import statistics
import time
import warnings
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import govreport

GOLD = Path(__file__).resolve().parents[2] / "shared/gold/metrics.json"
ROUNDS = 3
CHARACTERS = 100_000

Values = list[Decimal]
SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}


def ours(text: str) -> Values:
    """The values that govreport finds."""
    return [metric.value for metric in govreport.find_metrics(text)]


def with_cn2an() -> Callable[[str], Values] | None:
    """cn2an.transform turns hanzi numerals to digits; a regex reads digits and scale."""
    if not find_spec("cn2an"):
        return None
    import cn2an

    number = re.compile(r"(\d+(?:\.\d+)?)(万亿|亿|万)?")

    def values(text: str) -> Values:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            plain = cn2an.transform(text)
        return [Decimal(m[1]) * SCALES.get(m[2], 1) for m in number.finditer(plain)]

    return values


def with_jionlp() -> Callable[[str], Values] | None:
    """jionlp.ner.extract_money; it prints a banner on import."""
    if not find_spec("jionlp"):
        return None
    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp

    def values(text: str) -> Values:
        found = jionlp.ner.extract_money(text, with_parsing=True)
        return [value for entity in found for value in _decimals(entity.get("detail", {}).get("num"))]

    return values


def with_recognizers() -> Callable[[str], Values] | None:
    """recognizers-text: percentages, currencies, dimensions, then numbers that are part of none of these."""
    if not find_spec("recognizers_number_with_unit"):
        return None
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_text import Culture

    def values(text: str) -> Values:
        taken: list[tuple[int, int]] = []
        found: Values = []
        for recognize in (recognize_percentage, recognize_currency, recognize_dimension, recognize_number):
            for result in recognize(text, Culture.Chinese):
                if any(result.start <= end and result.end >= start for start, end in taken):
                    continue
                taken.append((result.start, result.end))
                found.extend(_decimals((result.resolution or {}).get("value")))
        return found

    return values


def _decimals(value: Any) -> Values:
    parts = value if isinstance(value, list) else [value]
    found = []
    for part in parts:
        with contextlib.suppress(InvalidOperation):
            found.append(Decimal(str(part).rstrip("%")))
    return found


def accuracy(find: Callable[[str], Values], records: list[dict[str, Any]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the values."""
    hit = gold = found = 0
    for record in records:
        left = [(Decimal(m["number"]), m["optional"]) for m in record["metrics"]]
        gold += sum(not optional for _, optional in left)
        for value in find(record["sentence"]):
            match = next((item for item in left if abs(item[0] - value) <= abs(value) * Decimal("0.0005")), None)
            if match is None:
                found += 1
                continue
            left.remove(match)
            hit += not match[1]
            found += not match[1]
    precision, recall = hit / found if found else 0.0, hit / gold if gold else 0.0
    return precision, recall, 2 * hit / (found + gold)


def rate(find: Callable[[str], Values], sentences: list[str]) -> float:
    """Characters a second: the median of the rounds, after one sentence to warm up."""
    find(sentences[0])
    size = sum(map(len, sentences))
    work = sentences * max(1, CHARACTERS // size)
    rates = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for sentence in work:
            find(sentence)
        rates.append(sum(map(len, work)) / (time.perf_counter() - start))
    return statistics.median(rates)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD)
    records = json.loads(parser.parse_args().gold.read_text(encoding="utf-8"))
    sentences = [record["sentence"] for record in records]
    systems: dict[str, Callable[[str], Values] | None] = {
        "govreport.find_metrics": ours,
        "cn2an.transform": with_cn2an(),
        "jionlp money": with_jionlp(),
        "recognizers-text": with_recognizers(),
    }
    print(f"{len(records)} sentences, {sum(map(len, sentences)):,} characters")
    print(f"{'':24}{'precision':>10}{'recall':>10}{'F1':>10}{'kchar/s':>12}{'govreport':>12}")
    base = rate(ours, sentences)
    for name, find in systems.items():
        if find is None:
            print(f"{name:24} is not installed")
            continue
        precision, recall, f1 = accuracy(find, records)
        speed = base if find is ours else rate(find, sentences)
        print(f"{name:24}{precision:10.3f}{recall:10.3f}{f1:10.3f}{speed / 1e3:12.1f}{base / speed:11.1f}×")


if __name__ == "__main__":
    main()
