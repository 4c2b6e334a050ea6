"""The content of this project: read once in each process that tests."""

from __future__ import annotations

from pathlib import Path

from support import ROOT
from unruffled.keeping import Kept
from unruffled.model.library import Library
from unruffled.problems import Problem
from unruffled.project import inspect

_KEPT = Kept()


def read(root: Path) -> tuple[Library, list[Problem]]:
    """Read a copy of this project in which little differs: that alone is read and checked anew.

    What is kept finds the same as a check without it: `test_keeping.py` and `test_cached_builds.py`
    hold it to that.
    """
    return inspect(root, kept=_KEPT)


LIBRARY, PROBLEMS = read(ROOT)
