"""Whatever happens to a real file, an author is told where, and never sees a traceback."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support import ROOT
from unruffled.project import inspect

TOP = ("mkdocs.yml", "organisation.yml", "references.yml", "vocabulary.yml")
MIRRORED = ("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "LICENSE-content")
FILES = [
    *TOP,
    *MIRRORED[:2],
    *sorted(
        file.relative_to(ROOT).as_posix()
        for pattern in ("quizzes/*.yml", "phrases/*.yml", "docs/**/*.md")
        for file in ROOT.glob(pattern)
        if "assets" not in file.parts
    ),
]
# What is hard on a parser: indicators, half of a construct, a character that nobody sees.
SNIPPETS = (
    *(": ", "- ", "[", "{", "}", '"', "'", "&a", "*a", "!t", "? ", "|", "%", "@", "`", "#", "\t"),
    *("---", "...", "<<: *a", "[a]: b", "a: {b: [", "kind: [single]", "id:", "- - -", "\x07"),
    *("```quiz", "```", "````", "## ", "](http://[x)", "](%zz#%)", "<a id=", "{#x}", "\u2028"),
    *("\x0c", "\ufeff", "\r", "\x85", "\\", "(to write)", "{slot}", "🙂", "[x](#)", "[](a.md#b)"),
)

EXAMPLES = 90

paths = st.sampled_from(FILES)
edits = st.tuples(
    st.sampled_from(["delete", "double", "copy", "indent", "outdent", "cut", "before", "after"]),
    st.integers(0, 400),
    st.integers(0, 400),
    st.sampled_from(SNIPPETS),
)


def edited(text: str, how: str, at: int, other: int, snippet: str) -> str:
    lines = text.split("\n")
    at, other = at % len(lines), other % len(lines)
    line = lines[at]
    half = other % (len(line) + 1)
    lines[at : at + 1] = {
        "delete": [],
        "double": [line, line],
        "copy": [lines[other]],
        "indent": [f"  {line}"],
        "outdent": [line.removeprefix(" ")],
        "cut": [line[:half]],
        "before": [snippet + line],
        "after": [line[:half] + snippet + line[half:]],
    }[how]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("vendor"))
    shutil.copytree(ROOT / "quizzes", root / "quizzes")
    shutil.copytree(ROOT / "phrases", root / "phrases")
    for name in (*TOP, *MIRRORED):
        shutil.copy(ROOT / name, root / name)
    return root


def assert_places_lie_in_their_files(root: Path) -> None:
    for each in inspect(root)[1]:
        text = (root / each.place.path).read_bytes().decode("utf-8-sig", "replace")
        lines = re.split(r"\r\n|\r|\n", text)
        assert 1 <= each.place.line <= len(lines), str(each)
        assert 1 <= each.place.column <= len(lines[each.place.line - 1]) + 1, str(each)


@contextlib.contextmanager
def changed(root: Path, contents: dict[str, bytes]) -> Iterator[None]:
    sound = {path: (root / path).read_bytes() for path in contents}
    for path, content in contents.items():
        (root / path).write_bytes(content)
    try:
        yield
    finally:
        for path, content in sound.items():
            (root / path).write_bytes(content)


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None)
@given(edits=st.dictionaries(paths, st.lists(edits, min_size=1, max_size=3), min_size=1))
def test_edits_never_raise_and_places_lie_in_their_file(copy: Path, edits: dict) -> None:
    contents = {}
    for path, steps in edits.items():
        text = (copy / path).read_text(encoding="utf-8")
        for step in steps:
            text = edited(text, *step)
        contents[path] = text.encode()
    with changed(copy, contents):
        assert_places_lie_in_their_files(copy)


@settings(max_examples=EXAMPLES // 3, deadline=None, derandomize=True, database=None)
@given(junk=st.dictionaries(paths, st.tuples(st.integers(0, 20_000), st.binary()), min_size=1))
def test_random_bytes_never_raise(copy: Path, junk: dict) -> None:
    contents = {}
    for path, (at, raw) in junk.items():
        sound = (copy / path).read_bytes()
        at %= len(sound) + 1
        contents[path] = sound[:at] + raw + sound[at:]
    with changed(copy, contents):
        assert_places_lie_in_their_files(copy)
