"""What customers say, and the answers that are held to be right: on pages, in quizzes, in play.

An answer is classed by its words, so a line of an agent that sets a limit, warns or ends has to say
so plainly. `limit`, `warning` and `end` are steps of one ladder; anything else is an `answer`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import yaml

from real import LIBRARY
from support import ROOT
from unruffled.model.quiz import Question
from unruffled.model.scenario import Node, Scenario

RULINGS = yaml.safe_load((Path(__file__).parent / "rulings.yml").read_text(encoding="utf-8"))
INSULT = re.compile("|".join(RULINGS["insults"]), re.IGNORECASE)
LADDER = ("answer", "limit", "warning", "end")
CATEGORIES = {"Work on the problem": "answer", "Set a limit": "limit"}
QUOTED = re.compile(r'"([^"]+)"')
SAID = re.compile(r"^(?P<who>[A-Z][^\n]*)\n:   (?P<line>.+)$", re.MULTILINE)

ENDING = re.compile(
    r"\b(end|ending|close|closing|hang(ing)? up)\b[^.]*\b(call|chat|conversation|contact|thread)\b"
    r"|\bhang up\b|\b(i'm|i am) ending (it|this)\b|\bso i end it\b"
)
CONDITION = re.compile(r"\b(if|another|once more|one more|next|again|will close|or (i|we|this))\b")
LIMIT = re.compile(
    r"\b(need|want|asked for|have) (the|that|those|these|it) ?[\w -]{0,25}to stop\b|\bplease stop\b"
    r"|without the (insults|names)|\bwhile you (insult|call|swear|speak)|\bcan't while\b"
    r"|leave (the insults|that|those words)[^.]* out|insults? out of"
    r"|won't (talk about|discuss) people|the insults that|keep (it|this) about"
)


class Judged(NamedTuple):
    """A customer's line with what is held to be the right answer to it."""

    place: str
    line: str
    step: str
    """The highest step of the ladder that the agent has taken before."""
    answer: str


def step_of(words: str) -> str:
    """The highest step of the ladder that an agent's words take."""
    found = "answer"
    for sentence in re.split(r"(?<=[.?!])\s+", words.casefold()):
        if ENDING.search(sentence):
            step = "warning" if CONDITION.search(sentence) else "end"
        else:
            step = "limit" if LIMIT.search(sentence) else "answer"
        found = max(found, step, key=LADDER.index)
    return found


def judgement_of(line: str) -> str | None:
    """What the list says of a customer's line; None where it holds no entry of the list."""
    for entry in RULINGS["lines"]:
        if re.search(entry["line"], line, re.IGNORECASE):
            return str(entry["judged"])
    return None


def judged() -> Iterator[Judged]:
    """Every answer that the content holds to be right, with the line before it."""
    yield from _on_pages()
    for name, quiz in LIBRARY.quizzes.items():
        for question in quiz.questions:
            yield from _in_question(f"{name}/{question.id}", question)
    for scenario in LIBRARY.scenarios.values():
        yield from _in_conversation(scenario)


def _in_turn(place: str, turns: list[tuple[bool, str]]) -> Iterator[Judged]:
    """Pairs of a customer's line and the agent's next one; ``True`` marks the agent's."""
    step = "answer"
    for (by_agent, line), (then_agent, answer) in pairwise(turns):
        if by_agent:
            step = max(step, step_of(line), key=LADDER.index)
        elif then_agent:
            yield Judged(place, line, step, step_of(answer))


def _on_pages() -> Iterator[Judged]:
    """Worked conversations: who speaks first is the customer, unless it is the agent."""
    for path, page in LIBRARY.pages.items():
        if page.is_module:
            text = (ROOT / "docs" / path).read_text(encoding="utf-8")
            said = [(each["who"].split(" (")[0], each["line"]) for each in SAID.finditer(text)]
            first = said[0][0] if said else ""
            yield from _in_turn(path, [(who != first, line) for who, line in said])


def _in_question(place: str, question: Question) -> Iterator[Judged]:
    heard = QUOTED.findall(question.stem)
    before = _told(question.stem)
    if question.kind in ("single", "multiple"):
        right = [each.text for each in question.choices if each.correct]
        yield from (Judged(place, line, before, step_of(each)) for line in heard for each in right)
    elif question.kind == "rewrite":
        models = [each.text for each in question.models]
        yield from (Judged(place, line, before, step_of(each)) for line in heard for each in models)
    elif question.kind == "sorting":
        for item in question.items:
            yield Judged(place, item.text, before, CATEGORIES.get(item.category, item.category))
    elif question.kind == "spot":
        turns = [(each.who == "Agent", each.text) for each in question.transcript if not each.worse]
        yield from _in_turn(place, turns)


def _told(stem: str) -> str:
    """The step that a stem says was taken before."""
    if re.search(r"given the (one )?warning|have warned|after your warning", stem):
        return "warning"
    return (
        "limit"
        if re.search(r"asked (him|her|them|a caller|the caller) to stop", stem)
        else "answer"
    )


def _in_conversation(scenario: Scenario) -> Iterator[Judged]:
    for node, step in reached(scenario):
        for reply in node.replies:
            if reply.uses:
                place = f"{scenario.id}/{node.id}"
                yield Judged(place, node.customer, step, step_of(reply.say))


def reached(scenario: Scenario) -> list[tuple[Node, str]]:
    """Every node with every step of the ladder on which somebody can come to it."""
    todo, seen = [(scenario.start, "answer")], set()
    while todo:
        name, step = todo.pop()
        if (name, step) in seen or name not in scenario.node_by_id:
            continue
        seen.add((name, step))
        for reply in scenario.node_by_id[name].replies:
            after = max(step, step_of(reply.say), key=LADDER.index)
            todo += [(jump.go, after) for jump in reply.next]
    return [(scenario.node_by_id[name], step) for name, step in sorted(seen)]
