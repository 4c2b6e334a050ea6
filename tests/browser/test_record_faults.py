"""What may go wrong with storage in a real browser: nothing recorded is lost, nothing blocks."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Error, Page
from record_helpers import (
    Window,
    answer,
    asked,
    attempt,
    bare_site,
    call,
    entry,
    log,
    record,
    result,
    until_written,
    views,
    windows,
)

FULL = """
window.full = true;
for (const name of ["add", "put"]) {
  const real = IDBObjectStore.prototype[name];
  IDBObjectStore.prototype[name] = function (...all) {
    if (window.full) throw new DOMException("no room", "QuotaExceededError");
    return real.apply(this, all);
  };
}
"""
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


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with bare_site(tmp_path_factory.mktemp("bare")) as address:
        yield address


@pytest.fixture
def window(chromium: Browser, bare: str) -> Iterator[Window]:
    with windows(chromium, bare) as opened:
        yield opened


def again(page: Page) -> Page:
    """Leave the page, and come back with a new one of the same browser."""
    context = page.context
    page.close()
    page = context.new_page()
    page.goto("")
    return page


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
    assert answer(page, attempt(share=0.5), result()) == {"kept": False, "reason": "off"}
    assert call(page, "return state()") == "off"
    assert views(page)["z/q1"]["best"] == 0.5
    assert len(call(page, "return results()")) == 1
    assert asked(page)[0] == "q1"
    call(page, 'await saveDraft("test", 1)')
    assert call(page, 'return draft("test")') == 1
    assert call(page, "return add([argument])", entry("a"))["reason"] == "off"
    assert call(page, "return erase()") is False
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


# --- Corrupt records ----------------------------------------------------------------------------

JUNK = [
    {"id": "nothing"},
    {"id": 7, "v": 1},
    {"id": ["a", 1], "v": -1},
    {"id": "text", "v": "1", "type": "attempt"},
    entry("share", share=3),
    entry("time", t="yesterday"),
    entry("type", type="constructor"),
    entry("question", question={"toString": 1, "valueOf": 1}),
    {key: value for key, value in entry("rev").items() if key != "rev"},
    result(v=1, id="drawn", at=1, t=1, drawn="z/q1"),
]


def test_damaged_entries_stay_and_are_not_computed_with(window):
    page = window()
    answer(page, attempt("before"))
    call(page, "await change('log', log => argument.forEach(each => log.put(each)))", JUNK)
    assert list(views(page)) == ["z/before"]
    assert call(page, "return results()") == []
    assert answer(page, attempt("after"))["kept"]
    page = again(page)
    assert set(views(page)) == {"z/before", "z/after"}
    found = record(page)
    assert len(found["entries"]) == 2
    assert sorted(map(str, found["unreadable"])) == sorted(map(str, JUNK))
    assert len(log(page)) == 2 + len(JUNK)


def test_a_damaged_entry_is_mended_from_a_file(window):
    page = window()
    call(page, "await add(argument)", [entry("a"), entry("b", question="q2")])
    call(page, "await change('log', log => log.put({ id: 'a', v: 1 }))")
    found = call(page, "return add(argument)", [entry("a"), entry("b", question="other")])
    assert found == {"added": 0, "known": 2, "refused": 0}
    assert set(views(page)) == {"z/q1", "z/q2"}
    assert record(page)["unreadable"] == []


DAMAGE = {
    "row-is-junk": "questions.put({ key: 'z/q1', junk: true })",
    "row-is-text": "questions.put({ key: 'z/q1', best: '1', n: 1, reviews: [] })",
    "reviews-are-junk": "questions.put({ key: 'z/q1', best: 1, n: 9, reviews: [null] })",
    "row-too-much": "questions.put({ key: 5 })",
    "row-gone": "questions.delete('z/q1'), questions.delete('')",
    "sum-is-junk": "questions.put({ key: '', n: 'many', at: {} })",
    "sum-of-another-log": "questions.put({ key: '', n: 2, at: 1 })",
    "all-gone": "questions.clear()",
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("answered", [False, True], ids=["read", "answered-first"])
def test_damaged_views_are_made_anew_from_the_log(window, damage, answered):
    page = window()
    answer(page, attempt(share=0.5), attempt("q2"), result())
    answer(page, attempt(share=0))
    page = again(page)
    call(page, f"await change('questions', questions => {{ {DAMAGE[damage]} }})")
    if answered:
        answer(page, attempt())
    found = views(page)
    assert set(found) == {"z/q1", "z/q2"}
    assert (found["z/q1"]["n"], found["z/q1"]["best"]) == ((3, 1) if answered else (2, 0.5))
    assert len(found["z/q1"]["reviews"]) == 1
    assert len(call(page, "return results()")) == 1
    assert views(again(page)) == found


def test_views_that_cannot_be_written_anew_are_still_computed(window):
    page = window()
    answer(page, attempt())
    call(page, "await change('questions', questions => questions.clear())")
    page = window(FULL, page.context)
    assert list(views(page)) == ["z/q1"]


def test_views_whose_repair_cannot_be_loaded_are_empty_and_block_nothing(window):
    page = window()
    answer(page, attempt())
    call(page, "await change('questions', questions => questions.clear())")
    context = page.context
    page.close()
    context.route(
        "**/repair.js", lambda route: route.fulfill(body="", content_type="text/javascript")
    )
    page = window(context=context)
    found = call(
        page, "return [(await views()).size, (await append([argument])).kept]", attempt(), "store"
    )
    assert found == [0, True]


# --- Records of an older and of a newer version -------------------------------------------------


@pytest.mark.parametrize("stores", ["", "db.createObjectStore('log', { keyPath: 'id' })"])
def test_an_older_database_gets_what_it_lacks(window, stores):
    page = window(f"window.upgrade = db => {{ {stores} }};")
    call(page, "(await raw(1)).close()", modules="log")
    if stores:
        body = "await change('log', log => argument.forEach(each => log.put(each)))"
        call(page, body, [entry("a", share=0.5), entry("b", 2_000_000_000_000)], "log")
    assert views(page).get("z/q1", {}).get("n") == (2 if stores else None)
    assert answer(page, attempt("q2"))["kept"]
    assert asked(again(page)) == ["q1"] * (2 if stores else 0) + ["q2"]


def test_a_newer_database_is_used_as_it_is(window):
    page = window("""window.upgrade = db => {
      db.createObjectStore("log", { keyPath: "id" });
      for (const name of ["questions", "plans"]) db.createObjectStore(name, { keyPath: "key" });
      db.createObjectStore("drafts");
    };""")
    call(page, "(await raw(70)).close()", modules="log")
    call(page, "await change('plans', plans => plans.put({ key: 'later' }))", modules="log")
    assert answer(page, attempt())["kept"]
    body = """const db = await raw(), { version } = db;
    const request = db.transaction("plans").objectStore("plans").count();
    await new Promise(done => (request.onsuccess = done));
    db.close();
    return [version, request.result]"""
    assert call(page, body) == [70, 1]
    call(page, "await erase()")
    assert call(page, body) == [70, 0]


def test_entries_of_a_newer_version_are_kept_and_not_computed_with(window):
    page = window()
    views(page)
    later = {"v": 2, "id": "later", "at": 1, "type": "attempt", "quiz": "z", "question": "q9"}
    call(page, "await change('log', log => log.put(argument))", later)
    assert call(page, "return add([argument])", later | {"id": "later2"})["added"] == 1
    answer(page, attempt())
    page = again(page)
    found = record(page)
    assert [each["id"] for each in found["newer"]] == ["later", "later2"]
    assert (len(found["entries"]), found["unreadable"]) == (1, [])
    assert list(views(page)) == ["z/q1"]


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
STORE = "/handbook/assets/js/core/store.js"


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


# --- Much ---------------------------------------------------------------------------------------


def test_a_large_record_is_read_from_its_views_alone(window):
    page = window()
    body = """const many = Array.from({ length: 3000 }, (_, n) =>
      ({ ...argument, id: `e${n}`, at: n + 1, question: `q${n % 100}` }));
    await add(many);
    const read = [];
    const real = IDBObjectStore.prototype.getAll;
    IDBObjectStore.prototype.getAll = function (...all) {
      read.push(this.name);
      return real.apply(this, all);
    };
    const found = await views();
    await results();
    await append([{ ...argument, id: "new" }]);
    return [found.size, found.get("z/q7").n, [...new Set(read)]]"""
    assert call(page, body, entry("a")) == [100, 30, ["questions"]]


@pytest.mark.parametrize(
    "response",
    ["<script>window.ran=1</script>", "\u202eright to left", "😀" * 1000, "x" * 5_000_000],
    ids=["markup", "rtl", "emoji", "5-MB"],
)
def test_what_is_typed_is_stored_as_typed(window, response):
    page = window()
    assert answer(page, attempt(response=response))["kept"]
    assert record(again(page))["entries"][0]["response"] == response


def test_what_cannot_be_stored_blocks_nothing_else(window):
    page = window()
    body = """const one = await append([{ ...argument, response: () => {} }]);
    const two = await append([argument]);
    return [one.kept, two.kept]"""
    assert call(page, body, attempt()) == [False, True]
