from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from unruffled.cli import main, progress
from unruffled.cli.progress import Bar
from unruffled.publishing.digests import write_digests
from unruffled.steps import counted, listening


def drawn(times: list[float], *steps: tuple[int, int]) -> str:
    """Return what a bar writes that is told steps at these times; the first is when it begins."""
    terminal, clock = io.StringIO(), iter(times)
    bar = Bar(terminal, lambda: next(clock))
    for done, total in steps:
        bar("Reading pages", done, total)
    return terminal.getvalue()


def test_short_work_shows_nothing() -> None:
    assert drawn([0, 0.1, 0.5, 0.9], (0, 2), (1, 2), (2, 2)) == ""


def test_long_work_shows_a_bar_that_leaves_nothing_behind() -> None:
    text = drawn([0, 0.1, 1.5, 1.55, 9], (0, 4), (1, 4), (2, 4), (4, 4))
    lines = text.split("\r")
    assert lines[1] == f"Reading pages [{'#' * 6}{' ' * 18}] 1/4"
    assert lines[2].strip() == ""  # not so soon again; then all is done
    assert len(lines[2]) == len(lines[1])
    assert lines[3] == ""
    assert text.isascii()


def test_work_is_the_same_whether_somebody_listens_or_not() -> None:
    told: list[tuple[str, int, int]] = []
    assert list(counted("ab", "Spelling")) == ["a", "b"]
    with listening(lambda *each: told.append(each)):
        assert list(counted("ab", "Spelling")) == ["a", "b"]
        assert list(counted("", "Nothing")) == []
    assert told == [("Spelling", 0, 2), ("Spelling", 1, 2), ("Spelling", 2, 2), ("Nothing", 0, 0)]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for number in range(3):
        (tmp_path / f"{number}.html").write_text(str(number), encoding="utf-8")
    write_digests(tmp_path)
    return tmp_path


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("ci", "shows"), [("", True), ("true", False)])
def test_a_bar_is_for_people_at_a_terminal(
    monkeypatch: pytest.MonkeyPatch, ci: str, shows: bool
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert progress.is_shown() is shows
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert not progress.is_shown()


def test_a_command_shows_its_steps_there_and_nothing_in_a_pipe(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "SOON", -1)
    monkeypatch.setattr(progress, "OFTEN", -1)
    asked = ["verify", str(site)]
    assert CliRunner().invoke(main, asked).stderr == ""
    monkeypatch.setattr(progress, "is_shown", lambda: True)
    done = CliRunner().invoke(main, asked)
    assert "Comparing files [########                ] 1/3" in done.stderr
    assert done.stderr.endswith(" \r")
    assert "all 3 files" in done.stdout


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, "there is no room left for it"), (errno.EACCES, "you have no right to")],
)
def test_what_the_system_refuses_is_a_sentence_in_every_command(
    site: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    def refuse(_: Path) -> list[str]:
        raise OSError(number, os.strerror(number), "some/file")

    monkeypatch.setattr(sys.modules["unruffled.cli.verify"], "files_of", refuse)
    done = CliRunner().invoke(main, ["verify", str(site)])
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: some/file could not be written")
    assert told in done.stderr
