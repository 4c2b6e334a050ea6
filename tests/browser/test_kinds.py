"""Each kind of question: what it says to an answer, what it takes down, what it forgets."""

from __future__ import annotations

import re
from urllib.parse import unquote

import kinds
import pytest
from kinds import KINDS, OUTCOMES, PARTIAL, PARTLY, RIGHT, WRONG
from kinds_pages import (
    AGAIN,
    MOUSE,
    TWO_REASONS,
    every,
    every_counted,
    page,
    points_of,
    same_page,
    status,
    worth,
)
from pages import words
from playwright.sync_api import Locator, expect

from kinds_project import CONTACT

__all__ = ["page", "same_page"]  # fixtures


@every_counted
def test_a_right_answer_gets_every_reason_and_the_principle(same_page, kind):
    asked = kinds.question(same_page, kind)
    MOUSE.answer(asked, RIGHT)
    expect(status(asked)).to_have_text(f"Right. Read why.{worth(kind, RIGHT)}")
    told = kinds.reasons(asked)
    of = kinds.data(asked)
    want = kinds.feedback(of)
    if kind == "fill_in":
        want = want[:1]
    if kind in ("matching", "choose_in_text"):  # extra matches and wrong choices are not taken
        want = [each for each in want if any(each in line for line in told)]
        assert len(want) == len(of.pairs if kind == "matching" else of.gaps)
    again = {words(each) for each in re.findall(r"feedback_again='([^']+)'", repr(of))}
    assert len(told) == len(want)
    assert [each for each in want if not any(each in line for line in told)] == []
    assert not any(each in line for each in again for line in told)
    expect(asked.locator(".quiz-why")).to_be_visible()
    expect(asked.locator(".quiz-why")).to_have_text(words(of.explanation))


@every_counted
def test_a_wrong_answer_is_told_so_and_the_right_one_stays_closed(same_page, kind):
    asked = kinds.question(same_page, kind)
    MOUSE.answer(asked, WRONG)
    expect(status(asked)).to_have_text(f"Not yet. Read why, then try again.{worth(kind, WRONG)}")
    assert kinds.reasons(asked)
    expect(asked.locator(".quiz-reason[data-right]")).to_have_count(int(kind == "ordering"))
    expect(asked.locator(".quiz-why")).to_be_hidden()
    expect(asked.get_by_text("Answer and why")).to_be_visible()


@pytest.mark.parametrize("kind", ["single", "multiple", "spot", "sorting", "choose_in_text"])
def test_a_wrong_part_has_its_own_reason_beside_it(same_page, kind):
    asked = kinds.question(same_page, kind)
    MOUSE.answer(asked, WRONG)
    of = kinds.data(asked)
    told = kinds.reasons(asked)
    if kind == "sorting":
        assert [each.feedback for each in of.items if not _told(told, each.feedback)] == []
        return
    if kind == "choose_in_text":
        wrong = [next(each for each in gap.choices if not each.correct) for gap in of.gaps]
    elif kind == "spot":
        wrong = [next(line for _, line in of.pickable if not line.worse)]
    else:
        wrong = [next(each for each in of.choices if not each.correct)]
    assert len(told) == len(wrong)
    assert [each.feedback for each in wrong if not _told(told, each.feedback)] == []
    if kind != "choose_in_text":
        line = asked.locator("fieldset li").filter(has_text=words(wrong[0].text))
        expect(line.locator(".quiz-reason")).to_have_count(1)


def _told(told: list[str], text: str) -> bool:
    return any(words(text) in each for each in told)


@pytest.mark.parametrize("kind", PARTIAL)
def test_a_partly_right_answer_says_how_much_and_gives_its_share_of_the_points(same_page, kind):
    asked = kinds.question(same_page, kind)
    MOUSE.answer(asked, PARTLY)
    note = OUTCOMES[kind, PARTLY].note
    expect(status(asked)).to_have_text(f"Partly right: {note}. Try again.{worth(kind, PARTLY)}")
    expect(asked.locator(".quiz-why")).to_be_hidden()


def test_one_too_many_is_named_and_taken_off(page):
    asked = kinds.question(page, "multiple")
    for box in asked.locator("fieldset input").all():
        box.check()
    asked.locator("fieldset label").filter(has_text="Our system sends").locator("input").uncheck()
    asked.locator(".quiz-button").click()
    expect(status(asked)).to_have_text(
        "Partly right: 2 of 2 found, 1 too many. Try again. 1 of 2 points."
    )


@pytest.mark.parametrize("kind", ["matching", "ordering"])
def test_what_would_give_the_rest_away_waits_for_the_end(same_page, kind):
    asked = kinds.question(same_page, kind)
    MOUSE.answer(asked, WRONG)
    told = kinds.reasons(asked)
    assert [each for each in kinds.feedback(kinds.data(asked)) if _told(told, each)] == []
    assert {*told} <= {"Not this one.", "In order.", "Move this one."}


def test_a_match_that_fits_nothing_is_told_why_at_once(page):
    asked = kinds.question(page, "matching")
    for select in asked.locator("select").all():
        label = select.locator("option").filter(has_text="Unsure how it works").inner_text()
        select.select_option(label=label)
    asked.locator(".quiz-button").click()
    extra = kinds.data(asked).extra[0]
    assert [words(extra.feedback) in each for each in kinds.reasons(asked)] == [True] * 3


@pytest.mark.parametrize("kind", AGAIN)
def test_the_second_try_is_told_in_other_words(same_page, kind):
    asked = kinds.question(same_page, kind)
    found = TWO_REASONS.search(repr(kinds.data(asked)))
    first, second = words(found[2]), words(found[4])
    _take_the_one_with_two_reasons(asked, kind)
    assert _told(kinds.reasons(asked), first)
    assert not _told(kinds.reasons(asked), second)
    asked.locator(".quiz-button").click()
    assert _told(kinds.reasons(asked), second)
    assert not _told(kinds.reasons(asked), first)
    MOUSE.answer(asked, RIGHT)
    expect(status(asked)).to_contain_text("Right")


def _take_the_one_with_two_reasons(asked: Locator, kind: str) -> None:
    texts = {"single": "Which of them is it about", "multiple": "Our system", "spot": "in plaster"}
    if kind in texts:  # in spot, one of the two lines to mark
        asked.locator("fieldset label").filter(has_text=texts[kind]).locator("input").check()
        asked.locator(".quiz-button").click()
    elif kind == "choose_in_text":
        MOUSE.give(asked, RIGHT)
        asked.locator("select").nth(1).select_option(label="understand your frustration")
        asked.locator(".quiz-button").click()
    else:
        MOUSE.answer(asked, WRONG)


@every
def test_nothing_is_sent_while_an_answer_is_put_together(same_page, kind):
    asked = kinds.question(same_page, kind)
    MOUSE.give(asked, RIGHT)
    assert kinds.attempts(same_page) == []
    expect(status(asked)).to_have_text(re.compile(r"^(Now . of 4\.)?$"))
    expect(asked.locator(".quiz-answer")).to_be_hidden()


@every_counted
def test_a_change_takes_the_verdict_away(same_page, kind):
    asked = kinds.question(same_page, kind)
    MOUSE.answer(asked, WRONG)
    expect(status(asked)).not_to_be_empty()
    MOUSE.give(asked, RIGHT)
    asked.locator("input, select, button").first.press("Tab")  # a text counts when it is left
    expect(status(asked)).to_have_text(re.compile(r"^(Now . of 4\.)?$"))
    expect(asked.locator(".quiz-reason")).to_have_count(0)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "ordering"])
def test_an_empty_answer_is_asked_for_and_nothing_is_sent(same_page, kind):
    asked = kinds.question(same_page, kind)
    asked.locator(".quiz-button").click()
    expect(status(asked)).to_have_text("Answer this first, then check.")
    expect(asked.locator("fieldset :is(input, select, textarea)").first).to_be_focused()
    expect(asked.locator(".quiz-answer")).to_be_hidden()
    assert kinds.attempts(same_page) == []


@pytest.mark.parametrize("kind", ["matching", "sorting", "choose_in_text"])
def test_what_is_open_in_the_middle_is_gone_to(same_page, kind):
    asked = kinds.question(same_page, kind)
    MOUSE.give(asked, RIGHT)
    last = asked.locator("select" if kind == "choose_in_text" else "[data-slot]").last
    if kind == "sorting":
        last.locator("input").evaluate_all("all => all.forEach(each => (each.checked = false))")
    else:
        (last if kind == "choose_in_text" else last.locator("select")).select_option("")
    asked.locator(".quiz-button").click()
    expect(status(asked)).to_have_text("Answer this first, then check.")
    assert last.evaluate("each => each.contains(document.activeElement)")


@pytest.mark.parametrize(("kind", "how"), OUTCOMES)
def test_the_attempt_has_every_field_of_the_record(same_page, kind, how):
    asked = kinds.question(same_page, kind)
    of = kinds.data(asked)
    MOUSE.answer(asked, how)
    [attempt] = kinds.attempts(same_page)
    seed = attempt.pop("seed")
    assert isinstance(seed, int) and 0 <= seed < 2**32
    given = attempt.pop("response")
    assert (sorted(given) if kind in kinds.CHOICES else given) == kinds.response(of, how)
    assert attempt == {
        "type": "attempt",
        "quiz": "all",
        "question": of.id,
        "kind": kind,
        "rev": of.rev,
        "share": pytest.approx(OUTCOMES[kind, how].share),
        "points": points_of(kind, how),
        "max": of.points,
        "tries": 1,
        "hints": 0,
    }


def test_tries_and_opened_hints_are_counted(page):
    asked = kinds.question(page, "ordering")
    MOUSE.answer(asked, WRONG)
    asked.locator(".quiz-hint summary").first.click()
    MOUSE.answer(asked, PARTLY)
    asked.locator(".quiz-hint summary").nth(1).click()
    MOUSE.answer(asked, RIGHT)
    found = [(each["tries"], each["hints"], each["points"]) for each in kinds.attempts(page)]
    assert found == [(1, 0, 0), (2, 1, 2), (3, 2, 2)]


def test_hints_come_one_after_the_other_and_say_what_they_cost(page):
    first, second = kinds.question(page, "ordering").locator(".quiz-hint").all()
    expect(first.locator("summary")).to_have_text("Hint 1")
    expect(second).to_be_hidden()
    first.locator("summary").click()
    expect(second).to_be_visible()
    expect(second.locator("summary")).to_have_text("Hint 2 (costs 1 point)")
    expect(second.locator("p")).to_be_hidden()
    first.locator("summary").click()
    expect(second).to_be_visible()


@pytest.mark.parametrize("kind", ["multiple", "fill_in", "spot"])
def test_a_hint_costs_its_points_once_opened_even_when_closed_again(same_page, kind):
    asked = kinds.question(same_page, kind)
    hint = asked.locator(".quiz-hint summary")
    hint.click()
    hint.click()
    MOUSE.answer(asked, RIGHT)
    expect(status(asked)).to_have_text("Right. Read why. 1 of 2 points.")
    [attempt] = kinds.attempts(same_page)
    assert (attempt["share"], attempt["points"], attempt["hints"]) == (1, 1, 1)


def test_a_hint_takes_no_more_than_there_is(page):
    asked = kinds.question(page, "multiple")
    asked.locator(".quiz-hint summary").click()
    MOUSE.answer(asked, WRONG)
    expect(status(asked)).to_contain_text(" 0 of 2 points.")
    assert kinds.attempts(page)[0]["points"] == 0


@every
def test_the_link_for_faults_names_question_and_revision(same_page, kind):
    asked = kinds.question(same_page, kind)
    of = kinds.data(asked)
    link = asked.locator(".quiz-report a")
    expect(link).to_have_text("Report a fault in this question")
    address = unquote(link.get_attribute("href") or "")
    assert address == f"mailto:{CONTACT}?subject=Question all/{of.id} ({of.rev})"
