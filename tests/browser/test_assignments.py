"""An assignment, from the trainer's page to the learner's and back as a result."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from axe import looks, violations
from jsonschema import Draft202012Validator
from PIL import Image
from playwright.sync_api import BrowserContext, Download, Page, expect

from result_files import crc, link_text
from support import ROOT
from unruffled.blocks.assignment.view import link_text as link_of_file
from unruffled.project import load
from waiting import until

ASSIGN, OPENED, FILED = "train/assign/", "course/assignment/", "assignments/limits-and-handover/"
SCHEMA = json.loads((ROOT / "schemas/result.json").read_text("utf-8"))


def choose(page: Page, *titles: str) -> None:
    for title in titles:
        page.get_by_label(title, exact=True).check()


def link(page: Page) -> str:
    return page.get_by_label("Link", exact=True).input_value()


def make(page: Page, title: str = "Calm first", **more: str) -> str:
    """Make an assignment of one module on the trainer's page; return its link."""
    choose(page, "Stay calm and professional")
    page.get_by_label("Title").fill(title)
    for label, value in more.items():
        page.get_by_label(label.replace("_", " ")).fill(value)
    return link(page)


# --- Assign


def test_a_trainer_makes_a_link_with_the_keyboard_alone(visit):
    page = visit(ASSIGN)
    box = page.get_by_label("Stay calm and professional")
    for _ in range(60):
        page.keyboard.press("Tab")
        if box.evaluate("each => each === document.activeElement"):
            break
    page.keyboard.press("Space")
    page.get_by_label("Title").press_sequentially("Calm first")
    expect(page.locator(".assign-told")).to_contain_text("One step")
    page.goto(link(page))
    expect(page.get_by_role("heading", name="Calm first")).to_be_visible()


def test_what_is_missing_is_said_and_there_is_no_link_before(visit):
    page = visit(ASSIGN)
    told = page.locator(".assign-told")
    expect(told).to_have_text("Give it a title. Choose what to do: 1 to 60 things.")
    expect(page.get_by_role("button", name="Copy the link")).to_be_hidden()
    make(page, Pass_mark="120")
    expect(told).to_have_text("The pass mark is a whole number from 0 to 100.")
    page.get_by_label("Pass mark").fill("75")
    page.get_by_label("Your public key").fill("abc")
    expect(told).to_contain_text("no public key")


def test_a_path_chooses_what_it_asks_and_nothing_else(visit):
    page = visit(ASSIGN)
    choose(page, "Measure the impact")
    page.get_by_role("button", name="New agent, first week").click()
    expect(page.get_by_label("Measure the impact")).not_to_be_checked()
    assert page.locator("[name=step]:checked").count() > 2
    page.get_by_role("button", name="Nothing").click()
    expect(page.locator("[name=step]:checked")).to_have_count(0)


def test_the_qr_code_leads_where_the_link_leads(visit):
    page = visit(ASSIGN)
    page.get_by_role("button", name="New agent, first week").click()
    page.get_by_label("Title").fill("First week")
    page.get_by_label("A note").fill("Größe, 漢字, 🙂 " * 12)
    page.get_by_text("QR code").click()
    picture = page.get_by_role("img", name="The link as a QR code")
    picture.evaluate("each => (each.style.inlineSize = '900px')")
    image = Image.open(io.BytesIO(picture.screenshot()))
    assert [each.text for each in zxingcpp.read_barcodes(image)] == [link(page)]


def test_the_file_for_the_repository_makes_the_same_assignment(visit, tmp_path):
    page = visit(ASSIGN)
    choose(page, "Show empathy", "Escalate well", "The parcel that is four days late")
    page.get_by_label("Draw one test").check()
    page.get_by_label("Questions to draw").fill("7")
    page.get_by_label("Title").fill('A "quoted": title # and more')
    page.get_by_label("A note").fill("Two lines\nand 100 % {braces}")
    page.get_by_label("Test: on").check()
    page.get_by_label("Due on").fill("2027-03-31")
    for label, value in {"Attempts": "2", "Minutes": "15", "Pass mark": "70"}.items():
        page.get_by_label(label).fill(value)
    page.get_by_label("Keep questions").check()
    page.get_by_label("Your public key").fill(f"{'a' * 43}.{'b' * 43}")
    page.get_by_text("As a file for the repository").click()
    first, _, text = page.locator(".assign-yaml pre").inner_text().partition("\n")
    file = tmp_path / first.removeprefix("# ")
    for folder in ("quizzes", "scenarios", "docs"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    for name in ("mkdocs.yml", "organisation.yml", "references.yml", "vocabulary.yml"):
        (tmp_path / name).symlink_to(ROOT / name)
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    library, problems = load(tmp_path)
    assert [each for each in problems if each.place.path.startswith("assignments/")] == []
    assert link_of_file(library, library.assignments[file.stem]) == link(page).split("#a=")[1]


def test_more_questions_than_there_are_cannot_be_drawn(visit):
    page = visit(ASSIGN)
    make(page)
    page.get_by_label("Draw one test").check()
    page.get_by_label("Questions to draw").fill("199")
    expect(page.locator(".assign-told")).to_contain_text("questions to draw from")


# --- Do


@pytest.fixture(scope="module")
def course(address) -> dict[str, Any]:
    import urllib.request

    with urllib.request.urlopen(f"{address}assets/course.json") as answer:
        return json.load(answer)


def linked(course: dict[str, Any], **given: Any) -> str:
    """Return the path of an assignment of two questions, as a test."""
    edition = crc(course["quizzes"]["stay-calm"]["edition"])
    usual = {"title": "Two questions", "steps": [["2*stay-calm", edition]], "mode": "test"}
    return f"{OPENED}#a={link_text(usual | given)}"


def take_test(page: Page) -> None:
    """Take the test on the page with the first choice of everything."""
    page.get_by_role("button", name="Start the test").click()
    expect(page.get_by_role("button", name="Hand in", exact=True)).to_be_visible()
    for question in page.locator(".quiz-panel unruffled-question").all():
        for slot in question.locator("select").all():
            slot.select_option(index=1)
        for box in question.locator("ol li:first-child input, ul li:first-child input").all():
            box.check()
        for field in question.locator("input:not([type=radio], [type=checkbox]), textarea").all():
            field.fill("something")
    hand_in = page.locator(".quiz-panel").get_by_role("button", name="Hand in")
    hand_in.click()
    if hand_in.is_visible():
        hand_in.click()
    expect(page.locator(".quiz-outcome")).to_be_visible()


def test_the_link_says_what_to_do_by_when_and_on_which_terms(visit, course):
    given = {"due": "2031-03-31", "attempts": 2, "minutes": 10, "pass": 75, "note": "Be brave."}
    page = visit(linked(course, **given))
    said = page.locator("unruffled-assigned")
    for words in (
        *("Be brave.", "Due on 31 March 2031.", "75 % is needed to pass."),
        *("Each test can be taken twice.", "Each test has 10 minutes."),
        *("2 questions from: Stay calm", "not taken yet, 2 attempts left"),
    ):
        expect(said).to_contain_text(words)


def test_what_has_changed_or_gone_since_is_named(visit, course):
    changed = linked(course, steps=[["empathy", "0" * 10], ["gone-quiz", "0" * 10]])
    page = visit(changed)
    expect(page.locator(".assigned-changed")).to_have_text(
        "Changed since this was assigned: Show empathy. "
        "Not on this site any more: gone-quiz. Tell your trainer."
    )


PLAYED = """async rev => {
  const core = new URL("../../assets/unruffled/browser/core/", location.href);
  const store = await import(new URL("store.js", core));
  const facts = { quiz: "scenario:late-parcel", question: "play", kind: "scenario" };
  const points = { share: 1, points: 1, max: 1, tries: 1, hints: 0 };
  await store.append([{ type: "attempt", rev, ...facts, ...points }]);
}"""


def test_what_was_done_in_the_modules_counts(visit, course):
    page = visit(linked(course, mode="practice", steps=[["scenario:late-parcel", "000000"]]))
    expect(page.locator(".course-state")).to_have_text("not begun")
    page.evaluate(PLAYED, course["quizzes"]["scenario:late-parcel"]["questions"]["play"][0])
    expect(page.locator(".course-state")).to_have_text("done, best 100 %")
    expect(page.locator(".assigned-hand-in td").nth(1)).to_have_text("Done")


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("", "Open that link"),
        ("#something", "Open that link"),
        ("#a=1.abc.00000000", "not whole"),
        ("#a=1.%00.x", "not whole"),
        ("#a=2.abc.00000000", "later version"),
        (f"#a={link_text({'title': 'T', 'steps': [['<img src=x>', '1']]})}", "holds nothing"),
    ],
    ids=["none", "another mark", "cut", "garbage", "later", "forged"],
)
def test_a_link_that_cannot_be_read_says_why(visit, mark, said):
    page = visit(OPENED + mark)
    expect(page.locator("unruffled-assigned")).to_contain_text(said)


def test_markup_in_a_link_is_text(visit, course):
    evil = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    page = visit(linked(course, title=evil, note=evil))
    expect(page.locator("unruffled-assigned h2").first).to_have_text(evil)
    assert page.locator("unruffled-assigned :is(img, script)").count() == 0


def test_another_link_in_the_same_window_shows_the_other_assignment(visit, course):
    page = visit(linked(course))
    expect(page.get_by_role("heading", name="Two questions")).to_be_visible()
    page.goto(linked(course, title="Another"))
    expect(page.get_by_role("heading", name="Another")).to_be_visible()


def test_attempts_are_counted_and_end(visit, course):
    page = visit(linked(course, attempts=1))
    take_test(page)
    expect(page.locator(".course-state")).to_contain_text("0 attempts left")
    page.reload()
    expect(page.locator("unruffled-assigned")).to_contain_text("You have used your attempts")
    expect(page.get_by_role("button", name="Start the test")).to_have_count(0)


def test_a_test_that_was_begun_goes_on_after_a_reload(visit, course):
    page = visit(linked(course))
    page.get_by_role("button", name="Start the test").click()
    expect(page.get_by_role("button", name="Hand in", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Go on with the test")).to_be_visible()


def test_a_test_that_is_begun_anew_leaves_a_trace_for_the_trainer(visit, course):
    page = visit(linked(course))
    page.get_by_role("button", name="Start the test").click()
    expect(page.get_by_role("button", name="Hand in", exact=True)).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Begin a new test instead").click()
    expect(page.get_by_role("button", name="Hand in", exact=True)).to_be_visible()
    page.get_by_label("Your name").fill("Ana")
    result = json.loads(text_of(saved(page)))
    Draft202012Validator(SCHEMA).validate(result)
    assert [each["type"] for each in result["entries"]] == ["begun", "begun"]
    assert [len(each["drawn"]) for each in result["entries"]] == [2, 2]


def test_a_test_that_is_begun_again_and_again_shows_no_more_than_the_attempts_allow(
    visit, course, address
) -> None:
    pool = "stay-calm+empathy+de-escalation"
    page = visit(linked(course, attempts=2, steps=[[f"5*{pool}", "000000"]]))
    for _ in range(10):
        page.get_by_role("button", name=re.compile("Start the test|Begin a new test")).click()
        expect(page.locator(".quiz-bar")).to_be_visible()
        page.reload()
    told = page.locator(".quiz-begun")
    expect(told).to_contain_text("You have begun this test 10 times and handed in 0.")
    expect(told).to_contain_text("Your trainer sees each test that you begin")
    expect(told).to_contain_text("A new test asks questions that you have seen already.")
    expect(page.locator(".course-state")).to_contain_text("begun 10, handed in 0")
    page.get_by_label("Your name").fill("Ana")
    text = text_of(saved(page))
    begun = json.loads(text)["entries"]
    assert [each["type"] for each in begun] == ["begun"] * 10
    seen = {ref for each in begun for ref in each["drawn"]}
    assert len(seen) <= 10  # two attempts of five questions
    page.goto("train/results/")
    given = {"name": "ana.json", "mimeType": "application/json", "buffer": text.encode()}
    page.get_by_label("Result files").set_input_files(given)
    row = page.locator(".team-people tbody tr")
    expect(row).to_contain_text(f"begun 10, handed in 0; {len(seen)} questions seen")
    expect(row).to_contain_text("○ begun 10")


# --- Hand in


def saved(page: Page, name: str = "Save the result file") -> Download:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return waiting.value


def text_of(download: Download) -> str:
    return Path(download.path()).read_text("utf-8")


@pytest.fixture
def handed(visit, course) -> Iterator[Page]:
    page = visit(linked(course))
    take_test(page)
    page.get_by_label("Your name").fill("Zoë <b>Ångström</b>")
    yield page


def test_the_file_is_shown_letter_by_letter_before_it_is_saved(handed):
    handed.get_by_text("See the file, letter by letter").click()
    shown = handed.get_by_label("The file, letter by letter")
    expect(shown).to_contain_text("Zoë <b>Ångström</b>")
    download = saved(handed)
    assert download.suggested_filename.startswith("result-Zoe-b-Angstrom-b-")
    assert shown.evaluate("each => each.textContent") == text_of(download)


def test_the_file_is_as_its_schema_says_and_holds_no_more_than_the_assignment(handed):
    result = json.loads(text_of(saved(handed)))
    Draft202012Validator(SCHEMA).validate(result)
    test, begun, *answers = sorted(result["entries"], key=lambda each: each["type"], reverse=True)
    # What was left open is in `drawn` only.
    assert (test["type"], len(test["drawn"])) == ("result", 2)
    assert (begun["run"], begun["drawn"]) == (test["run"], test["drawn"])
    assert {each["run"] for each in answers} <= {test["run"]}
    assert {f"{each['quiz']}/{each['question']}" for each in answers} <= set(test["drawn"])


def test_nothing_leaves_without_a_name(visit, course):
    page = visit(linked(course))
    page.get_by_role("button", name="Copy a short code").click()
    expect(page.locator(".record-said")).to_have_text(
        "Write your name first, as your trainer knows it."
    )
    expect(page.get_by_label("Your name")).to_be_focused()


def test_a_short_code_is_shown_where_it_cannot_be_copied(handed):
    handed.get_by_role("button", name="Copy a short code").click()
    expect(handed.locator(".assigned-code")).to_contain_text("u1.")


def test_on_paper_there_are_name_and_result_and_no_buttons(handed):
    handed.emulate_media(media="print")
    expect(handed.get_by_role("button", name="Print a sheet")).to_be_hidden()
    expect(handed.get_by_text("Date and signature")).to_be_visible()
    expect(handed.locator(".assigned-hand-in table")).to_be_visible()


# --- Sealed


KEPT_KEY = """async () => {
  const { pathname } = new URL("../..", location);
  const opening = indexedDB.open(`unruffled trainer ${pathname}`);
  const db = await new Promise((done) => (opening.onsuccess = () => done(opening.result)));
  const asking = db.transaction("kept").objectStore("kept").get("key");
  const found = await new Promise((done) => (asking.onsuccess = () => done(asking.result)));
  return found.key.extractable;
}"""


def test_what_a_learner_seals_only_the_trainer_opens(visit, course):
    trainer = visit("train/results/")
    trainer.get_by_role("button", name="Make a key").click()
    shown = trainer.get_by_label("Public key")
    expect(shown).to_have_value(re.compile(r"^[\w-]{43}\.[\w-]{43}$"))
    public = shown.input_value()
    private = saved(trainer, "Save the private key")
    learner = visit(linked(course, key=public))
    learner.get_by_label("Your name").fill("Ana")
    sealed = saved(learner, "Save it sealed")
    assert "Ana" not in text_of(sealed)
    mailed = "=\r\n".join(re.findall(".{1,75}", text_of(sealed)))  # as a mail program folds it
    folded = {"name": "ana.jwe", "mimeType": "text/plain", "buffer": mailed.encode("utf-16")}
    trainer.get_by_label("Result files").set_input_files(folded)
    expect(trainer.locator(".team-sum")).to_contain_text("1 handed in")
    # What the browser keeps can be used, and not be read, by whatever shares its address.
    trainer.reload()
    trainer.get_by_label("Result files").set_input_files(sealed.path())
    expect(trainer.locator(".team-sum")).to_contain_text("1 handed in")
    expect(trainer.get_by_role("button", name="Save the private key")).to_be_hidden()
    assert trainer.evaluate(KEPT_KEY) is False
    trainer.get_by_role("button", name="Remove the key").click()
    expect(trainer.locator(".team-key-told")).to_contain_text("The key is gone")
    trainer.reload()
    trainer.get_by_label("Result files").set_input_files(sealed.path())
    expect(trainer.locator(".team-read")).to_contain_text("the key for it is not here")
    trainer.get_by_label("Take a key from a file").set_input_files(private.path())
    expect(trainer.locator(".team-sum")).to_contain_text("1 handed in")


# --- Looks


@looks
def test_axe_finds_nothing_before_during_and_after(visit, course, scheme, window):
    page = visit(ASSIGN, color_scheme=scheme, **window)
    make(page)
    page.get_by_text("QR code").click()
    expect(page.get_by_role("img", name="The link as a QR code")).to_be_visible()
    assert violations(page) == []
    page = visit(linked(course, attempts=2, note="A note"), color_scheme=scheme, **window)
    page.get_by_text("See the file").click()
    expect(page.locator(".assigned-hand-in pre")).not_to_be_empty()
    assert violations(page) == []
    take_test(page)
    assert violations(page) == []
    assert violations(visit(FILED, color_scheme=scheme, **window)) == []


@pytest.mark.parametrize("path", [ASSIGN, OPENED, FILED, "train/results/", "train/integrity/"])
def test_nothing_is_wider_than_a_narrow_window(visit, path):
    page = visit(path, viewport={"width": 320, "height": 640})
    page.wait_for_timeout(300)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_a_page_of_a_file_says_what_to_do(visit):
    page = visit(FILED, java_script_enabled=False)
    expect(page.locator("unruffled-assigned")).to_contain_text("12 questions from")
    expect(page.locator("unruffled-assigned")).to_contain_text("With scripts turned on")


def test_offline_an_assignment_still_works(chromium, address, course):
    context: BrowserContext = chromium.new_context(base_url=address)
    try:
        page = context.new_page()
        page.goto("")
        page.evaluate("navigator.serviceWorker.ready")
        until(page, "() => navigator.serviceWorker.controller !== undefined")
        page.reload()
        context.set_offline(True)
        page.goto(linked(course))
        take_test(page)
    finally:
        context.close()
