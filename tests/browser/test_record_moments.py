"""The record at bad moments: two tabs at once, closed in the middle, the clock put back."""

from __future__ import annotations

import contextlib

import pytest
from playwright.sync_api import Error
from record_helpers import (
    FULL,
    again,
    answer,
    asked,
    attempt,
    bare,
    call,
    entry,
    log,
    record,
    until_written,
    views,
    window,
)

__all__ = ["bare", "window"]  # fixtures


# --- Two tabs -----------------------------------------------------------------------------------


def test_two_tabs_at_once_lose_nothing_and_hear_of_each_other(window):
    one = window()
    two = window(context=one.context)
    start = """window.heard = 0;
    onchange(() => (window.heard += 1));
    window.start = async name => {
      for (let n = 0; n < 50; n += 1) await append([{ ...argument, run: name + n }]);
    };"""
    for page in (one, two):
        call(page, start, attempt(share=0.5))
    for page, name in ((one, "a"), (two, "b")):
        page.evaluate("name => void (window.done = window.start(name))", name)
    for page in (one, two):
        page.evaluate("window.done")
    runs = [each["run"] for each in record(one)["entries"]]
    assert sorted(runs) == sorted(f"{name}{n}" for name in "ab" for n in range(50))
    for name in "ab":
        assert [run for run in runs if run[0] == name] == [f"{name}{n}" for n in range(50)]
    assert views(two)["z/q1"]["n"] == 100
    stamps = [each["at"] for each in record(two)["entries"]]
    assert len(set(stamps)) == 100
    two.wait_for_function("window.heard >= 100")


def test_what_a_tab_erases_another_forgets_as_well(window):
    one = window()
    answer(one, attempt("before"))
    two = window(FULL, one.context)
    answer(two, attempt("waiting"))
    call(one, "await erase()")
    until_written(two)
    two.evaluate("window.full = false")
    answer(two, attempt("after"))
    assert asked(one) == ["after"]


def test_a_tab_makes_way_for_a_later_version_of_the_database(window):
    one = window()
    answer(one, attempt())
    two = window(context=one.context)
    call(two, "(await raw(70)).close()", modules="log")
    assert answer(one, attempt("q2"))["kept"]
    assert asked(two) == ["q1", "q2"]


def test_a_listener_that_stops_hears_no_more(window):
    page = window()
    body = """let heard = 0;
    const stop = onchange(() => (heard += 1));
    await append([argument]);
    stop();
    await append([argument]);
    return heard"""
    assert call(page, body, attempt()) == 1


# --- Closed in the middle -----------------------------------------------------------------------

SEND = """async ([core, entry]) => {
  const { append } = await import(core);
  append([entry]);
}"""
SEND_AND_LEAVE = """async ([core, entry]) => {
  const { append } = await import(core);
  append([entry]);
  location.href = "other.html";
}"""
STORE = "/handbook/assets/unruffled/browser/core/store.js"


@pytest.mark.parametrize("visited", [False, True], ids=["first-visit", "visited-before"])
def test_an_answer_outlives_a_page_that_is_closed_at_once(window, visited):
    page = window()
    if visited:
        answer(page, attempt("before"))
    page.evaluate(SEND, [STORE, attempt("last")])
    page = again(page)
    assert "z/last" in views(page)
    answer(page, attempt("next"))
    assert asked(page).count("last") == 1


def test_an_answer_outlives_a_page_that_is_left_at_once(window):
    page = window()
    answer(page, attempt("before"))
    # The page may be gone before it can answer the one who sent it away.
    with page.expect_navigation(url="**/other.html"), contextlib.suppress(Error):
        page.evaluate(SEND_AND_LEAVE, [STORE, attempt("last")])
    assert set(views(page)) == {"z/before", "z/last"}


def test_a_transaction_that_was_cut_off_leaves_log_and_views_in_step(window):
    page = window()
    answer(page, attempt("before"))
    context = page.context
    page.evaluate("""() => {
      const request = indexedDB.open("unruffled /handbook/");
      request.onsuccess = () => {
        const transaction = request.result.transaction(["log", "questions"], "readwrite");
        const more = n => {
          const log = transaction.objectStore("log");
          log.put({ id: `half${n}` }).onsuccess = () => more(n + 1);
          window.open = true;
        };
        more(0);
      };
    }""")
    page.wait_for_function("window.open === true")
    page.close()
    page = window(context=context)
    assert answer(page, attempt("after"))["kept"]
    assert [each["question"] for each in log(page)] == ["before", "after"] or asked(page) == [
        "before",
        "after",
    ]
    assert len(log(page)) == 2
    assert set(views(page)) == {"z/before", "z/after"}


# --- Clock --------------------------------------------------------------------------------------


def test_a_clock_that_was_moved_back_changes_no_order(window):
    page = window()
    page.clock.set_fixed_time("2026-05-02T10:00:00")
    answer(page, attempt(share=0))
    page = again(page)
    page.clock.set_fixed_time("2026-05-01T10:00:00")
    answer(page, attempt(share=0.5))
    answer(page, attempt(share=1))
    assert [each["share"] for each in record(page)["entries"]] == [0, 0.5, 1]
    assert views(page)["z/q1"]["last"] == 1
    call(page, "await change('questions', questions => questions.clear())")
    assert views(page)["z/q1"]["last"] == 1
    # The time itself stays what the clock said.
    assert record(page)["entries"][1]["t"] < record(page)["entries"][0]["t"]


def test_a_stamp_from_the_far_future_leaves_room_for_those_that_follow(window):
    page = window()
    assert call(page, "return add([argument])", entry("a", at=9 * 10**15, t=1))["added"] == 1
    for share in (0, 0.5):
        answer(page, attempt("q2", share=share))
    found = record(page)
    assert found["unreadable"] == []
    assert views(page)["z/q2"]["last"] == 0.5
