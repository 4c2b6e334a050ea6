"""Our GIFT, read by somebody else's grammar."""

from __future__ import annotations

import random
from typing import Any

import pytest

from node import evaluate
from real import LIBRARY
from support import ROOT
from unruffled.formats.banks import bank_of
from unruffled.formats.banks.gift import write_gift
from unruffled.formats.banks.items import Bank, Item, Option, without_orders
from unruffled.text.inline import inline

QUIZZES = [each for each in LIBRARY.quizzes.values() if each.questions]
PARSE = """
  const { readFileSync } = await import("node:fs");
  const { runInThisContext } = await import("node:vm");
  runInThisContext(readFileSync(value.parser, "utf8"));
  return value.texts.map((text) => {
    try { return giftParser.parse(text).filter((each) => each.type !== "Category"); }
    catch (error) { return String(error.message); }
  });
"""
TYPES = {
    **{"choice": "MC", "several": "MC", "true_false": "TF", "short": "Short"},
    **{"matching": "Matching", "essay": "Essay"},
}
MARKS = [*"abcxyz 0123456789~=#{}:\\%[]<>/*_`'\"!?.,-ä漢", "->", "%50%", "::", "//", "####"]


def parsed(texts: list[str]) -> list[Any]:
    """Return what the grammar reads in each text: questions, or what it complains of."""
    return evaluate(PARSE, {"parser": str(ROOT / "tests/vendor/gift-parser.js"), "texts": texts})


@pytest.fixture(scope="module")
def quizzes() -> dict[str, tuple[Bank, Any]]:
    """Every quiz: what we wrote, and what was read."""
    banks = [without_orders(bank_of(quiz)) for quiz in QUIZZES]
    read = parsed([write_gift(bank)[0] for bank in banks])
    return {
        quiz.id: both for quiz, both in zip(QUIZZES, zip(banks, read, strict=True), strict=True)
    }


@pytest.mark.parametrize("quiz", QUIZZES, ids=lambda each: each.id)
def test_every_quiz_is_read_with_its_kinds_and_its_keys(quizzes, quiz):
    bank, read = quizzes[quiz.id]
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


def test_300_questions_of_marks_come_back_as_they_were():
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
    for item, read in zip(items, parsed(texts), strict=True):
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
