"""A cluster: the Executor of Dask (extra `cluster`), whose tasks are done again when a worker is lost."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import Any, cast

from ..errors import SourceError, missing


@contextmanager
def dask_executor(address: str, patience: float = 10.0) -> Iterator[Executor]:
    """The Executor of the scheduler at `address` (tcp://host:8786); SourceError if nobody answers."""
    if not find_spec("distributed"):
        raise missing("distributed", "cluster")
    distributed: Any = import_module("distributed")
    try:
        client = distributed.Client(address, timeout=patience, set_as_default=False)
    except (OSError, ValueError) as error:
        raise SourceError(f"连不上 Dask 调度器 {address}：{error}", f"can't reach the scheduler at {address}") from None
    with client:
        yield cast(Executor, client.get_executor(pure=False, retries=3))
