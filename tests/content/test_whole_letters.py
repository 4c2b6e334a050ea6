"""Letters: the eight that there are, plain to read, and each of a length that is read."""

from __future__ import annotations

import pytest
from finding import find
from test_reading import FORMULAS, HIGHEST_GRADE, LONGEST

from real import LIBRARY
from unruffled.model import gaps

LETTERS = list(LIBRARY.letters.values())
FEWEST = {
    *("refusal", "delay", "same-fault-again", "closing-a-thread", "apology-with-money"),
    *("first-answer", "after-a-death", "public-review"),
}
each_letter = pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.id)


def filled(letter) -> list[str]:
    return [each.example or each.write for each in letter.after]


def test_every_kind_that_agents_write_has_its_letter():
    assert set(LIBRARY.letters) >= FEWEST
    assert {each.channel for each in LETTERS} >= {"email", "social", "letter"}


@each_letter
@pytest.mark.parametrize("formula", FORMULAS, ids=lambda formula: formula.__name__)
def test_a_letter_asks_for_no_more_than_eight_years_of_school(letter, formula):
    reasons = [each.why for each in letter.after]
    for texts in (filled(letter), [letter.summary, letter.wrong, *reasons]):
        text = " ".join(each if each.endswith((".", "?")) else f"{each}." for each in texts)
        assert formula(text) <= HIGHEST_GRADE, (formula(text), text)


@each_letter
def test_a_letter_is_short_and_a_person_signs_it(letter):
    words = " ".join(filled(letter)).split()
    assert 30 <= len(words) <= 170
    assert all(len(each.write.split()) <= 2 * LONGEST for each in letter.after)
    assert "{agent_name}" in letter.after[-1].write


@each_letter
def test_a_letter_says_when_or_where_it_goes_on(letter):
    """The customer is not left alone with it."""
    names = {name for each in letter.after for name in gaps.names(each.write)}
    assert names & {"deadline", "date", "phone_number"}, names


@each_letter
def test_what_a_letter_cites_is_on_the_page_that_it_leads_to(letter):
    known = set(LIBRARY.pages[letter.module].meta.evidence)
    assert {name for each in letter.after for name in each.evidence} <= known


@each_letter
def test_what_customers_write_is_enough_to_be_found_by(letter):
    assert len(letter.customer_says) >= 4
    found = find(list(letter.customer_says))
    assert [ids for ids in found if f"letter:{letter.id}" not in ids] == []
    cards = {text for card in LIBRARY.cards.values() for text in card.customer_says}
    assert not cards & set(letter.customer_says)
