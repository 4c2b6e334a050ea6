"""Who may import whom: data runs one way, and MkDocs stays at the edge."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from support import ROOT

CORE = ROOT / "hooks" / "unruffled"
FILES = sorted(CORE.glob("**/*.py"))
ENGINES = {"mkdocs", "properdocs", "zensical", "material"}
# Room → the other rooms of the core that it may import. What is not listed may import any.
ALLOWED = {
    "model": {"model"},
    "loading": {
        *("loading", "model", "problems", "catalogue", "fences", "markup"),
        *("commonmark", "hidden", "slugs", "lookalikes", "escaping"),
    },
    "checks": {
        *("checks", "export", "model", "problems", "catalogue", "fences", "urls", "anchors"),
        *("markup", "playing", "homes", "lookalikes", "safety", "upkeep"),
    },
    "safety": {"safety", "model"},
    "export": {"export", "model", "problems", "catalogue", "escaping", "render"},
    "banks": {"banks", "export", "model", "escaping", "render", "archive", "xml_text"},
    "scorm": {"scorm", "model", "escaping", "render", "packing", "archive", "xml_text"},
    "render": {
        *("render", "model", "problems", "catalogue", "fences", "urls", "anchors", "escaping"),
        *("playing", "homes", "hidden", "safety", "upkeep", "mixing"),
    },
}


def imported(file: Path) -> Iterator[str]:
    """Yield the full name of everything that `file` imports, ours as `unruffled.…`."""
    package = ["unruffled", *file.relative_to(CORE).parent.parts]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) + 1 - node.level] if node.level else []
            base = [*above, *(node.module or "").split(".")]
            for alias in node.names:
                yield ".".join([part for part in base if part] + [alias.name])


def test_the_walk_sees_the_imports() -> None:
    names = set(imported(CORE / "loading" / "yaml_source.py"))
    assert "yaml" in names
    assert "unruffled.model.base.ORIGIN" in names


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(CORE).as_posix())
def test_the_core_knows_no_engine(file: Path) -> None:
    assert {name.split(".")[0] for name in imported(file)}.isdisjoint(ENGINES)


@pytest.mark.parametrize("room", ALLOWED)
def test_a_room_imports_only_the_rooms_below_it(room: str) -> None:
    files = sorted((CORE / room).glob("**/*.py"))
    assert files
    for file in files:
        ours = {name.split(".")[1] for name in imported(file) if name.startswith("unruffled.")}
        assert ours <= ALLOWED[room], file


def test_two_test_files_never_have_the_same_name() -> None:
    """Else `pytest` for all of them collects one of the two only, and stops."""
    names = Counter(file.name for file in ROOT.glob("tests/**/test_*.py"))
    assert [name for name, count in names.items() if count > 1] == []
