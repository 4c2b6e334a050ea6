"""The record's own page: what it says, a file out, a file in, the end of everything."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from axe import violations
from pages import LAPTOP, PHONE
from playwright.sync_api import Locator, Page, expect
from record_helpers import answer, attempt, call, entry, record, result

RECORD = "course/record/"
FULL = """IDBObjectStore.prototype.add = IDBObjectStore.prototype.put = () => {
  throw new DOMException("no room", "QuotaExceededError"); };"""
OFF = """IDBFactory.prototype.open = () => {
  throw new DOMException("not here", "SecurityError"); };"""
CHOOSE = """([input, name, text, long]) => {
  const files = new DataTransfer();
  files.items.add(new File([text.replaceAll(long, "y".repeat(5_000_000))], name));
  input.files = files.files;
  input.dispatchEvent(new Event("change"));
}"""
LONG = "(5 MB of text)"
FOCUSED = "document.activeElement.textContent.trim() || document.activeElement.id"


def said(page: Page, heading: str) -> Locator:
    """Return the live region under a heading."""
    return page.get_by_role("region", name=heading).get_by_role("status")


def save(page: Page, within: Locator | None = None) -> Path:
    with page.expect_download() as download:
        (within or page).get_by_role("button", name=re.compile("^Save to a file")).click()
    file = Path(download.value.path())
    assert re.fullmatch(
        r"unruffled-record-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename
    )
    return file


def choose(page: Page, text: str | bytes, name: str = "record.json") -> Locator:
    """Add a file with this text; return what is said of it."""
    control = page.get_by_label("Add a file from another device")
    if LONG in str(text):
        # Made in the page: to send it there takes longer than to read it.
        page.evaluate(CHOOSE, [control.element_handle(), name, text, LONG])
    else:
        content = text if isinstance(text, bytes) else text.encode()
        control.set_input_files({"name": name, "mimeType": "application/json", "buffer": content})
    words = said(page, "Take it with you")
    expect(words).to_contain_text(f"{name}: ")
    return words


def file_of(*entries: Any, **change: Any) -> str:
    return json.dumps(
        {"format": "unruffled-record", "version": 1, "entries": [*entries]} | change,
        ensure_ascii=False,
    )


def test_it_says_how_much_there_is_and_that_it_is_kept(visit):
    page = visit(RECORD)
    panel = page.locator(".record-now")
    expect(panel).to_contain_text("Nothing is recorded yet.")
    answer(page, attempt())
    expect(panel).to_contain_text("1 answer, on ")
    expect(panel).to_contain_text("This browser keeps it.")
    old = entry("old", 1, t=1_700_000_000_000)
    call(page, "await add(argument)", [old, {"id": "x"}, {"id": "y", "v": 2}])
    answer(page, result())
    expect(panel).to_contain_text("2 answers and 1 test result, from 14 November 2023 to ")
    expect(panel).to_contain_text("1 entry comes from a later version of this site")
    expect(panel).to_contain_text("1 entry is damaged")


@pytest.mark.parametrize(("setup", "words"), [(FULL, "is full"), (OFF, "does not let")])
def test_it_says_when_nothing_is_kept(visit, setup, words):
    page = visit(RECORD, setup=setup)
    answer(page, attempt())
    expect(page.locator(".record-now")).to_contain_text("1 answer, on ")
    expect(page.locator(".record-now")).to_contain_text(words)
    expect(page.locator(".record-now")).to_contain_text("1 entry waits to be stored.")
    expect(choose(page, file_of(entry("a")))).to_contain_text("Nothing was added.")
    call(page, "held.clear()", modules="waiting")


def test_a_file_carries_everything_to_another_device(visit):
    page = visit(RECORD)
    odd = [{"id": "x", "junk": ["\u202e", "😀", "<b>"]}, {"id": 5}, {"id": "y", "v": 2}]
    call(page, "await add(argument)", odd)
    answer(page, attempt(response="<i>typed</i> \u202eעברית 😀"), result())
    file = save(page).read_text(encoding="utf-8")
    head = json.loads(file)
    assert (head["format"], head["version"], head["site"]) == ("unruffled-record", 1, "Unruffled")
    assert len(head["entries"]) == 5
    other = visit(RECORD)
    expect(choose(other, file)).to_contain_text("5 new entries added, 0 known already.")
    assert record(other) == record(page)
    expect(other.locator(".record-now")).to_contain_text("1 answer and 1 test result")


def test_a_file_that_is_added_twice_adds_nothing_the_second_time(visit):
    page = visit(RECORD)
    answer(page, attempt())
    file = save(page).read_text(encoding="utf-8")
    before = record(page)
    for _ in range(2):
        expect(choose(page, file)).to_contain_text("0 new entries added, 1 known already.")
    assert record(page) == before


def test_adding_merges_and_changes_nothing_that_is_there(visit):
    page = visit(RECORD)
    call(page, "await add(argument)", [entry("a", share=0), entry("b", 5)])
    expect(choose(page, file_of(entry("a", share=1), entry("c", 7)))).to_contain_text(
        "1 new entry added, 1 known already."
    )
    found = {each["id"]: each["share"] for each in record(page)["entries"]}
    assert found == {"a": 0, "b": 1, "c": 1}


HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "nothing": ("", "There are no answers in it. Nothing was added."),
    "blanks": (" \n\n", "There are no answers in it."),
    "no-entries": (file_of(), "There are no answers in it."),
    "markup": ("<script>window.ran=1</script>", "It is not a record"),
    "picture": (b"\x89PNG\r\n\x1a\n\xff\xfe", "It is not a record"),
    "long-text": (LONG, "It is not a record"),
    "deep": ("[" * 100_000, "It is not a record"),
    "number": ("7", "It is not a record"),
    "null": ("null", "It is not a record"),
    "list": ("[1, 2]", "It is not a record"),
    "another-format": (json.dumps({"format": "anki"}), "It is not a record"),
    "entries-are-text": (file_of(entries="<b>"), "It is damaged"),
    "cut-off": (file_of(entry("a"))[:60], "It is damaged, perhaps cut off."),
    "later": (file_of(version=9, entries={}), "It comes from a later version"),
    "wrong-types": (file_of(None, 7, "text", [1], {}, {"id": {}}), "6 entries without a name left"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_file_that_is_no_record_is_refused_in_plain_words(visit, kind):
    page = visit(RECORD)
    answer(page, attempt("mine"))
    text, words = HOSTILE[kind]
    expect(choose(page, text)).to_contain_text(words)
    assert [each["question"] for each in record(page)["entries"]] == ["mine"]
    assert record(page)["unreadable"] == []


@pytest.mark.parametrize(
    "text",
    ["<img src=x onerror=window.ran=1>", "\u202eright to left עברית", "😀" * 999, LONG],
    ids=["markup", "rtl", "emoji", "5-MB"],
)
def test_strange_texts_in_a_record_are_stored_as_they_are(visit, text):
    page = visit(RECORD)
    taken = choose(page, file_of(entry("a", response=text, mode=text)), name="<b>strange.json")
    expect(taken).to_contain_text("<b>strange.json: 1 new entry added")
    stored = record(page)["entries"][0]["response"]
    assert stored == (text if text != LONG else "y" * 5_000_000)
    assert page.locator("unruffled-record :is(img, b)").count() == 0
    assert page.evaluate("window.ran ?? 'not'") == "not"


def test_a_file_that_was_cut_off_gives_what_is_left_of_it(visit):
    page = visit(RECORD)
    answer(page, attempt("q1"), attempt("q2"), attempt("q3"))
    file = save(page).read_text(encoding="utf-8")
    other = visit(RECORD)
    words = choose(other, file[: file.index('"q3"')])
    expect(words).to_contain_text("It is damaged, perhaps cut off.")
    expect(words).to_contain_text("2 new entries added")


def test_a_file_that_is_too_large_is_not_read(visit):
    page = visit(RECORD)
    page.evaluate("Object.defineProperty(Blob.prototype, 'size', { get: () => 2 ** 40 })")
    expect(choose(page, file_of(entry("a")))).to_contain_text("It is too large")
    assert record(page)["entries"] == []


def test_everything_is_erased_after_a_second_button(visit):
    page = visit(RECORD)
    answer(page, attempt(), result())
    call(page, 'await saveDraft("test", 1); localStorage.other = "stays"')
    page.get_by_role("button", name="Erase everything …").click()
    dialog = page.get_by_role("dialog", name="Erase everything?")
    expect(dialog).to_contain_text("1 answer will be gone from this browser.")
    assert len(json.loads(save(page, dialog).read_text(encoding="utf-8"))["entries"]) == 2
    expect(dialog.get_by_role("status")).to_contain_text("2 entries saved as ")
    assert len(record(page)["entries"]) == 2
    dialog.get_by_role("button", name="Erase everything").click()
    expect(dialog).to_be_hidden()
    expect(said(page, "Erase it")).to_have_text("Everything is erased.")
    expect(page.locator(".record-now")).to_contain_text("Nothing is recorded yet.")
    page.reload()
    expect(page.locator(".record-now")).to_contain_text("Nothing is recorded yet.")
    assert call(page, 'return (await draft("test")) ?? "none"') == "none"
    assert page.evaluate("localStorage.other") == "stays"


def test_it_says_when_nothing_could_be_erased(visit):
    page = visit(RECORD, setup=OFF)
    page.get_by_role("button", name="Erase everything …").click()
    page.get_by_role("dialog").get_by_role("button", name="Erase everything").click()
    expect(said(page, "Erase it")).to_contain_text("What is stored was not erased.")


def test_the_keyboard_alone_reaches_everything_and_the_focus_comes_back(visit):
    page = visit(RECORD)
    answer(page, attempt())
    page.get_by_role("button", name="Save to a file").focus()
    with page.expect_download():
        page.keyboard.press("Enter")
    expect(said(page, "Take it with you")).to_contain_text("1 entry saved as ")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "record-file"
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Erase everything …"
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "Keep it"
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED) == "Erase everything …"
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "Erase everything …"
    assert len(record(page)["entries"]) == 1
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(said(page, "Erase it")).to_have_text("Everything is erased.")
    assert page.evaluate(FOCUSED) == "Erase everything …"


def test_without_scripts_it_says_that_nothing_is_recorded(visit):
    page = visit(RECORD, java_script_enabled=False)
    expect(page.locator(".record-now")).to_contain_text("Scripts are turned off here")
    expect(page.get_by_role("heading", name="Where it is stored")).to_be_visible()
    expect(page.locator("article button:visible, article input:visible")).to_have_count(0)


def test_another_tab_is_heard(visit):
    page = visit(RECORD)
    expect(page.locator(".record-now")).to_contain_text("Nothing is recorded yet.")
    other = page.context.new_page()
    other.goto(RECORD)
    answer(other, attempt())
    expect(page.locator(".record-now")).to_contain_text("1 answer, on ")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "window",
    [LAPTOP, PHONE, {"viewport": {"width": 320, "height": 640}}],
    ids=["laptop", "phone", "320"],
)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(visit, window, scheme):
    page = visit(RECORD, color_scheme=scheme, **window)
    answer(page, attempt(), result())
    call(page, "await add([{ id: 'x' }, { id: 'y', v: 2 }])")
    choose(page, file_of(entry("a")), name="a-name-without-a-space-" * 6 + ".json")
    expect(page.locator(".record-notes li")).to_have_count(2)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0
    assert violations(page) == []
    page.get_by_role("button", name="Erase everything …").click()
    save(page, page.get_by_role("dialog"))
    assert page.evaluate(wide) == 0
    assert violations(page) == []


def test_targets_are_large_enough_for_a_thumb(visit):
    page = visit(RECORD, **PHONE)
    page.get_by_role("button", name="Erase everything …").click()
    for each in page.locator("unruffled-record :is(button, input)").all():
        assert each.bounding_box()["height"] >= 44
