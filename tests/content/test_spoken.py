"""Lines to say: English that the world understands, and true in the next call, too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spoken

LINES = list(spoken.to_customers())


def found(finds: Callable[[str], list[str]], lines: list[spoken.Line]) -> list[tuple]:
    """Return the place, the words and the text of each line in which something is found."""
    return [(each.where, words, each.text) for each in lines if (words := finds(each.text))]


def test_no_line_has_a_word_that_a_second_language_reader_looks_up() -> None:
    assert found(spoken.to_look_up, list(spoken.spoken())) == []


def test_no_line_for_customers_names_a_thing_outside_its_gaps() -> None:
    assert found(spoken.things, LINES) == []


def test_no_line_for_customers_has_a_name_outside_its_gaps() -> None:
    assert found(spoken.names, LINES) == []


def test_no_line_for_customers_has_a_hole_without_a_name() -> None:
    assert [each for each in LINES if "…" in each.text or "..." in each.text] == []


@pytest.mark.parametrize(
    ("finds", "text", "words"),
    [
        (spoken.to_look_up, "I’ll ring you, so you needn’t wait.", ["ring", "needn't"]),
        (
            spoken.to_look_up,
            "Let me sort this out. During the call I am measuring.",
            ["sort this out"],
        ),
        (spoken.things, "The courier has {item}. It concerns a parcelled lot.", ["courier"]),
        (spoken.names, "{colleague} and Sofia can. I'll ask. Please wait.", ["Sofia"]),
        (spoken.names, "Okafor is back. Please wait on {day}.", ["Okafor"]),
        (spoken.names, "You said 'Delivery only'. OK. May I?", []),
    ],
)
def test_words_and_names_are_found_as_wholes(finds, text: str, words: list[str]) -> None:
    assert finds(text) == words
