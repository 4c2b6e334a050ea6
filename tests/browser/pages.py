"""The kinds of pages there are, and what tests do on them."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from real import LIBRARY
from unruffled.blocks.gaps import spoken
from unruffled.model.library import Library
from unruffled.text.inline import inline

HOME = ""
MODULE = "connect/active-listening/"
PHRASES = "phrases/active-listening/"
ALL_PHRASES = "phrases/"
TAKE_ALONG = "phrases/take-along/"
GUIDE = "desk/"
CARD = "desk/vulnerable/"
CONVERSATION = "practice/late-parcel/"
WITHOUT_NETWORK = "offline/"
NOT_FOUND = "404.html"

KINDS = {
    "home": HOME,
    "module": MODULE,
    "phrase-table": PHRASES,
    "phrases": ALL_PHRASES,
    "take-along": TAKE_ALONG,
    "guide": GUIDE,
    "card": CARD,
    "card-in-call-mode": f"{CARD}?call",
    "offline": WITHOUT_NETWORK,
    "hosting": "hosting/",
    "authors": "authors/",
    "contributing": "contributing/",
    "architecture": "contributing/architecture/",
    "problem-codes": "contributing/problem-codes/",
    "changelog": "changelog/",
    "not-found": NOT_FOUND,
}
WITHOUT_ELEMENTS = {
    name: path
    for name, path in KINDS.items()
    if path
    not in (
        *(HOME, MODULE, PHRASES, ALL_PHRASES, TAKE_ALONG, GUIDE, CARD, f"{CARD}?call"),
        *(WITHOUT_NETWORK, NOT_FOUND),
    )
}

LAPTOP = {"viewport": {"width": 1366, "height": 900}}
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


UNFOLD = """() => {
  for (const each of document.querySelectorAll(".part-fold[aria-expanded=false]")) each.click();
}"""
"""Opens every part of a module, where a narrow window folds them."""


def unfolded(page: Page) -> Page:
    page.evaluate(UNFOLD)
    return page


def library() -> Library:
    return LIBRARY


def words(text: str) -> str:
    """Return an author's text as a reader sees it."""
    return inline(text).striptags()


def labelled(line: str) -> str:
    """Return a line as a reader sees it: a gap is its label in square brackets."""
    return spoken(inline(line), LIBRARY.gaps).striptags()


def question(where: Page | Locator, kind: str) -> Locator:
    """Return the first question of a kind: radio (choose one) or checkbox (choose all)."""
    name = {"radio": "single", "checkbox": "multiple"}[kind]
    return where.locator(f'unruffled-question[data-kind="{name}"]').first


def key(question: Locator) -> list[bool]:
    """Return which choices are right, in the order in which they stand for the learner."""
    question.locator(".quiz-button").wait_for(state="attached")
    return question.locator(".quiz-answer li").evaluate_all(
        "all => all.map(li => 'right' in li.dataset)"
    )


def answer(question: Locator, taken: list[bool]) -> None:
    inputs = question.locator("fieldset input")
    for index, take in enumerate(taken):
        if take or inputs.nth(index).get_attribute("type") == "checkbox":
            inputs.nth(index).set_checked(take)
    question.get_by_role("button", name="Check answer").click()


def answer_right(question: Locator) -> None:
    answer(question, key(question))


def answer_wrong(question: Locator) -> None:
    """Take one choice, a wrong one."""
    wrong = key(question).index(False)
    answer(question, [index == wrong for index in range(len(key(question)))])


def answer_partly(question: Locator) -> None:
    """Take one right choice of several."""
    right = key(question).index(True)
    answer(question, [index == right for index in range(len(key(question)))])
