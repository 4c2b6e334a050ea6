"""Each kind of question: what it says to an answer, what it takes down, what it forgets."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

import kinds
import pytest
from kinds import COUNTED, KINDS, OUTCOMES, PARTIAL, PARTLY, RIGHT, WRONG, Mouse, named
from pages import PHONE, words
from playwright.sync_api import Locator, Page, expect

from kinds_project import ALL, CONTACT, TYPING

MOUSE = Mouse()
every = pytest.mark.parametrize("kind", KINDS)
every_counted = pytest.mark.parametrize("kind", COUNTED)
AGAIN = [kind for kind in COUNTED if kind not in ("true_false", "ordering", "matching")]
"""Kinds that tell a wrong answer its reason at once, and whose example has another for later."""

TWO_REASONS = re.compile(r"feedback=(['\"])((?:(?!feedback).)*?)\1, feedback_again=(['\"])(.*?)\3")


@pytest.fixture
def page(visit_kinds) -> Page:
    return kinds.ready(visit_kinds(ALL, kinds.LISTEN))


@pytest.fixture
def typing(visit_kinds) -> Page:
    return kinds.ready(visit_kinds(TYPING, kinds.LISTEN))


def status(asked: Locator) -> Locator:
    return asked.locator(".quiz-verdict")


def points_of(kind: str, how: str) -> float:
    return round(kinds.examples()[kind].get("points", 1) * OUTCOMES[kind, how].share, 2)


def worth(kind: str, how: str) -> str:
    most = kinds.examples()[kind].get("points", 1)
    return f" {points_of(kind, how):g} of {most} points." if most > 1 else ""


@every_counted
def test_a_right_answer_gets_every_reason_and_the_principle(page, kind):
    asked = kinds.question(page, kind)
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
def test_a_wrong_answer_is_told_so_and_the_right_one_stays_closed(page, kind):
    asked = kinds.question(page, kind)
    MOUSE.answer(asked, WRONG)
    expect(status(asked)).to_have_text(f"Not yet. Read why, then try again.{worth(kind, WRONG)}")
    assert kinds.reasons(asked)
    expect(asked.locator(".quiz-reason[data-right]")).to_have_count(int(kind == "ordering"))
    expect(asked.locator(".quiz-why")).to_be_hidden()
    expect(asked.get_by_text("Answer and why")).to_be_visible()


@pytest.mark.parametrize("kind", ["single", "multiple", "spot", "sorting", "choose_in_text"])
def test_a_wrong_part_has_its_own_reason_beside_it(page, kind):
    asked = kinds.question(page, kind)
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
def test_a_partly_right_answer_says_how_much_and_gives_its_share_of_the_points(page, kind):
    asked = kinds.question(page, kind)
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
def test_what_would_give_the_rest_away_waits_for_the_end(page, kind):
    asked = kinds.question(page, kind)
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
def test_the_second_try_is_told_in_other_words(page, kind):
    asked = kinds.question(page, kind)
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
def test_nothing_is_sent_while_an_answer_is_put_together(page, kind):
    asked = kinds.question(page, kind)
    MOUSE.give(asked, RIGHT)
    assert kinds.attempts(page) == []
    expect(status(asked)).to_have_text(re.compile(r"^(Now . of 4\.)?$"))
    expect(asked.locator(".quiz-answer")).to_be_hidden()


@every_counted
def test_a_change_takes_the_verdict_away(page, kind):
    asked = kinds.question(page, kind)
    MOUSE.answer(asked, WRONG)
    expect(status(asked)).not_to_be_empty()
    MOUSE.give(asked, RIGHT)
    asked.locator("input, select, button").first.press("Tab")  # a text counts when it is left
    expect(status(asked)).to_have_text(re.compile(r"^(Now . of 4\.)?$"))
    expect(asked.locator(".quiz-reason")).to_have_count(0)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "ordering"])
def test_an_empty_answer_is_asked_for_and_nothing_is_sent(page, kind):
    asked = kinds.question(page, kind)
    asked.locator(".quiz-button").click()
    expect(status(asked)).to_have_text("Answer this first, then check.")
    expect(asked.locator("fieldset :is(input, select, textarea)").first).to_be_focused()
    expect(asked.locator(".quiz-answer")).to_be_hidden()
    assert kinds.attempts(page) == []


@pytest.mark.parametrize("kind", ["matching", "sorting", "choose_in_text"])
def test_what_is_open_in_the_middle_is_gone_to(page, kind):
    asked = kinds.question(page, kind)
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
def test_the_attempt_has_every_field_of_the_record(page, kind, how):
    asked = kinds.question(page, kind)
    of = kinds.data(asked)
    MOUSE.answer(asked, how)
    [attempt] = kinds.attempts(page)
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
def test_a_hint_costs_its_points_once_opened_even_when_closed_again(page, kind):
    asked = kinds.question(page, kind)
    hint = asked.locator(".quiz-hint summary")
    hint.click()
    hint.click()
    MOUSE.answer(asked, RIGHT)
    expect(status(asked)).to_have_text("Right. Read why. 1 of 2 points.")
    [attempt] = kinds.attempts(page)
    assert (attempt["share"], attempt["points"], attempt["hints"]) == (1, 1, 1)


def test_a_hint_takes_no_more_than_there_is(page):
    asked = kinds.question(page, "multiple")
    asked.locator(".quiz-hint summary").click()
    MOUSE.answer(asked, WRONG)
    expect(status(asked)).to_contain_text(" 0 of 2 points.")
    assert kinds.attempts(page)[0]["points"] == 0


@every
def test_the_link_for_faults_names_question_and_revision(page, kind):
    asked = kinds.question(page, kind)
    of = kinds.data(asked)
    link = asked.locator(".quiz-report a")
    expect(link).to_have_text("Report a fault in this question")
    address = unquote(link.get_attribute("href"))
    assert address == f"mailto:{CONTACT}?subject=Question all/{of.id} ({of.rev})"


def order(asked: Locator) -> list[str]:
    """Return the values of what can be chosen or placed, as they stand."""
    return asked.evaluate("""asked => [
      ...asked.fields.querySelectorAll("input[value], option[value], [data-slot], [data-value]")
    ].map(each => each.dataset.slot ?? each.dataset.value ?? each.value)""")


SHUFFLED = ["single", "multiple", "ordering", "sorting", "choose_in_text"]


@pytest.mark.parametrize("kind", SHUFFLED)
def test_each_seed_gives_an_order_and_the_same_one_again(page, kind):
    asked = kinds.question(page, kind)
    orders = []
    for seed in [*range(12), *range(12)]:
        asked.evaluate("(asked, seed) => asked.reset(seed)", seed)
        orders.append(order(asked))
    assert orders[:12] == orders[12:]
    assert len({*map(tuple, orders)}) > 1
    assert len({tuple(sorted(each)) for each in orders}) == 1


@pytest.mark.parametrize("kind", ["true_false", "spot", "fill_in", "rewrite"])
def test_what_has_an_order_of_its_own_keeps_it(page, kind):
    asked = kinds.question(page, kind)
    before = order(asked)
    for seed in range(12):
        asked.evaluate("(asked, seed) => asked.reset(seed)", seed)
        assert order(asked) == before


def test_reasons_follow_their_choices_when_these_are_shuffled(page):
    """ "Answer and why" counts by letters, as the choices do."""
    asked = kinds.question(page, "single")
    of = kinds.data(asked)
    reason = {words(each.text): words(each.feedback) for each in of.choices}
    for seed in range(6):
        asked.evaluate("(asked, seed) => asked.reset(seed)", seed)
        shown = [kinds.plain(each) for each in asked.locator("label").all_inner_texts()]
        below = asked.locator(".quiz-answer ol > li").evaluate_all(
            "all => all.map(each => each.textContent)"
        )
        pairs = zip(shown, below, strict=True)
        assert [text for text, line in pairs if reason[text] not in kinds.plain(line)] == []


def test_choices_with_an_order_of_their_own_keep_it(typing):
    for name, want in (("amounts", ["10", "20", "40", "80"]), ("days", ["1", "2", "3", "4"])):
        asked = named(typing, name)
        for seed in range(12):
            asked.evaluate("(asked, seed) => asked.reset(seed)", seed)
            lines = asked.locator("fieldset legend + ol label, [data-slot] legend")
            assert re.findall(r"\d+", " ".join(lines.all_inner_texts())) == want


@pytest.mark.parametrize("name", ["boiler-and-baby", "three-steps"])
def test_ordering_never_begins_in_the_right_order(visit_kinds, name):
    path = ALL if name == "boiler-and-baby" else TYPING
    asked = named(kinds.ready(visit_kinds(path)), name)
    solved = asked.evaluate("""asked => {
      const key = asked.kind.key(asked).join();
      let solved = 0;
      for (let seed = 0; seed < 500; seed += 1) {
        asked.reset(seed);
        solved += asked.kind.response(asked).join() === key;
      }
      return solved;
    }""")
    assert solved == 0


# Typed answers


def type_in(page: Page, name: str, text: str) -> Locator:
    asked = named(page, name)
    asked.locator("input").fill(text)
    asked.locator(".quiz-button").click()
    return status(asked)


FORGIVEN = {
    "variant": ("short", "no", ""),
    "capitals": ("medium", "CALMLY", ""),
    "spacing": ("figure", "  24   Hours ", ""),
    "punctuation": ("medium", "“calmly!”", ""),
    "apostrophe": ("accents", "don't know", ""),
    "composed otherwise": ("accents", "cafe\u0301", ""),
    "one letter in six": ("medium", "camly", "calmly"),
    "letters swapped": ("medium", "clamly", "calmly"),
    "two letters in eleven": ("long", "cristenning", "christening"),
    "a letter beside a figure": ("figure", "24 hour", "24 hours"),
    "as many as the author says": ("generous", "lisning", "listening"),
    "right to left": ("rtl", "שלום", ""),
    "a sign alone": ("emoji", " 👍🏽 ", ""),
}
REFUSED = {
    "one letter in three": ("short", "yet"),
    "two letters in six": ("medium", "clmaly"),
    "three letters in eleven": ("long", "crstenin"),
    "another figure": ("figure", "25 hours"),
    "a figure less": ("figure", "2 hours"),
    "a figure typed as well": ("medium", "calmly1"),
    "where the author allows none": ("exact", "listenin"),
    "another letter of the same script": ("rtl", "שלומך רב"),
    "another sign": ("emoji", "👎🏽"),
    "another tone of the sign": ("emoji", "👍🏿"),
    "punctuation alone": ("medium", "?!"),
}


@pytest.mark.parametrize("what", FORGIVEN)
def test_a_slip_is_forgiven_and_the_right_spelling_shown(typing, what):
    name, text, spelt = FORGIVEN[what]
    expect(type_in(typing, name, text)).to_contain_text("Right.")
    [reason] = kinds.reasons(named(typing, name))
    want = f"It is spelt “{spelt}”. " if spelt else ""
    assert reason == f"Right. {want}The reason of {name}."


@pytest.mark.parametrize("what", REFUSED)
def test_another_answer_is_not_forgiven(typing, what):
    name, text = REFUSED[what]
    expect(type_in(typing, name, text)).to_contain_text("Not yet.")
    assert kinds.reasons(named(typing, name)) == [f"Not this one. Any other answer to {name}."]


@pytest.mark.parametrize(
    ("name", "text", "wrong"),
    [
        ("near", "effect", "effect"),
        ("near", "iffect", "effect"),  # as near to the one as to the other
        ("near", "efect", "effect"),
        ("long", "christian", "christian"),
        ("long", "chistian", "christian"),
    ],
)
def test_what_is_as_near_to_a_known_wrong_answer_is_wrong_and_told_why(typing, name, text, wrong):
    expect(type_in(typing, name, text)).to_contain_text("Not yet.")
    assert kinds.reasons(named(typing, name)) == [f"Not this one. {wrong} Why it is not {wrong}."]


def test_a_slip_nearer_to_the_right_answer_is_forgiven(typing):
    expect(type_in(typing, "near", "afect")).to_contain_text("Right.")


def test_a_hundred_thousand_letters_are_judged_at_once(typing):
    asked = named(typing, "long")
    asked.locator("input").evaluate("(field, text) => (field.value = text)", "christening " * 9_000)
    asked.locator(".quiz-button").click(timeout=3_000)
    expect(status(asked)).to_contain_text("Not yet.")


@pytest.mark.parametrize("name", ["medium", "rtl"])
def test_typed_markup_is_text(typing, name):
    markup = "<img src=x onerror=window.ran=1>"
    expect(type_in(typing, name, markup)).to_contain_text("Not yet.")
    expect(named(typing, name).locator("input")).to_have_value(markup)
    expect(typing.locator("unruffled-question img")).to_have_count(0)
    assert kinds.attempts(typing)[0]["response"] == markup
    assert typing.evaluate("window.ran") is None


# Rewriting


def test_a_version_of_ones_own_is_compared_ticked_and_saved(page):
    asked = kinds.question(page, "rewrite")
    of = kinds.data(asked)
    MOUSE.give(asked, RIGHT)
    asked.get_by_role("button", name="Compare").click()
    expect(status(asked)).to_have_text("Compare the two, tick what your version has, and save.")
    for good in of.models:
        expect(asked.get_by_text(words(good.text))).to_be_visible()
    assert kinds.attempts(page) == []
    asked.get_by_role("checkbox").first.check()
    asked.get_by_role("button", name="Save my ticks").click()
    expect(status(asked)).to_have_text("You ticked 1 of 3.")
    [attempt] = kinds.attempts(page)
    assert attempt["response"] == {"text": kinds.VERSION, "ticks": [True, False, False]}
    assert attempt["self"] is True
    assert attempt["share"] == pytest.approx(1 / 3)


def test_ticking_leaves_the_good_versions_open(page):
    asked = kinds.question(page, "rewrite")
    MOUSE.answer(asked, RIGHT)
    for box in asked.get_by_role("checkbox").all():
        box.check()
    expect(asked.locator(".quiz-why")).to_be_visible()
    expect(asked.get_by_role("button", name="Save my ticks")).to_be_visible()


def test_ones_own_judgement_is_not_counted(page):
    for kind in KINDS:
        MOUSE.answer(kinds.question(page, kind), RIGHT)
    kinds.question(page, "rewrite").get_by_role("button", name="Save my ticks").click()
    panel = page.locator(".quiz-panel")
    most = sum(kinds.examples()[kind].get("points", 1) for kind in COUNTED)
    expect(panel).to_contain_text(f"{most} of {most} points: 100 %. Passed.")
    expect(panel).to_contain_text("1 question not counted: you judged that yourself.")


# Dragging, as an extra


def test_a_step_can_be_dragged_onto_the_place_of_another(page):
    asked = kinds.question(page, "ordering")
    lines = asked.locator("fieldset li")
    before = kinds.shown_order(asked)
    lines.nth(0).drag_to(lines.nth(2))
    assert kinds.shown_order(asked) == [before[1], before[2], before[0], before[3]]
    lines.nth(3).drag_to(lines.nth(0))
    assert kinds.shown_order(asked) == [before[3], before[1], before[2], before[0]]


def test_a_match_can_be_dragged_to_its_text_and_that_counts_as_choosing(page):
    asked = kinds.question(page, "matching")
    of = kinds.data(asked)
    for pair in of.pairs:
        match = asked.locator(".quiz-bank li").filter(has_text=words(pair.match))
        match.drag_to(asked.locator("[data-slot]").filter(has_text=words(pair.text)))
    asked.locator(".quiz-button").click()
    expect(status(asked)).to_contain_text("Right.")


def test_dragging_takes_the_verdict_away(page):
    asked = kinds.question(page, "ordering")
    MOUSE.answer(asked, WRONG)
    lines = asked.locator("fieldset li")
    lines.nth(0).drag_to(lines.nth(2))
    expect(status(asked)).to_have_text("Now 3 of 4.")


# By keyboard alone, by touch alone


@every
def test_a_question_is_answered_by_keyboard_alone(page, kind):
    asked = kinds.question(page, kind)
    keyboard = kinds.Keyboard(page)
    keyboard.answer(asked, RIGHT)
    if kind == "rewrite":
        for box in asked.get_by_role("checkbox").all():
            keyboard.press(box)
        keyboard.press(asked.get_by_role("button", name="Save my ticks"))
    _is_right(asked, kind)
    [attempt] = kinds.attempts(page)
    assert attempt["share"] == 1


@every
def test_a_question_is_answered_by_touch_alone(visit_kinds, kind):
    page = kinds.ready(visit_kinds(ALL, **PHONE))
    asked = kinds.question(page, kind)
    finger = kinds.Finger()
    finger.answer(asked, RIGHT)
    if kind == "rewrite":
        for box in asked.get_by_role("checkbox").all():
            finger.press(box)
        finger.press(asked.get_by_role("button", name="Save my ticks"))
    _is_right(asked, kind)


def _is_right(asked: Locator, kind: str) -> None:
    expect(status(asked)).to_contain_text("You ticked 3 of 3" if kind == "rewrite" else "Right.")


@pytest.mark.parametrize("kind", ["single", "multiple", "true_false", "spot", "sorting", "fill_in"])
def test_enter_checks_the_answer_and_the_focus_stays(page, kind):
    asked = kinds.question(page, kind)
    MOUSE.give(asked, RIGHT)
    field = asked.locator("fieldset input").last
    field.focus()
    page.keyboard.press("Enter")
    expect(status(asked)).to_contain_text("Right.")
    expect(field).to_be_focused()


def test_enter_in_a_version_of_ones_own_is_a_new_line(page):
    asked = kinds.question(page, "rewrite")
    field = asked.locator("textarea")
    field.focus()
    page.keyboard.type("One")
    page.keyboard.press("Enter")
    page.keyboard.type("Two")
    expect(field).to_have_value("One\nTwo")
    expect(status(asked)).to_be_empty()


@pytest.mark.parametrize("way", ["up", "down"])
def test_the_focus_goes_along_with_a_moved_step(page, way):
    asked = kinds.question(page, "ordering")
    lines = asked.locator("fieldset li")
    text = kinds.shown_order(asked)[3 if way == "up" else 0]
    button = asked.get_by_role("button", name=f"Move {way}: {text}", exact=True)
    button.focus()
    places = []
    for _ in range(4):  # once more than there is to go
        page.keyboard.press("Enter")
        expect(button).to_be_focused()
        places.append(kinds.shown_order(asked).index(text))
        expect(status(asked)).to_have_text(f"Now {places[-1] + 1} of 4.")
    assert places == ([2, 1, 0, 0] if way == "up" else [1, 2, 3, 3])
    assert lines.count() == 4


def test_every_control_names_what_it_is_about(page):
    """A screen reader says the name alone, without what stands around it."""
    controls: list[Any] = page.locator(
        "unruffled-question :is(input, select, textarea, button):visible"
    ).all()
    for control in controls:
        expect(control).to_have_accessible_name(re.compile(r"\S"))
    asked = kinds.question(page, "matching")
    for select, pair in zip(asked.locator("select").all(), kinds.data(asked).pairs, strict=True):
        expect(select).to_have_accessible_name(f"Goes with: {words(pair.text)}")


# Windows, colours, motion

NARROW = {"viewport": {"width": 320, "height": 568}, "has_touch": True, "is_mobile": True}
ZOOMED = {"width": 320, "height": 256}
"""1280 pixels at 400 %: 320 CSS pixels, in a wide low window."""
WIDER = """() => [...document.querySelectorAll("article *, dialog *")]
  .filter(each => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1)
  .map(each => each.outerHTML.slice(0, 120)).slice(0, 5)"""


@pytest.mark.parametrize("state", kinds.STATES)
def test_a_narrow_page_does_not_scroll_sideways(visit_kinds, state):
    page = visit_kinds(kinds.STATES[state][0], **NARROW)
    kinds.bring_about(page, state)
    for window in (NARROW["viewport"], ZOOMED):
        page.set_viewport_size(window)
        wide = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
        assert wide <= 0, page.evaluate(WIDER)
        dialog = page.locator("dialog[open]")
        if dialog.count():
            assert dialog.evaluate("each => each.scrollWidth - each.clientWidth") <= 0


@pytest.mark.parametrize("state", ["new", "wrong", "right", "test with a warning", "certificate"])
def test_what_a_finger_presses_is_large_enough(visit_kinds, state):
    """44 pixels for what is pressed again and again, 24 for the links of map and result."""
    page = visit_kinds(kinds.STATES[state][0], **PHONE)
    kinds.bring_about(page, state)
    small = page.locator(
        ":is(unruffled-quiz, dialog) :is(button, select, [type=text], textarea, a, "
        "label:has(input:not([type=text])), summary)"
    ).evaluate_all("""all => all.filter(each => each.checkVisibility() && !each.closest("p"))
      .map(each => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
      .filter(([html, { height }]) => height < (/^<(a|select)/.test(html) ? 24 : 44))
      .map(([html, { height }]) => `${height} ${html}`)""")
    assert small == []


@pytest.mark.parametrize("state", ["wrong", "right", "test begun", "test not passed"])
def test_forced_colours_leave_every_control_seen(visit_kinds, state):
    page = visit_kinds(kinds.STATES[state][0], forced_colors="active")
    kinds.bring_about(page, state)
    bare = page.locator(
        "unruffled-quiz :is(button, select, [type=text], textarea):visible"
    ).evaluate_all("""all => all.filter(each =>
      getComputedStyle(each).borderTopStyle === "none").map(each => each.outerHTML.slice(0, 90))""")
    assert bare == []
    field = page.locator("unruffled-quiz :is(select, button):enabled:visible").first
    field.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    style = field.evaluate("each => getComputedStyle(each).outlineStyle")
    assert style != "none"


@pytest.mark.parametrize("state", ["wrong", "test with a warning", "certificate"])
def test_nothing_moves_for_a_reader_who_asked_for_less_motion(visit_kinds, state):
    page = visit_kinds(kinds.STATES[state][0])
    kinds.bring_about(page, state)
    moving = page.locator(":is(unruffled-quiz, dialog) *")
    moving = moving.evaluate_all("""all => all.filter(each => {
      const { transitionDuration, animationName } = getComputedStyle(each);
      return animationName !== "none" || parseFloat(transitionDuration) > 0.01;
    }).map(each => each.outerHTML.slice(0, 80))""")
    assert moving == []
