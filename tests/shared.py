"""What the workers of one test run make once, and all of them use."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE = 900
"""Seconds after which a worker no longer waits for what another one makes."""


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that `make(folder)` has filled: by this worker, or by one before it.

    No test may change what is in it. Raises RuntimeError where the other worker has failed or does
    not end; the reason is told by that worker.
    """
    top = factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        top = top.parent  # the folder of the run, in which each worker has one
    home = top / f"shared-{name}"
    try:
        home.mkdir()
    except FileExistsError:
        return _made_by_another(home)
    try:
        make(home / "made")
    except BaseException:
        (home / "failed").touch()
        raise
    (home / "ready").touch()
    return home / "made"


def _made_by_another(home: Path) -> Path:
    end = time.monotonic() + PATIENCE
    while not (home / "ready").exists():
        if (home / "failed").exists() or time.monotonic() > end:
            raise RuntimeError(f"another worker has not made {home.name}")
        time.sleep(0.05)  # between two looks
    return home / "made"
