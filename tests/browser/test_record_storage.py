"""The record where storage is full, or off, or late: nothing recorded is lost, nothing blocks."""

from __future__ import annotations

import pytest
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
    result,
    until_written,
    views,
    window,
)

__all__ = ["bare", "window"]  # fixtures
FULL_AT_THE_END = """
window.full = true;
const real = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (...all) {
  const transaction = real.apply(this, all);
  const error = new DOMException("no room", "QuotaExceededError");
  if (window.full) {
    Object.defineProperty(transaction, "error", { value: error });
    setTimeout(() => transaction.abort());
  }
  return transaction;
};
"""
NO_NOTES = """
Object.defineProperty(window, "localStorage", {
  get: () => { throw new DOMException("not here", "SecurityError"); } });
"""
OFF = {
    "missing": 'Object.defineProperty(window, "indexedDB", { value: undefined });',
    "forbidden": """Object.defineProperty(window, "indexedDB", {
        get: () => { throw new DOMException("not here", "SecurityError"); } });""",
    "throws": """IDBFactory.prototype.open = () => {
        throw new DOMException("not here", "SecurityError"); };""",
    "fails": """IDBFactory.prototype.open = () => {
        const request = { error: new DOMException("not here", "UnknownError") };
        setTimeout(() => request.onerror());
        return request; };""",
    "hangs": """IDBFactory.prototype.open = () => ({});
        const real = window.setTimeout;
        window.setTimeout = (work, time) => real(work, time === 3000 ? 0 : time);""",
}
REASONS = {"fails": "lost", "hangs": "slow"}
"""What is said of them; of the others, that the browser forbids it."""
LATE = """
const realOpen = (window.realOpen = IDBFactory.prototype.open), realTimeout = window.setTimeout;
window.setTimeout = (work, time, ...all) => realTimeout(work, time === 3000 ? 0 : time, ...all);
IDBFactory.prototype.open = function (...all) {
  const pretended = {};
  window.release = () => {
    const request = realOpen.apply(this, all);
    request.onsuccess = () => {
      pretended.result = request.result;
      pretended.onsuccess();
    };
  };
  return pretended;
};
"""


def test_an_answer_is_kept_with_its_view(window):
    page = window()
    assert answer(page, attempt(share=0.5), attempt("q2"))["kept"]
    page = again(page)
    assert asked(page) == ["q1", "q2"]
    assert [(view["n"], view["best"]) for view in views(page).values()] == [(1, 0.5), (1, 1)]
    assert call(page, "return state()") == "kept"


def test_a_result_is_kept_beside_the_views(window):
    page = window()
    answer(page, attempt(), result(percent=90))
    page = again(page)
    assert [each["percent"] for each in call(page, "return results()")] == [90]
    assert list(views(page)) == ["z/q1"]


def test_an_entry_with_a_known_id_is_added_once(window):
    page = window()
    for _ in range(2):
        assert answer(page, entry("a"))["kept"]
    assert [each["id"] for each in log(page)] == ["a"]
    assert views(page)["z/q1"]["n"] == 1


def test_answers_given_while_the_database_opens_are_kept_in_order(window):
    page = window()
    body = "await Promise.all(argument.map(each => append([each])))"
    call(page, body, [attempt(f"q{n}") for n in range(5)], "store")
    assert asked(again(page)) == [f"q{n}" for n in range(5)]


def test_drafts_are_kept_until_forgotten(window):
    page = window()
    call(page, 'await saveDraft("test", { left: 60 })')
    page = again(page)
    assert call(page, 'return draft("test")') == {"left": 60}
    call(page, 'await saveDraft("test", null)')
    assert call(page, 'return (await draft("test")) ?? "none"') == "none"


# --- Storage full -------------------------------------------------------------------------------


@pytest.mark.parametrize("setup", [FULL, FULL_AT_THE_END], ids=["writing", "ending"])
def test_full_storage_keeps_answers_in_the_page_and_stores_them_once_there_is_room(window, setup):
    page = window()
    answer(page, attempt("before"))
    page = window(setup, page.context)
    assert answer(page, attempt("first"), result()) == {"kept": False, "reason": "full"}
    assert answer(page, attempt("second")) == {"kept": False, "reason": "full"}
    assert call(page, "return state()") == "full"
    assert {"z/first", "z/second"} <= set(views(page))
    assert len(call(page, "return results()")) == 1
    page.evaluate("window.full = false")
    assert answer(page, attempt("third")) == {"kept": True, "reason": "kept"}
    assert [each.get("question", "result") for each in record(page)["entries"]] == [
        "before",
        "first",
        "result",
        "second",
        "third",
    ]
    assert len(log(page)) == 5
    assert views(page)["z/first"]["n"] == 1


def test_a_quota_of_the_browser_is_survived(window):
    """What is too long for the room there is does not keep out what is short."""
    page = window()
    quota = page.context.new_cdp_session(page)
    origin = {"origin": page.evaluate("origin")}
    quota.send("Storage.overrideQuotaForOrigin", origin | {"quotaSize": 500_000})
    assert answer(page, attempt("before"))["kept"]
    long = attempt("long", response="long " * 200_000)
    assert answer(page, long) == {"kept": False, "reason": "full"}
    assert set(views(page)) == {"z/before", "z/long"}
    assert answer(page, attempt("after"))["kept"]
    assert [each["question"] for each in log(page)].count("long") == 0
    assert asked(page) == ["before", "long", "after"]


def test_an_answer_that_finds_no_room_is_stored_from_the_next_page(window):
    page = window()
    answer(page, attempt("before"))
    page = window(FULL, page.context)
    answer(page, attempt("waiting"))
    page.evaluate("window.full = false")
    page.goto("other.html")
    page.evaluate("window.full = false")
    assert set(views(page)) == {"z/before", "z/waiting"}
    answer(page, attempt("after"))
    assert [each["question"] for each in sorted(log(page), key=lambda each: each["at"])] == [
        "before",
        "waiting",
        "after",
    ]


# --- Storage off --------------------------------------------------------------------------------


@pytest.mark.parametrize("notes", ["", NO_NOTES], ids=["", "nor-notes"])
@pytest.mark.parametrize("kind", OFF)
def test_without_storage_answers_are_seen_until_the_page_is_left(window, kind, notes):
    page = window(OFF[kind] + notes)
    reason = REASONS.get(kind, "off")
    assert answer(page, attempt(share=0.5), result()) == {"kept": False, "reason": reason}
    assert call(page, "return state()") == reason
    assert views(page)["z/q1"]["best"] == 0.5
    assert len(call(page, "return results()")) == 1
    assert asked(page)[0] == "q1"
    call(page, 'await saveDraft("test", 1)')
    assert call(page, 'return draft("test")') == 1
    assert call(page, "return add([argument])", entry("a"))["reason"] == reason
    assert call(page, "return erase()") == {"kept": False, "reason": reason}
    assert views(page) == {}
    assert call(page, 'return (await draft("test")) ?? "none"') == "none"
    page.goto("other.html")


def test_what_could_not_be_stored_waits_for_a_page_that_can(window):
    page = window("if (!location.pathname.endsWith('other.html')) {" + OFF["throws"] + "}")
    answer(page, attempt("waiting"))
    page.goto("other.html")
    assert set(views(page)) == {"z/waiting"}
    answer(page, attempt("after"))
    assert [each["question"] for each in log(page)].count("waiting") == 1
    assert page.evaluate("localStorage.length") == 0


def test_a_draft_that_could_not_be_stored_is_there_on_the_next_page(window):
    page = window("if (!location.pathname.endsWith('other.html')) {" + OFF["throws"] + "}")
    for left in (60, 50):
        call(page, 'void saveDraft("test", { left: argument })', left)
    page.goto("other.html")
    assert call(page, 'return draft("test")') == {"left": 50}
    until_written(page)
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    assert call(page, 'return draft("test")') == {"left": 50}


def test_storage_that_could_not_be_opened_is_tried_again(window):
    page = window(f"window.realOpen = IDBFactory.prototype.open; {OFF['throws']}")
    assert not answer(page, attempt("waiting"))["kept"]
    page.evaluate("void (IDBFactory.prototype.open = realOpen)")
    assert answer(page, attempt("after"))["kept"]
    assert sorted(each["question"] for each in log(page)) == ["after", "waiting"]


def test_storage_that_opens_too_late_gets_what_waits(window):
    page = window(LATE)
    assert not answer(page, attempt())["kept"]
    page.evaluate("IDBFactory.prototype.open = realOpen; release()")
    until_written(page)
    assert [each["question"] for each in log(page)] == ["q1"]
