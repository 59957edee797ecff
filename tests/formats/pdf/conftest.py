"""PDF files written by hand: a text at a place, in a face, or any operators of a content stream."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable

import pytest

FACES = {"F": "STSong-Light", "H": "SimHei", "B": "Arial-BoldMT"}
"""Faces by the names that pages call them; no file is embedded, every reader has some face for their characters."""
PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
"""What fills up passwords (ISO 32000-1, 7.6.3.3)."""
Mark = tuple[float, float, str] | str
Writer = Callable[..., bytes]


def text(x: float, y: float, content: str, size: float = 16, face: str = "F", matrix: str = "") -> str:
    """Operators that show a text at (x, y), from the lower left corner as PDF counts."""
    code = content.encode("utf-16-be").hex()
    return f"BT /{face} {size} Tf {matrix or '1 0 0 1'} {x} {y} Tm <{code}> Tj ET"


def rc4(key: bytes, data: bytes) -> bytes:
    """RC4, by which old files are encrypted."""
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def written(
    pages: list[list[Mark]],
    info: str = "",
    page: str = "",
    password: tuple[str, str] | None = None,
) -> bytes:
    """A PDF with pages of texts at (x, y) and of operators; `page` and `info` add entries to their dictionaries.

    `password`: that of the owner, who may change the file, and that of the user, who may open it (40 bits).
    """
    key, trailer = b"", ""
    if password:
        owner, user = ((word.encode() + PAD)[:32] for word in password)
        lock = rc4(md5(owner)[:5], user)
        key = md5(user + lock + (-64).to_bytes(4, "little", signed=True) + b"id")[:5]
        trailer = (
            f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -64 /O <{lock.hex()}> /U <{rc4(key, PAD).hex()}> >> "
            f"/ID [<{b'id'.hex()}> <{b'id'.hex()}>]"
        )
    fonts = [
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font "
        f"/Subtype /CIDFontType0 /BaseFont /{name} /DW 1000 /W [1 [500 500] 16 25 500 34 59 500 66 91 500] "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor "
        f"/FontName /{name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 "
        "/CapHeight 880 /StemV 80 >> >>] >>"
        for name in FACES.values()
    ]
    first = 3 + len(fonts)
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        *fonts,
    ]
    named = " ".join(f"/{key} {3 + at} 0 R" for at, key in enumerate(FACES))
    for at, marks in enumerate(pages):
        content = "\n".join(mark if isinstance(mark, str) else text(*mark) for mark in marks).encode()
        stream = zlib.compress(content)
        if key:
            number = first + 2 * at + 1
            stream = rc4(md5(key + number.to_bytes(3, "little") + b"\0\0")[:10], stream)
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {first + 2 * at + 1} 0 R {page} "
            f"/Resources << /Font << {named} >> >> >>",
            f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n{stream.decode('latin-1')}\nendstream",
        ]
    objects.append(f"<< {info} >>")
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    rows = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {trailer} >>"
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}trailer\n{end}\nstartxref\n{len(out)}\n%%EOF"
    return out + tail.encode("latin-1")


@pytest.fixture
def pdf() -> Writer:
    """Writes a PDF: see `written`."""
    return written


@pytest.fixture
def shown() -> Callable[..., str]:
    """Operators that show a text: see `text`."""
    return text
