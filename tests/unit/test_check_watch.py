"""`unruffled check`: what it reuses, and how it watches for an editor."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path
from queue import Queue
from typing import Any

import pytest
from commands import call, mistake

import fault_cases
from support import ROOT
from unruffled.cli.check import watch_for_changes as watch
from unruffled.keeping import Kept
from unruffled.model.library import Library
from unruffled.problems import errors
from unruffled.project import inspect

DEADLINE = 120


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return fault_cases.write(fault_cases.base(), tmp_path)


def test_one_line_says_what_was_reused(root: Path) -> None:
    first, second = call(root, "check"), call(root, "check")
    assert re.search(r"^Reused 0 of (\d+) rules\.$", first.stderr, re.MULTILINE)
    assert re.search(r"^Reused (\d+) of \1 rules\.$", second.stderr, re.MULTILINE)
    assert first.stdout == second.stdout


def test_what_is_kept_is_said_again(root: Path) -> None:
    mistake(root)
    first, second = call(root, "check"), call(root, "check")
    assert first.exit_code == second.exit_code == 1
    assert "quizzes/greeting.yml:4:1" in first.stdout
    assert first.stdout == second.stdout


def test_no_cache_reuses_and_keeps_nothing(root: Path) -> None:
    said = call(root, "check", "--no-cache").stderr
    assert "Nothing was reused" in said
    assert not (root / ".cache").exists()


def test_a_change_while_a_check_runs_is_found_by_the_next(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[int] = []

    def asked(kept: Kept | None) -> tuple[Library, int]:
        library, problems = inspect(root, kept=kept)
        found.append(len(errors(problems)))
        if len(found) == 2:
            raise KeyboardInterrupt
        mistake(root)  # the check has read the files by now
        return library, 0

    def waited(_: float) -> None:
        raise AssertionError("it waits, though a file has changed")

    monkeypatch.setattr("unruffled.watching.time.sleep", waited)
    with pytest.raises(KeyboardInterrupt):
        watch(root, asked, Kept())
    assert found == [0, 1]


def matcher() -> Any:
    tasks = json.loads((ROOT / ".vscode/tasks.json").read_text("utf-8"))["tasks"]
    found: dict[str, str] = next(each for each in tasks if "--watch" in each["command"])[
        "problemMatcher"
    ]
    return found


def test_a_watching_check_tells_an_editor_of_each_change(root: Path) -> None:
    """As the task of .vscode/tasks.json runs it, read by its own patterns."""
    wanted = matcher()
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "unruffled", "check", "--watch", "--format", "lines"],
        cwd=root,
        env=os.environ | {"PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    lines: Queue[str] = Queue()
    assert process.stdout

    def read() -> None:
        for each in process.stdout or ():
            lines.put(each)

    reader = threading.Thread(target=read)
    reader.start()

    def said() -> list[str]:
        """Return the lines of one check, from where it begins to where it ends."""
        found = [lines.get(timeout=DEADLINE)]
        assert re.search(wanted["background"]["beginsPattern"], found[0])
        while not re.search(wanted["background"]["endsPattern"], found[-1]):
            found.append(lines.get(timeout=DEADLINE))
        return found

    def problems() -> list[tuple[str, ...]]:
        pattern = wanted["pattern"]["regexp"]
        return [found.groups() for each in said() if (found := re.match(pattern, each))]

    try:
        assert problems() == []
        mistake(root)
        assert [(path, line, level) for path, line, _, level, *_ in problems()] == [
            ("quizzes/greeting.yml", "4", "error")
        ]
        file = root / "quizzes/greeting.yml"
        file.write_text(file.read_text("utf-8").replace("passmark", "pass_mark"), "utf-8")
        assert problems() == []
    finally:
        process.terminate()
        process.wait(DEADLINE)
        reader.join(DEADLINE)
        process.stdout.close()
