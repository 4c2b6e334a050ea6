"""Whatever happens to a real file, an author is told where, and never sees a traceback."""

from __future__ import annotations

import contextlib
import copy
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import fault_cases
from support import FOLDERS, MIRRORED, ROOT, TOP
from unruffled.problems import Problem
from unruffled.project import inspect
from unruffled.rendering import Renderer

FILES = [
    *TOP,
    *MIRRORED[:2],
    *sorted(
        file.relative_to(ROOT).as_posix()
        for pattern in (*(f"{folder}/*.yml" for folder in FOLDERS), "docs/**/*.md")
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

EXAMPLES = 60

paths = st.sampled_from(FILES)
edits = st.tuples(
    st.sampled_from(["delete", "double", "copy", "indent", "outdent", "cut", "before", "after"]),
    st.integers(0, 400),
    st.integers(0, 400),
    st.sampled_from(SNIPPETS),
)


pytestmark = pytest.mark.thorough


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
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("vendor"))
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, root / folder)
    for name in (*TOP, *MIRRORED):
        shutil.copy(ROOT / name, root / name)
    return root


def assert_places_lie_in_their_files(root: Path) -> list[Problem]:
    problems = inspect(root)[1]
    for each in problems:
        text = (root / each.place.path).read_bytes().decode("utf-8-sig", "replace")
        lines = re.split(r"\r\n|\r|\n", text)
        assert 1 <= each.place.line <= len(lines), str(each)
        assert 1 <= each.place.column <= len(lines[each.place.line - 1]) + 1, str(each)
    return problems


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


EVERY = fault_cases.case("sound-every-kind").files | {
    path.removeprefix("spare/"): content for path, content in fault_cases.spare().items()
}
"""A file or two of each type, with every kind of question: read a hundred times as fast as ours."""
small_paths = st.sampled_from(sorted(EVERY))


@pytest.fixture(scope="module")
def every_type(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fault_cases.write(EVERY, tmp_path_factory.mktemp("every-type"))


def edits_in(paths: st.SearchStrategy[str]) -> st.SearchStrategy[dict]:
    return st.dictionaries(paths, st.lists(edits, min_size=1, max_size=3), min_size=1)


def junk_in(paths: st.SearchStrategy[str]) -> st.SearchStrategy[dict]:
    return st.dictionaries(paths, st.tuples(st.integers(0, 20_000), st.binary()), min_size=1)


@settings(max_examples=EXAMPLES * 5)
@given(edits=edits_in(small_paths))
def test_edits_never_raise_and_places_lie_in_their_file(every_type: Path, edits: dict) -> None:
    inspect_edited(every_type, edits)


@settings(max_examples=EXAMPLES * 2)
@given(junk=junk_in(small_paths))
def test_random_bytes_never_raise(every_type: Path, junk: dict) -> None:
    inspect_with_junk(every_type, junk)


@settings(max_examples=EXAMPLES // 10)
@given(edits=edits_in(paths), junk=junk_in(paths))
def test_edits_and_bytes_in_the_whole_handbook_never_raise(
    project: Path, edits: dict, junk: dict
) -> None:
    """A few, since each takes seconds; `make soak` goes on with it."""
    inspect_edited(project, edits)
    inspect_with_junk(project, junk)


def inspect_edited(project: Path, edits: dict) -> None:
    contents = {}
    for path, steps in edits.items():
        text = (project / path).read_text(encoding="utf-8")
        for step in steps:
            text = edited(text, *step)
        contents[path] = text.encode()
    with changed(project, contents):
        assert_places_lie_in_their_files(project)


def inspect_with_junk(project: Path, junk: dict) -> None:
    contents = {}
    for path, (at, raw) in junk.items():
        sound = (project / path).read_bytes()
        at %= len(sound) + 1
        contents[path] = sound[:at] + raw + sound[at:]
    with changed(project, contents):
        assert_places_lie_in_their_files(project)


Way = tuple[str | int, ...]

QUIZ = "quizzes/greeting.yml"
SOUND = fault_cases.case("sound-every-kind").files
DATA: dict[str, Any] = yaml.safe_load(SOUND[QUIZ])
OPTIONAL = {"hints", "cost", "feedback_again", "extra", "wrong", "sentence"}
"""Keys that a question can do without; `points` is needed here, for the hint costs one."""
# What an author, or a program that writes YAML, puts where something else belongs.
WRONG: tuple[Any, ...] = (
    *("", " ", "x", "(to write)", "___", "__ ____ ___", "[a](b.md)", "no", 0, -1, 1.1, 10**20),
    *(True, None, [], {}, [[]], [{}], ["a"], {"text": "a"}, [{"text": "a", "feedback": "b"}]),
    *({"id": "a"}, [None], ["a", "a", "a"], "single", "spot", "rewrite", "is-soon-a-time"),
)


def ways(data: Any, way: Way = ()) -> Iterator[Way]:
    """Yield the way to every value."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield (*way, key)
        if isinstance(value, dict | list):
            yield from ways(value, (*way, key))


WAYS = list(ways(DATA))


def with_change(way: Way, *value: Any) -> bytes:
    """Return the quiz with one value replaced; without a value, it is deleted."""
    data = copy.deepcopy(DATA)
    block: Any = data
    for step in way[:-1]:
        block = block[step]
    if value:
        block[way[-1]] = value[0]
    else:
        del block[way[-1]]
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True).encode()


@pytest.fixture(scope="module")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fault_cases.write(SOUND, tmp_path_factory.mktemp("every-kind"))


def shown(root: Path) -> str:
    """Return the module's page as a live preview makes it, faults or not."""
    library, problems = inspect(root)
    text = (root / "docs/connect/greeting.md").read_text(encoding="utf-8").split("---\n", 2)[-1]
    renderer = Renderer(library, problems)
    return "\n".join(renderer.page("connect/greeting.md", text.split("\n"), str))


def test_without_any_value_that_is_needed_a_quiz_has_a_fault(every_kind: Path) -> None:
    unnoticed = set()
    for way in (way for way in WAYS if isinstance(way[-1], str)):
        with changed(every_kind, {QUIZ: with_change(way)}):
            if not assert_places_lie_in_their_files(every_kind):
                unnoticed.add(way[-1])
            shown(every_kind)
    # In `multiple` and in a transcript, the last thing right need not be the only one.
    assert unnoticed - {"correct"} == OPTIONAL


@settings(max_examples=EXAMPLES * 3)
@given(way=st.sampled_from(WAYS), value=st.sampled_from(WRONG) | st.sampled_from(WAYS))
def test_any_other_value_in_a_quiz_is_told_or_shown(every_kind: Path, way: Way, value: Any) -> None:
    if isinstance(value, tuple):  # another value of the same quiz
        found: Any = DATA
        for step in value:
            found = found[step]
        value = found
    with changed(every_kind, {QUIZ: with_change(way, value)}):
        assert_places_lie_in_their_files(every_kind)
        shown(every_kind)
