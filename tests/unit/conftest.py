"""Projects to write into."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support import FOLDERS, MIRRORED, ROOT, TOP


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the real project, to write into."""
    root = tmp_path / "project"
    for folder in ("docs", *FOLDERS):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("vendor"))
    for name in (*TOP, *MIRRORED):
        shutil.copy(ROOT / name, root / name)
    return root


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project of one page of each sort, to write into: read in a few milliseconds."""
    return shutil.copytree(ROOT / "tests/faults/base", tmp_path / "small")
