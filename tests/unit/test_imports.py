"""Who may import whom: data runs one way, in files of Python and of JavaScript alike."""

from __future__ import annotations

import ast
import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase

import pytest

from support import ROOT

PACKAGE = ROOT / "hooks" / "unruffled"
PYTHON = {file.relative_to(PACKAGE).as_posix(): file for file in PACKAGE.rglob("*.py")}
SCRIPTS = {
    path: file
    for file in PACKAGE.rglob("*.js")
    if "/vendor/" not in (path := file.relative_to(PACKAGE).as_posix())
}
ENGINES = {"mkdocs", "properdocs", "zensical", "material"}
AT_THE_EDGE = {
    f"publishing/mkdocs{part}.py"
    for part in ("", "_doors", "_kept", "_preview", "_seen", "_settings")
}
"""The only files that know an engine."""

FLOORS = (
    ("catalogue.py", "found.py", "steps.py", "__init__.py"),
    ("problems.py",),
    ("text/",),
    ("words/",),
    ("model/", "kinds/__init__.py", "kinds/base.py", "kinds/naming.py", "kinds/*/model.py"),
    ("upkeep.py",),
    ("keeping/",),
    ("loading/",),
    ("safety/",),
    ("assets.py", "layers.py", "packing.py", "policy.py", "shades.py"),
    ("branded.py",),
    ("reply/",),
    ("blocks/",),
    ("checks/", "kinds/*/rules*.py"),
    ("rendering/",),
    ("formats/", "kinds/*/bank.py"),
    ("exam/", "kinds/*/exam*.py"),
    ("copies.py", "inherited.py", "project.py", "report.py", "schemas.py", "scaffold/"),
    ("watching.py",),
    ("upgrading.py",),
    ("publishing/",),
    ("cli/", "__main__.py"),
)
"""From the ground up: a file imports from its own floor and from those below it.

What lies in the folder of a kind stands on the floors of those that ask for it."""

FLOORS_OF_SCRIPTS = (
    ("browser/vendor/",),
    ("browser/core/", "browser/worker/"),
    ("browser/dom/",),
    ("browser/site/", "kinds/"),
    ("blocks/",),
    ("formats/",),
)

_IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}/[^"']+)["']""")
_COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)


def imports_of_python(path: str) -> Iterator[str]:
    """Yield the full name of everything that a file imports, ours as `unruffled.…`."""
    package = ["unruffled", *path.split("/")[:-1]]
    for node in ast.walk(ast.parse(PYTHON[path].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) + 1 - node.level] if node.level else []
            base = [*above, *(node.module or "").split(".")]
            for alias in node.names:
                yield ".".join([part for part in base if part] + [alias.name])


def file_of(name: str) -> str:
    """Return the file of the package that a full name stands for, or that it is in."""
    parts = name.split(".")[1:]
    for end in (len(parts), len(parts) - 1):
        stem = "/".join(parts[:end])
        for path in (f"{stem}.py", f"{stem}/__init__.py" if stem else "__init__.py"):
            if path in PYTHON:
                return path
    raise LookupError(name)


def python_graph() -> dict[str, set[str]]:
    graph: dict[str, set[str]] = {}
    for path in PYTHON:
        ours = (name for name in imports_of_python(path) if name.split(".")[0] == "unruffled")
        graph[path] = {file_of(name) for name in ours} - {path}
    return graph


def script_graph() -> dict[str, set[str]]:
    graph: dict[str, set[str]] = {}
    for path, file in SCRIPTS.items():
        text = _COMMENT.sub("", file.read_text(encoding="utf-8"))
        targets = _IMPORT.findall(text)
        joined = (posixpath.join(posixpath.dirname(path), target) for target in targets)
        graph[path] = {posixpath.normpath(each) for each in joined}
    return graph


GRAPHS = {"Python": python_graph(), "JavaScript": script_graph()}


def floor_of(path: str, floors: tuple[tuple[str, ...], ...]) -> int:
    """Return the number of a file's floor: names are folders (`text/`), files, or patterns."""
    return next(
        number
        for number, names in enumerate(floors)
        if any(fnmatchcase(path, f"{name}*" if name.endswith("/") else name) for name in names)
    )


def circles(graph: Mapping[str, set[str]]) -> list[str]:
    """Return the files that are left when all those that import no other one are taken away."""
    left = {path: targets & set(graph) for path, targets in graph.items()}
    while bottom := {path for path, targets in left.items() if not targets}:
        left = {path: targets - bottom for path, targets in left.items() if path not in bottom}
    while top := set(left) - {target for targets in left.values() for target in targets}:
        left = {path: targets for path, targets in left.items() if path not in top}
    return sorted(left)


def test_the_walk_sees_the_imports() -> None:
    assert "yaml" in set(imports_of_python("loading/yaml_source.py"))
    assert "model/base.py" in GRAPHS["Python"]["loading/yaml_source.py"]
    assert "browser/core/points.js" in GRAPHS["JavaScript"]["formats/scorm/sco/store.js"]
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"b"}}) == ["b", "c"]


@pytest.mark.parametrize("language", GRAPHS)
def test_no_file_imports_itself_by_way_of_others(language: str) -> None:
    assert circles(GRAPHS[language]) == []


@pytest.mark.parametrize(
    ("language", "floors"), [("Python", FLOORS), ("JavaScript", FLOORS_OF_SCRIPTS)]
)
def test_no_file_imports_from_a_floor_above_its_own(
    language: str, floors: tuple[tuple[str, ...], ...]
) -> None:
    up = [
        f"{path} -> {target}"
        for path, targets in GRAPHS[language].items()
        for target in targets
        if floor_of(target, floors) > floor_of(path, floors)
    ]
    assert up == []


def test_the_core_knows_no_engine() -> None:
    knowing = {
        path
        for path in PYTHON
        if any(name.split(".")[0] in ENGINES for name in imports_of_python(path))
    }
    assert knowing == AT_THE_EDGE


def test_two_test_files_never_have_the_same_name() -> None:
    """Else `pytest` for all of them collects one of the two only, and stops."""
    names = Counter(file.name for file in ROOT.glob("tests/**/test_*.py"))
    assert [name for name, count in names.items() if count > 1] == []
