"""Questions of every kind, and three ways to answer them: by mouse, by keyboard, by finger."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pages import UNFOLD, words
from playwright.sync_api import Frame, Locator, Page, expect

from kinds_project import ALL, KEPT, OWN_TEST, STOCKED, TYPED, examples, model
from unruffled import kinds as models

RIGHT, WRONG, PARTLY = "right", "wrong", "partly"
KINDS = list(examples())
COUNTED = [kind for kind in KINDS if kind != "rewrite"]
CHOICES = ("single", "multiple", "true_false", "spot")
SLOTS = ("matching", "sorting", "choose_in_text")
VERSION = "Nobody can give you the vows back. I'm sorry, and I ring you at noon."

LISTEN = """window.attempts = [];
addEventListener("unruffled-answer", ({ detail }) => window.attempts.push(detail));
"""
"""Run in a page before its scripts, this collects the attempts that are dispatched."""


READY = "Promise.all([...document.querySelectorAll('unruffled-question')].map(q => q.ready))"


@dataclass(frozen=True)
class Outcome:
    """What an answer is worth, and the words between "Partly right:" and the full stop."""

    share: float
    note: str = ""


OUTCOMES = {(kind, RIGHT): Outcome(1) for kind in COUNTED}
OUTCOMES |= {(kind, WRONG): Outcome(0) for kind in COUNTED}
OUTCOMES |= {
    ("multiple", PARTLY): Outcome(1 / 2, "1 of 2 found"),
    ("ordering", PARTLY): Outcome(2 / 3, "3 of 4 stand in order"),
    ("matching", PARTLY): Outcome(1 / 3, "1 of 3 right"),
    ("sorting", PARTLY): Outcome(1 / 2, "2 of 4 right"),
    ("choose_in_text", PARTLY): Outcome(1 / 2, "1 of 2 right"),
    ("spot", PARTLY): Outcome(1 / 2, "1 of 2 found"),
}
PARTIAL = [kind for kind, how in OUTCOMES if how == PARTLY]


def ready(page: Page) -> Page:
    """Wait until every question can be answered, and is there to be."""
    page.evaluate(READY)
    page.evaluate(UNFOLD)
    return page


def question(where: Page | Frame | Locator, kind: str) -> Locator:
    return where.locator(f'unruffled-question[data-kind="{kind}"]')


def named(where: Page | Locator, name: str) -> Locator:
    """Return the question with this id, whatever quiz it is in."""
    return where.locator(f'unruffled-question[id$=".{name}"]')


@functools.cache
def _models() -> dict[str, Any]:
    every = [*examples().values(), *TYPED, *KEPT, *STOCKED]
    return {each["id"]: model(each) for each in every}


def data(asked: Locator) -> Any:
    """Return the model of a question of the project, whatever quiz it is in."""
    return _models()[asked.get_attribute("id").rpartition(".")[2]]


def texts(of: Any) -> list[str]:
    """Return what can be picked or is to be placed, in the order of the file."""
    match of:
        case models.ChooseInText():
            return [str(index) for index, _ in enumerate(of.gaps)]
        case models.Matching():
            return [words(each.text) for each in of.pairs]
        case models.Spot():
            return [f"{each.who}: {words(each.text)}" for _, each in of.pickable]
        case models.Ordering() | models.Sorting():
            return [words(each.text) for each in of.items]
        case _:
            return [words(each.text) for each in of.choices]


def keys(of: Any) -> list[Any]:
    """Return for each of `texts` whether it is right, or the text that belongs to it."""
    match of:
        case models.ChooseInText():
            return [next(words(c.text) for c in gap.choices if c.correct) for gap in of.gaps]
        case models.Matching():
            return [words(each.match) for each in of.pairs]
        case models.Spot():
            return [each.worse for _, each in of.pickable]
        case models.Sorting():
            return [each.category for each in of.items]
        case _:
            return [each.correct for each in of.choices]


def _others(of: Any) -> list[Any]:
    """Return for each slot a value that is wrong."""
    match of:
        case models.ChooseInText():
            return [next(words(c.text) for c in gap.choices if not c.correct) for gap in of.gaps]
        case models.Matching():
            return [words(of.pairs[index - 1].match) for index, _ in enumerate(of.pairs)]
        case _:
            return [next(c for c in of.categories if c != each.category) for each in of.items]


def plan(of: Any, how: str) -> Any:
    """Return the answer to give: texts to tick, to order, to type; or the value of each slot."""
    match of:
        case models.FillIn():
            return of.answers[0] if how == RIGHT else of.wrong[0].text
        case models.Rewrite():
            return VERSION
        case models.Ordering():
            right = texts(of)
            return {RIGHT: right, WRONG: right[::-1], PARTLY: [right[1], right[0], *right[2:]]}[how]
        case models.Matching() | models.Sorting() | models.ChooseInText():
            right, wrong, part = keys(of), _others(of), _part(of)
            return {RIGHT: right, WRONG: wrong, PARTLY: [*right[:part], *wrong[part:]]}[how]
        case _:
            every = zip(texts(of), keys(of), strict=True)
            taken = [text for text, right in every if right is (how != WRONG)]
            return taken if how == RIGHT else taken[:1]


def _part(of: Any) -> int:
    return 2 if isinstance(of, models.Sorting) else 1


def response(of: Any, how: str) -> Any:
    """Return what the record holds of such an answer; of choices in any order."""
    given = plan(of, how)
    match of:
        case models.FillIn():
            return given
        case models.Ordering():
            named = dict(zip(texts(of), of.names, strict=True))
            return [named[text] for text in given]
        case models.Matching():
            banked = {words(text): name for name, text in of.bank}
            return dict(zip(of.names, (banked[text] for text in given), strict=True))
        case models.Sorting():
            return dict(zip(of.names, (of.category_names[text] for text in given), strict=True))
        case models.ChooseInText():
            found = zip(of.gaps, given, strict=True)
            return {
                str(number): dict(zip(map(_text, gap.choices), gap.names, strict=True))[text]
                for number, (gap, text) in enumerate(found, 1)
            }
        case _:
            names = of.names.values() if isinstance(of, models.Spot) else of.names
            return sorted(dict(zip(texts(of), names, strict=True))[text] for text in given)


def _text(choice: Any) -> str:
    return words(choice.text)


class Mouse:
    """Answers as somebody with a mouse does."""

    def press(self, target: Locator) -> None:
        target.click()

    def tick(self, box: Locator) -> None:
        if not box.is_checked():
            self.press(box)

    def pick(self, select: Locator, label: str) -> None:
        select.select_option(label=label)

    def type(self, field: Locator, text: str) -> None:
        field.fill(text)

    def answer(self, asked: Locator, how: str) -> None:
        """Give an answer, and check it."""
        self.give(asked, how)
        self.press(asked.locator(".quiz-button"))

    def give(self, asked: Locator, how: str) -> None:
        """Give an answer without checking it."""
        of = data(asked)
        kind, given = of.kind, plan(of, how)
        if kind in ("fill_in", "rewrite"):
            self.type(asked.locator("input[type=text], textarea"), given)
        elif kind == "ordering":
            self._order(asked, given)
        elif kind in SLOTS:
            for index, value in enumerate(given):
                self._place(asked, of, index, value)
        else:
            self._choose(asked, of, given)

    def _choose(self, asked: Locator, of: Any, given: list[str]) -> None:
        for text in texts(of):
            box = asked.locator("fieldset label").filter(has_text=text).locator("input")
            if text in given:
                self.tick(box)
            elif box.get_attribute("type") == "checkbox" and box.is_checked():
                self.press(box)

    def _place(self, asked: Locator, of: Any, index: int, value: str) -> None:
        if of.kind == "choose_in_text":
            self.pick(asked.locator("select").nth(index), value)
            return
        slot = asked.locator(f'[data-slot="{of.names[index]}"]')
        if of.kind == "sorting":
            self.tick(slot.get_by_role("radio", name=value, exact=True))
        else:
            label = slot.locator("option").filter(has_text=value).inner_text()
            self.pick(slot.locator("select"), label)

    def _order(self, asked: Locator, order: list[str]) -> None:
        if shown_order(asked) == order:  # an order that nobody has touched is no answer
            self.press(asked.get_by_role("button", name=f"Move down: {order[0]}", exact=True))
        for place, text in enumerate(order):
            for _ in range(shown_order(asked).index(text) - place):
                self.press(asked.get_by_role("button", name=f"Move up: {text}", exact=True))


MOUSE = Mouse()


class Finger(Mouse):
    """Answers by touch; a list that folds out is the system's own, and set as it would be."""

    def press(self, target: Locator) -> None:
        target.tap()

    def type(self, field: Locator, text: str) -> None:
        field.tap()
        field.press_sequentially(text)


class Keyboard(Mouse):
    """Answers with the keys Tab, arrows, space and Enter; remembers where it has been."""

    MOST = 120

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        self.reach(target)
        self.page.keyboard.press("Space")

    def tick(self, box: Locator) -> None:
        if box.is_checked():
            return
        if box.get_attribute("type") == "checkbox":
            return self.press(box)
        name = box.get_attribute("name")
        self.reach(self.page.locator(f'input[name="{name}"]'))
        for _ in range(10):
            if at(box):
                break
            self.page.keyboard.press("ArrowDown")
        if not box.is_checked():
            self.page.keyboard.press("Space")

    def pick(self, select: Locator, label: str) -> None:
        self.reach(select)
        self.page.keyboard.press("Home")
        for _ in range(10):
            if select.locator("option:checked").inner_text() == label:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the keyboard does not reach {label!r}")

    def type(self, field: Locator, text: str) -> None:
        self.reach(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def reach(self, target: Locator) -> None:
        """Go to one of `target` with Tab; around the page, if need be."""
        for _ in range(self.MOST):
            if at(target):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {target}")


def at(target: Locator) -> bool:
    """Say whether one of `target` has the focus."""
    return target.evaluate_all("all => all.includes(document.activeElement)")


def shown_order(asked: Locator) -> list[str]:
    """Return the texts of an ordering question as they stand."""
    return [plain(each) for each in asked.locator("fieldset li > span").all_inner_texts()]


def plain(text: str) -> str:
    return " ".join(text.split())


def reasons(asked: Locator) -> list[str]:
    """Return what is said beside the parts of an answer."""
    return [plain(each) for each in asked.locator(".quiz-reason").all_inner_texts()]


def feedback(of: Any) -> list[str]:
    """Return the reasons of a question as a reader sees them."""
    return [words(text) for _, text in of.reasons]


def attempts(page: Page) -> list[dict[str, Any]]:
    """Return what was dispatched on a page opened with `LISTEN`."""
    return page.evaluate("window.attempts ?? []")


# States of a page, each brought about as a learner does


def _answered(how: str, times: int = 1) -> Callable[[Page], None]:
    def bring_about(page: Page) -> None:
        for kind in KINDS:
            if (kind, how) not in OUTCOMES and kind != "rewrite":
                continue
            asked = question(page, kind)
            MOUSE.answer(asked, how)
            for _ in range(times - 1):
                asked.locator(".quiz-button").click()

    return bring_about


def _with_hints(page: Page) -> None:
    for hint in page.locator(".quiz-hint > summary").all():
        hint.click()
    expect(page.locator(".quiz-hint[open]")).to_have_count(5)


def _asked_for_more(page: Page) -> None:
    for button in page.locator("unruffled-question .quiz-button").all():
        button.click()


def _begun(page: Page) -> None:
    page.get_by_role("button", name="Start the test").click()
    expect(page.get_by_role("button", name="Hand in")).to_be_visible()
    ready(page)


def _warned(page: Page) -> None:
    _begun(page)
    MOUSE.give(question(page, "single"), RIGHT)
    page.get_by_role("button", name="5 more minutes").click()
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("alert")).to_contain_text("Not answered yet")


def _handed_in(how: str) -> Callable[[Page], None]:
    def bring_about(page: Page) -> None:
        _begun(page)
        for kind in COUNTED:
            MOUSE.give(question(page, kind), how)
        page.get_by_role("button", name="Hand in").click()
        expect(page.locator(".quiz-outcome")).to_be_visible()

    return bring_about


def _certified(page: Page) -> None:
    _handed_in(RIGHT)(page)
    page.get_by_role("button", name="Certificate").click()
    page.get_by_label("Name on the certificate").fill("Wolfeschlegelsteinhausenbergerdorff")


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "new": (ALL, lambda page: None),
    "asked for more": (ALL, _asked_for_more),
    "wrong": (ALL, _answered(WRONG)),
    "partly right": (ALL, _answered(PARTLY)),
    "right": (ALL, _answered(RIGHT)),
    "second try": (ALL, _answered(WRONG, 2)),
    "hints open": (ALL, _with_hints),
    "test offered": (OWN_TEST, lambda page: None),
    "test begun": (OWN_TEST, _begun),
    "test with a warning": (OWN_TEST, _warned),
    "test passed": (OWN_TEST, _handed_in(RIGHT)),
    "test not passed": (OWN_TEST, _handed_in(WRONG)),
    "certificate": (OWN_TEST, _certified),
}
"""States that questions, a quiz and a test can be in: the page, and how to get there."""


def bring_about(page: Page, state: str) -> Page:
    """Bring a page, opened at the path of the state, into it."""
    ready(page)
    if STATES[state][0] == OWN_TEST:
        expect(page.get_by_role("button", name="Start the test")).to_be_visible()
    STATES[state][1](page)
    return page
