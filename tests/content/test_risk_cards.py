"""The cards for danger: each helps while organisation.yml is empty, and has one first minute."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from real import LIBRARY
from unruffled.model.card import Card
from unruffled.model.organisation import Organisation
from unruffled.rendering import Renderer

RISKS = ("danger", "hazard", "threats", "scam", "listening", "vulnerable")
EMERGENCY = ("danger", "hazard", "threats")
"""Those that the organisation's emergency procedure stands on."""
URGENT = (*EMERGENCY, "scam")
"""Those on which nobody waits."""

NOWHERE = {
    "an hour to wait": r"no (rush|hurry)|there is time|it can wait\b",
    "a secret": r"between (us|you and me)|won't tell|(i|we)('ll| will| promise)[^.]*secret",
    "a wish to be quieter": r"calm down|relax\b",
    "a comfort that nobody can give": r"(will|going to|'ll) be (fine|all right|okay)|don't worry",
    "blame": r"why did(n't)? you|you should(n't)? have|how could you",
    "a procedure in place of a person": r"follow our (safety )?steps|our procedure|our policy",
    "a code asked for": r"(give|tell|send|read) me (the|your) (code|pin|password)",
    "words of one country": r"\bring(?! the bell)\b|\b(rang|mend|mended|whilst|fortnight)\b",
}
"""What no line says that stands on a risk card, or in a phrase that is filed under one."""
NOT_URGENT = r"take your time|in your own time|needn't decide|don't have to decide|tomorrow"


@pytest.fixture(params=RISKS)
def card(request: pytest.FixtureRequest) -> Card:
    return LIBRARY.cards[request.param]


def lines_of(card: Card) -> list[str]:
    """All that a customer may hear from this card, and from the phrases of its situation."""
    phrases = (each for table in LIBRARY.phrases.values() for each in table.phrases)
    filed = (each.say for each in phrases if each.for_customers and card.id in each.situations)
    return [line for _, line in card.lines] + list(filed)


def saying(pattern: str, lines: list[str]) -> list[str]:
    return [line for line in lines if re.search(pattern, line.replace("’", "'"), re.IGNORECASE)]


def test_the_risk_cards_are_those_and_stand_on_top() -> None:
    assert {name for name, card in LIBRARY.cards.items() if card.safety} == set(RISKS)
    assert {LIBRARY.cards[name].group for name in RISKS} == {LIBRARY.vocabulary.groups[0].id}
    assert LIBRARY.cards["danger"].limit is None  # nobody in danger is given a limit


def test_a_risk_card_has_the_whole_checklist(card: Card) -> None:
    assert len(card.first) >= 3
    assert len(card.say) >= 2
    assert card.call is not None
    assert len(card.call.who) >= 3
    assert len(card.never) >= 4
    assert {each for entry in card.by_channel for each in entry.channels} == set(
        LIBRARY.handbook.words["channels"]
    )
    assert len(card.moves) >= 3
    assert re.search(r"\btimes?\b|\bwhen\b", " ".join(card.record), re.IGNORECASE)
    assert card.afterwards


def test_a_risk_card_says_when_it_is_another_one(card: Card) -> None:
    others = {each.card for each in card.instead}
    assert others & set(RISKS) - {card.id}
    if card.id in EMERGENCY:
        assert set(EMERGENCY) - {card.id} <= others


def test_with_an_empty_file_of_the_organisation_a_risk_card_still_says_whom_to_call(
    card: Card,
) -> None:
    bare = replace(LIBRARY, organisation=Organisation(name="Nobody"))
    lines = f"```card\n{card.id}\n```".split("\n")
    html = "\n".join(Renderer(bare).page(f"desk/{card.id}.md", lines, lambda html: html))
    part = html.split("<h2>Whom to call</h2>")[1].split("<h2>")[0]
    assert part.count("<li>") == len(card.call.who)
    assert "ask your team lead" not in part
    assert html.index("card-now") < html.index("Whom to call") < html.index("Never</h2>")


def test_who_is_called_is_somebody_who_can_help() -> None:
    for name in EMERGENCY:
        card = LIBRARY.cards[name]
        assert card.call.slot == "emergency_procedure"
        assert "emergency number" in " ".join(card.call.who), name
    for name in ("danger", "hazard"):  # from another country one reaches the wrong people
        assert "same country" in " ".join(LIBRARY.cards[name].call.who), name
    assert "fraud desk" in LIBRARY.cards["scam"].call.who[0]


def test_no_card_mixes_the_first_minutes() -> None:
    first = {name: " ".join(LIBRARY.cards[name].first + LIBRARY.cards[name].say) for name in RISKS}
    found = {
        name: (
            bool(re.search(r"\b(stay|staying) with\b", text, re.IGNORECASE)),
            bool(re.search(r"\bleave now\b", text, re.IGNORECASE)),
            bool(re.search(r"need not stay|\bending this\b", text, re.IGNORECASE)),
        )
        for name, text in first.items()
        if name in EMERGENCY
    }
    assert found == {
        "danger": (True, False, False),
        "hazard": (False, True, False),
        "threats": (False, False, True),
    }


def test_who_may_be_overheard_is_asked_what_a_yes_or_a_no_can_answer() -> None:
    card = LIBRARY.cards["listening"]
    assert "yes or a no" in card.first[0]
    assert all(
        "?" not in line or re.search(r"\byes or no\b", line, re.IGNORECASE) for line in card.say
    )
    assert {"danger", "scam"} <= {each.card for each in card.instead}
    assert re.search(r"safe time", card.record[0])


def test_what_is_never_done_names_the_gravest_mistake_of_each() -> None:
    never = {name: " ".join(LIBRARY.cards[name].never).lower() for name in RISKS}
    assert "secret" in never["danger"]
    assert "message" in never["danger"]
    assert "inside" in never["hazard"]
    assert "ask if they mean it" in never["threats"]
    assert "code" in never["scam"]
    assert "wait" in never["scam"]
    assert "message" in never["vulnerable"]
    assert "voicemail" in never["listening"]
    assert "call back" in never["listening"]


@pytest.mark.parametrize("what", NOWHERE)
def test_no_line_for_somebody_at_risk_says(what: str, card: Card) -> None:
    assert saying(NOWHERE[what], lines_of(card)) == []


@pytest.mark.parametrize("name", URGENT)
def test_where_it_is_urgent_no_line_says_that_it_can_wait(name: str) -> None:
    assert saying(NOT_URGENT, lines_of(LIBRARY.cards[name])) == []


def test_every_risk_has_a_line_in_the_phrase_tables() -> None:
    phrases = [each for table in LIBRARY.phrases.values() for each in table.phrases]
    filed = {name for each in phrases if each.for_customers for name in each.situations}
    assert set(RISKS) <= filed
