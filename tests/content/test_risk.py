"""What this handbook hears as a risk, on sentences that people say (risk.yml).

The scripts of the site answer, in Node. The finder has learned from none of the sentences in
risk.yml. It has learned from those of safety-examples.yml, and most wordings were written for them.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from finding import desk, risks, shown
from spellchecker import SpellChecker

from node import evaluate
from real import LIBRARY
from unruffled.safety import Words

SENTENCES = yaml.safe_load(Path(__file__).with_name("risk.yml").read_text(encoding="utf-8"))
ORDINARY = SENTENCES.pop("ordinary")
RISK = [(card, said) for card, all_said in SENTENCES.items() for said in all_said]
CARDS = [each.card for each in LIBRARY.safety.cards]

LEARNED = 0.96
"""The least share of the sentences of safety-examples.yml whose card has to be the first."""
RIGHT = 0.81
"""The same for sentences that nothing was learned from; half of them were written to be hard."""
FALSE = 0.06
"""How often an ordinary sentence of those may find a risk card, at the most."""
COMMON = 200
"""How often the spelling list has met a word that people know."""


def wrong_of(sentences: list[tuple[str, str]]) -> list[str]:
    """Return those of several sentences, each with its card, for which another one stands first."""
    cards = shown([said for _, said in sentences])
    return [
        f"{card}, not {first}: {said}"
        for (card, said), first in zip(sentences, cards, strict=True)
        if first[:1] != [card]
    ]


def test_there_are_enough_sentences_of_every_card() -> None:
    assert list(SENTENCES) == CARDS
    assert len(RISK) >= 400
    assert len(ORDINARY) >= 400
    assert min(Counter(card for card, _ in RISK).values()) >= 30
    assert len({*ORDINARY, *(said for _, said in RISK)}) == len(ORDINARY) + len(RISK)


def test_the_sentences_are_not_those_that_it_has_learned_from() -> None:
    taught = LIBRARY.safety_examples
    learned = {said.casefold() for each in taught.cards for said in each.examples}
    learned |= {said.casefold() for said in taught.ordinary}
    learned |= {said.casefold() for card in LIBRARY.cards.values() for said in card.customer_says}
    asked = [*ORDINARY, *(said for _, said in RISK)]
    assert [said for said in asked if said.casefold() in learned] == []


def test_a_sentence_that_was_learned_leads_to_its_card() -> None:
    taught = [(each.card, said) for each in LIBRARY.safety_examples.cards for said in each.examples]
    wrong = wrong_of(taught)
    assert len(wrong) <= (1 - LEARNED) * len(taught), "\n".join(wrong)


def test_somebody_at_risk_gets_the_right_card_first() -> None:
    wrong = wrong_of(RISK)
    assert len(wrong) <= (1 - RIGHT) * len(RISK), "\n".join(wrong)


def test_ordinary_sentences_with_the_same_words_get_none() -> None:
    cards = shown(ORDINARY)
    wrong = [f"{ids}: {said}" for said, ids in zip(ORDINARY, cards, strict=True) if ids]
    assert len(wrong) <= FALSE * len(ORDINARY), "\n".join(wrong)


def test_what_customers_say_in_other_situations_is_no_emergency() -> None:
    """Hardly any of the sentences of other cards and phrases; some callers in tears are at risk."""
    texts = [
        said
        for name, card in LIBRARY.cards.items()
        if name not in CARDS
        for said in card.customer_says
    ] + [
        said
        for table in LIBRARY.phrases.values()
        for phrase in table.phrases
        if not set(phrase.situations) & set(CARDS)
        for said in phrase.customer_says
    ]
    wrong = [(said, ids) for said, ids in zip(texts, risks(texts), strict=True) if ids]
    assert len(wrong) <= 0.02 * len(texts), wrong


def without_apostrophes(text: str) -> str:
    """As it is typed on a phone; but not where it leaves another word, as in its and it's."""
    return text.replace("n't", "nt").replace("I'm", "im").replace("I've", "ive")


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        str.lower,
        str.title,
        lambda text: text.replace("'", "’"),
        lambda text: f"“{text}”!!!",
        lambda text: f"  {text.replace(' ', '   ')}\n",
        lambda text: text.replace(" ", ", "),
        lambda text: "... ".join(text.split(" ")) + "?",
        lambda text: text.replace("e", "é"),
        without_apostrophes,
    ],
    ids=[
        "capitals",
        "small",
        "titles",
        "curly",
        "quoted",
        "spaces",
        "commas",
        "dots",
        "accents",
        "no-apostrophes",
    ],
)
def test_case_marks_and_spaces_change_nothing(change: Any) -> None:
    texts = [*(said for _, said in RISK), *ORDINARY]
    plain = risks(texts)
    changed = risks([change(text) for text in texts])
    differ = [
        (text, one, other)
        for text, one, other in zip(texts, plain, changed, strict=True)
        if one != other
    ]
    assert differ == []


def test_no_word_that_people_know_is_taken_for_a_slip() -> None:
    """`attached` is one letter from `attacked`; such words stand in `no_slips`."""
    known = SpellChecker().word_frequency
    plain = Words(desk()["safety"]["spellings"], desk()["safety"]["fillers"])
    words = [word for word in known if word.isalpha() and len(word) > 4 and known[word] >= COMMON]
    slips = set(desk()["safety"]["slips"])
    meant = evaluate(
        """
        const [{ makeWords }, { makeTrees }] =
          [await load("core/risk-words.js"), await load("core/wordings.js")];
        const { classes, ordinary, cards } = value.safety;
        const all = [...ordinary, ...cards.flatMap((each) => [...each.wordings, ...each.weaker])];
        const given = [all.map((text) => ({ text, end: true }))];
        const { words } = await makeTrees(classes, given, async () => {});
        const wordsOf = makeWords(value.safety, words);
        return value.words.map((word) => wordsOf(word));
        """,
        {"safety": desk()["safety"], "words": words},
    )
    taken = [
        f"{word} for {other}"
        for word, [*others] in zip(words, meant, strict=True)
        for other in others
        if plain.of(word) != others and other in slips and not alike(word, other)
    ]
    assert taken == []


def alike(word: str, other: str) -> bool:
    """Whether the two are forms of one word: bleed, bleeding."""
    stem = other.removesuffix("ing").removesuffix("ed").removesuffix("s").removesuffix("e")
    return word.startswith(stem[:-1] if stem[-2:-1] == stem[-1:] else stem)
