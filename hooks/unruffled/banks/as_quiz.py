"""Questions from elsewhere as a quiz of ours: YAML, with marks where an author has to write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..escaping import as_yaml
from ..model.page import TO_WRITE
from .items import Item, Note, Option

_MARKS = re.compile(r"([\\`*_\[\]<])")
PAIRS = 3
"""The fewest that a question of ours matches."""


def as_quiz(
    name: str, title: str, module: str, objective: str, items: Sequence[Item]
) -> tuple[str, list[Note]]:
    """Return the text of a quiz file with these questions, and what could not be taken over.

    What other formats do not ask for, such as a reason for each choice, is marked to be written.
    """
    notes: list[Note] = []
    taken: set[str] = set()
    lines = [
        "# yaml-language-server: $schema=../schemas/quiz.json",
        f"id: {name}",
        f"title: {as_yaml(title)}",
        f"module: {module}",
        "pass_mark: 80",
        "questions:",
    ]
    for item in items:
        body = list(BODIES[item.form](item)) if item.form in BODIES else []
        if not body:
            notes.append(Note(item.id, "left out: no kind of question here holds it"))
            continue
        free = _free(item.id, taken)
        lines += [f"  - id: {free}", f"    objective: {objective}"]
        lines += [f"    stem: {_text(item.stem, 'the question')}"]
        lines += [f"    {line}" for line in body]
        lines += [f"    explanation: {_text(item.explanation, 'the principle')}"]
    return "\n".join(lines) + "\n", notes


def _free(name: str, taken: set[str]) -> str:
    """Return the name, with a number where another question has it."""
    number, made = 1, name
    while made in taken:
        number += 1
        made = f"{name}-{number}"
    taken.add(made)
    return made


def _text(text: str, what: str) -> str:
    """Return a text for YAML, its marks escaped; where there is none, what has to be written."""
    plain = " ".join(text.split())
    return as_yaml(_MARKS.sub(r"\\\1", plain) if plain else f"{TO_WRITE} {what}")


def _reason(option: Option) -> str:
    return _text(option.feedback, "why it is right" if option.right else "why it is wrong")


def _choices(item: Item) -> Iterator[str]:
    rights = sum(each.right for each in item.options)
    if not rights or rights == len(item.options):
        return
    yield f"kind: {'multiple' if item.form == 'several' else 'single'}"
    yield "choices:"
    for option in item.options:
        yield f"  - text: {_text(option.text, 'a choice')}"
        if option.right:
            yield "    correct: true"
        yield f"    feedback: {_reason(option)}"


def _true_false(item: Item) -> Iterator[str]:
    yield "kind: true_false"
    yield f"answer: {str(item.options[0].right).lower()}"
    for option, word in zip(item.options, ("true", "false"), strict=True):
        yield f"feedback_{word}: {_reason(option)}"


def _short(item: Item) -> Iterator[str]:
    right = [each for each in item.options if each.right]
    wrong = [each for each in item.options if not each.right and each.text != "*"]
    if not right:
        return
    yield "kind: fill_in"
    yield "answers:"
    yield from (f"  - {as_yaml(each.text)}" for each in right)
    yield f"feedback: {_reason(right[0])}"
    if wrong:
        yield "wrong:"
    for each in wrong:
        yield f"  - text: {as_yaml(each.text)}"
        yield f"    feedback: {_reason(each)}"
    other = next((each.feedback for each in item.options if each.text == "*"), "")
    yield f"feedback_other: {_text(other, 'what to look at again')}"


def _matching(item: Item) -> Iterator[str]:
    pairs = [(text, match) for text, match in item.pairs if text]
    extra = [match for text, match in item.pairs if not text]
    if len(pairs) < PAIRS or len({match for _, match in item.pairs}) < len(item.pairs):
        return
    yield "kind: matching"
    yield "pairs:"
    for text, match in pairs:
        yield f"  - text: {_text(text, 'a text')}"
        yield f"    match: {_text(match, 'what goes with it')}"
        yield f"    feedback: {_text('', 'why they belong together')}"
    if extra:
        yield "extra:"
    for match in extra:
        yield f"  - text: {_text(match, 'a match')}"
        yield f"    feedback: {_text('', 'why it fits nothing')}"


BODIES = {
    "choice": _choices,
    "several": _choices,
    "true_false": _true_false,
    "short": _short,
    "matching": _matching,
}
