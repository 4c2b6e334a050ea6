"""A quiz in practice: what counts, what can be tried again, what is known from before."""

from __future__ import annotations

import re

import kinds
import pytest
import record_helpers
from kinds import COUNTED, KINDS, PARTLY, RIGHT, WRONG, Mouse
from pages import words
from playwright.sync_api import Locator, Page, Route, expect

from kinds_project import ALL, BESIDE, DRAWN, SOME, STOCK, examples
from waiting import until

MOUSE = Mouse()
MOST = {kind: question.get("points", 1) for kind, question in examples().items()}
WITHOUT_STORAGE = "Object.defineProperty(window, 'indexedDB', { value: undefined });"


@pytest.fixture
def page(visit_kinds) -> Page:
    return kinds.ready(visit_kinds(ALL))


def panel(page: Page) -> Locator:
    return page.locator(".quiz-panel")


def answer(page: Page, kind: str, how: str) -> None:
    asked = kinds.question(page, kind)
    MOUSE.answer(asked, how)
    if kind == "rewrite":
        asked.get_by_role("button", name="Save my ticks").click()


def finish(page: Page, **otherwise: str) -> None:
    """Answer every question right at once, but for those named."""
    for kind in KINDS:
        answer(page, kind, otherwise.get(kind, RIGHT))


def test_the_count_of_answers_grows_and_the_result_waits_for_the_last(page):
    expect(panel(page)).to_contain_text("0 of 10 answered.")
    for number, kind in enumerate(KINDS, 1):
        expect(panel(page).get_by_role("listitem")).to_have_count(0)
        answer(page, kind, RIGHT)
        expect(panel(page)).to_contain_text(f"{number} of 10 answered.")
    expect(panel(page)).to_contain_text("100 %. Passed.")


def test_the_first_try_counts_whatever_follows(page):
    for kind in KINDS:
        if kind in ("single", "ordering"):
            answer(page, kind, WRONG if kind == "single" else PARTLY)
        answer(page, kind, RIGHT)
    most = sum(MOST[kind] for kind in COUNTED)
    points = most - MOST["single"] - MOST["ordering"] / 3
    expect(panel(page)).to_contain_text(
        f"{points:g} of {most} points: {int(100 * points / most)} %."
    )


def test_too_few_points_say_what_is_needed(page):
    finish(page, single=WRONG, ordering=WRONG, matching=WRONG, sorting=WRONG)
    expect(panel(page)).to_contain_text("To pass: 80 %.")
    expect(panel(page)).not_to_contain_text("Passed")


def test_the_result_goes_by_objective_and_leads_to_what_to_read_again(page, kinds_address):
    finish(page, fill_in=WRONG)
    second = ("fill_in", "choose_in_text", "spot")
    first = sum(MOST[kind] for kind in COUNTED if kind not in second)
    whole = sum(MOST[kind] for kind in second)
    rows = panel(page).get_by_role("listitem")
    expect(rows).to_have_text(
        [
            f"{first} of {first}: name what a customer seems to feel",
            f"{whole - 2} of {whole}: take up the customer's own words Read this again",
        ]
    )
    expect(rows.nth(0).get_by_role("link")).to_have_count(0)
    link = rows.nth(1).get_by_role("link", name="Read this again: take up the customer's own words")
    link.click()
    expect(page).to_have_url(f"{kinds_address}{ALL}#what-to-say")


def test_trying_again_clears_the_verdicts_of_what_was_wrong_and_nothing_else(page):
    finish(page, single=WRONG, spot=WRONG)
    expect(panel(page)).to_contain_text(" points: ")
    first = panel(page).get_by_role("status").first.inner_text()
    page.get_by_role("button", name="Try again what was wrong").click()
    for kind in ("single", "spot"):
        asked = kinds.question(page, kind)
        expect(asked.locator("input:checked")).not_to_have_count(0)
        expect(asked.locator(".quiz-reason")).to_have_count(0)
        expect(asked.locator(".quiz-verdict")).to_be_empty()
    assert kinds.question(page, "single").evaluate("q => q.contains(document.activeElement)")
    for kind in ("multiple", "matching", "fill_in"):
        asked = kinds.question(page, kind)
        expect(asked.locator(".quiz-verdict")).to_contain_text("Right.")
        expect(asked.locator(".quiz-reason").first).to_be_visible()
    assert kinds.question(page, "single").evaluate("q => q.tries") == 1
    answer(page, "single", RIGHT)
    answer(page, "spot", RIGHT)
    expect(page.get_by_role("button", name="Try again what was wrong")).to_be_hidden()
    # The result is that of the first answers, whatever follows.
    assert panel(page).get_by_role("status").first.inner_text() == first


def test_starting_over_forgets_everything_and_begins_at_the_first_question(page):
    finish(page, single=WRONG)
    kinds.question(page, "ordering").locator(".quiz-hint summary").first.click()
    page.get_by_role("button", name="Start over").click()
    expect(panel(page)).to_contain_text("0 of 10 answered.")
    expect(page.locator("unruffled-quiz input:checked")).to_have_count(0)
    for field in page.locator("unruffled-quiz :is([type=text], textarea, select)").all():
        expect(field).to_have_value("")
    expect(page.locator(".quiz-reason")).to_have_count(0)
    expect(page.locator(".quiz-answer:visible")).to_have_count(0)
    expect(page.locator(".quiz-hint[open]")).to_have_count(0)
    expect(kinds.question(page, "single").locator("input").first).to_be_focused()
    finish(page)
    expect(panel(page)).to_contain_text("100 %. Passed.")


def test_starting_over_brings_another_order(page):
    orders = {_order(page)}
    for _ in range(5):
        answer(page, "true_false", RIGHT)
        page.get_by_role("button", name="Start over").click()
        expect(kinds.question(page, "true_false").locator(".quiz-verdict")).to_be_empty()
        orders.add(_order(page))
    assert len(orders) > 1


def _order(page: Page) -> tuple[str, ...]:
    inputs = kinds.question(page, "multiple").locator("fieldset input")
    return tuple(inputs.evaluate_all("all => all.map(each => each.value)"))


# What is kept, and what is known from before


def test_every_answer_goes_into_the_record_with_the_run_it_belongs_to(page):
    answer(page, "multiple", PARTLY)
    answer(page, "multiple", RIGHT)
    answer(page, "fill_in", RIGHT)
    expect(panel(page)).to_contain_text("2 of 10 answered.")
    page.get_by_role("button", name="Start over").click()
    expect(panel(page)).to_contain_text("0 of 10 answered.")
    answer(page, "fill_in", RIGHT)
    page.wait_for_timeout(200)
    entries = record_helpers.record(page)["entries"]
    found = [(each["question"], each["tries"], each["mode"]) for each in entries]
    assert found == [
        ("bills-to-a-mother", 1, "practice"),
        ("bills-to-a-mother", 2, "practice"),
        ("cake-on-monday", 1, "practice"),
        ("cake-on-monday", 1, "practice"),
    ]
    runs = [each["run"] for each in entries]
    assert len({*runs[:3]}) == 1 and runs[3] not in runs[:3]
    fields = "v id type at t quiz question kind rev response share points max tries hints seed mode"
    assert all(set(each) == {*fields.split(), "run"} for each in entries)


def legends(page: Page) -> dict[str, str]:
    """Return what stands above the stem of each question that is shown."""
    return {
        each.get_attribute("id").rpartition(".")[2]: each.locator(
            "legend > span:first-child"
        ).first.inner_text()
        for each in page.locator("unruffled-question:visible").all()
    }


def test_a_question_says_what_the_record_knows_of_it(page):
    of = kinds.data(kinds.question(page, "sorting"))
    answer(page, "single", RIGHT)
    answer(page, "matching", PARTLY)
    record_helpers.answer(
        page,
        record_helpers.attempt(quiz="all", question=of.id, rev="an-older-one"),
    )
    page.reload()
    expect(page.locator("legend > span:first-child").first).to_contain_text("answered before")
    found = legends(kinds.ready(page))
    assert found["three-visits"] == "Question 1 of 10 · answered before, right"
    assert found["what-is-behind-it"] == "Question 5 of 10 · answered before"
    assert found[of.id] == "Question 6 of 10 · changed since you answered"
    assert found["cake-on-monday"] == "Question 7 of 10"


def test_a_draw_repeats_nothing_before_everything_was_asked(visit_kinds):
    page = visit_kinds(SOME)
    asked: list[str] = []
    for number in range(STOCK // DRAWN):
        if number:
            page.reload()
        shown = _drawn(page)
        assert len(shown) == DRAWN
        asked += shown
        for name in shown:
            MOUSE.answer(kinds.named(page, name), WRONG)
        expect(panel(page)).to_contain_text(f"{DRAWN} of {DRAWN} answered.")
        until(
            page,
            f"""async () => {{
              const {{ views }} = await import("../../assets/unruffled/browser/core/store.js");
              return (await views()).size === {len(asked)};
            }}""",
        )
    assert len({*asked}) == STOCK


def _drawn(page: Page) -> list[str]:
    expect(page.locator("legend > span:first-child:visible").first).to_contain_text(
        f"Question 1 of {DRAWN}"
    )
    return list(legends(page))


def test_starting_over_draws_others_and_goes_to_the_first_of_them(visit_kinds):
    page = visit_kinds(SOME)
    first = _drawn(page)
    for name in first:
        MOUSE.answer(kinds.named(page, name), RIGHT)
    page.get_by_role("button", name="Start over").click()
    expect(panel(page)).to_contain_text(f"0 of {DRAWN} answered.")
    for name in first:  # they are there until the others are drawn
        expect(kinds.named(page, name)).to_be_hidden()
    second = _drawn(page)
    assert not {*first} & {*second}
    focused = page.evaluate("document.activeElement.closest('unruffled-question')?.id")
    assert focused == f"q.some.{second[0]}"


def test_a_browser_that_keeps_nothing_says_so_and_goes_on(visit_kinds):
    page = kinds.ready(visit_kinds(ALL, WITHOUT_STORAGE))
    finish(page)
    expect(panel(page)).to_contain_text("100 %. Passed.")
    expect(panel(page)).to_contain_text("Your answer is not stored")


def test_a_question_by_itself_works_in_any_page(visit_kinds, kinds_address):
    """Without a quiz around it; the page it comes into has nothing of quizzes."""
    page = visit_kinds(BESIDE, kinds.LISTEN)
    page.evaluate(
        """async from => {
          const html = await (await fetch(from)).text();
          const other = new DOMParser().parseFromString(html, "text/html");
          for (const each of other.querySelectorAll("unruffled-question")) {
            document.querySelector("article").append(document.importNode(each, true));
          }
          await import("../assets/unruffled/blocks/quiz/question.js");
        }""",
        f"{kinds_address}{ALL}",
    )
    kinds.ready(page)
    for kind in COUNTED:
        MOUSE.answer(kinds.question(page, kind), RIGHT)
        expect(kinds.question(page, kind).locator(".quiz-verdict")).to_contain_text("Right.")
    assert [each["kind"] for each in kinds.attempts(page)] == COUNTED


def test_a_kind_that_cannot_be_loaded_stays_as_it_is_without_scripts(chromium, kinds_address):
    context = chromium.new_context(base_url=kinds_address)
    page = context.new_page()
    page.route("**/kinds/sorting/sorting.js", lambda route: route.abort())
    page.goto(ALL)
    kinds.ready(page)
    asked = kinds.question(page, "sorting")
    expect(asked.locator(".quiz-answer summary")).to_be_visible()
    expect(asked.locator(".quiz-button")).to_have_count(0)
    MOUSE.answer(kinds.question(page, "matching"), RIGHT)
    expect(panel(page)).to_contain_text("1 of ")
    context.close()


def test_a_kind_that_comes_late_is_counted_with_the_others(chromium, kinds_address):
    context = chromium.new_context(base_url=kinds_address)
    page = context.new_page()

    def late(route: Route) -> None:
        page.wait_for_timeout(400)
        route.continue_()

    page.route("**/kinds/matching/matching.js", late)
    page.goto(ALL)
    kinds.ready(page)
    numbers = page.locator("unruffled-question legend > span:first-child")
    total = len(KINDS)
    expect(numbers).to_have_text([f"Question {each} of {total}" for each in range(1, total + 1)])
    context.close()


def test_what_was_chosen_before_the_script_came_is_kept(chromium, kinds_address):
    context = chromium.new_context(base_url=kinds_address)
    page = context.new_page()
    waiting: list[Route] = []
    page.route(re.compile(r"/kinds/(single|fill_in)/"), lambda route: waiting.append(route))
    page.goto(ALL)
    single, typed = kinds.question(page, "single"), kinds.question(page, "fill_in")
    expect(single.locator("input").first).to_be_visible()
    chosen = single.locator("input").nth(1)
    value = chosen.get_attribute("value")
    chosen.check()
    typed.locator("input").fill("half a word")
    for each in waiting:
        each.continue_()
    kinds.ready(page)
    assert single.locator("input:checked").get_attribute("value") == value
    expect(typed.locator("input")).to_have_value("half a word")
    single.locator(".quiz-button").click()
    expect(panel(page)).to_contain_text("1 of ")
    context.close()


def test_the_introduction_says_how_many_questions_there_are(visit_kinds):
    page = visit_kinds(SOME)
    intro = page.locator(".quiz-intro")
    expect(intro).to_contain_text(f"{DRAWN} of {STOCK} questions, others each time.")
    expect(intro).to_contain_text(re.compile(r"get 80\s% of the points"))
    page = visit_kinds(ALL)
    expect(page.locator(".quiz-intro")).to_contain_text("10 questions.")
    first = page.locator("unruffled-question legend").first
    expect(first).to_contain_text(words(examples()["single"]["stem"]))
