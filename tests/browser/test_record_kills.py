"""The short form of the log of kills and faults; `make soak` runs the long one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from record_helpers import attempt, bare, call, record, window

__all__ = ["bare", "window"]  # fixtures


SOAK = Path(__file__).parents[1] / "soak/record_soak.py"


def test_an_answer_that_was_acknowledged_outlives_kill_minus_9(tmp_path, bare):
    """In a process of its own: Playwright runs once in each."""
    done = subprocess.run(
        [sys.executable, str(SOAK), "--kills", "3", "--address", bare, "--folder", str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    log = json.loads(done.stdout.splitlines()[-1])
    assert log["kills"] == 3
    assert log["acknowledged"] >= 3
    assert log["lost"] == 0


def test_two_tabs_that_are_killed_by_turns_lose_nothing_acknowledged(window):
    """A tab that crashes in the middle of its answers keeps nothing from the other one."""
    one = window()
    two = window(context=one.context)
    body = """window.kept = [];
    window.go = (async () => {
      for (let n = 0; n < 60; n += 1) {
        const { kept } = await append([{ ...argument, id: argument.run + n }]);
        if (kept) window.kept.push(argument.run + n);
      }
    })()"""
    for page, name in ((one, "a"), (two, "b")):
        call(page, body, attempt(run=name))
    one.wait_for_function("window.kept.length >= 20")
    known = one.evaluate("window.kept")
    one.close()
    two.evaluate("window.go")
    ids = {each["id"] for each in record(two)["entries"]}
    assert {*known, *(f"b{n}" for n in range(60))} <= ids
