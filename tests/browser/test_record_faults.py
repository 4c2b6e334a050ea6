"""Browsers that fail in the middle: every fault is survived, and told as what it is."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator

import kinds
import pytest
from kinds import RIGHT, Mouse
from playwright.sync_api import Browser, Page, expect
from record_helpers import (
    answer,
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

from kinds_project import ALL, ASSIGNED, COURSE, OWN_TEST, RECORD, REVIEW
from unruffled.assets import package_files

__all__ = ["bare", "window"]  # fixtures
MOUSE = Mouse()

# --- A handle that the browser has let go of -----------------------------------------------------

WATCH = """
window.opened = 0;
const handles = new Set(), realOpen = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (...all) {
  window.opened += 1;
  return realOpen.apply(this, all);
};
const realTransaction = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (...all) {
  handles.add(this);
  if (this.stale) STALE
  return realTransaction.apply(this, all);
};
window.letGo = () => handles.forEach((each) => (each.stale = true));
"""
ABORTS = """{
    const transaction = realTransaction.apply(this, all);
    Object.defineProperty(transaction, "error", { value: FAULT });
    setTimeout(() => { try { transaction.abort(); } catch {} });
    return transaction;
  }"""
STALE = {
    "closed": 'throw new DOMException("closing", "InvalidStateError");',
    "unknown": 'throw new DOMException("Connection to server lost", "UnknownError");',
    "aborts": ABORTS.replace("FAULT", 'new DOMException("lost", "UnknownError")'),
    "aborts-without-a-word": ABORTS.replace("FAULT", "null"),
    "silent": "return { objectStore: () => ({ getKey: () => ({}), count: () => ({}),"
    " get: () => ({}), getAll: () => ({}), put: () => ({}) }), abort() {} };",
}
HURRY = """
const realTimeout = window.setTimeout;
window.setTimeout = (work, time, ...all) => realTimeout(work, time === 5000 ? 500 : time, ...all);
"""


@pytest.mark.parametrize("kind", STALE)
def test_a_stale_handle_is_dropped_and_the_work_done_again_with_a_new_one(window, kind):
    page = window(HURRY + WATCH.replace("STALE", STALE[kind]))
    assert answer(page, attempt("before"))["kept"]
    opened = page.evaluate("letGo(), opened")
    body = "return Promise.all(argument.map(each => append([each])))"
    told = call(page, body, [attempt("one"), attempt("two")])
    assert [each["reason"] for each in told] == ["kept", "kept"]
    assert page.evaluate("opened") == opened + 1
    assert call(page, "return state()") == "kept"
    assert {each["question"] for each in log(page)} == {"before", "one", "two"}
    page.evaluate("letGo()")
    assert set(views(page)) == {"z/before", "z/one", "z/two"}
    page.evaluate("letGo()")
    assert len(record(page)["entries"]) == 3
    page.evaluate("letGo()")
    assert call(page, "return saveDraft('t', 1)") == {"kept": True, "reason": "kept"}


def test_a_handle_that_stays_stale_is_told_and_tried_again_with_the_next_answer(window):
    page = window(
        """window.broken = true;
        const real = IDBDatabase.prototype.transaction;
        IDBDatabase.prototype.transaction = function (...all) {
          if (window.broken) throw new DOMException("closing", "InvalidStateError");
          return real.apply(this, all);
        };"""
    )
    assert answer(page, attempt("one")) == {"kept": False, "reason": "lost"}
    page.evaluate("window.broken = false")
    assert answer(page, attempt("two"))["kept"]
    assert len(log(page)) == 2


# --- Every failure by its name -------------------------------------------------------------------

FAILING = """
window.fails = "NAME";
const realTransaction = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (names, mode, ...all) {
  const transaction = realTransaction.call(this, names, mode, ...all);
  if (window.fails && mode === "readwrite") {
    Object.defineProperty(transaction, "error", { value: new DOMException("no", window.fails) });
    setTimeout(() => { try { transaction.abort(); } catch {} });
  }
  return transaction;
};
"""
BLOCKED = """
window.upgrade = db => {};
const realTimeout = window.setTimeout;
window.setTimeout = (work, time, ...all) => realTimeout(work, time === 3000 ? 300 : time, ...all);
"""


@pytest.mark.parametrize(
    ("name", "reason"),
    [("QuotaExceededError", "full"), ("SecurityError", "off"), ("AbortError", "lost"),
     ("UnknownError", "lost"), ("InvalidStateError", "lost")],
)  # fmt: skip
def test_a_write_that_fails_is_told_by_its_cause_and_written_later(window, name, reason):
    page = window(FAILING.replace("NAME", name))
    assert answer(page, attempt("one")) == {"kept": False, "reason": reason}
    assert call(page, "return saveDraft('t', 1)") == {"kept": False, "reason": reason}
    page.evaluate("window.fails = ''")
    assert answer(page, attempt("two")) == {"kept": True, "reason": "kept"}
    assert len(log(page)) == 2


def test_another_tab_with_an_older_version_is_named_as_the_cause(window):
    page = window(BLOCKED)
    call(page, "window.kept = await raw(1)", modules="log")  # and does not make way
    other = page.context.new_page()
    other.goto("")
    assert answer(other, attempt()) == {"kept": False, "reason": "blocked"}
    page.close()
    until_written(other)
    assert len(log(other)) == 1
    assert answer(other, attempt("q2"))["kept"]


def test_an_answer_that_cannot_be_stored_is_no_fault_of_the_browser(window):
    page = window()
    body = "return append([{ ...argument, response: () => {} }])"
    assert call(page, body, attempt()) == {"kept": False, "reason": "odd"}
    assert answer(page, attempt("q2"))["kept"]


def test_what_a_page_left_for_the_next_one_is_read_piece_by_piece(window):
    page = window()
    views(page)
    name = page.evaluate("'unruffled /handbook/'")
    left = [[None, 7, {"id": {}}, entry("sound")], [None, "x", ["draft", 1]]]
    page.evaluate("([name, left]) => localStorage.setItem(name, left)", [name, json.dumps(left)])
    page.reload()
    assert [each["id"] for each in record(page)["entries"]] == ["sound"]
    assert call(page, "return draft('draft')") == 1
    page.evaluate("name => localStorage.setItem(name, '[[{')", name)
    page.reload()
    assert answer(page, attempt("q2"))["kept"]


# --- One bad entry -------------------------------------------------------------------------------


def test_one_entry_of_a_file_that_cannot_be_stored_keeps_out_no_other(visit_kinds):
    page = visit_kinds(RECORD)
    deep = json.dumps(entry("deep", question="nested")).replace(
        '["a"]', "[" * 60_000 + "]" * 60_000
    )
    sound = [json.dumps(entry(name, question=name)) for name in ("a", "b")]
    text = f'{{"format":"unruffled-record","version":1,"entries":[{sound[0]},{deep},{sound[1]}]}}'
    page.get_by_label("Add a file from another device").set_input_files(
        {"name": "r.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    said = page.get_by_role("region", name="Take it with you").get_by_role("status")
    expect(said).to_contain_text("2 new entries added, 0 known already.")
    expect(said).to_contain_text("1 unreadable entry left out: z/nested.")
    expect(page.locator(".record-state")).to_have_text("This browser keeps it.")
    assert [each["id"] for each in log(page)] == ["a", "b"]
    assert answer(page, attempt())["kept"]


# --- Said and drawn only when it is known --------------------------------------------------------

NO_ROOM = FAILING.replace("NAME", "QuotaExceededError")


def test_nothing_is_drawn_or_left_to_the_next_page_that_is_not_stored(visit_kinds):
    setup = "addEventListener('pagehide', e => window.dead && e.stopImmediatePropagation(), true);"
    page = kinds.ready(visit_kinds(ALL, setup + NO_ROOM))
    MOUSE.give(kinds.question(page, "single"), RIGHT)
    kinds.question(page, "single").locator(".quiz-button").click()
    expect(page.locator(".quiz-panel")).to_contain_text("Your answer is not stored")
    expect(page.locator(".quiz-panel")).to_contain_text("is full")
    expect(page.locator(".tick")).to_have_count(0)
    assert "answered" not in page.evaluate("JSON.stringify(localStorage)")
    page.evaluate("window.dead = true")
    page.close()
    page = page.context.new_page()
    page.goto(COURSE)
    expect(page.locator(".course-go a")).to_have_text("Begin with: Module all")
    assert page.evaluate("Object.values(localStorage).join()").find("answered") == -1
    page.goto(ALL)
    page.evaluate("window.fails = ''")
    kinds.ready(page)
    MOUSE.give(kinds.question(page, "single"), RIGHT)
    kinds.question(page, "single").locator(".quiz-button").click()
    expect(page.locator(".quiz-panel [role=status]").last).to_have_text("")
    expect(page.locator(".tick").first).to_have_text(", 1 of 10 answered")


def test_a_test_says_at_once_that_its_answers_are_not_stored(visit_kinds):
    page = visit_kinds(OWN_TEST, NO_ROOM)
    expect(page.locator(".quiz-panel")).to_contain_text("is not kept here")
    page.evaluate("window.fails = ''")
    page.reload()
    page.evaluate("window.fails = ''")
    page.get_by_role("button", name="Start the test").click()
    kinds.ready(page)
    risk = page.get_by_role("alert").filter(has_text="not stored")
    expect(risk).to_have_count(0)
    page.evaluate("window.fails = 'QuotaExceededError'")
    MOUSE.give(kinds.question(page, "single"), RIGHT)
    expect(risk).to_contain_text("a reload may lose them")
    expect(page.locator(".quiz-panel")).to_contain_text("is full")
    page.evaluate("window.fails = ''")
    MOUSE.give(kinds.question(page, "true_false"), RIGHT)
    expect(risk).to_have_count(0)


# --- What throws, or is not there ----------------------------------------------------------------

GONE = {
    **{name: ("window", name) for name in (
        "BroadcastChannel", "localStorage", "sessionStorage", "indexedDB", "crypto", "matchMedia",
        "ResizeObserver", "IntersectionObserver", "caches", "scheduler",
    )},
    **{f"navigator.{name}": ("Navigator.prototype", name) for name in (
        "serviceWorker", "onLine", "clipboard", "storage", "storageBuckets", "locks",
    )},
}  # fmt: skip
ALL_BUT_STORAGE = [name for name in GONE if name != "indexedDB"]
THEME = ("localStorage", "sessionStorage", "matchMedia", "ResizeObserver", "IntersectionObserver")
"""What Material's own scripts cannot do without: their errors are not ours."""


def gone(name: str, how: str) -> str:
    """Return the script that makes a part of the browser throw, or takes it away."""
    owner, key = GONE[name]
    throws = f"throw new DOMException('{key} is not here', 'SecurityError')"
    if how == "throws" and name[0].isupper():  # a constructor throws when something is made
        return f"{owner}.{key} = function () {{ {throws} }};"
    body = throws if how == "throws" else "return undefined"
    return f"Object.defineProperty({owner}, '{key}', {{ configurable: true, get() {{ {body} }} }});"


CLASSIC = ("/early-record.js", "/trusted.js", "/search-later.js")
"""No modules: the course's page has them in its head."""
SCRIPTS = [
    path
    for path in package_files()
    if path.endswith(".js")
    and not any(part in path for part in ("/vendor/", "/worker/", "/capture.js"))  # for no page
    and "call-mode" not in path  # it is for pages that have the bar
    and not path.endswith(CLASSIC)
]
LOAD = """async (names) => {
  const done = await Promise.allSettled(names.map((each) => import(`../${each}`)));
  return done.flatMap(({ reason }, at) => (reason ? [`${names[at]}: ${reason}`] : []));
}"""


@contextlib.contextmanager
def broken(chromium: Browser, address: str, *scripts: str, theme: bool) -> Iterator[Page]:
    """Open a page in a browser that lacks something; no script of ours may make an error."""
    context = chromium.new_context(base_url=address, reduced_motion="reduce")
    context.set_default_timeout(5_000)
    errors: list[str] = []
    if not theme:
        context.on("weberror", lambda error: errors.append(str(error.error)))
    for script in scripts:
        context.add_init_script(script)
    yield context.new_page()
    context.close()
    assert errors == [], errors


@pytest.mark.parametrize("how", ["throws", "undefined"])
@pytest.mark.parametrize("name", GONE)
def test_no_script_throws_while_it_is_loaded(chromium, kinds_address, name, how):
    """Whatever a browser forbids or has not: a module that throws takes its page along."""
    with broken(chromium, kinds_address, gone(name, how), theme=name in THEME) as page:
        page.goto(COURSE)
        assert page.evaluate(LOAD, SCRIPTS) == []


@pytest.mark.parametrize("how", ["throws", "undefined"])
@pytest.mark.parametrize(
    "names", [["BroadcastChannel"], ["indexedDB"], ALL_BUT_STORAGE], ids=lambda names: names[-1]
)
def test_every_page_of_the_course_works(chromium, kinds_address, names, how):
    """One by one they are tried by `make soak`."""
    theme = bool({*names} & {*THEME})
    with broken(chromium, kinds_address, *(gone(each, how) for each in names), theme=theme) as page:
        walk(page, stored="indexedDB" not in names)


def walk(page: Page, *, stored: bool) -> None:
    """Answer, look at every page about the record, and begin a test."""
    page.goto(ALL)
    MOUSE.give(kinds.question(kinds.ready(page), "single"), RIGHT)
    kinds.question(page, "single").get_by_role("button", name="Check answer").click()
    panel = page.locator(".quiz-panel")
    expect(panel).to_contain_text("1 of 10 answered.")
    expect(panel.get_by_text("is not stored")).to_have_count(0 if stored else 1)
    page.goto(COURSE)
    begun = "Go on with: Module all" if stored else "Begin with: Module all"
    expect(page.locator(".course-go a")).to_have_text(begun)
    page.goto(REVIEW)
    expect(page.get_by_role("heading", name="Nothing is due today")).to_be_visible()
    page.goto(RECORD)
    # What could not be stored was left to the next page, and waits there.
    expect(page.locator(".record-sum")).to_contain_text("1 answer")
    kept = "This browser keeps it." if stored else "does not let this site store"
    expect(page.locator(".record-state")).to_contain_text(kept)
    expect(page.get_by_text("1 entry waits to be stored")).to_have_count(0 if stored else 1)
    page.goto(ASSIGNED)
    expect(page.locator("unruffled-assigned .course-state").first).to_contain_text("not begun")
    page.goto(OWN_TEST)
    page.get_by_role("button", name="Start the test").click()
    expect(page.get_by_role("button", name="Hand in")).to_be_visible()
    expect(page.get_by_text("Your answers are not stored")).to_have_count(0 if stored else 1)
