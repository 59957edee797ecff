"""Files that mean harm, of every format: one clear sentence or a harmless reading, within bounds of memory and time.

The files are those of benchmarks/hostile.py, which prints what each of them costs.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import govreport

PATH = Path(__file__).resolve().parents[2] / "benchmarks/hostile.py"


def _loaded() -> ModuleType:
    spec = spec_from_file_location("hostile", PATH)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


hostile = _loaded()
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is measured by /proc")


def measured(name: str) -> dict[str, Any]:
    if name.startswith("pdf:") and find_spec("pypdfium2") is None:
        pytest.skip("the extra pdf is not installed")
    found: dict[str, Any] = hostile.measure(name)
    assert found["mb"] <= hostile.LIMIT
    return found


@pytest.mark.parametrize("name", hostile.REFUSED)
def test_refused(name: str) -> None:
    found = measured(name)
    kind = getattr(govreport, found.get("error", ""), None) or getattr(govreport.errors, found.get("error", ""), None)
    assert kind is not None, found
    assert issubclass(kind, govreport.GovReportError)
    assert len(found["zh"]) < 300
    assert "\n" not in found["zh"] + found["en"]


@pytest.mark.parametrize("name", hostile.READ)
def test_harmless(name: str) -> None:
    found = measured(name)
    assert found.get("error", "FormatError") in ("FormatError", "BudgetError"), found  # no text in it, for instance


def test_nothing_is_written_beside_the_package() -> None:
    assert not Path("/tmp/govreport-was-here").exists()
