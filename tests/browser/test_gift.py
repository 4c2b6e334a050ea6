"""Our GIFT, read by somebody else's grammar."""

from __future__ import annotations

import random

import pytest
from playwright.sync_api import Page

from real import LIBRARY
from support import ROOT
from unruffled.formats.banks import bank_of
from unruffled.formats.banks.gift import write_gift
from unruffled.formats.banks.items import Bank, Item, Option, without_orders
from unruffled.text.inline import inline

PARSER = (ROOT / "tests/vendor/gift-parser.js").read_text("utf-8")
QUIZZES = [each for each in LIBRARY.quizzes.values() if each.questions]
PARSE = """texts => texts.map(text => {
  try { return giftParser.parse(text).filter(each => each.type !== "Category"); }
  catch (error) { return String(error.message); }
})"""
TYPES = {
    **{"choice": "MC", "several": "MC", "true_false": "TF", "short": "Short"},
    **{"matching": "Matching", "essay": "Essay"},
}
MARKS = [*"abcxyz 0123456789~=#{}:\\%[]<>/*_`'\"!?.,-ä漢", "->", "%50%", "::", "//", "####"]


@pytest.fixture(scope="module")
def parser(chromium) -> Page:
    context = chromium.new_context()
    page = context.new_page()
    page.evaluate(PARSER)
    yield page
    context.close()


@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda each: each.id)
def test_every_quiz_is_read_with_its_kinds_and_its_keys(parser, quiz):
    bank = without_orders(bank_of(quiz))
    (read,) = parser.evaluate(PARSE, [write_gift(bank)[0]])
    assert not isinstance(read, str), read
    carried = [each for each in bank.items if each.form != "gaps"]
    assert [each["title"] for each in read] == [each.id for each in carried]
    for item, theirs in zip(carried, read, strict=True):
        assert theirs["type"] == TYPES[item.form]
        if item.form == "choice":
            assert [each["isCorrect"] for each in theirs["choices"]] == [
                each.right for each in item.options
            ]
        if item.form == "matching":
            assert len(theirs["matchPairs"]) == len(item.pairs)


def test_300_questions_of_marks_come_back_as_they_were(parser):
    chance = random.Random(11)

    def text() -> str:
        return " ".join("".join(chance.choices(MARKS, k=chance.randint(1, 30))).split()) or "x"

    items = [
        Item(
            f"q{number}",
            "choice",
            plain(text()),
            (Option(plain(text()), True, plain(text())), Option(plain(text()), False, "no")),
        )
        for number in range(300)
    ]
    texts = [write_gift(Bank("Any", (each,)))[0] for each in items]
    for item, read in zip(items, parser.evaluate(PARSE, texts), strict=True):
        assert not isinstance(read, str), (read, item)
        (theirs,) = read
        given = [item.stem, *(each.text for each in item.options), item.options[0].feedback]
        found = [theirs["stem"], *(each["text"] for each in theirs["choices"])]
        found.append(theirs["choices"][0]["feedback"])
        assert [each["text"] for each in found] == [each.replace("->", "→") for each in given]
        assert [each["isCorrect"] for each in theirs["choices"]] == [True, False]


def plain(text: str) -> str:
    """Return what is left of a text when nothing in it is Markdown any more."""
    shown = " ".join(str(inline(text).striptags()).split()) or "x"
    return shown if shown == text else plain(shown)
