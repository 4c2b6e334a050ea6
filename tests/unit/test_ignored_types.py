"""Nothing is kept from the type checker without saying why."""

from __future__ import annotations

import io
import re
import tokenize

import pytest

from support import ROOT

FOLDERS = ("hooks", "tests", ".ci")
_IGNORED = re.compile(r"#\s*type:\s*ignore\[[a-z, -]+\](?P<behind>.*)")


def unexplained(source: str) -> list[int]:
    """Return the lines that ignore an error without words behind it or in a comment above."""
    comments = {
        token.start[0]: token
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    }
    found = []
    for line, token in comments.items():
        if not re.match(r"#\s*type:\s*ignore", token.string):
            continue
        ignored = _IGNORED.fullmatch(token.string)
        above = comments.get(line - 1)
        told = above is not None and not above.line[: above.start[1]].strip()
        if ignored is None or not (told or re.search(r"\w", ignored["behind"])):
            found.append(line)
    return found


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("x = f()  # type: ignore[index]\n", [1]),
        ("y = 1  # a number\nx = f()  # type: ignore[index]\n", [2]),
        ("x = f()  # type: ignore  # it is there\n", [1]),
        ("x = f()  # type: ignore[index]  # it is there\n", []),
        ("# It is there.\nx = f()  # type: ignore[index]\n", []),
        ('x = "# type: ignore"\n', []),
    ],
)
def test_a_reason_stands_behind_or_above(source: str, lines: list[int]) -> None:
    assert unexplained(source) == lines


def test_an_ignored_error_has_its_code_and_its_reason() -> None:
    files = [file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.py"))]
    found = {
        f"{file.relative_to(ROOT)}:{line}"
        for file in files
        if "type: ignore" in (source := file.read_text(encoding="utf-8"))
        for line in unexplained(source)
    }
    assert found == set()
