"""One mind: a line is judged alike on pages, in quizzes, in conversations and on cards."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest
import yaml
from rulings import INSULT, LADDER, Judged, judged, judgement_of, reached, step_of

from real import LIBRARY
from support import ROOT

FOUND = list(judged())
INSULTING = [each for each in FOUND if INSULT.search(each.line)]
CARDS = {
    "heat": {"insults", "discrimination", "threats"},
    "dig": {"discrimination", "threats"},
    "insult": {"shouting", "threats", "demands-manager"},
    "manager": {"shouting", "insults", "discrimination", "threats"},
    "discrimination": {"shouting", "insults", "threats"},
    "threat": {"shouting", "insults", "discrimination"},
}
"""Cards that judge a line of each kind wrongly."""

TEXTS = [
    path
    for folder in ("docs", "quizzes", "scenarios", "sessions", "situations", "phrases")
    for path in sorted(ROOT.joinpath(folder).rglob("*.*"))
    if path.suffix in (".md", ".yml") and not {"authors", "contributing"} & set(path.parts)
]


def allowed(each: Judged) -> set[str]:
    """The steps of the ladder that are a right answer to the line, by the rulings."""
    kind = judgement_of(each.line)
    if kind == "insult":
        return {LADDER[min(LADDER.index(each.step) + 1, len(LADDER) - 1)]}
    if kind == "dig":
        return {"answer"}
    if kind == "discrimination":
        return set(LADDER[1:])
    if kind == "threat":
        return {"answer", "end", "Emergency procedure"}
    return {"answer"} if kind in ("heat", "manager") else {*LADDER, each.answer}


@pytest.mark.parametrize("each", INSULTING, ids=lambda each: f"{each.place}: {each.line[:40]}")
def test_a_line_with_a_word_of_insult_is_judged_in_the_list(each: Judged) -> None:
    assert judgement_of(each.line), f"{each.line!r} needs an entry in rulings.yml"


def by_place() -> dict[tuple[str, str], list[Judged]]:
    """The judged lines by place and line: a conversation may reach one in several ways."""
    places = defaultdict(list)
    for each in FOUND:
        if judgement_of(each.line):
            places[each.place, each.line].append(each)
    return dict(places)


@pytest.mark.parametrize(
    "place", sorted(by_place()), ids=lambda place: f"{place[0]}: {place[1][:40]}"
)
def test_every_place_answers_a_line_by_the_rulings(place: tuple[str, str]) -> None:
    found = by_place()[place]
    assert any(each.answer in allowed(each) for each in found), found


def test_every_kind_of_line_stands_somewhere() -> None:
    """The test would hold nothing if it found nothing."""
    kinds = {judgement_of(each.line) for each in FOUND} - {None}
    assert kinds >= {"heat", "dig", "insult", "discrimination", "threat", "manager"}


OWN_END = re.compile(r"\bI('m|'ll| am| will)?( now)? (end|clos|hang)", re.IGNORECASE)
"""The agent ends it: a caller may be asked to end another call, with a stranger."""


def test_nobody_is_praised_for_ending_without_a_warning() -> None:
    found = [
        f"{scenario.id}/{node.id}: {reply.say}"
        for scenario in LIBRARY.scenarios.values()
        for node, step in reached(scenario)
        for reply in node.replies
        if reply.uses and step_of(reply.say) == "end" and step not in ("warning", "end")
        if OWN_END.search(reply.say)
        if judgement_of(node.customer) != "threat"
    ]
    assert found == []


def test_the_steps_of_an_order_climb_the_ladder() -> None:
    for name, quiz in LIBRARY.quizzes.items():
        for question in quiz.questions:
            if question.kind == "ordering":
                steps = [LADDER.index(step_of(each.text)) for each in question.items]
                taken = [each for each in steps if each]
                assert taken == sorted(taken), f"{name}/{question.id}"


@pytest.mark.parametrize("name", sorted(LIBRARY.cards))
def test_a_card_claims_no_line_that_the_rulings_give_to_another(name: str) -> None:
    said = LIBRARY.cards[name].customer_says
    learned = [
        each
        for card in (LIBRARY.signs.cards if LIBRARY.signs else ())
        if card.card == name
        for each in card.examples
    ]
    wrong = [
        line for line in (*said, *learned) if name in CARDS.get(judgement_of(line) or "", set())
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("This drill is a piece of crap.", "heat"),
        ("Do you even know how to do your job?", "dig"),
        ("You are such an idiot, aren't you?", "insult"),
        ("Get on with it, you useless cow.", "insult"),
        ("I want to speak to your manager.", "manager"),
        ("You are a cow. Get me your manager.", "insult"),
        ("Now you think I'm stupid.", "other"),
    ],
)
def test_the_list_tells_kinds_of_lines_apart(line: str, kind: str) -> None:
    assert judgement_of(line) == kind


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("I want to find it for you. I need the insults to stop. What colour is it?", "limit"),
        ("I can't do that while you insult me.", "limit"),
        ("If there's another insult, I'll end this call.", "warning"),
        ("I've asked for it to stop. If you say it again, I'll end this call.", "warning"),
        ("I asked for that to stop, so I'm ending this call. Goodbye.", "end"),
        ("End the call as you said you would.", "end"),
        ("What does it do when you press the switch?", "answer"),
    ],
)
def test_an_answer_is_classed_by_its_words(words: str, step: str) -> None:
    assert step_of(words) == step


NUMBER = r"(one|two|three|four|five|six|\d+)"
WAIT = re.compile(
    rf"\b{NUMBER} hours?\b[^.]*\b(hot|angry|rude) (e-?mail|mail|letter)", re.IGNORECASE
)
AFTER = re.compile(
    rf"\b(hot|angry|rude) (e-?mail|mail|letter)[^.]*\b{NUMBER} hours?\b", re.IGNORECASE
)
TRIES = re.compile(rf"\b{NUMBER} tries\b", re.IGNORECASE)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_waits_and_tries_are_two_everywhere(path: Path) -> None:
    """An angry e-mail waits two hours at most; a hand-over is due after two tries."""
    text = " ".join(path.read_text(encoding="utf-8").split())
    waits = [found[1] for found in WAIT.finditer(text)] + [
        found[3] for found in AFTER.finditer(text)
    ]
    tries = [found[1] for found in TRIES.finditer(text)]
    assert {each.casefold() for each in waits + tries} <= {"two", "2"}


def test_the_wait_and_the_tries_are_said_somewhere() -> None:
    texts = [" ".join(path.read_text(encoding="utf-8").split()) for path in TEXTS]
    assert sum(bool(WAIT.search(each) or AFTER.search(each)) for each in texts) >= 1
    assert sum(bool(TRIES.search(each)) for each in texts) >= 3


PLAYED = re.compile(
    r"\b(play|plays|act)\b[^.]*\b(insults?|threats?|abuse)\b(?! aloud)", re.IGNORECASE
)


def test_no_exercise_has_anybody_play_abuse() -> None:
    """Nobody plays abuse, threats or self-harm in an exercise."""
    found = []
    for session in sorted(ROOT.glob("sessions/*.yml")):
        for step in yaml.safe_load(session.read_text(encoding="utf-8"))["run"]:
            if PLAYED.search(step["do"]) and "obody" not in step["do"]:
                found.append(f"{session.name}: {step['do']}")
    for path, page in LIBRARY.pages.items():
        if page.is_module:
            text = (ROOT / "docs" / path).read_text(encoding="utf-8")
            exercise = text.partition("## Try it")[2].partition("## ")[0]
            if PLAYED.search(exercise) or "stand-in for an insult" in exercise:
                found.append(path)
    assert found == []
