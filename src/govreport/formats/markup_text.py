"""Text inside markup, for every format of XML or HTML: what it can hold, and how it is escaped."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_OUTSIDE_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Text without the characters that XML can't hold: control characters, lone surrogates, U+FFFE.

    >>> clean("甲\\x00乙\\t丙")
    '甲乙\\t丙'
    """
    return _OUTSIDE_XML.sub("", text)


def escaped(words: str) -> str:
    """Character data; a carriage return is spelt out, for parsers make line ends of it.

    >>> escaped("R&D <5%")
    'R&amp;D &lt;5%'
    """
    return escape(words, {"\r": "&#13;"})


def attribute(words: str) -> str:
    """A quoted attribute value that parsers don't normalise.

    >>> attribute("甲<b>乙")
    '"甲&lt;b&gt;乙"'
    """
    return quoteattr(words, {"\r": "&#13;"})
