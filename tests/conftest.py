"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# No deadline: a first call may build a dictionary, and machines are noisy. The same examples every time, so that a
# failure is the fault of a change; `pytest --hypothesis-profile=explore` looks for new ones.
settings.register_profile("govreport", deadline=None, max_examples=150, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=3000)
settings.load_profile("govreport")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports and gold annotations beside the repository; tests that need it are skipped without."""
    folder = Path(__file__).resolve().parents[1].parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"no real reports here: {folder} does not exist")
    return folder
