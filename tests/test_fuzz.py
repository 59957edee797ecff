"""The targets of fuzz/targets.py on variations of their seeds, the same every time; fuzz/run.py goes on from there.

What was found, made as small as it gets, stays here in FOUND.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import dumps, parse
from govreport.formats.schema import schema_text

PATH = Path(__file__).resolve().parents[1] / "fuzz/targets.py"
WORDS = [
    word.encode()
    for word in (
        *(
            "一、",
            "（一）",
            "一是",
            "1.",
            "——",
            "第一章",
            "附件：",
            "《",
            "》",
            "【",
            "２",
            "5%",
            "亿元",
            "增长",
            "2023年",
        ),
        *("&", "<", ">", '"', "|", "#", "**", "\n", "\t", "\x0c", "　"),
    )
]
BYTES = [
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"<a>",
    b"</",
    b"&#0;",
    b"\\",
    b"-1",
    b"99999999999",
    b"{",
    b"]]>",
    b"\r",
]


def _loaded() -> ModuleType:
    spec = spec_from_file_location("fuzz_targets", PATH)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


fuzz = _loaded()
Edit = tuple[str, float, float, bytes]
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["cut", "twice", "put", "put", "change", "move"]),
        st.floats(0, 1),
        st.floats(0, 0.3),
        st.sampled_from(WORDS + BYTES) | st.binary(max_size=4),
    ),
    max_size=8,
)


def varied(data: bytes, edits: Sequence[Edit]) -> bytes:
    """The data with stretches cut out, said twice, moved or written over, and words put in."""
    for kind, place, share, word in edits:
        at = int(place * len(data))
        end = at + int(share * share * len(data)) + 1
        stretch = data[at:end]
        if kind == "cut":
            data = data[:at] + data[end:]
        elif kind == "twice":
            data = data[:end] + stretch + data[end:]
        elif kind == "move":
            data = data[:at] + data[end:]
            data = data[: len(data) // 2] + stretch + data[len(data) // 2 :]
        else:
            data = data[:at] + word + data[at + (len(word) if kind == "change" else 0) :]
    return data


@cache
def seeds(name: str) -> list[bytes]:
    return list(fuzz.TARGETS[name].seeds())


def needed(name: str) -> None:
    if name == "pdf" and find_spec("pypdfium2") is None:
        pytest.skip("the extra pdf is not installed")


@pytest.mark.parametrize("name", fuzz.TARGETS)
def test_the_seeds_keep_the_promises(name: str) -> None:
    needed(name)
    for data in seeds(name):
        fuzz.TARGETS[name].run(data)


@pytest.mark.parametrize("name", fuzz.TARGETS)
def test_variations_keep_the_promises(name: str) -> None:
    needed(name)

    @settings(max_examples=40)
    @given(st.sampled_from(seeds(name)), EDITS)
    def keeps(data: bytes, edits: Sequence[Edit]) -> None:
        fuzz.TARGETS[name].run(varied(data, edits))

    keeps()


@settings(max_examples=40)
@given(st.sampled_from(seeds("parse")), EDITS)
def test_json_keeps_to_its_schema(data: bytes, edits: Sequence[Edit]) -> None:
    written = json.loads(dumps(parse(varied(data, edits).decode("utf-8", "replace"))))
    jsonschema.Draft202012Validator(json.loads(schema_text())).validate(written)


BACKWARDS = (
    '{"schema_version": "1.0", "generator": "govreport", "sections": [{"number": {"text": "一、", "style": "hanzi", "value": 1,'
    '"span": {"start": 3, "end": 5}}, "heading": "甲", "heading_span": {"start": 1, "end": 2}}], '
    '"source": {"text": "一、甲乙丙", "format": "txt"}}'
)
"""JSON whose heading stands before its number."""
EMPTY = (
    '{"schema_version": "1.0", "generator": "govreport", "closing": {"enclosures": [""]}, '
    '"places": [{"span": {"start": 0, "end": 1}, "kind": "enclosures"}], "source": {"text": " ", "format": "txt"}}'
)
"""An enclosure of nothing."""
HOMELESS = (
    '{"schema_version": "1.0", "generator": "govreport", "sections": [{"blocks": [{"type": "paragraph", "text": "甲乙",'
    '"span": {"start": 7, "end": 8}}]}]}'
)
"""Places without a source."""
BLANK = (
    '{"schema_version": "1.0", "generator": "govreport", "places": [{"span": {"start": 0, "end": 1}, "kind": "title"}], '
    '"source": {"text": " ", "format": "txt"}}'
)
"""A title of nothing."""
TWICE = (
    '<article class="govreport"><h2><span data-run="n1">一、</span><b data-run="h1">甲</b><b data-run="h1">乙</b></h2>'
)
"""A section with two headings."""
FOUND = [
    *(("json", text.encode()) for text in (BACKWARDS, EMPTY, HOMELESS, BLANK)),
    ("html", TWICE.encode()),
    ("parse", "5404年1月\n".encode()),
    ("fix", "1.;;;;;;;;;;;;;甲".encode()),
    ("parse", "一九五三年甲".encode()),
    ("fix", ('"' * 7 + "华" + '"' * 7).encode()),
]
"""Inputs that broke a promise once."""


@pytest.mark.parametrize(("name", "data"), FOUND)
def test_what_was_found_stays_mended(name: str, data: bytes) -> None:
    needed(name)
    fuzz.TARGETS[name].run(data)
