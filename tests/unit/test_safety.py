"""Wordings of a safety.yml: how they are read, and what the site's matcher makes of them."""

from __future__ import annotations

from typing import Any

import pytest

from node import evaluate
from unruffled.model.base import ORIGIN
from unruffled.model.safety import Safety
from unruffled.safety import Words, compiled

CARDS = ("danger", "hazard", "threats")


def safety(**changes: Any) -> Safety:
    """A small safety.yml with one thing of each kind."""
    data: dict[str, Any] = {
        ORIGIN: None,
        "line": "Somebody may be in danger",
        "card": "danger",
        "cards": [
            {
                "card": "danger",
                "wordings": ["{want} (to) die", "kill myself", "he will kill", "bleeding"],
                "weaker": ["collapsed"],
                "hints": ["[rope|pills]", "tonight"],
            },
            {"card": "hazard", "wordings": ["smoke ... {thing}", "on fire"]},
            {"card": "threats", "wordings": ["customer says he will kill me", "burn your shop"]},
        ],
        "classes": {"want": ["want", "{hope}"], "hope": ["hope", "would like"], "thing": ["plug"]},
        "ordinary": ["kill [time|for coffee]", "sales ... on fire"],
        "spellings": {"im": "i am", "wanna": "want to", "kms": "kill myself", "cant": "can not"},
        "fillers": ["really", "the", "a"],
        "slips": ["bleeding", "smoke"],
        "no_slips": ["breeding"],
    }
    return Safety.model_validate(data | changes)


def found(texts: list[str], **changes: Any) -> list[list[str]]:
    code = """
        const { makeRisk } = await load("core/risk.js");
        return value[1].map(await makeRisk(value[0]));
    """
    return evaluate(code, [compiled(safety(**changes), CARDS), texts])


@pytest.mark.parametrize(
    ("said", "cards"),
    [
        # A class, with another inside; what may be left out; what is filler.
        ("I want to die", ["danger"]),
        ("she would like really to die", ["danger"]),
        ("i want die", ["danger"]),
        ("I die", []),
        # Spellings of texting, case, marks, accents, apostrophes of every form.
        ("im gonna KMS!!!", ["danger"]),
        ("wanna... die", ["danger"]),
        ("I wánt to dié", ["danger"]),
        # A gap holds four words, not five.
        ("smoke out of that old plug", ["hazard"]),
        ("smoke comes out of that old plug", []),
        # An ordinary phrase hides its own words, and no others.
        ("just killing time", []),
        ("I could kill for coffee", []),
        ("sales are on fire", []),
        ("sales are on fire and the shop is on fire", ["hazard"]),
        ("I kill time until I kill myself", ["danger"]),
        # Where two cards share words, the longer wording counts.
        ("the customer says he will kill me", ["threats"]),
        ("he will kill", ["danger"]),
        # First the more urgent; behind it what is only weaker.
        ("burn your shop, then I kill myself", ["danger", "threats"]),
        ("he collapsed and the room is on fire", ["hazard", "danger"]),
        ("he collapsed", ["danger"]),
        # One hint is none, the same one twice neither.
        ("I have a rope", []),
        ("rope and pills", []),
        ("a rope, tonight", ["danger"]),
        # Slips, doubled letters, endings, letters that hide a word.
        ("she is bleding", ["danger"]),
        ("she is beleding", ["danger"]),
        ("she is bleeeeeding", ["danger"]),
        ("breeding", []),
        ("we want to diiiie", ["danger"]),
        ("k1ll myself", ["danger"]),
        ("bl**ding", ["danger"]),
        ("killin myself", []),
        ("", []),
        ("?!", []),
        ("🔥🔥🔥", []),
    ],
)
def test_the_matcher_finds(said: str, cards: list[str]) -> None:
    assert found([said]) == [cards]


def test_a_handbook_that_names_no_risk_finds_none() -> None:
    code = (
        'const { makeRisk } = await load("core/risk.js"); return (await makeRisk(undefined))("die")'
    )
    assert evaluate(code) == []


def test_a_card_that_is_not_there_is_not_found() -> None:
    data = compiled(safety(), ("hazard",))
    assert [each["id"] for each in data["cards"]] == ["hazard"]


def test_a_preview_goes_on_with_the_wordings_that_are_sound() -> None:
    faulty = {"danger": ["[want", "{nothing} x", "... die"], "hazard": ["smoke"]}
    cards = [{"card": card, "wordings": wordings} for card, wordings in faulty.items()]
    data = compiled(safety(cards=cards, classes={"a": ["{b}", "x"], "b": ["{a}"]}), CARDS)
    assert [each["wordings"] for each in data["cards"]] == [[], ["smoke"]]


@pytest.mark.parametrize(
    "text",
    [
        "i want to die " * 3600,
        "smoke " * 8400,
        "kill " * 10_000,
        "customer says he will " * 2300,
        "b" * 50_000,
        "b*" * 25_000,
        "'" * 50_000,
        " ".join(f"bl{number}ding" for number in range(5000)),
        "Dear team, my order of last week has not come and nobody answers. " * 760,
    ],
    ids=lambda text: text[:12],
)
def test_a_text_of_50_000_characters_is_answered_at_once(text: str) -> None:
    """A bound far above what it takes, so that a busy machine is no fault."""
    code = """
        const { makeRisk } = await load("core/risk.js");
        const risk = await makeRisk(value[0]);
        risk("first");
        const begun = performance.now();
        risk(value[1]);
        return performance.now() - begun;
    """
    assert evaluate(code, [compiled(safety(), CARDS), text]) < 500


WORDS = [
    "I'm gonna DIE, can't you hear?",
    "Über-naïve café’s owner",
    "it`s 5 o'clock",
    "my husband's phone and the boys' toys",
    "rock 'n' roll",
    "a_b c-d e…f",
    "ﬁre ①",
    "",
]


@pytest.mark.parametrize("text", WORDS)
def test_wordings_and_questions_are_made_of_the_same_words(text: str) -> None:
    data = compiled(safety(), CARDS)
    words = Words(data["spellings"], data["fillers"]).of(text)
    code = """
        const { makeWords } = await load("core/risk-words.js");
        return makeWords(value[0], value[2])(value[1]);
    """
    assert evaluate(code, [data, text, words]) == words
