"""What is found by the folder that it lies in, and stands in no list: rules, formats, blocks."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

PACKAGE = Path(__file__).parent


def import_all(pattern: str) -> list[ModuleType]:
    """Import the files of this package that ``pattern`` names (``checks/**/*.py``), by path.

    Packages are imported where the pattern asks for them (``blocks/*/__init__.py``). Names begin
    like that of this package, whatever it is called where it lies.
    """
    files = sorted(PACKAGE.glob(pattern))
    paths = [file.relative_to(PACKAGE).with_suffix("") for file in files]
    if pattern.endswith("__init__.py"):
        paths = [path.parent for path in paths]
    names = (".".join((__package__, *path.parts)) for path in paths if path.name != "__init__")
    return [importlib.import_module(name) for name in names]
