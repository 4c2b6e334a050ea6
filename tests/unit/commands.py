"""The commands of `unruffled`, called as in a terminal, and what they leave behind."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from real import read
from unruffled.cli import main

MODULE = "connect/active-listening.md"


def call(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def faults(root: Path) -> dict[str, list[str]]:
    """Return the places of all faults by their code; notes are left out."""
    found: dict[str, list[str]] = {}
    for each in read(root)[1]:
        if each.severity == "error":
            found.setdefault(each.code, []).append(each.place.path)
    return found


def files(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.glob("**/*") if path.is_file()}


def mistake(small: Path) -> None:
    """Put one fault into the small project: an unknown key on the fourth line of its quiz."""
    file = small / "quizzes" / "greeting.yml"
    file.write_text(file.read_text("utf-8").replace("pass_mark", "passmark"), "utf-8")
