"""Questions from elsewhere as a quiz of ours: YAML, with marks where an author has to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import yaml
from pydantic import TypeAdapter, ValidationError

from ...model.page import TO_WRITE
from ...model.quiz import Question
from ...text.escaping import as_yaml
from .items import Item, Note, Option, left_out
from .markup import as_inline, words_of
from .naming import id_of

MOST_PARTS = 100
"""A question with more choices or pairs than this fits no kind, and is not even written down: to
read it again would take seconds."""

_QUESTION: TypeAdapter[object] = TypeAdapter(Question)


def as_quiz(
    name: str, title: str, module: str, objective: str, items: Sequence[Item]
) -> tuple[str, list[Note]]:
    """Return the text of a quiz file with these questions, and what could not be taken over.

    What other formats do not ask for, such as a reason for each choice, is marked to be written.
    What is written passes the loader: a question that would not is named in place of it.
    """
    notes: list[Note] = []
    taken: set[str] = set()
    lines = [
        "# yaml-language-server: $schema=../schemas/quiz.json",
        f"id: {name}",
        f"title: {as_yaml(title)}",
        f"module: {as_yaml(module)}",
        "pass_mark: 80",
        "questions:",
    ]
    for item in items:
        if parts := _too_many(item):
            notes.append(left_out(item.id, f"it has more than {MOST_PARTS} {parts}", item.line))
            continue
        body = list(BODIES[item.form](item)) if item.form in BODIES else []
        name = _free(id_of(item.id, "question"), taken)
        question = [
            f"id: {name}",
            f"objective: {as_yaml(objective)}",
            f"stem: {_text(item.stem, 'the question')}",
            *body,
            f"explanation: {_text(item.explanation, 'the principle')}",
        ]
        why = _unfit("\n".join(question)) if body else "no kind of question here holds it"
        if why:
            notes.append(left_out(item.id, why, item.line))
            continue
        taken.add(name)
        lines += [f"{'    ' if at else '  - '}{line}" for at, line in enumerate(question)]
    return "\n".join(lines) + "\n", notes


def _too_many(item: Item) -> str:
    """Return the name of the parts of which the question has more than any kind holds."""
    if len(item.pairs) > MOST_PARTS:
        return "pairs"
    names = {"short": "answers"}
    return names.get(item.form, "choices") if len(item.options) > MOST_PARTS else ""


def _unfit(question: str) -> str:
    """Say why a question does not pass the loader; nothing if it does."""
    try:
        _QUESTION.validate_python(yaml.load(question, Loader=yaml.BaseLoader))  # all is text
    except ValidationError as error:
        found = error.errors()[0]
        name = "".join(f" {part}" for part in found["loc"][1:2])
        limits = found.get("ctx", {})
        if found["type"] == "too_long":
            return f"it has more than {limits['max_length']}{name}"
        if found["type"] == "too_short":
            return f"it has fewer than {limits['min_length']}{name}"
        return f"its{name} cannot be used: {found['msg']}"
    return ""


def _free(name: str, taken: set[str]) -> str:
    """Return the name, with a number where another question has it."""
    number, made = 1, name
    while made in taken:
        number += 1
        made = f"{name}-{number}"
    return made


def _text(text: str, what: str) -> str:
    """Return a text for YAML as inline Markdown; where there is none, what has to be written."""
    return as_yaml(as_inline(text) or f"{TO_WRITE} {what}")


def _reason(option: Option) -> str:
    return _text(option.feedback, "why it is right" if option.right else "why it is wrong")


def _typed(option: Option) -> str:
    """Return what is to be typed: plain text, without marks."""
    return as_yaml(words_of(option.text))


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
    yield from (f"  - {_typed(each)}" for each in right)
    yield f"feedback: {_reason(right[0])}"
    if wrong:
        yield "wrong:"
    for each in wrong:
        yield f"  - text: {_typed(each)}"
        yield f"    feedback: {_reason(each)}"
    other = next((each.feedback for each in item.options if each.text == "*"), "")
    yield f"feedback_other: {_text(other, 'what to look at again')}"


def _matching(item: Item) -> Iterator[str]:
    """Matching; sorting where a match goes with several texts, and none with nothing."""
    pairs = [(text, match) for text, match in item.pairs if text]
    extra = [match for text, match in item.pairs if not text]
    matches = [words_of(match) for _, match in item.pairs]
    if len(set(matches)) < len(matches):
        if not extra:
            yield from _sorting(pairs)
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


def _sorting(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield "kind: sorting"
    yield "categories:"
    yield from (f"  - {as_yaml(each)}" for each in dict.fromkeys(words_of(it) for _, it in pairs))
    yield "items:"
    for text, match in pairs:
        yield f"  - text: {_text(text, 'a text')}"
        yield f"    category: {as_yaml(words_of(match))}"
        yield f"    feedback: {_text('', 'why it belongs there')}"


BODIES = {
    "choice": _choices,
    "several": _choices,
    "true_false": _true_false,
    "short": _short,
    "matching": _matching,
}
