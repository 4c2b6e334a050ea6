"""The order in which choices and steps stand: mixed by a seed, or as their author wants it."""

from __future__ import annotations

import re

import kinds
import pytest
from kinds import named
from kinds_pages import (
    page,
    typing,
)
from pages import words
from playwright.sync_api import Locator

from kinds_project import ALL, TYPING

__all__ = ["page", "typing"]  # fixtures


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
