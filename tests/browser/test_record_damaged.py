"""The record when it is damaged, older or newer than the page, or very long."""

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
    views,
    window,
)

__all__ = ["bare", "window"]  # fixtures


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
    assert found == {"added": 0, "known": 2, "refused": 0, "unreadable": []}
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
