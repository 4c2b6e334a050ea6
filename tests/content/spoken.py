"""Every line of the content that an agent says or writes, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import prose
import yaml

from real import LIBRARY
from support import ROOT

LISTS = yaml.safe_load(Path(__file__).with_name("spoken.yml").read_text(encoding="utf-8"))
GAP = re.compile(r"\{\w+\}")


class Line(NamedTuple):
    """What is said, and the file and id it stands under."""

    where: str
    text: str


def to_customers() -> Iterator[Line]:
    """What is said to a customer with gaps for the facts: phrases, cards and letters."""
    for table in LIBRARY.phrases.values():
        for phrase in table.phrases:
            if phrase.for_customers:
                yield Line(f"phrases/{table.id} {phrase.id}", phrase.say)
    for card in LIBRARY.cards.values():
        for loc, text in card.lines:
            yield Line(f"situations/{card.id} {'.'.join(map(str, loc))}", text)
    for letter in LIBRARY.letters.values():
        for number, each in enumerate(letter.after, 1):
            yield Line(f"letters/{letter.id} {number}", each.write)


def spoken() -> Iterator[Line]:
    """All that an agent says or learns to say: with examples, replies, sessions and answers."""
    yield from to_customers()
    yield from _to_the_team()
    yield from _in_letters()
    yield from _in_conversations()
    yield from _in_sessions()
    yield from _in_quizzes()


def _to_the_team() -> Iterator[Line]:
    """Yield what is said to one's own people, and every example of a phrase."""
    for table in LIBRARY.phrases.values():
        for phrase in table.phrases:
            where = f"phrases/{table.id} {phrase.id}"
            if not phrase.for_customers:
                yield Line(where, phrase.say)
            if phrase.example:
                yield Line(f"{where} example", phrase.example)


def _in_letters() -> Iterator[Line]:
    """Yield every paragraph of a letter filled in."""
    for letter in LIBRARY.letters.values():
        for each in letter.after:
            yield Line(f"letters/{letter.id} example", each.example or each.write)


def _in_conversations() -> Iterator[Line]:
    for scenario in LIBRARY.scenarios.values():
        for node in scenario.nodes:
            for reply in node.replies:
                yield Line(f"scenarios/{scenario.id} {node.id}", reply.say)


def _in_sessions() -> Iterator[Line]:
    for session in LIBRARY.sessions.values():
        for text in _texts(session.model_dump(exclude={"id", "module", "scenario"})):
            yield Line(f"sessions/{session.id}", text)


def _in_quizzes() -> Iterator[Line]:
    for quiz in LIBRARY.quizzes.values():
        for question in quiz.questions:
            for text in _answers(question):
                yield Line(f"quizzes/{quiz.id} {question.id}", text)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _texts(each)


def _answers(question) -> Iterator[str]:
    """Yield what a question holds up as right: its model answers and its right choices."""
    for model in getattr(question, "models", ()):
        yield model.text
    for choice in getattr(question, "choices", ()):
        if choice.correct:
            yield choice.text


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Return what finds one of the words of a list, which may be patterns, as whole words."""
    words = "|".join(word for each in LISTS[kind] for word in each["words"])
    return re.compile(rf"(?<![\w'-])(?:{words})(?![\w'-])", re.IGNORECASE)


def to_look_up(text: str) -> list[str]:
    """The words of a line that a second-language reader looks up."""
    return [match[0] for match in _pattern("look_up").finditer(text.replace("’", "'"))]


def things(text: str) -> list[str]:
    """The things of one call that a line names outside its gaps."""
    return [match[0] for match in _pattern("things").finditer(GAP.sub(" ", text))]


NO_NAMES = {"Dear", "I", "PIN", "OK", "Hello"}
CAPITAL = re.compile(r"(?<![\w'’])[A-Z]\w*")
START = re.compile(r"(?:^|[.!?:]['\"”’)]*\s+|['\"“‘(])\Z")


@cache
def _written_small() -> frozenset[str]:
    """The words that stand somewhere in small letters: what does not is a name."""
    texts = [each.text for each in spoken()]
    texts += [" ".join(prose.blocks_of(page)) for page in sorted((ROOT / "docs").rglob("*.md"))]
    return frozenset(word for text in texts for word in re.findall(r"\b[a-z]+", text))


def names(text: str) -> list[str]:
    """The names of people and places that a line says outside its gaps."""
    said = GAP.sub("x", text)
    found = [match for match in CAPITAL.finditer(said) if match[0] not in NO_NAMES]
    return [
        match[0]
        for match in found
        if not START.search(said[: match.start()]) or match[0].lower() not in _written_small()
    ]
