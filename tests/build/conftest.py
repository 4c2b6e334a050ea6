from __future__ import annotations

from pathlib import Path

import pytest
import small_project


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small project of two modules under this handbook's settings, that a test may change."""
    return small_project.write_two_modules(tmp_path / "project")
