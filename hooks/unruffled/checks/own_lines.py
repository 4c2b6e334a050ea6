"""Whether what this handbook holds up as good passes its own rules for replies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..checks.texts import is_to_write
from ..kinds.rewrite.model import Rewrite
from ..model import gaps
from ..model.library import Library
from ..problems import Place
from ..reply.data import engine_data, files, rules_of
from ..reply.engine import Stopped, engine
from ..text.inline import as_read
from .lines import lines
from .registry import Finding, once, rule
from .replies import faulty, sound


class Good(NamedTuple):
    """A text that is held up as good: its words, where it stands, and whether it is one line."""

    text: str
    place: Place
    line: bool = True


def good_texts(library: Library) -> Iterator[Good]:
    """Yield what is said on cards and in phrases, letters, model answers and best replies."""
    for line in lines(library):
        if line.advised and line.for_customers and line.aloud:
            example = line.form.example if line.form else None
            yield Good(_filled(example, line.text, library), line.place)
    for letter in library.letters.values():
        texts = (_filled(each.example, each.write, library) for each in letter.after)
        yield Good("\n\n".join(texts), letter.at("after"), line=False)
    yield from _models(library)
    yield from _best_replies(library)


def _models(library: Library) -> Iterator[Good]:
    questions = (each for quiz in library.quizzes.values() for each in quiz.questions)
    for question in questions:
        if isinstance(question, Rewrite):
            for index, each in enumerate(question.models):
                yield Good(as_read(each.text), question.at("models", index, "text"))


def _best_replies(library: Library) -> Iterator[Good]:
    nodes = (node for scenario in library.scenarios.values() for node in scenario.nodes)
    for reply in (reply for node in nodes for reply in node.replies):
        if reply.uses:
            yield Good(as_read(reply.say), reply.at("say"))


def _filled(example: str | None, text: str, library: Library) -> str:
    """Return a line as it would be said: its example, or each gap with the end of its hint."""
    if example:
        return as_read(example)
    known = library.gaps

    def value(found: re.Match[str]) -> str:
        name = found[0].strip("{}")
        return known[name].hint.rpartition(": ")[2] if name in known else "Friday at noon"

    return as_read(gaps.GAP.sub(value, text))


@once
def _found(library: Library) -> list[tuple[Good, dict[str, Any]]]:
    found = engine() if sound(library) and not faulty(library) else None
    if not found or not any(True for _ in rules_of(library)):
        return []
    # What is still to be written is told, and says so itself.
    texts = [each for each in good_texts(library) if not is_to_write(each.text)]
    drafts = [{"text": each.text, "context": {"line": each.line}} for each in texts]
    try:
        found.take(engine_data(library))
        results = found.check(drafts)
    except Stopped:
        return []
    return [
        (text, finding)
        for text, result in zip(texts, results, strict=True)
        for finding in result["findings"]
    ]


@rule(
    "RR107",
    meaning="A text that the handbook holds up as good is found by a rule for replies.",
    cure="Say it another way; or put its words below `spared` of a file of rules, with the reason.",
)
def good_texts_pass(library: Library) -> Iterator[Finding]:
    """A handbook that does not keep its own rules has no business to check replies."""
    spared = {_plain(each.words) for file in files(library) for each in file.spared}
    for text, finding in _found(library):
        if not any(words in _plain(text.text) for words in spared):
            yield Finding(text.place, f'"{finding["text"][:50]}" is found by {finding["rule"]}')


@rule(
    "RR108",
    meaning="Words are spared that no text has, or in which no rule finds anything.",
    cure="Take them out of `spared`.",
    severity="note",
)
def what_is_spared_is_there(library: Library) -> Iterator[Finding]:
    """A reason without its text spares the next one that happens to have these words."""
    if library.partial or not engine() or faulty(library):
        return
    texts = [_plain(text.text) for text, _ in _found(library)]
    for file in sound(library):
        for each in file.spared:
            if not any(_plain(each.words) in text for text in texts):
                yield Finding(each.at("words"), f'nothing is found in "{each.words[:50]}"')


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())


def not_run(library: Library) -> int:
    """Return how many rules for replies were not run, because there is no interpreter for them."""
    return 0 if engine() else sum(1 for _ in rules_of(library))
