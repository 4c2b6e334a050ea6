from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support import ROOT
from unruffled.model.library import Library
from unruffled.problems import Problem
from unruffled.project import inspect, load

QUIZ = "quizzes/greeting.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests" / "faults" / "base", tmp_path, dirs_exist_ok=True)
    return tmp_path


def inspect_with(root: Path, path: str, content: bytes) -> tuple[Library, list[Problem]]:
    (root / path).write_bytes(content)
    return inspect(root)


def places(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(each.code, str(each.place)) for each in problems]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
def test_places_do_not_depend_on_line_ends_or_a_byte_order_mark(
    root: Path, end: bytes, mark: bytes
) -> None:
    text = (root / QUIZ).read_bytes().replace(b"title: Greet", "titel: é".encode())
    _, problems = inspect_with(root, QUIZ, mark + text.replace(b"\n", end))
    assert places(problems) == [("KY101", f"{QUIZ}:2:1")]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
def test_a_byte_that_is_not_utf_8_is_found_by_character(
    root: Path, end: bytes, mark: bytes
) -> None:
    text = (
        (root / QUIZ)
        .read_bytes()
        .replace(b"title: Greet", "title: éé\udcff".encode("utf-8", "surrogateescape"))
    )
    _, problems = inspect_with(root, QUIZ, mark + text.replace(b"\n", end))
    assert places(problems) == [("YA106", f"{QUIZ}:2:10")]
    assert "0xff" in problems[0].cause


def test_a_page_with_windows_line_ends_is_read_like_any_other(root: Path) -> None:
    path = "docs/connect/greeting.md"
    text = (root / path).read_bytes()
    _, problems = inspect_with(root, path, text.replace(b"\n", b"\r\n"))
    assert problems == []


def test_the_sound_parts_of_a_file_with_faults_are_kept(root: Path) -> None:
    text = (root / QUIZ).read_bytes().replace(b"feedback: A time.", b"feedbak: A time.")
    library, _ = inspect_with(root, QUIZ, text)
    ids = [question.id for question in library.quizzes["greeting"].questions]
    assert ids == ["which-hello", "is-soon-a-time"]
    assert library.partial == {QUIZ}


def test_an_organisation_adds_gaps_and_changes_the_words_of_others(root: Path) -> None:
    with (root / "organisation.yml").open("a", encoding="utf-8") as file:
        file.write("gaps:\n  - {id: day, label: visiting day, hint: Monday or Friday}\n")
    library, problems = load(root)
    assert problems == []
    assert library.gaps["day"].label == "visiting day"
    assert library.gaps["duration"].label == "duration"
    branch = library.gaps["branch"]  # of `placeholders`, the older form
    assert (branch.label, branch.lasts) == ("branch", "call")
    assert branch.hint == "the name of the customer's branch"


def test_a_folder_without_content_is_no_fault(tmp_path: Path) -> None:
    library, problems = inspect(tmp_path)
    assert problems == []
    assert library.quizzes == {}


def test_a_page_that_is_not_utf_8_is_checked_all_the_same(root: Path) -> None:
    path = "docs/connect/greeting.md"
    text = (root / path).read_bytes().replace(b"too fast.", b"too fast \xe9.")
    text = text.replace(b"](../index.md)", b"](../home.md)")
    _, problems = inspect_with(root, path, text)
    assert [each.code for each in problems] == ["LK101", "YA106"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("quizzes/more.YML", "quizzes/more.yml"),
        ("quizzes/more.yml.txt", "quizzes/more.yml"),
        ("quizzes/part/more.txt", "quizzes/part/more.yml"),
        ("phrases/more", "phrases/more.yml"),
        ("docs/more.MD", "docs/more.md"),
        ("docs/part/more.md.txt", "docs/part/more.md"),
        ("references.yml.txt", "references.yml"),
        ("Vocabulary.yml", "vocabulary.yml"),
    ],
)
def test_a_file_with_the_wrong_ending_is_named_with_the_right_one(
    tmp_path: Path, name: str, meant: str
) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("text", encoding="utf-8")
    _, problems = inspect(tmp_path)
    assert [(each.code, each.place.path) for each in problems] == [("ST106", name)]
    assert problems[0].cure == f"rename it to {meant}"


@pytest.mark.parametrize(
    "name",
    ["quizzes/README.md", "quizzes/.keep", "docs/robots.txt", "docs/assets/a.MD", "notes.txt"],
)
def test_a_file_that_is_no_content_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("text", encoding="utf-8")
    assert inspect(tmp_path)[1] == []


def test_a_copy_of_a_quiz_is_one_fault_whose_cure_is_another_name(root: Path) -> None:
    text = (root / QUIZ).read_bytes()
    _, problems = inspect_with(root, "quizzes/greeting - Copy.yml", text)
    assert [each.code for each in problems] == ["QZ101"]
    assert problems[0].cure.startswith("rename the file")


def test_a_comment_of_its_own_line_or_behind_quotes_is_no_fault(root: Path) -> None:
    text = (root / QUIZ).read_bytes()
    text = text.replace(b"text: Her name", b'# first\n      - text: "Her name"  # the right one', 1)
    text = text.replace(b"      - # first", b"      # first", 1)
    assert inspect_with(root, QUIZ, text)[1] == []


def test_an_invisible_character_in_a_key_is_named(root: Path) -> None:
    text = (root / QUIZ).read_bytes().replace(b"title: Greet", "ti\u200btle: Greet".encode())
    _, problems = inspect_with(root, QUIZ, text)
    assert [each.code for each in problems] == ["KY101"]
    assert "0x200b" in problems[0].cause
