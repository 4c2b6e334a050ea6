"""`unruffled play`: a conversation in the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from commands import call

from real import read
from unruffled.cli import main


def played(small: Path, typed: str) -> str:
    """Play a conversation in the terminal with these keys; return what it says."""
    done = CliRunner().invoke(main, ["--root", str(small), "play", "late"], input=typed)
    assert done.exit_code == 0
    return done.output


@pytest.mark.parametrize("typed", ["9", "0", "b", "what?"])
def test_in_the_terminal_a_slip_of_the_finger_is_told_and_no_end(small: Path, typed: str) -> None:
    assert played(small, f"{typed}\nq\n").count("Type a number from 1 to 2") == 1


def test_in_the_terminal_a_reply_is_taken_back(small: Path) -> None:
    assert played(small, "1\nb\nq\n").count("Where is it?") == 2


def test_the_terminal_lists_what_can_be_played(root: Path) -> None:
    listed = call(root, "play").output.splitlines()
    assert [line.split()[0] for line in listed] == sorted(read(root)[0].scenarios)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lata"], 'there is no scenario "lata"'),
        (["late", "--route", "1,9"], 'names the reply "9" where there are 2'),
        (["late", "--route", "x"], 'names the reply "x"'),
    ],
)
def test_what_cannot_be_played_is_said(small: Path, arguments: list[str], said: str) -> None:
    played = call(small, "play", *arguments)
    assert played.exit_code == 1
    assert said in played.output


def test_a_conversation_with_a_fault_is_not_played(small: Path) -> None:
    file = small / "scenarios/late.yml"
    file.write_text(file.read_text("utf-8").replace("next: wall", "next: wal", 1), "utf-8")
    played = call(small, "play", "late")
    assert played.exit_code == 1
    assert "has faults" in played.output
