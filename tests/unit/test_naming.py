"""Names outlive what does not matter to an answer: typos, capitals, punctuation, order."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unruffled.kinds.naming import digest, gist, names_of

# Words without n: taking a letter out of one never makes a "no" or a "not".
words = st.text(string.ascii_lowercase.replace("n", ""), min_size=3, max_size=10)
sentences = st.lists(words, min_size=4, max_size=12)
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).map(str.strip)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Say back waht you have heard.", "Say back what you have heard"),
        ("Offer her the room", "offer her the ROOM!"),
        ('"I hear you, and I will look."', "“I hear you – and I will look”"),
        ("I can't do that today", "I can’t do that today."),
        ("Good mornnig", "Good morning"),
        ("Aplogise", "apologise"),
        ("The  fee\nis 10 euros", "the fee is 10 euros"),
        ("the \ufb01rst ten seconds", "the first ten seconds"),
    ],
)
def test_a_mended_text_keeps_its_name(text: str, mended: str) -> None:
    assert names_of([text, "Other"])[0] == names_of([mended, "Other"])[0]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("You will get it today", "You will not get it today"),
        ("They do know what it costs", "They don't know what it costs"),
        ("Tell her that you can help", "Tell her that you cannot help"),
        ("It takes 10 minutes at most", "It takes 15 minutes at most"),
        ("Wait 1.5 hours before you call", "Wait 15 hours before you call"),
        ("Hear her out, then offer", "Offer, then hear her out"),
        ("Offer the quiet room to her", "Offer the cheap room to her"),
        ("Good morning", "Good evening"),
        ("now", "known"),
        ("No", "On"),
        ("?", "!"),
    ],
)
def test_another_text_has_another_name(text: str, other: str) -> None:
    assert gist(text) != gist(other)


@given(sentence=sentences, at=st.integers(0, 99), inside=st.integers(0, 99))
def test_a_letter_left_out_inside_a_word_changes_no_name(
    sentence: list[str], at: int, inside: int
) -> None:
    at %= len(sentence)
    word, inside = sentence[at], 1 + inside % (len(sentence[at]) - 1)
    typo = [*sentence[:at], word[:inside] + word[inside + 1 :], *sentence[at + 1 :]]
    assert gist(" ".join(typo)) == gist(" ".join(sentence))


@given(sentence=sentences, mark=st.sampled_from(["{}.", "{}!", "“{}”", "'{}'", "**{}**", "({})"]))
def test_capitals_and_punctuation_change_no_name(sentence: list[str], mark: str) -> None:
    text = " ".join(sentence)
    assert gist(mark.format(text.upper())) == gist(text)


@given(sentence=sentences, at=st.integers(0, 99), word=words)
def test_a_word_more_is_another_name(sentence: list[str], at: int, word: str) -> None:
    at %= len(sentence)
    assert gist(" ".join([*sentence[:at], word, *sentence[at:]])) != gist(" ".join(sentence))


@settings(max_examples=300)
@given(texts=st.lists(texts, min_size=2, max_size=14, unique=True))
def test_texts_of_one_question_have_names_of_their_own(texts: list[str]) -> None:
    names = names_of(texts)
    assert len(set(names)) == len(names) == len(texts)


@settings(max_examples=300)
@given(
    texts=st.lists(
        st.lists(st.sampled_from(["to", "two", "not", "Not", "10"]), min_size=1, max_size=5).map(
            " ".join
        ),
        min_size=2,
        max_size=8,
        unique=True,
    )
)
def test_texts_that_are_nearly_the_same_have_names_of_their_own(texts: list[str]) -> None:
    assert len(set(names_of(texts))) == len(texts)


@given(texts=st.lists(texts, min_size=1, max_size=10, unique=True), data=st.data())
def test_a_name_does_not_depend_on_where_a_text_stands(
    texts: list[str], data: st.DataObject
) -> None:
    names = dict(zip(texts, names_of(texts), strict=True))
    order = data.draw(st.permutations(texts))
    assert names_of(order) == tuple(names[text] for text in order)


def test_only_texts_of_the_same_gist_are_named_by_every_letter() -> None:
    alone = names_of(["Ask her what else", "Say it again"])
    beside = names_of(["Ask her what else", "Say it again", "Ask him what else"])
    assert beside[1] == alone[1]
    assert beside[0] != alone[0]


def test_names_can_stand_in_an_attribute() -> None:
    (name,) = names_of(['"><script>'])
    assert name.isalnum()
    assert len(name) == 2 * 3


def test_a_name_of_parts_is_not_that_of_other_parts_with_the_same_letters() -> None:
    assert digest(["ab", "c"]) != digest(["a", "bc"])
    assert len(digest(["a"], size=4)) == 2 * 4
