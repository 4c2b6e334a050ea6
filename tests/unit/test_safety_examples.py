"""What the finder learns from sentences: the build's hints and weights, and how they are read."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from node import evaluate
from support import ROOT
from unruffled.blocks.desk.data import desk_data
from unruffled.project import load
from unruffled.safety import NO_RISK, learn, packed
from unruffled.safety.hints import hints

BASE = ROOT / "tests" / "faults" / "base"
SAFETY = """
line: Somebody may be in danger
card: silent
cards:
  - card: silent
    wordings: [want to die]
  - card: other
    wordings: [smell gas]
ordinary: [die for a coffee]
"""
EXAMPLES = """
cards:
  - card: silent
    examples:
      - I will jump off the bridge tonight
      - she says she will jump off the roof
      - nobody will miss me when I am gone
      - he wrote that nobody would miss him
ordinary:
  - my parcel is gone
  - I missed the delivery tonight
  - does the bridge loan cost more
  - she says the roof box is too small
"""


def lesson(card: int, text: str) -> tuple[int, tuple[str, ...]]:
    return card, tuple(text.split())


LESSONS = (
    lesson(0, "i will jump off the bridge"),
    lesson(0, "she wants to jump off the roof"),
    lesson(0, "jump off it they said"),
    lesson(1, "smoke comes from the charger"),
    lesson(1, "there is smoke in the flat"),
    lesson(1, "black smoke and a bang"),
    lesson(NO_RISK, "where is my parcel"),
    lesson(NO_RISK, "is the bridge open"),
    lesson(NO_RISK, "the parcel is in the flat"),
)
READ = """
  const { makeLearnedRisk } = await load("core/risk-learned.js");
  const read = makeLearnedRisk(value.learned);
  return value.asked.map((text) => Object.fromEntries(read(text.split(" ")) ?? []));
"""


def test_the_site_takes_the_same_hints_from_a_sentence_as_the_build():
    sentences = [
        [],
        ["smoke"],
        ["i", "will", "jump", "off", "the", "bridge", "and", "jump", "again"],
        ["naïve", "größer", "мост", "跳", "😀😀😀😀😀😀😀", "o'clock"],
        ["a" * 500, "b", "a" * 500],
    ]
    found = evaluate(
        'const { hints } = await load("core/risk-learned.js"); return value.map(hints);', sentences
    )
    assert found == [hints(each) for each in sentences]


def test_what_was_learned_is_read_on_the_site_as_it_was_meant():
    asked = ["jump off a chair", "smoke in here", "my parcel"]
    jump, smoke, parcel = evaluate(
        READ, {"learned": packed(learn(LESSONS, 2), ["high", "fire"]), "asked": asked}
    )
    assert jump["high"] > 0
    assert jump["high"] > jump["fire"]
    assert smoke["fire"] > 0
    assert smoke["fire"] > smoke["high"]
    assert max(parcel.values()) < 0


def test_every_weight_survives_being_packed():
    random_ = random.Random(7)
    lessons = tuple(
        (random_.randrange(-1, 3), tuple(f"w{random_.randrange(400)}" for _ in range(9)))
        for _ in range(300)
    )
    learned = learn(lessons, 3)
    words = [f"w{number}" for number in range(400)]
    read = evaluate(READ, {"learned": packed(learned, ["a", "b", "c"]), "asked": words})
    for word, sums in zip(words, read, strict=True):
        found = hints([word])
        kept = [each for hint in found for card in learned.weights if (each := card.get(hint))]
        if not any(round(each / 0.25) for each in kept):
            assert sums == {}
            continue
        for card, name in enumerate("abc"):
            weights = (learned.weights[card].get(hint, 0) for hint in found)
            rounded = sum(0.25 * max(-31, min(31, round(each / 0.25))) for each in weights)
            expected = learned.bias[card] + 3 * rounded / len(found) ** 0.5
            assert sums[name] == pytest.approx(expected, abs=0.001)


def test_the_order_of_the_sentences_changes_nothing():
    assert learn(LESSONS, 2) == learn(LESSONS[::-1], 2)


def project(root: Path, **files: str) -> Path:
    """A copy of the small project of the fault cases, with more files."""
    for file in BASE.rglob("*"):
        if file.is_file():
            target = root / file.relative_to(BASE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    for name, text in files.items():
        (root / f"{name.replace('_', '-')}.yml").write_text(text, encoding="utf-8")
    return root


def risks(root: Path, asked: list[str]) -> list[list[str]]:
    return evaluate(
        """
        const { makeRisk } = await load("core/risk.js");
        const risk = await makeRisk(value.safety);
        return value.asked.map((text) => risk(text));
        """,
        {"safety": desk_data(load(root)[0])["safety"], "asked": asked},
    )


ASKED = [
    "caller will jump off a wall",
    "I want to die",
    "when is my parcel here",
    "die for a coffee",
]


def test_a_sentence_that_no_wording_names_is_heard(tmp_path):
    root = project(tmp_path, safety=SAFETY, safety_examples=EXAMPLES)
    assert risks(root, ASKED) == [["silent"], ["silent"], [], []]


def test_where_no_sentence_had_a_word_of_the_question_only_wordings_count(tmp_path):
    """Without ordinary sentences a risk is the likelier of the two, whatever is asked."""
    root = project(tmp_path, safety=SAFETY, safety_examples=EXAMPLES.split("ordinary:")[0])
    assert desk_data(load(root)[0])["safety"]["learned"]["bias"][0] > 0.25
    asked = ["hello there", "??", "I want to die", "she will jump"]
    assert risks(root, asked) == [[], [], ["silent"], ["silent"]]


def test_sentences_for_a_card_that_is_not_there_teach_nothing(tmp_path):
    examples = EXAMPLES.replace(
        "ordinary:",
        "  - card: other\n    examples: [jump off the bridge, jump off the roof]\nordinary:",
    )
    learned = [
        desk_data(load(project(tmp_path / name, safety=SAFETY, safety_examples=text))[0])
        for name, text in (("with", examples), ("without", EXAMPLES))
    ]
    assert learned[0]["safety"]["learned"] == learned[1]["safety"]["learned"]


def test_without_sentences_only_wordings_count(tmp_path):
    root = project(tmp_path, safety=SAFETY)
    assert "learned" not in desk_data(load(root)[0])["safety"]
    assert risks(root, ASKED) == [[], ["silent"], [], []]


def test_evidence_for_another_card_outweighs_a_slight_likeness_but_no_wording(tmp_path):
    root = project(tmp_path, safety=SAFETY, safety_examples=EXAMPLES)
    found = evaluate(
        """
        const { makeRisk } = await load("core/risk.js");
        const risk = await makeRisk(value.safety);
        return value.asked.map((text) => risk(text, 30));
        """,
        {"safety": desk_data(load(root)[0])["safety"], "asked": ASKED},
    )
    assert found == [[], ["silent"], [], []]


def test_what_is_surely_an_everyday_request_needs_a_wording_to_be_a_risk(tmp_path):
    root = project(tmp_path, safety=SAFETY, safety_examples=EXAMPLES)
    found = evaluate(
        """
        const { makeRisk } = await load("core/risk.js");
        const risk = await makeRisk(value.safety);
        return [0, 8].flatMap((request) => value.asked.map((text) => risk(text, 0, request)));
        """,
        {"safety": desk_data(load(root)[0])["safety"], "asked": ASKED[:2]},
    )
    assert found == [["silent"], ["silent"], [], ["silent"]]
