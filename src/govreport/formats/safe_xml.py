"""XML from anywhere, read safely: no DTD, no entities, no network, budgets on tags and depth."""

from __future__ import annotations

import re

from attrs import frozen
from lxml import etree

from ..errors import BudgetError, FormatError

MAX_TAGS, MAX_ATTRIBUTES = 1_500_000, 1_000_000
"""Tags and attributes of one document or part; what they take in memory is many times their bytes."""
MAX_DEPTH = 256
"""Nesting that the parser allows (libxml2 without its option for huge trees)."""
PROLOG = re.compile(rb"\s+|<\?[^>]*+>|<!--(?:[^-]|-(?!->))*+-->")
DOCTYPE = b"<!DOCTYPE"


@frozen
class Words:
    """What sentences about a broken file say: the name of its format, and what to do, in Chinese and English."""

    name: str
    zh: str
    en: str


def root_of(data: bytes, part: str, words: Words) -> etree._Element:
    """The root element, without comments and processing instructions.

    `part` is what the sentences call the data: the name of a part of a package, or of the file. Raises FormatError for
    what is no XML or declares a DTD, BudgetError beyond MAX_TAGS and MAX_DEPTH.

    >>> root_of(b"<a><!-- b --><c/></a>", "a.xml", Words("XML", "检查", "check it"))[0].tag
    'c'
    """
    if declares_dtd(data):
        raise _dtd(part, words)
    if data.count(b"<") > MAX_TAGS or data.count(b"=") > MAX_ATTRIBUTES:
        raise BudgetError(
            f"{part} 的标记超过 {MAX_TAGS} 个或属性超过 {MAX_ATTRIBUTES} 个，可能是恶意文件，未读取；"
            "确是长文档请先拆分",
            f"{part} has more than {MAX_TAGS} tags or {MAX_ATTRIBUTES} attributes; it may be hostile and was not read, "
            "split it if it isn't",
        )
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise BudgetError(
                f"{part} 的标记嵌套超过 {MAX_DEPTH} 层，可能是恶意文件，未读取",
                f"{part} nests its tags deeper than {MAX_DEPTH} levels; it may be hostile and was not read",
            ) from None
        raise FormatError(
            f"文件损坏：{part} 第 {error.lineno} 行不是正确的 XML，请{words.zh}",
            f"damaged: {part}, line {error.lineno}, is no well-formed XML; {words.en}",
        ) from None
    if getattr(root.getroottree().docinfo, "doctype", ""):  # in an encoding that `declares_dtd` doesn't see through
        raise _dtd(part, words)
    return root


def declares_dtd(data: bytes) -> bool:
    """Whether a DTD stands before the root element, in UTF-8 or UTF-16; told before anything of it is parsed.

    >>> declares_dtd(b'<?xml version="1.0"?>\\n<!-- x --><!DOCTYPE a [...]><a/>'), declares_dtd(b"<a>&lt;!DOCTYPE</a>")
    (True, False)
    """
    wide = b"\0" in data[:4]
    if DOCTYPE not in data and not wide:
        return False
    plain = data[:65536].replace(b"\0", b"") if wide else data
    at = next((len(mark) for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff") if plain.startswith(mark)), 0)
    while found := PROLOG.match(plain, at):
        at = found.end()
    return plain.startswith(DOCTYPE, at)


def _dtd(part: str, words: Words) -> FormatError:
    return FormatError(
        f"{part} 带有 DTD 声明，{words.name} 不允许，可能是恶意文件，未读取",
        f"{part} declares a DTD, which {words.name} forbids; it may be hostile and was not read",
    )
