"""JSON: the whole report with its facts, positions and source; the format that loses nothing.

The fields of `Report` stand at the top, all of them, in the order of the class, behind three of the file's own:
``$schema``, ``schema_version`` ("1.0": the same major number stays readable) and ``generator``. Blocks carry a
``type`` (paragraph, table), decimals are strings, spans are ``{"start": 3, "end": 9}`` in code points of
``source.text``. `schema` has the JSON Schema. Hints are left out: they serve the parser, and this is parsed.

``read(write(r)) == r``, spans and source included, and writing that again gives the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache, partial
from typing import TYPE_CHECKING, Any, cast, get_origin

import attrs

from .. import __version__
from ..errors import BudgetError, FormatError
from ..model import Block, Paragraph, Report, Span, Table
from .json_checks import Hook, Invalid, decimal, one_of, shaped, span_of
from .schema import BLOCKS, OMITTED, SCHEMA_ID, VALUES, VERSION

if TYPE_CHECKING:
    from cattrs import Converter

MAX_BYTES = 256 * 1024 * 1024
MAX_DEPTH = 128
MAX_OBJECTS = 500_000
"""A report of a million characters with all its facts has fewer."""
HEAD = ("$schema", "schema_version", "generator")


def read(data: bytes, *, name: str | None = None, encoding: str | None = None, max_bytes: int = MAX_BYTES) -> Report:
    """The report in a JSON file; `name` and `encoding` are of no use here: JSON is UTF-8 and carries its source's name.

    Raises FormatError with the path of the first fault (``$.sections[0].number.value``), BudgetError beyond
    `max_bytes` or `MAX_DEPTH`.
    """
    if len(data) > max_bytes:
        raise BudgetError(
            f"JSON 有 {len(data)} 字节，超过上限 {max_bytes}", f"the JSON has {len(data)} bytes, more than {max_bytes}"
        )
    if data.count(b"{") > MAX_OBJECTS:
        raise BudgetError(
            f"JSON 有超过 {MAX_OBJECTS} 个对象，未读取", f"the JSON has more than {MAX_OBJECTS} objects; not read"
        )
    raw = _load(data)
    if not isinstance(raw, dict):
        raise _fault("$", "应为对象", "expected an object")
    newer = _check_version(raw.get("schema_version"))
    fields = {key: value for key, value in raw.items() if key not in HEAD}
    try:
        return _converter(strict=not newer).structure(fields, Report)
    except Exception as error:
        raise _explain(error) from None


def dumps(report: Report) -> str:
    """The report as JSON text: two spaces a level, Chinese as it is, a line end behind it."""
    raw = {
        "$schema": SCHEMA_ID,
        "schema_version": VERSION,
        "generator": f"govreport {__version__}",
        **_unstructured(report),
    }
    return json.dumps(raw, ensure_ascii=False, indent=2) + "\n"


def write(report: Report) -> bytes:
    """`dumps` in UTF-8. Lone surrogates, which UTF-8 can't hold, are written as JSON escapes."""
    return dumps(report).encode("utf-8", "backslashreplace")


def _unstructured(report: Report) -> dict[str, Any]:
    try:
        raw = cast(dict[str, Any], _converter(strict=True).unstructure(report))
    except RecursionError:
        raise _too_deep() from None
    _check_depth(raw)
    return raw


def _load(data: bytes) -> Any:
    def constant(name: str) -> Any:
        raise ValueError(f"{name} is not JSON")

    try:
        raw = json.loads(data.decode("utf-8-sig"), parse_constant=constant)
    except RecursionError:
        raise _too_deep() from None
    except json.JSONDecodeError as error:
        raise FormatError(
            f"不是合法的 JSON：第 {error.lineno} 行第 {error.colno} 列", f"not valid JSON: {error}"
        ) from None
    except ValueError as error:  # not UTF-8, NaN, an integer of thousands of digits
        raise FormatError(f"不是合法的 JSON：{error}", f"not valid JSON: {error}") from None
    _check_depth(raw)
    return raw


def _check_depth(raw: Any) -> None:
    """BudgetError beyond MAX_DEPTH levels of arrays and objects."""
    level: list[Any] = [raw] if isinstance(raw, (dict, list)) else []
    for _ in range(MAX_DEPTH):
        level = [
            value
            for item in level
            for value in (item.values() if isinstance(item, dict) else item)
            if isinstance(value, (dict, list, tuple))
        ]
        if not level:
            return
    raise _too_deep()


def _too_deep() -> BudgetError:
    return BudgetError(f"层次超过 {MAX_DEPTH} 层", f"nested deeper than {MAX_DEPTH} levels")


def _check_version(version: Any) -> bool:
    """Whether the minor version is later than ours (unknown fields are then ignored); FormatError for another major."""
    found = re.fullmatch(r"([0-9]{1,4})\.([0-9]{1,4})", version) if isinstance(version, str) else None
    major, minor = VERSION.split(".")
    if version is None:
        raise _fault(
            "$.schema_version",
            f"没有版本号（应为“{VERSION}”），这不是 govreport 写出的 JSON；请用 govreport convert 从报告生成",
            f'missing (expected "{VERSION}"), so this is no JSON of govreport; make some with govreport convert',
        )
    if found is None:
        raise _fault("$.schema_version", f"应为“{VERSION}”这样的版本号", f'expected a version such as "{VERSION}"')
    if found[1] != major:
        raise _fault(
            "$.schema_version",
            f"版本 {version} 读不了，这里能读 {major}.x；请升级 govreport 或重新导出",
            f"version {version} can't be read, only {major}.x; upgrade govreport or export again",
        )
    return int(found[2]) > int(minor)


def _fault(path: str, zh: str, en: str) -> FormatError:
    return FormatError(f"{path}：{zh}", f"{path}: {en}")


def _explain(error: BaseException) -> FormatError:
    """The first fault that cattrs found, with its path, and how many more there are."""
    from cattrs import transform_error
    from cattrs.errors import ForbiddenExtraKeysError

    def sentence(zh: bool, exc: BaseException, type: type | None) -> str:
        if isinstance(exc, Invalid):
            return exc.zh if zh else exc.en
        if isinstance(exc, KeyError):
            return f"缺少必需的字段 {exc}" if zh else f"required field missing: {exc}"
        if isinstance(exc, ForbiddenExtraKeysError):
            names = ", ".join(sorted(exc.extra_fields))
            return f"多出的字段：{names}" if zh else f"unknown fields: {names}"
        return f"值不合要求：{exc}" if zh else f"bad value: {exc}"

    both = []
    for zh in (True, False):
        first, *more = transform_error(error, format_exception=partial(sentence, zh))
        text, _, path = first.rpartition(" @ ")
        rest = (f"（另有 {len(more)} 处）" if zh else f" (and {len(more)} more)") if more else ""
        both.append(f"{path}{'：' if zh else ': '}{text}{rest}")
    return FormatError(*both)


@cache
def _converter(strict: bool) -> Converter:
    """The converter, built once; `strict` refuses fields that the model doesn't have."""
    from cattrs import Converter
    from cattrs.cols import homogenous_tuple_structure_factory, mapping_structure_factory
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

    made = Converter(forbid_extra_keys=strict)

    def omitted(cls: type) -> dict[str, Any]:
        return {f.name: override(omit=True) for f in attrs.fields(cls) if (cls, f.name) in OMITTED}

    def class_reader(cls: type) -> Hook:
        values = {name: values for (owner, name), values in VALUES.items() if owner is cls}
        closed: dict[str, Any] = {n: override(struct_hook=partial(one_of, v)) for n, v in values.items()}
        return shaped(dict, make_dict_structure_fn(cls, made, **omitted(cls), **closed))

    def class_writer(cls: type) -> Callable[[Any], Any]:
        return make_dict_unstructure_fn(cls, made, **omitted(cls))

    made.register_structure_hook_factory(attrs.has, class_reader)
    made.register_unstructure_hook_factory(attrs.has, class_writer)
    for origin, shape, factory in (
        (tuple, list, homogenous_tuple_structure_factory),
        (dict, dict, mapping_structure_factory),
    ):
        made.register_structure_hook_factory(partial(_has_origin, origin), partial(_container, made, shape, factory))
    for kind in (str, int, bool):
        made.register_structure_hook(kind, shaped(kind, lambda value, _: value))
    made.register_structure_hook(Decimal, decimal)
    made.register_unstructure_hook(Decimal, str)
    made.register_structure_hook(Span, partial(span_of, class_reader(Span)))
    made.register_structure_hook(Block, partial(_block, made))
    made.register_unstructure_hook(Block, partial(_tagged, made))
    return made


def _has_origin(origin: type, kind: Any) -> bool:
    return get_origin(kind) is origin


def _container(converter: Converter, shape: type, factory: Callable[..., Hook], kind: Any) -> Hook:
    return shaped(shape, factory(kind, converter))


def _block(converter: Converter, value: Any, _: Any) -> Paragraph | Table:
    tag = value.get("type") if isinstance(value, dict) else None
    if tag not in BLOCKS:
        names = "/".join(BLOCKS)
        raise Invalid(f"应为带 type（{names}）的对象", f"expected an object with a type ({names})")
    rest = {key: field for key, field in value.items() if key != "type"}
    block: Paragraph | Table = converter.structure(rest, BLOCKS[tag])
    return block


def _tagged(converter: Converter, block: Paragraph | Table) -> dict[str, Any]:
    tag = next(tag for tag, cls in BLOCKS.items() if cls is type(block))
    return {"type": tag, **converter.unstructure(block, unstructure_as=type(block))}
