"""Own files made from those below them: what they were made from, and what changed there since."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import call

from overlay_project import SOUND, installed, own, package, write
from unruffled.project import inspect
from unruffled.upgrading import news

__all__ = ["installed"]

QUIZ = "quizzes/greeting.yml"
CHANGES = """\
# Changes

## 2.0.0

### For agents

- A new card.

### For organisations

- A new slot: `parking`.

## 1.0.0

### For agents

- The first version.
"""


@pytest.fixture
def root(tmp_path: Path, installed: Path) -> Path:
    """A handbook on version 1.0.0 of a package."""
    package(installed, "1.0.0")
    return own(tmp_path / "own", "small-handbook")


def codes(root: Path) -> list[tuple[str, str]]:
    return [(each.code, each.place.path) for each in inspect(root)[1] if each.code != "OR101"]


def upgraded(installed: Path, files: dict[str, str] | None = None) -> Path:
    """Install version 2.0.0 of the package in place of the first."""
    return write(package(installed, "2.0.0"), {"CHANGELOG.md": CHANGES} | (files or {}))


def changed() -> str:
    return (SOUND / QUIZ).read_text(encoding="utf-8").replace("title: ", "title: Newer ", 1)


def test_a_copy_is_the_file_below_and_is_no_fault(root: Path) -> None:
    done = call(root, "copy", QUIZ)
    assert (done.exit_code, done.output) == (0, f"{QUIZ}: copied from small-handbook 1.0.0\n")
    assert (root / QUIZ).read_bytes() == (SOUND / QUIZ).read_bytes()
    assert codes(root) == []


def test_an_own_file_is_never_overwritten(root: Path) -> None:
    write(root, {QUIZ: "mine"})
    done = call(root, "copy", QUIZ)
    assert done.exit_code == 1
    assert (root / QUIZ).read_text(encoding="utf-8") == "mine"


def test_a_file_that_is_not_there_is_refused_with_a_guess(root: Path) -> None:
    done = call(root, "copy", "quizzes/greting.yml")
    assert (done.exit_code, f'did you mean "{QUIZ}"?' in done.output) == (1, True)


def test_a_change_below_is_told_and_shown_until_it_is_looked_at(
    root: Path, installed: Path
) -> None:
    call(root, "copy", QUIZ)
    upgraded(installed, {QUIZ: changed()})
    assert codes(root) == [("HB128", QUIZ)]
    shown = call(root, "diff").output
    assert "--- small-handbook 1.0.0:quizzes/greeting.yml" in shown
    assert "+title: Newer" in shown
    done = call(root, "copy", "--looked", QUIZ)
    assert done.output == f"{QUIZ}: noted for small-handbook 2.0.0\n"
    assert codes(root) == []
    assert call(root, "diff").output == "nothing has changed\n"
    assert "-title: Newer" in call(root, "diff", "--own", QUIZ).output


def test_a_file_that_is_gone_below_is_told(root: Path, installed: Path) -> None:
    call(root, "copy", "scenarios/late.yml")
    (upgraded(installed) / "scenarios/late.yml").unlink()
    assert codes(root) == [("HB129", "scenarios/late.yml")]


def test_other_line_ends_are_no_change(root: Path, installed: Path) -> None:
    call(root, "copy", QUIZ)
    below = upgraded(installed) / QUIZ
    below.write_bytes(below.read_bytes().replace(b"\n", b"\r\n"))
    assert codes(root) == []


def test_an_upgrade_says_what_changed_for_this_organisation(root: Path, installed: Path) -> None:
    call(root, "copy", QUIZ)
    call(root, "upgrade", "--done")
    assert "as when you last looked" in call(root, "upgrade").output
    handbook = (SOUND / "handbook.yml").read_text(encoding="utf-8")
    parking = handbook.replace("slots:\n", "slots:\n  - {id: parking, label: Parking}\n")
    below = upgraded(installed, {QUIZ: changed(), "handbook.yml": parking})
    phrases = below / "phrases/greeting.yml"
    first = inspect(SOUND)[0].phrases["greeting"].phrases[0].id
    phrases.write_text(
        phrases.read_text(encoding="utf-8").replace(f"id: {first}", "id: another"), "utf-8"
    )
    (below / "scenarios/late.yml").unlink()
    said = call(root, "upgrade").output
    assert said.startswith("From 1.0.0 to 2.0.0:\n")
    for title, name in {
        "Your copies whose originals have changed": QUIZ,
        "New slots": "parking",
        "Files that are gone": "scenarios/late.yml",
        "Phrases and questions that are gone": f"greeting/{first}",
    }.items():
        assert f"{title}" in said
        assert name in said.partition(title)[2].split("\n\n")[0]
    assert "What is new for organisations:\n- A new slot: `parking`." in said
    assert "The first version" not in said
    assert "agents" not in call(root, "upgrade", "--for", "organisations").output


def test_what_is_new_is_read_by_version_and_reader(tmp_path: Path) -> None:
    write(tmp_path, {"CHANGELOG.md": CHANGES})
    assert news(tmp_path, "1.0.0", "2.0.0")["agents"] == "- A new card.\n"
    assert news(tmp_path, "", "2.0.0")["agents"] == "- A new card.\n- The first version.\n"
    assert news(tmp_path, "2.0.0", "2.0.0") == {}


def test_damaged_notes_are_a_fault_and_no_traceback(root: Path) -> None:
    for text in ("{", "[]", '{"copies": {"a": 1}}', '{"copies": []}', "\x00"):
        write(root, {".base/notes.json": text})
        assert codes(root) == [("HB130", ".base/notes.json")], text
        assert "damaged" in call(root, "copy", QUIZ).output
        assert not (root / QUIZ).exists()


def test_notes_are_sorted_text_that_merges_line_by_line(root: Path) -> None:
    call(root, "copy", QUIZ)
    text = (root / ".base/notes.json").read_text(encoding="utf-8")
    assert json.loads(text)["copies"][QUIZ]["version"] == "1.0.0"
    assert text.count("\n") > 5


def test_without_a_base_these_commands_say_so(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": "site_name: x\n"})
    for command in (["copy", "a"], ["diff"], ["upgrade"]):
        done = call(tmp_path, *command)
        assert (done.exit_code, "built on no other one" in done.output) == (1, True)
