"""What the finder's pure modules do, on a small handbook of their own."""

from __future__ import annotations

from typing import Any

import pytest

from node import evaluate
from unruffled.model.signs import Signs
from unruffled.safety import compiled_signs

CARDS = {
    "danger": ("Speaks of danger", ["Everything is dark"]),
    "shouting": ("Shouting", ["This is a disgrace", "You never listen to me"]),
    "manager": ("Demands a manager", ["Let me speak to somebody higher"]),
    "waited": ("Waited", ["I have been on hold for an hour", "Nobody answers your phone"]),
}
PHRASES = {
    "loud": ("Tell me the worst of it first.", "What a disgrace", "shouting"),
    "refund": ("Your refund is on its way today.", "Where is my refund", "elsewhere"),
    "twice": ("You paid twice, and that is ours.", "I paid twice", "elsewhere"),
}
SIGNS = Signs.model_validate(
    {
        "loud": "shouting",
        "cards": [
            {
                "card": "manager",
                "strong": ["{want} ... {boss}"],
                "wordings": ["above you"],
                "weaker": ["{boss}", "senior"],
                "examples": ["she wants my boss", "he asks for the boss of the bosses"],
            },
            {
                "card": "shouting",
                "wordings": ["for crying out loud"],
                "examples": ["he yells", "she yells at us", "yells all day"],
            },
            {"card": "waited", "wordings": ["crying", "hung up"], "examples": ["a long queue"]},
        ],
        "everyday": ["[can|could] [i|you]"],
        "requests": ["can I speak to sales", "could you send me a form", "when do you open"],
        "ordinary": ["manager's special"],
        "classes": {"want": ["want", "get me"], "boss": ["manager", "boss"]},
        "spellings": {"wanna": "want"},
        "fillers": ["really"],
    }
)
SAFETY = {
    "line": "Danger?",
    "card": "danger",
    "cards": [{"id": "danger", "wordings": ["the manager has a gun"], "weaker": [], "hints": []}],
    "ordinary": [],
    "classes": [],
    "spellings": {},
    "fillers": [],
    "slips": [],
    "no_slips": [],
}


def data(**changes: Any) -> dict[str, Any]:
    return {
        "cards": [
            {"id": name, "url": f"desk/{name}/", "say": ["Yes."], "hear": [], "hears": hears}
            for name, (_, hears) in CARDS.items()
        ],
        "phrases": [
            {"id": name, "url": "phrases/", "say": say, "hears": [hears], "situation": [situation]}
            for name, (say, hears, situation) in PHRASES.items()
        ],
        "situations": {name: label for name, (label, _) in CARDS.items()},
        "synonyms": [["refund", "money back"]],
        "stop_words": ["a", "is", "my", "of", "the", "to", "you", "your"],
        "signs": compiled_signs(SIGNS, CARDS),
        "safety": SAFETY,
    } | changes


def find(*asked: str, **changes: Any) -> list[list[str]]:
    """Return the ids that are found for each question; a risk card has an exclamation mark."""
    code = """
      const { Finder } = await load("core/find.js");
      const finder = await new Finder(value.data).ready();
      const filed = (phrases) => phrases?.length ? `(${phrases.map(({ id }) => id)})` : "";
      const shown = ({ id, risk, phrases }) => `${risk ? "!" : ""}${id}${filed(phrases)}`;
      return value.asked.map((text) => finder.find(text).map(shown));
    """
    return evaluate(code, {"data": data(**changes), "asked": list(asked)})


LETTER = {
    "id": "letter:refund",
    "url": "letters/refund/",
    "label": "A no to a discount",
    "about": "",
    "hears": ["The discount code expired and I insist on it", "I paid twice"],
    "situation": ["shouting"],
    "channel": ["email"],
}


def test_a_letter_is_found_by_what_customers_write_and_stands_before_phrases():
    said = "the discount code expired and I insist"
    assert find(said, letters=[LETTER])[0] == ["letter:refund"]
    assert find("I paid twice", letters=[LETTER])[0] == ["letter:refund", "twice"]
    assert find(said)[0] == []
    assert find("letter discount", letters=[LETTER])[0] == ["letter:refund"]


def test_a_letter_is_filed_under_the_card_of_its_situation():
    code = """
      const { Finder } = await load("core/find.js");
      const finder = await new Finder(value).ready();
      const filed = (letters) => letters?.map(({ id }) => id);
      return finder.find("This is a disgrace").map(({ id, letters }) => [id, filed(letters)]);
    """
    found = evaluate(code, data(letters=[LETTER]))
    assert found[0] == ["shouting", ["letter:refund"]]
    assert "letter:refund" not in [name for name, _ in found]


@pytest.mark.parametrize(
    "asked",
    [
        "get me the manager",
        "GET ME YOUR MANAGER",
        "i really wanna talk to a manager",
        "I want, now, at once, a manager!",
        "who is above you",
        "a senior boss",
        "get me the maneger",
    ],
)
def test_a_wording_finds_its_card_whatever_stands_between(asked):
    assert find(asked)[0][0] == "manager"


def test_a_gap_has_an_end_and_two_weak_wordings_are_needed():
    far, one = find("I want a b c d e f g sofa by noon", "senior", signs=lean())
    assert (far, one) == ([], [])


def lean() -> dict[str, Any]:
    """The wordings alone: nothing is learnt from sentences."""
    signs = compiled_signs(SIGNS, CARDS)
    return signs | {"cards": [each | {"examples": []} for each in signs["cards"]], "requests": []}


def test_what_an_ordinary_phrase_covers_is_no_wording():
    assert find("I want the manager's special")[0] == []


def test_a_longer_wording_of_another_card_hides_a_shorter_one():
    assert find("for crying out loud")[0] == ["shouting"]
    assert find("she is crying")[0][0] == "waited"


@pytest.mark.parametrize("asked", ["WHERE IS MY SOFA", "where is my sofa!!!", "WHERE is it?!?!"])
def test_what_is_shouted_has_a_card_whatever_it_says(asked):
    assert find(asked)[0][0].startswith("shouting")


@pytest.mark.parametrize("asked", ["IBAN", "do you ship to the USA", "Is it open?", "Really?!"])
def test_a_few_capitals_or_marks_are_not_shouting(asked):
    assert find(asked)[0] == []


def test_a_risk_card_is_first_whatever_else_scores_and_is_never_guessed():
    pinned, alike = find("get me the boss, the manager has a gun", "everything is so dark")
    assert pinned[:2] == ["!danger", "manager"]
    assert alike == []


def test_nothing_is_found_for_what_has_too_little_in_common():
    assert find("my neighbour's refund policy for purple hats", "can I speak to a plumber") == [
        [],
        [],
    ]


def test_one_rare_word_does_not_outweigh_the_rest():
    asked = "the disgrace of the garden centre was closed on a rainy bank holiday"
    assert find(asked, signs=lean()) == [[]]


def test_phrases_stand_with_their_card_and_are_not_counted_beside_it():
    assert find("what a disgrace this is")[0] == ["shouting(loud)"]


@pytest.mark.parametrize("asked", ["refund", "refu", "money back", "refnud"])
def test_a_word_a_beginning_a_synonym_and_a_slip_find_a_phrase(asked):
    assert find(asked)[0] == ["refund"]


def test_what_is_far_behind_the_best_is_left_out():
    both, one = find(
        "get me a manager, he hung up",
        "get me the boss, a senior manager, somebody above you, he hung up",
        signs=lean(),
    )
    assert both == ["manager", "waited"]
    assert one == ["manager"]


def test_sentences_teach_what_no_wording_says():
    assert find("she asks for the boss of bosses")[0][:1] == ["manager"]
    assert find("he yells at us all day")[0] == ["shouting"]


def test_an_everyday_request_needs_a_wording():
    request, demand = find("can I speak to somebody", "can I get me a manager")
    assert request == []
    assert demand[0] == "manager"


def test_what_is_surely_a_request_outweighs_a_wording():
    things = (
        "lamp",
        "mirror",
        "frame",
        "photo",
        "shelf",
        "curtain",
        "sign",
        "flag",
        "clock",
        "wreath",
    )
    requests = [f"{start} the {thing} hung up" for start in ("is", "was") for thing in things]
    signs = compiled_signs(SIGNS.model_copy(update={"requests": requests}), CARDS)
    request, complaint = find("is the poster hung up", "he hung up", signs=signs)
    assert request == []
    assert complaint == ["waited"]


def test_a_handbook_without_wordings_has_the_words():
    found = find("this is a disgrace", "xyzzy", signs=None, safety=None)
    assert found == [["shouting(loud)"], []]


@pytest.mark.parametrize(
    "asked", ["", " ", "a", "~0", "<", "__proto__", "constructor", "に", "{0}"]
)
def test_odd_questions_find_nothing_and_break_nothing(asked):
    assert find(asked)[0] == []


def test_a_very_long_question_is_answered_soon():
    code = """
      const { Finder } = await load("core/find.js");
      const finder = await new Finder(value).ready();
      const long = "get me want a manager b c crying out loud ".repeat(1200);
      const start = performance.now();
      finder.find(long);
      return [long.length, performance.now() - start];
    """
    length, milliseconds = evaluate(code, data())
    assert length > 50_000
    assert milliseconds < 5_000


@pytest.mark.parametrize(
    ("event", "composing"),
    [
        ({"isComposing": True, "keyCode": 13}, True),
        ({"isComposing": False, "keyCode": 229}, True),
        ({"isComposing": False, "keyCode": 13}, False),
        ({}, False),
    ],
)
def test_a_key_belongs_to_an_input_method(event, composing):
    code = 'return (await load("core/composing.js")).isComposing(value) ?? false;'
    assert bool(evaluate(code, event)) is composing
