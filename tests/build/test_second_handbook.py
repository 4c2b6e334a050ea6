"""A handbook on another subject, by the wheel alone: written, checked, built, and used.

The one in `fire-safety/` has its own headings and no phrases. `unruffled init` writes the others.
"""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest
from built_pages import HOME, document, fault_of, html_files, references
from playwright.sync_api import Browser, Locator, Page, expect
from wheels import Elsewhere

from printed import faults
from support import BASE, ROOT, serve
from unruffled.scaffold import HANDBOOKS
from waiting import until
from watching import watch

HERE = Path(__file__).parent
OURS = re.compile(r"unruffled|difficult|customer has", re.IGNORECASE)
UNSEEN = re.compile(r"<script.*?</script>|<style.*?</style>|<[^>]*>", re.DOTALL)
Answer = Callable[[Locator], None]


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Elsewhere:
    return Elsewhere(tmp_path_factory.mktemp("elsewhere"))


@pytest.fixture(scope="session")
def fire(elsewhere: Elsewhere, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site of the handbook about fire."""
    project = shutil.copytree(HERE / "fire-safety", tmp_path_factory.mktemp("fire") / "project")
    return elsewhere.built(project, project.parent / "site")


@pytest.fixture(scope="session", params=HANDBOOKS)
def begun(
    elsewhere: Elsewhere, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> tuple[str, Path]:
    """What `unruffled init` writes: its kind and its finished site."""
    folder = tmp_path_factory.mktemp("begun")
    kind = request.param
    command = ("init", "own", "--kind", kind, "--title", "Salt & pepper", "--name", "The kitchen")
    done = elsewhere.run("unruffled", *command, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return kind, elsewhere.built(folder / "own", folder / "site")


@pytest.fixture
def open_fire(chromium: Browser, fire: Path) -> Iterator[Page]:
    """A window on the handbook about fire, in which nothing may go wrong."""
    with serve(fire) as address:
        context = chromium.new_context(
            base_url=address, reduced_motion="reduce", service_workers="block"
        )
        context.set_default_timeout(10_000)
        trouble = watch(context, address)
        yield context.new_page()
        context.close()
    assert trouble == []


def test_the_package_lies_in_the_other_environment(elsewhere: Elsewhere) -> None:
    assert elsewhere.package.is_relative_to(elsewhere.folder)
    assert not elsewhere.package.is_relative_to(ROOT)


def test_every_link_leads_to_something(fire: Path, begun: tuple[str, Path]) -> None:
    for site in (fire, begun[1]):
        found = [each for each in references(site) if each[2].startswith((HOME, BASE))]
        found += [each for each in references(site) if not re.match(r"[a-z]+:|/", each[2])]
        broken = [(*each, fault) for each in found if (fault := fault_of(each[2], each[0], site))]
        assert broken == []


def test_nothing_is_made_of_what_the_handbook_does_not_have(fire: Path) -> None:
    pages = {page.relative_to(fire).parent.as_posix() for page in html_files(fire)}
    assert pages == {
        *(".", "desk", "desk/smoke", "offline", "record", "test"),
        *("lessons/leave-the-building", "lessons/small-fires"),
        *("practice", "practice/wedged-door"),
        *("practice/maps/wedged-door", "practice/sheets/wedged-door"),
    }


def test_no_page_speaks_of_another_handbook(fire: Path) -> None:
    for page in html_files(fire):
        text = re.sub(
            r"(?s)<script.*?</script>|<style.*?</style>|<[^>]*>", " ", document(page).text
        )
        assert OURS.findall(text) == [], page


def tick(*labels: str) -> Answer:
    def give(asked: Locator) -> None:
        for label in labels:
            asked.locator("fieldset label, .quiz-transcript label").filter(has_text=label).click()

    return give


def order(*texts: str) -> Answer:
    def give(asked: Locator) -> None:
        # Each goes up as far as it can, the last one first; so an order by chance is touched, too.
        for text in reversed(texts):
            for _ in texts[1:]:
                button = asked.get_by_role("button", name=f"Move up: {text}", exact=True)
                if button.is_enabled() and button.get_attribute("aria-disabled") != "true":
                    button.click()

    return give


def choose(label: str) -> Answer:
    def give(asked: Locator) -> None:
        asked.locator("select").select_option(label=label)

    return give


def place(**placed: str) -> Answer:
    """Give each slot its value: `place(A_green_sign="The way out")`."""

    def give(asked: Locator) -> None:
        for start, label in placed.items():
            slot = asked.locator(".quiz-slots > li").filter(has_text=start.replace("_", " "))
            if slot.locator("select").count():
                option = slot.locator("option").filter(has_text=label)
                slot.locator("select").select_option(option.inner_text())
            else:
                slot.get_by_role("radio", name=label, exact=True).check()

    return give


def write(text: str) -> Answer:
    return lambda asked: asked.locator("input[type=text], textarea").fill(text)


ANSWERS: dict[str, dict[str, Answer]] = {
    "lessons/leave-the-building/": {
        "first-thing": tick("End the call and go to the exit"),
        "what-to-take": tick("Close each door behind me", "Tell people whom I pass"),
        "lift": tick("False"),
        "order-of-steps": order(
            "Stop what you are doing", "Go to the nearest exit", "Report at the meeting point"
        ),
        "signs": place(
            A_green_sign="The way out",
            A_red_sign="Something to fight a fire with",
            A_bell_that_rings="Leave now",
        ),
    },
    "lessons/small-fires/": {
        "fight-or-leave": place(
            Paper_burning="Put it out", A_shelf_that_burns="Leave it", A_pan="Put it out"
        ),
        "oil": write("water"),
        "report-by-phone": choose("in the paper store of the mill"),
        "what-went-wrong": tick("Yes, be quick."),
        "say-it-better": write("Fire! Leave now, by the stairs."),
    },
}
"""The right answer to each question, by its page: one of every kind."""


def answer_all(page: Page, lesson: str) -> None:
    for name, give in ANSWERS[lesson].items():
        asked = page.locator(f'unruffled-question[id$=".{name}"]')
        button = asked.get_by_role("button", name=re.compile("Check|Compare"))
        expect(button).to_be_visible()  # until then its choices are still to be mixed
        give(asked)
        button.click()
        if name == "say-it-better":
            asked.get_by_role("button", name="Save my ticks").click()
    counted = f"{len(ANSWERS[lesson])} of {len(ANSWERS[lesson])} answered."
    expect(page.locator(".quiz-panel")).to_contain_text(counted)


def test_a_question_of_every_kind_is_answered_and_recorded(open_fire: Page) -> None:
    for lesson in ANSWERS:
        open_fire.goto(lesson)
        answer_all(open_fire, lesson)
        expect(open_fire.locator(".quiz-panel")).to_contain_text("100 %. Passed.")
    open_fire.goto("record/")
    expect(open_fire.locator(".record-sum")).to_contain_text("10 answers")


def test_the_test_is_taken(open_fire: Page) -> None:
    open_fire.goto("test/")
    open_fire.get_by_role("button", name="Start the test").click()
    known = {name: give for each in ANSWERS.values() for name, give in each.items()}
    asked = open_fire.locator(".quiz-panel unruffled-question")
    expect(asked).to_have_count(3)
    for each in asked.all():
        known[(each.get_attribute("id") or "").rpartition(".")[2]](each)
    open_fire.get_by_role("button", name="Hand in").click()
    expect(open_fire.locator(".quiz-outcome")).to_contain_text("100 %")


def test_the_conversation_is_played_to_its_end(open_fire: Page) -> None:
    open_fire.goto("practice/")
    open_fire.get_by_role("link", name="The door with the wedge").first.click()
    open_fire.get_by_role("button", name="If it burns, this door").click()
    expect(open_fire.get_by_role("heading", name="Resolved with trust")).to_be_visible()
    # Its techniques lead to their lesson, and to no phrases: there are none.
    assert open_fire.locator(".scene-techniques a[href*='#']").count() == 0


def test_the_card_has_its_words_and_a_call_mode(open_fire: Page) -> None:
    open_fire.goto("desk/")
    open_fire.get_by_role("link", name="You smell smoke").first.click()
    expect(open_fire.locator(".md-content")).to_contain_text("Press the alarm beside the door.")
    expect(open_fire.locator(".md-content")).to_contain_text("The list hangs beside the lift.")
    open_fire.get_by_role("button", name="Call mode").click()
    expect(open_fire.get_by_role("button", name="Leave call mode")).to_be_visible()
    expect(open_fire.get_by_role("link", name="Situations")).to_be_visible()


def test_nothing_is_cut_or_left_to_press_on_paper(open_fire: Page) -> None:
    open_fire.set_viewport_size({"width": 672, "height": 1000})
    for path in (*ANSWERS, "desk/smoke/", "practice/sheets/wedged-door/"):
        open_fire.goto(path)
        expect(open_fire.locator("h1")).to_be_visible()
        assert faults(open_fire) == []
    open_fire.goto("desk/smoke/")
    text = "".join(
        each.extract_text() for each in pypdf.PdfReader(io.BytesIO(open_fire.pdf())).pages
    )
    assert "Leave now, by the stairs" in text


def test_without_a_network_it_is_read_and_answered(chromium: Browser, fire: Path) -> None:
    with serve(fire) as address:
        context = chromium.new_context(base_url=address, reduced_motion="reduce")
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.goto("")
        until(page, "() => navigator.serviceWorker.controller?.state === 'activated'")
    lesson = "lessons/leave-the-building/"
    page.goto(lesson)
    answer_all(page, lesson)
    page.goto("desk/smoke/")
    expect(page.locator("h1")).to_contain_text("You smell smoke")
    context.close()


def test_a_handbook_that_was_begun_works_at_once(
    chromium: Browser, begun: tuple[str, Path]
) -> None:
    kind, site = begun
    with serve(site) as address:
        context = chromium.new_context(
            base_url=address, reduced_motion="reduce", service_workers="block"
        )
        context.set_default_timeout(10_000)
        trouble = watch(context, address)
        page = context.new_page()
        page.goto("")
        expect(page.locator("h1")).to_contain_text("Salt & pepper")
        expect(page.locator(".md-footer")).not_to_contain_text("None")
        USES[kind](page)
        context.close()
    assert trouble == []


def use_course(page: Page) -> None:
    page.get_by_role("link", name="Begin with the first lesson").click()
    asked = page.locator('unruffled-question[id$=".after-reading"]')
    button = asked.get_by_role("button", name="Check answer")
    expect(button).to_be_visible()  # until then its choices are still to be mixed
    tick("Answer the questions, then read again")(asked)
    button.click()
    expect(page.locator(".quiz-panel")).to_contain_text("1 of 3 answered.")
    page.goto("course/record/")
    expect(page.locator(".record-sum")).to_contain_text("1 answer")
    page.goto("course/")
    expect(page.get_by_role("link", name="Use this handbook").first).to_be_visible()


def use_phrasebook(page: Page) -> None:
    page.get_by_label("Their words, or what you need").fill("hang on")
    page.get_by_role("link", name="All phrases").first.click()
    page.get_by_label("What is happening").select_option(label="You have to say no")
    expect(page.get_by_text("1 of 6 phrases")).to_be_visible()


def use_empty(page: Page) -> None:
    expect(page.get_by_text("How we do things here")).to_be_visible()


USES = {"course": use_course, "phrasebook": use_phrasebook, "empty": use_empty}
