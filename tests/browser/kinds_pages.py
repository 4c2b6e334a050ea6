"""Pages with every kind of question, ready to be answered, and what tests of them share."""

from __future__ import annotations

import re

import kinds
import pytest
from kinds import COUNTED, KINDS, OUTCOMES, Mouse
from playwright.sync_api import Locator, Page

from kinds_project import ALL, TYPING

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
def same_page(visit_same_kinds) -> Page:
    """The page of `page`, in one window for all cases of a test; no answer has been sent in it."""
    page = kinds.ready(visit_same_kinds(ALL, kinds.LISTEN))
    page.evaluate("window.attempts = []")
    return page


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
