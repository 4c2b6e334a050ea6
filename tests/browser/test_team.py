"""Results of a team, read in the trainer's browser: from files, codes, lists, and hostile hands."""

from __future__ import annotations

import csv
import io
import json
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe import looks, violations
from playwright.sync_api import FilePayload, Locator, Page, expect

import result_files as made

PAGE = "train/results/"
QUIZZES = ["stay-calm", "empathy"]
Give = Callable[..., Page]


@pytest.fixture(scope="module")
def course(address) -> dict[str, Any]:
    with urllib.request.urlopen(f"{address}assets/course.json") as answer:
        return json.load(answer)


@pytest.fixture(scope="module")
def questions(course) -> list[tuple[str, str, str, str]]:
    return made.questions_of(course, [*QUIZZES, "de-escalation"])[:10]


@pytest.fixture(scope="module")
def assignment(course) -> str:
    edition = made.crc("".join(course["quizzes"][quiz]["edition"] for quiz in QUIZZES))
    steps = [[f"10*{'+'.join(QUIZZES)}", edition]]
    return made.link_text({"title": "Calm and kind", "steps": steps, "due": "2026-09-30"})


@pytest.fixture
def a_result(questions, assignment) -> Callable[..., dict[str, Any]]:
    def make(name: str, right: int = 8, **more: Any) -> dict[str, Any]:
        shares = [1.0] * right + [0.0] * (10 - right)
        return made.make_result(name, assignment, questions, shares=shares, **more)

    return make


def file(name: str, text: str | bytes) -> FilePayload:
    content = text.encode() if isinstance(text, str) else text
    return {"name": name, "mimeType": "application/json", "buffer": content}


@pytest.fixture
def give(visit, a_result) -> Give:
    """Open the page and give it files; a dict is a result, a text is the file's text."""

    def open_page(*given: Any, **options: Any) -> Page:
        page = visit(PAGE, **options)
        hand_over(page, *given)
        return page

    return open_page


def hand_over(page: Page, *given: Any) -> None:
    files = []
    for number, each in enumerate(given):
        name, text = each if isinstance(each, tuple) else (f"{number}.json", each)
        files.append(file(name, made.file_of(text) if isinstance(text, dict) else text))
    page.get_by_label("Result files").set_input_files(files)
    expect(page.locator(".team-told")).to_contain_text("read.")


def total(page: Page) -> Locator:
    return page.locator(".team-sum")


def row(page: Page, name: str) -> list[str]:
    return page.locator(".team-people tr", has_text=name).locator("th, td").all_inner_texts()


def saved(page: Page, name: str) -> str:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return Path(waiting.value.path()).read_text("utf-8")


# --- Who


def test_who_passed_who_did_not_and_who_is_missing(give, a_result):
    page = give(a_result("Ana Silva", 8), a_result("Ben Okoro", 5))
    expect(total(page)).to_have_text(
        "2 handed in, 1 has done and passed every step. 2 after the day it was due."
    )
    page.get_by_label("Who should have handed in").fill("ana  silva\nBEN OKORO\nCleo Park")
    expect(total(page)).to_contain_text("Missing: Cleo Park.")
    day = "1 October 2026"
    assert row(page, "Ana Silva") == [
        "Ana Silva",
        "1 of 1",
        "✓ 80, 5 min",
        day,
        "late. Do not count it",
    ]
    assert row(page, "Ben Okoro")[:3] == ["Ben Okoro", "0 of 1", "○ 50, 5 min"]
    page.get_by_label("Who should have handed in").fill("Ana Silva")
    expect(page.locator(".team-result")).to_contain_text("not on your list: Ben Okoro")


def test_files_that_come_before_the_course_is_there_are_shown_when_it_is(visit, a_result):
    page = visit("train/integrity/")
    waiting = []
    page.route("**/course.json", lambda route: waiting.append(route))
    page.goto(PAGE, wait_until="commit")
    expect(page.locator(".team-take")).to_be_visible()
    hand_over(page, a_result("Ana"))
    expect(total(page)).to_have_count(0)
    for route in waiting:
        route.continue_()
    expect(total(page)).to_contain_text("1 handed in")


def test_a_short_code_counts_and_says_that_it_holds_no_answers(visit, assignment):
    page = visit(PAGE)
    key = assignment.rsplit(".", 1)[1]
    body = made.compact([key, "Calm and kind", "Dina", 29_833_333, [[2, 90, 1]]])
    code = f"u1.{made.b64(body)}.{made.crc(body)}"
    page.get_by_label("Short codes").fill(f"Hello! My code: {code}. Bye, Dina")
    expect(total(page)).to_contain_text("0 handed in, 0 have done and passed every step.")
    expect(total(page)).to_contain_text("1 sent a short code: 1 claims to have done and passed")
    assert row(page, "Dina")[1] == "claims 1 of 1"
    expect(page.locator(".team-result")).to_contain_text("Short codes hold no answers")
    page.get_by_label("Short codes").fill(code[:-1] + ("0" if code[-1] != "0" else "1"))
    expect(page.locator(".team-read")).to_contain_text("damaged, or cut off")


def test_several_assignments_are_kept_apart(give, a_result, questions):
    other = made.link_text({"title": "Another", "steps": [["empathy", "abc123"]]})
    third = made.make_result("Eva", other, questions[:2], shares=[1, 1])
    page = give(a_result("Ana"), a_result("Ben"), third)
    expect(total(page)).to_contain_text("2 handed in")
    page.get_by_role("combobox", name="Assignment").select_option(label="Another (1)")
    expect(total(page)).to_contain_text("1 handed in")


# --- What is there twice, altered or broken


def test_the_same_file_twice_is_counted_once_and_named(give, a_result):
    text = made.file_of(a_result("Ana"))
    page = give(("a.json", text), ("copy.json", text))
    expect(total(page)).to_contain_text("1 handed in")
    expect(page.locator(".team-result")).to_contain_text("copy.json: the same file as another one")


def test_a_later_file_takes_the_place_of_an_earlier_one(give, a_result):
    first = a_result("Ana", 5)
    second = a_result("ana ", 9, at=made.START + 10**8)
    second |= {"entries": first["entries"] + second["entries"], "made": "2026-10-02T09:00:00.000Z"}
    page = give(("new.json", second), ("old.json", first))
    expect(total(page)).to_contain_text("1 handed in")
    expect(page.locator(".team-result")).to_contain_text("new.json holds all of an earlier file")
    expect(page.locator(".team-people tr").nth(1)).to_contain_text("✓ 90")
    expect(page.locator(".team-result")).to_contain_text("50 % → ")


def test_two_files_of_one_name_that_share_nothing_are_named(give, a_result):
    page = give(a_result("Ana", 5), a_result("Ana", 9, at=made.START + 10**8))
    expect(page.locator(".team-result")).to_contain_text("another device, or another person?")


def test_the_same_answers_under_two_names_are_named(give, a_result):
    copied = a_result("Ana") | {"name": "Ben"}
    page = give(a_result("Ana"), copied)
    expect(page.locator(".team-result")).to_contain_text(
        "Ana and Ben have handed in the same answers."
    )


def test_hostile_files_are_named_and_the_others_are_read(visit, a_result, tmp_path):
    good = made.file_of(a_result("Ana"))
    deep = '{"format":"unruffled-result","version":1,"entries":' + "[" * 50_000
    given = {
        "good": good.encode(),
        "half": good.encode()[: len(good) // 2],
        "later": good.replace('"version":1', '"version":2').encode(),
        "changed": good.replace('"name":"Ana"', '"name":"Bob"').encode(),
        "deep": deep.encode(),
        "prose": b"Dear trainer",
        "empty": b"",
        "binary": bytes(range(256)) * 40,
        "huge": b"x" * (50 * 2**20),
    }
    for name, raw in given.items():
        (tmp_path / f"{name}.json").write_bytes(raw)
    page = visit(PAGE)
    files = [tmp_path / f"{name}.json" for name in given]
    page.get_by_label("Result files").set_input_files(files)
    expect(page.locator(".team-told")).to_contain_text("2 of 9 read. 8 with something to look at")
    for words in (
        "good.json: Ana.",
        "half.json: it is damaged, or cut off",
        "later.json: it was made by a later version",
        "changed.json: it was changed after it was made",
        "deep.json: it is damaged",
        "prose.json: it is not a result",
        "empty.json: it is empty",
        "binary.json: it is not a result",
        "huge.json: it is too large",
    ):
        expect(page.locator(".team-read")).to_contain_text(words)
    # Whoever looks for what is wrong finds it first.
    expect(page.locator(".team-read li").last).to_contain_text("good.json: Ana.")
    expect(total(page)).to_contain_text("2 handed in")
    row_of = page.locator("tr", has=page.locator("th", has_text="Bob"))
    expect(row_of).to_contain_text("altered after it was made")


def test_markup_in_a_file_is_text(give, a_result, questions):
    evil = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    title = made.link_text({"title": evil, "steps": [["empathy", "abc123"]]})
    result = made.make_result(evil, title, questions, shares=[1.0] * 10, responses=[[evil]] * 10)
    page = give((f"{evil}.json".replace("/", ""), result))
    expect(page.locator(".team-people tbody th")).to_have_text(evil)
    page.get_by_text("What was read", exact=True).click()
    assert page.locator("unruffled-team :is(img, script)").count() == 0


def test_a_folder_is_read_with_all_that_lies_in_it(visit, a_result, tmp_path):
    (tmp_path / "team/week").mkdir(parents=True)
    (tmp_path / "team/ana.json").write_text(made.file_of(a_result("Ana")), "utf-8")
    (tmp_path / "team/week/ben.json").write_text(made.file_of(a_result("Ben")), "utf-8")
    (tmp_path / "team/.DS_Store").write_bytes(b"\0")
    page = visit(PAGE)
    page.get_by_label("Or a folder").set_input_files(tmp_path / "team")
    expect(page.locator(".team-told")).to_have_text("2 of 2 read.")
    expect(total(page)).to_contain_text("2 handed in")


DROP = """([name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name));
  const event = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
  document.querySelector(".team-drop").dispatchEvent(event);
}"""


def test_files_can_be_dropped(visit, a_result):
    page = visit(PAGE)
    expect(page.locator(".team-take")).to_be_visible()
    page.evaluate(DROP, ["ana.json", made.file_of(a_result("Ana"))])
    expect(total(page)).to_contain_text("1 handed in")


# --- What is hard


def test_what_to_teach_again_comes_first_and_each_choice_is_counted(visit, course, assignment):
    # As it is sent: the script would mix the choices while they are read.
    page = visit(course["quizzes"]["stay-calm"]["url"], java_script_enabled=False)
    asked = page.locator("unruffled-question[data-kind=single]").first
    name = asked.get_attribute("id").split(".")[2]
    values = [each.get_attribute("value") for each in asked.locator("fieldset input").all()]
    right = asked.locator(".quiz-answer li").evaluate_all(
        "all => all.findIndex(each => 'right' in each.dataset)"
    )
    rev = course["quizzes"]["stay-calm"]["questions"][name][0]
    wrong = next(each for at, each in enumerate(values) if at != right)
    results = [
        made.make_result(
            f"Person {number}",
            assignment,
            [("stay-calm", name, rev, "single"), *made.questions_of(course, ["empathy"])[:2]],
            shares=[int(number >= 9), 1, number % 2],
            responses=[[values[right] if number >= 9 else wrong], ["x"], ["y"]],
        )
        for number in range(12)
    ]
    page = visit(PAGE)
    hand_over(page, *results)
    first = page.locator(".team-questions details").first
    expect(first.locator("summary")).to_contain_text("25 %")
    first.locator("summary").click()
    rows = first.locator("tbody tr")
    expect(rows).to_have_count(len(values))
    texts = rows.all_inner_texts()
    assert any("75 %" in each and "right" not in each for each in texts)
    assert any("25 %" in each and "right" in each for each in texts)
    expect(first).to_contain_text("Most get it wrong")
    figures = list(csv.DictReader(io.StringIO(saved(page, "Questions as CSV").lstrip("\ufeff"))))
    mine = next(each for each in figures if each["question"] == f"stay-calm/{name}")
    assert mine["wording"] == first.locator(".team-name").inner_text()
    chosen = next(each for each in texts if "75 %" in each)
    assert chosen.startswith(mine["most chosen wrong answer"])
    assert mine["people who chose it"] == "9"
    modules = page.locator(".team-table:has-text('first try') tbody tr").all_inner_texts()
    assert modules[0].startswith("Stay calm")


def test_few_people_are_told_that_figures_say_little(give, a_result):
    page = give(*(a_result(f"Person {number}", number % 10) for number in range(4)))
    expect(page.locator(".team-result")).to_contain_text("From fewer than 10 people")
    expect(page.locator(".team-result")).to_contain_text("Only 4 people answered all of it")


def test_answers_to_an_earlier_revision_are_named_and_not_analysed(give, a_result):
    result = a_result("Ana")
    result["entries"][0]["rev"] = "older"
    page = give(result)
    expect(page.locator(".team-result")).to_contain_text("1 answer is to an earlier version")


# --- Away, and kept


def test_the_tables_are_safe_in_a_spreadsheet(give, a_result):
    page = give(a_result('=HYPERLINK("http://x","y")'), a_result("Ben, the second"))
    table = saved(page, "People as CSV")
    assert table.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(table.removeprefix("\ufeff"))))
    names = {each[0] for each in rows[1:]}
    assert names == {'\'=HYPERLINK("http://x","y")', "Ben, the second"}
    assert all(len(each) == len(rows[0]) for each in rows)
    figures = list(csv.reader(io.StringIO(saved(page, "Questions as CSV"))))
    assert len(figures) == 11
    data = json.loads(saved(page, "All as JSON"))
    assert [len(each["answers"]) for each in data["people"]] == [10, 10]


def test_what_was_read_is_forgotten_unless_it_is_to_be_kept(give, a_result):
    page = give(a_result("Ana"))
    expect(total(page)).to_be_visible()
    page.reload()
    expect(page.locator(".team-take")).to_be_visible()
    expect(total(page)).to_have_count(0)
    hand_over(page, a_result("Ana"))
    page.get_by_label("Who should have handed in").fill("Ana\nBen")
    expect(total(page)).to_contain_text("Missing: Ben")
    page.get_by_label("Keep in this browser").check()
    page.wait_for_timeout(300)
    page.reload()
    expect(total(page)).to_contain_text("Missing: Ben")
    page.get_by_role("button", name="Forget everything").click()
    expect(page.locator(".team-kept")).to_contain_text("All of it is forgotten")
    page.reload()
    expect(page.locator(".team-take")).to_be_visible()
    expect(total(page)).to_have_count(0)


NO_STORAGE = "Object.defineProperty(window, 'indexedDB', { get() { throw new Error('off'); } });"


def test_without_storage_results_are_read_all_the_same(visit, a_result):
    page = visit(PAGE, setup=NO_STORAGE)
    hand_over(page, a_result("Ana"))
    expect(total(page)).to_contain_text("1 handed in")
    page.get_by_label("Keep in this browser").check()
    expect(page.locator(".team-kept")).to_have_text("This browser does not keep it.")


# --- Looks


@looks
def test_axe_finds_nothing(give, a_result, scheme, window):
    results = [a_result(f"Person {number}", number % 11) for number in range(12)]
    again = a_result("Person 1", 9, at=made.START + 10**8)
    page = give(*results, again, ("half.json", "{"), color_scheme=scheme, **window)
    expect(page.locator(".team-people tbody tr")).to_have_count(12)
    page.locator(".team-questions summary").first.click()
    assert violations(page) == []


def test_the_page_can_be_used_with_the_keyboard_alone(give, a_result):
    page = give(*(a_result(f"Person {number}", number) for number in range(3)))
    expect(page.locator(".team-people tbody tr")).to_have_count(3)
    reached = {"files"}
    page.get_by_label("Result files").focus()
    for _ in range(80):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.name || document.activeElement.className")
        reached.add(str(name).split(" ")[0])
    assert {"files", "folder", "codes", "roster", "team-table", "keep", "quiz-button"} <= reached


def test_on_paper_there_are_the_figures_and_no_controls(give, a_result):
    page = give(a_result("Ana"))
    expect(page.locator(".team-people tbody tr")).to_have_count(1)
    page.emulate_media(media="print")
    expect(total(page)).to_be_visible()
    for part in (".team-take", ".team-keep", ".team-key", ".team-take-away"):
        expect(page.locator(part)).to_be_hidden()


def test_a_code_out_of_all_measure_is_named_and_the_table_stands(visit, a_result, assignment):
    key = assignment.rsplit(".", 1)[1]
    body = made.compact([key, "Calm and kind", "Ben", 100_000_000_000, [[2, 80, 1]]])
    page = visit(PAGE)
    hand_over(page, a_result("Ana"))
    box = page.get_by_label("Short codes")
    box.fill(f"u1.{made.b64(body)}.{made.crc(body)}")
    expect(page.locator(".team-read")).to_contain_text("code 1: it is damaged, or cut off")
    expect(total(page)).to_contain_text("1 handed in")
    assert row(page, "Ana")[:2] == ["Ana", "1 of 1"]
    box.fill("Here is my code, see you on Monday")
    expect(page.locator(".team-read")).to_contain_text("What you pasted: there is no short code")
    box.fill("u1.WyIwMDAwMDAwMCIsIkNhbG0iLCJCZW4iLDE")
    expect(page.locator(".team-read")).to_contain_text("it is not whole: its end is missing")


CANNOT = """
const Real = Intl.DateTimeFormat;
Intl.DateTimeFormat = class extends Real {
  format(time) {
    if (new Date(time).toJSON().startsWith("2026-10-05")) throw new RangeError("no day");
    return super.format(time);
  }
};
"""


def test_a_row_that_cannot_be_worked_out_is_named_and_the_others_stand(give, a_result):
    odd = a_result("Odd") | {"made": "2026-10-05T09:00:00.000Z"}
    page = give(("ana.json", a_result("Ana")), ("odd.json", odd), setup=CANNOT)
    expect(total(page)).to_contain_text("1 handed in")
    expect(page.locator(".team-result")).to_contain_text("odd.json: it cannot be computed with")
    assert row(page, "Ana")[:2] == ["Ana", "1 of 1"]
