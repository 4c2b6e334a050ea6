"""`unruffled play`: a conversation in the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from commands import call

from unruffled.cli import main
from unruffled.project import inspect


def played(root: Path, typed: str) -> str:
    """Play a conversation in the terminal with these keys; return what it says."""
    done = CliRunner().invoke(main, ["--root", str(root), "play", "late-parcel"], input=typed)
    assert done.exit_code == 0
    return done.output


@pytest.mark.parametrize("typed", ["9", "0", "b", "what?"])
def test_in_the_terminal_a_slip_of_the_finger_is_told_and_no_end(root: Path, typed: str) -> None:
    assert played(root, f"{typed}\nq\n").count("Type a number from 1 to 3") == 1


def test_in_the_terminal_a_reply_is_taken_back(root: Path) -> None:
    assert played(root, "1\nb\nq\n").count("Four days late, four") == 2


def test_the_terminal_lists_what_can_be_played(root: Path) -> None:
    listed = call(root, "play").output.splitlines()
    assert [line.split()[0] for line in listed] == sorted(inspect(root)[0].scenarios)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["late-parsel"], 'there is no scenario "late-parsel"'),
        (["late-parcel", "--route", "1,9"], 'names the reply "9" where there are 3'),
        (["late-parcel", "--route", "x"], 'names the reply "x"'),
    ],
)
def test_what_cannot_be_played_is_said(root: Path, arguments: list[str], said: str) -> None:
    played = call(root, "play", *arguments)
    assert played.exit_code == 1
    assert said in played.output


def test_a_conversation_with_a_fault_is_not_played(root: Path) -> None:
    file = root / "scenarios/late-parcel.yml"
    file.write_text(file.read_text("utf-8").replace("next: wall", "next: wal", 1), "utf-8")
    played = call(root, "play", "late-parcel")
    assert played.exit_code == 1
    assert "has faults" in played.output
