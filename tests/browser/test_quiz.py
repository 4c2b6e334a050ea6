from __future__ import annotations

import re

from pages import MODULE, answer_partly, answer_right, answer_wrong, key, question
from playwright.sync_api import Page, expect

RIGHT = re.compile("^Right")
NOT_YET = re.compile("^Not yet")


def test_a_right_answer_shows_its_reason_and_opens_the_explanation(visit):
    asked = question(visit(MODULE), "radio")
    answer_right(asked)
    expect(asked.get_by_role("status")).to_have_text(RIGHT)
    expect(asked.locator(".quiz-reason")).to_have_count(1)
    expect(asked.locator(".quiz-reason")).to_contain_text("Right.")
    expect(asked.locator("details > p")).to_be_visible()


def test_a_wrong_answer_says_why_and_keeps_the_right_one_closed(visit):
    asked = question(visit(MODULE), "radio")
    answer_wrong(asked)
    expect(asked.get_by_role("status")).to_have_text(NOT_YET)
    expect(asked.locator(".quiz-reason")).to_contain_text("Not this one.")
    expect(asked.get_by_text("Answer and why")).to_be_visible()
    expect(asked.locator("details > p")).to_be_hidden()


def test_a_new_choice_takes_the_old_verdict_away(visit):
    asked = question(visit(MODULE), "radio")
    answer_wrong(asked)
    asked.locator("input").nth(key(asked).index(True)).check()
    expect(asked.get_by_role("status")).to_be_empty()
    expect(asked.locator(".quiz-reason")).to_have_count(0)


def test_some_of_several_right_choices_are_called_partly_right(visit):
    asked = question(visit(MODULE), "checkbox")
    answer_partly(asked)
    total = sum(key(asked))
    expect(asked.get_by_role("status")).to_have_text(
        f"Partly right: 1 of {total} right choices. Try again."
    )
    asked.locator("input").nth(key(asked).index(False)).check()
    asked.get_by_role("button").click()
    expect(asked.get_by_role("status")).to_contain_text("and 1 choice that does not fit")


def test_checking_without_a_choice_asks_for_one_and_goes_to_it(visit):
    asked = question(visit(MODULE), "radio")
    asked.get_by_role("button", name="Check answer").click()
    expect(asked.get_by_role("status")).to_have_text("Choose an answer first, then check it.")
    expect(asked.locator("input").first).to_be_focused()
    expect(asked.locator("details")).to_be_hidden()


def panel(page: Page):
    return page.locator(".quiz-panel")


def finish(page: Page, *, wrong: int) -> int:
    """Answer every question, the first `wrong` of them wrong at first; return their number."""
    questions = page.locator("unruffled-question").all()
    for index, asked in enumerate(questions):
        if index < wrong:
            answer_wrong(asked)
        answer_right(asked)
    return len(questions)


def test_all_right_at_the_first_try_is_a_pass(visit):
    page = visit(MODULE)
    total = finish(page, wrong=0)
    expect(panel(page)).to_contain_text(
        f"{total} of {total} right at the first try: 100 %. Passed."
    )


def test_the_first_try_counts_whatever_follows(visit):
    page = visit(MODULE)
    total = finish(page, wrong=3)
    expect(panel(page)).to_contain_text(f"{total - 3} of {total} right at the first try")
    expect(panel(page)).to_contain_text("To pass: 80 %.")
    expect(panel(page)).not_to_contain_text("Passed")


def test_the_count_of_answers_grows_and_the_result_waits_for_the_last(visit):
    page = visit(MODULE)
    total = page.locator("unruffled-question").count()
    expect(panel(page)).to_contain_text(f"0 of {total} answered.")
    answer_right(question(page, "radio"))
    expect(panel(page)).to_contain_text(f"1 of {total} answered.")
    expect(panel(page).get_by_role("status")).to_be_empty()


def test_starting_over_forgets_everything_and_begins_at_the_first_question(visit):
    page = visit(MODULE)
    total = finish(page, wrong=1)
    page.get_by_role("button", name="Start over").click()
    expect(panel(page)).to_contain_text(f"0 of {total} answered.")
    expect(page.locator("unruffled-quiz input:checked")).to_have_count(0)
    expect(page.locator(".quiz-reason")).to_have_count(0)
    expect(page.locator("unruffled-question details:visible")).to_have_count(0)
    expect(page.locator("unruffled-question input").first).to_be_focused()
    finish(page, wrong=0)
    expect(panel(page)).to_contain_text("100 %. Passed.")
