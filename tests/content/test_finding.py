"""The finder puts the right card first for what people say, and nothing for what needs none."""

from __future__ import annotations

import random
from pathlib import Path

import finding
import pytest
import yaml
from finding import find

from real import LIBRARY

SAID = yaml.safe_load(Path(__file__).with_name("finder.yml").read_text(encoding="utf-8"))
COMPLAINTS = SAID["complaints"]
FIRST = 0.9
"""The least share of complaints for which the right card stands first."""
IN_THREE = 0.97
NOTHING = 0.92
"""The least share of everyday requests for which nothing fits."""


@pytest.fixture(scope="module")
def found() -> list[tuple[dict, list[str]]]:
    return list(zip(COMPLAINTS, find([each["text"] for each in COMPLAINTS]), strict=True))


def right(each: dict) -> set[str]:
    return {each["card"], *each.get("also", ())}


def test_the_right_card_stands_first_for_most_complaints(found):
    missed = [(each["text"], ids[:3]) for each, ids in found if not right(each) & set(ids[:1])]
    assert len(missed) <= (1 - FIRST) * len(found), missed


def test_the_right_card_is_among_the_first_three_for_nearly_all(found):
    missed = [(each["text"], ids[:3]) for each, ids in found if not right(each) & set(ids[:3])]
    assert len(missed) <= (1 - IN_THREE) * len(found), missed


def test_no_card_is_much_harder_to_find_than_the_others(found):
    for card in {each["card"] for each, _ in found}:
        own = [(each["text"], ids[:3]) for each, ids in found if each["card"] == card]
        missed = [(text, ids) for text, ids in own if card not in ids]
        assert len(own) >= 10
        assert len(missed) <= len(own) // 8, missed


def test_nothing_fits_an_everyday_request():
    asked = SAID["neutral"]
    wrong = [(text, ids[:3]) for text, ids in zip(asked, find(asked), strict=True) if ids]
    assert len(wrong) <= (1 - NOTHING) * len(asked), wrong


def test_the_list_is_short(found):
    counts = [len(ids) for _, ids in found]
    assert sum(counts) / len(counts) < 3
    assert max(counts) < 24


def test_every_sentence_of_a_card_leads_to_it():
    """An author who adds a sentence expects to find it."""
    cards = [card for card in LIBRARY.cards.values() if not card.safety]
    said = [(card.id, text) for card in cards for text in card.customer_says]
    missed = [
        (text, ids[:3])
        for (card, text), ids in zip(said, find([text for _, text in said]), strict=True)
        if card not in ids[:3]
    ]
    assert len(missed) <= len(said) // 50, missed


def test_the_test_set_is_not_what_the_finder_learns_from():
    signs = LIBRARY.signs
    learnt = {text.casefold() for each in signs.cards for text in each.examples}
    learnt |= {text.casefold() for text in signs.requests}
    asked = [each["text"] for each in COMPLAINTS] + SAID["neutral"]
    assert [text for text in asked if text.casefold() in learnt] == []


def a_text(chance: random.Random) -> str:
    """Return any text, of letters from everywhere and of signs that mean something elsewhere."""
    pieces = ["refund", "manager", " ", "__proto__", "constructor", "~3", "<b>", "\\", "\0", "👍🏽"]
    return "".join(
        chance.choice(pieces) if chance.random() < 0.4 else chr(chance.randrange(1, 0xD800))
        for _ in range(chance.randint(0, 60))
    )


def test_any_question_has_an_answer_and_each_thing_stands_in_it_once():
    chance = random.Random(7)
    starts = ["", "refund ", "__proto__ ", "constructor ~3 "]
    asked = [starts[number % 4] + a_text(chance) for number in range(400)]
    twice = finding.found([text for text in asked for _ in range(2)])
    for text, first, second in zip(asked, twice[::2], twice[1::2], strict=True):
        ids = [name for each in first for name in (each["id"], *each["phrases"])]
        assert first == second, text
        assert len(ids) == len(set(ids)), text
