"""Pages saved as one file: MHTML of browsers, in both transfer encodings."""

from __future__ import annotations

import base64
import quopri

import pytest

from govreport import parse, read
from govreport.formats import sniff
from govreport.formats.html.archive import archived

PAGE = "<html><head><title>总结</title></head><body><h1>某局2023年工作总结</h1><p>一、总体情况</p><p>办结3件。</p></body></html>"
HEAD = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example/1.html\r\nSubject: =?utf-8?Q?=E6=80=BB?=\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Boundary--x"\r\n\r\n\r\n'
)
PICTURE = "------Boundary--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"


def archive(page: str, coding: str, charset: str = "utf-8", label: str = "") -> bytes:
    """An archive as browsers save it, with a picture before and behind the page."""
    data = page.encode(charset)
    body = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes, "8bit": bytes}[coding](data)
    head = f"------Boundary--x\r\nContent-Type: text/html{label}\r\nContent-ID: <frame-1>\r\nContent-Transfer-Encoding: {coding}\r\n\r\n"
    return (
        HEAD.encode()
        + PICTURE.encode()
        + head.encode()
        + body
        + b"\r\n"
        + PICTURE.encode()
        + b"------Boundary--x--\r\n"
    )


@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize(("charset", "label"), [("utf-8", ""), ("gbk", "; charset=gbk"), ("gbk", '; charset="gb2312"')])
def test_the_page_in_an_archive_is_read(coding: str, charset: str, label: str) -> None:
    data = archive(PAGE, coding, charset, label)
    assert sniff(data) == "html"
    assert read(data) == parse("某局2023年工作总结\n一、总体情况\n办结3件。\n")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><p>multipart/related</p>",
        b"Content-Type: multipart/related; boundary=x\r\n",
        b"Content-Type: multipart/related\r\n\r\n--x\r\n",
        HEAD.encode() + PICTURE.encode() * 3,
        HEAD.encode() + b"------Boundary--x\r\n" * 20_000,
        b"From: a\r\n" * 50_000,
    ],
)
def test_what_is_no_archive_of_a_page(data: bytes) -> None:
    assert archived(data) is None
