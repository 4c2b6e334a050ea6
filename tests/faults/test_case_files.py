"""The form of the case files: what it can hold, and what is told of a file that is not in it."""

from __future__ import annotations

from pathlib import Path

import pytest

import fault_cases
from case_form import MalformedError
from fault_cases import Folder, parsed
from unruffled.project import inspect

HEAD = "What an author did.\n\n-- expect --\nnothing\n"
QUIZ = "-- change quizzes/greeting.yml --\n"
MALFORMED = {
    "": "case.txt:1: says not what it is about",
    "\n-- expect --\nnothing\n-- remove rubric.yml --\n": "1: says not what it is about",
    "About.\n-- remove rubric.yml --\n": "1: expects neither problems nor `nothing`",
    f"{HEAD}-- expect --\nnothing\n": "5: there are two sections `-- expect --`",
    "About.\n-- expect --\n-- remove rubric.yml --\n": "2: expects neither problems nor `nothing`",
    "About.\n-- expect --\nYA101\n": "3: write `path:line:column CODE words`",
    "About.\n-- expect --\nnothing\na.yml:1:1 YA101\n": "3: write `path:line:column CODE words`",
    HEAD: "1: does nothing to the base",
    f"{HEAD}-- move a.yml --\n": "5: is no marker: write one of expect, run, file, change",
    f"{HEAD}-- a.yml --\n": "5: is no marker",
    f"{HEAD}-- remove --\n": "5: has a path too many or too few",
    f"{HEAD}-- run a.yml --\n": "5: has a path too many or too few",
    f"{HEAD}-- run --\nplay\n": "5: write `check --due DAY`",
    f"{HEAD}-- run --\ncheck\n-- run --\ncheck\n": "7: there are two sections `-- run --`",
    f"{HEAD}-- remove rubric.yml --\n-- remove rubric.yml --\n": "6: rubric.yml is there twice",
    f"{HEAD}-- remove gone.yml --\n": "5: leaves gone.yml as it is in the base",
    f"{HEAD}-- remove rubric.yml --\n\n": "6: has no place below `remove`",
    f"{HEAD}-- file ../a.yml --\n": "5: ../a.yml is no path within the project",
    f"{HEAD}-- file /a.yml --\n": "5: /a.yml is no path within the project",
    f"{HEAD}-- copy rubric.yml to ../a.yml --\n": "5: ../a.yml is no path within the project",
    f"{HEAD}-- copy rubric.yml --\n": "5: copies to nowhere",
    f"{HEAD}-- copy gone.yml to a.yml --\n": "5: there is no gone.yml to begin with",
    f"{HEAD}-- change spare/letters/late.yml --\n": "5: there is no spare/letters/late.yml",
    f"{HEAD}-- change rubric.yml --\n": "5: leaves rubric.yml as it is in the base",
    f"{HEAD}{QUIZ}+a\n": "6: write `@ LINE`, and then lines with - or +",
    f"{HEAD}{QUIZ}@ 2\ntitle: Hi\n": "7: write `@ LINE`, and then lines with - or +",
    f"{HEAD}{QUIZ}@ two\n": "6: is no line from 1 to 36",
    f"{HEAD}{QUIZ}@ 0\n": "6: is no line from 1 to 36",
    f"{HEAD}{QUIZ}@ 37\n": "6: is no line from 1 to 36",
    f"{HEAD}{QUIZ}@ 3\n+a\n+b\n@ 4\n": "9: is no line from 5 to 38",
    f"{HEAD}{QUIZ}@ 2\n-title: Hello\n": r"7: the line to change is 'title: Greet\n'",
    f"{HEAD}{QUIZ}@ 36\n-a\n": "7: the line to change is ''",
    f"{HEAD}-- file a.yml (escaped) --\na\\d\n": r"6: has a \ that means nothing",
    f"{HEAD}-- file a.yml (cp1252) --\nя\n": "5: 'charmap' codec can't encode",
    f"{HEAD}-- file a.yml (cp1) --\na\n": "5: unknown encoding: cp1",
    f"{HEAD}-- file a.yml --\n\ta\n": r"6: nobody sees \u0009",
    f"{HEAD}-- file a.yml --\na\u00a0b\n": r"6: nobody sees \u00a0",
    f"{HEAD}-- file a.yml --\n\ufeffa\n": r"6: nobody sees \ufeff",
    f"{HEAD}-- file a.yml --\na \n": r"6: ends with a space: write \x20",
}


@pytest.mark.parametrize("text", MALFORMED)
def test_a_case_file_that_is_not_in_the_form_is_told_with_its_line(text: str) -> None:
    with pytest.raises(MalformedError) as told:
        parsed(text, "case.txt")
    assert MALFORMED[text] in str(told.value)


def test_nothing_lies_among_the_cases_that_no_test_reads() -> None:
    found = {each.name for each in (fault_cases.FAULTS / "cases").iterdir()}
    assert found == {f"{name}.txt" for name in fault_cases.NAMES}


def file_of(marker: str, *lines: str) -> bytes:
    text = "\n".join([*HEAD.splitlines(), f"-- file a.yml {marker}--", *lines, ""])
    return parsed(text, "case.txt").files["a.yml"]


def test_a_file_can_hold_any_bytes() -> None:
    line = "".join(f"\\x{byte:02x}" for byte in range(256))
    assert file_of("(latin-1, escaped) ", f"{line}\\") == bytes(range(256))


@pytest.mark.parametrize(
    ("marker", "lines", "content"),
    [
        ("", [], b""),
        ("", ["", "a", ""], b"\na\n\n"),
        ("(escaped) ", [r"a\r", r"\tb\x20", r"\\c\\"], b"a\r\n\tb \n\\c\\\n"),
        ("(escaped) ", [r"a, \ ".rstrip(), "b\\"], b"a, b"),
        ("(escaped) ", [r"\ufeffa"], b"\xef\xbb\xbfa\n"),
        ("(cp1252) ", ["ü"], b"\xfc\n"),
        ("(utf-16-le, escaped) ", [r"\ufeffü"], b"\xff\xfe\xfc\x00\n\x00"),
    ],
)
def test_a_file_can_hold_what_nobody_sees(marker: str, lines: list[str], content: bytes) -> None:
    assert file_of(marker, *lines) == content


def test_lines_of_the_base_are_changed_added_and_left_out() -> None:
    changes = "@ 1\n+a\n@ 3\n-criteria:\n@ 4\n-    label: Greets\n+b\n+c\n"
    files = parsed(f"{HEAD}-- change rubric.yml --\n{changes}", "case.txt").files
    assert files["rubric.yml"] == (
        b"a\nneeded: 3\n  - id: greets\nb\nc\n"
        b"    levels: [Not at all., At times., With the name., As a host.]\n"
    )
    assert {**files, "rubric.yml": b""} == {**fault_cases.base(), "rubric.yml": b""}


def test_a_folder_holds_one_project_after_another(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    for files in ({"a/b/c": b"1", "d": b"2"}, {"a/e": b"1", "d/f": b"2"}, {"a/b/c": b"3"}):
        folder.holding(files)
        found = {each.relative_to(tmp_path).as_posix() for each in tmp_path.rglob("*")}
        below = {str(each) for path in files for each in Path(path).parents if each.name}
        assert found == set(files) | below
        assert {path: (tmp_path / path).read_bytes() for path in files} == files


@pytest.mark.parametrize("source", sorted(fault_cases.spare()))
def test_a_spare_file_is_sound(source: str, tmp_path: Path) -> None:
    path = source.removeprefix("spare/")
    path = "quizzes/greeting.yml" if path.startswith("quizzes/") else path
    files = {**fault_cases.base(), path: fault_cases.spare()[source]}
    assert inspect(fault_cases.write(files, tmp_path))[1] == []
