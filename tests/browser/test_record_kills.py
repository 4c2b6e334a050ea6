"""The short form of the log of kills and faults; `make soak` runs the long one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from record_helpers import (
    again,
    answer,
    asked,
    attempt,
    bare,
    call,
    entry,
    record,
    until_written,
    views,
    window,
)

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


EMPTIED = """const request = indexedDB.deleteDatabase("unruffled /handbook/");
  await new Promise((done, fail) => {
    request.onsuccess = done;
    request.onerror = request.onblocked = fail;
  });"""
"""What Chromium does at its start when it was killed while it wrote, and finds damage."""


def emptied(page):
    """Empty the database as the browser does between two visits; return a page opened after it."""
    context = page.context
    page.close()
    page = context.new_page()
    page.goto("assets/unruffled/browser/core/root.js")
    page.evaluate("async () => {" + EMPTIED + "}")
    page.close()
    page = context.new_page()
    page.goto("")
    return page


def test_a_database_that_the_browser_has_emptied_is_filled_from_the_copy(window):
    page = window()
    answer(page, attempt(share=0.5), attempt("q2"))
    call(page, "await add([argument])", entry("old", 1, question="q3"))
    call(page, "await saveDraft('test', { left: 60 })")
    page = emptied(page)
    assert asked(page) == ["q3", "q1", "q2"]
    assert views(page)["z/q1"]["best"] == 0.5
    assert call(page, "return draft('test')") == {"left": 60}
    answer(page, attempt("q4"))
    page = emptied(page)
    assert asked(page) == ["q3", "q1", "q2", "q4"]


def test_what_was_erased_does_not_come_back_from_the_copy(window):
    page = window()
    answer(page, attempt())
    call(page, "await saveDraft('test', 1)")
    assert call(page, "return erase()")["kept"]
    page = emptied(page)
    assert asked(page) == []
    assert call(page, "return (await draft('test')) ?? 'none'") == "none"
    answer(page, attempt("q2"))
    assert asked(emptied(page)) == ["q2"]


def test_a_record_from_before_the_copy_is_copied_with_the_next_answer(window):
    page = window(
        "Object.defineProperty(Navigator.prototype, 'storageBuckets', { value: undefined });"
    )
    answer(page, attempt(), attempt("q2"))
    other = page.context.browser.new_context(
        base_url=page.url, storage_state=page.context.storage_state(indexed_db=True)
    )
    page = other.new_page()
    page.goto("")
    answer(page, attempt("q3"))
    assert asked(emptied(page)) == ["q1", "q2", "q3"]
    other.close()


def test_a_copy_that_does_not_answer_holds_nothing_up(window):
    page = window("""
      const buckets = { open: () => new Promise(() => {}) };
      Object.defineProperty(Navigator.prototype, "storageBuckets", { value: buckets });
      const real = window.setTimeout;
      window.setTimeout = (work, time, ...all) => real(work, time === 2000 ? 50 : time, ...all);
    """)
    assert answer(page, attempt())["kept"]
    assert answer(page, attempt("q2"))["kept"]
    until_written(page)
    assert asked(again(page)) == ["q1", "q2"]
