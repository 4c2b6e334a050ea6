from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project that a test may change."""
    left_out = shutil.ignore_patterns(".*", "__pycache__", "node_modules", "site", "tests")
    return shutil.copytree(ROOT, tmp_path / "project", ignore=left_out)
