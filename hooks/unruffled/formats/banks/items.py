"""Questions as other programs know them: few kinds, plain texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any, NamedTuple, Required, TypedDict

from ...kinds.choose_in_text.model import ChooseInText
from ...kinds.fill_in.model import FillIn
from ...kinds.matching.model import Matching
from ...kinds.multiple.model import Multiple
from ...kinds.naming import BLANKS
from ...kinds.ordering.model import Ordering
from ...kinds.rewrite.model import Rewrite
from ...kinds.single.model import Single
from ...kinds.sorting.model import Sorting
from ...kinds.spot.model import Spot
from ...kinds.true_false.model import TrueFalse
from ...model.quiz import Question, Quiz
from ...text.escaping import UNSHOWN

GAP = "_____"
"""How a gap is written for people."""


class Option(NamedTuple):
    """Something to choose, or an answer to type."""

    text: str
    right: bool
    feedback: str = ""


class Gap(NamedTuple):
    """One place in a text, with what can be chosen for it."""

    before: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Item:
    """One question. Texts are inline Markdown.

    ``form`` is one of: choice, several, true_false, short, matching, ordering, essay, gaps.
    ``pairs`` are text and match; a pair with an empty text is a match that fits nothing. What is to
    be ordered is paired with its place, from 1.
    """

    id: str
    form: str
    stem: str
    options: tuple[Option, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    gaps: tuple[Gap, ...] = ()
    after: str = ""
    """What stands behind the last gap."""
    explanation: str = ""
    hints: tuple[str, ...] = ()
    points: int = 1
    tags: tuple[str, ...] = ()
    shuffle: bool = True
    line: int = 0
    """Where it begins in the file that it was read from."""


class Note(NamedTuple):
    """What became of a question on the way, for the report."""

    id: str
    words: str
    line: int = 0
    """Where it stands in the file that was read; 0 for a file that is written."""
    lost: bool = False
    """Whether something of that file is not in what was made of it."""


def left_out(name: str, why: str, line: int) -> Note:
    """Return what the report says of a question that is not taken over."""
    return Note(name, f"left out: {why}", line, lost=True)


@dataclass(frozen=True)
class Bank:
    """Questions under one title, and what was changed to get them into this form."""

    title: str
    items: tuple[Item, ...]
    notes: tuple[Note, ...] = field(default=())


def bank_of(quiz: Quiz) -> Bank:
    """Return the questions of a quiz as other programs know them."""
    items, notes = [], []
    for question in quiz.questions:
        made, words = _item(question)
        item = _shown(made)
        items.append(item)
        words += ["its control characters are left out"] if item != made else []
        notes += [Note(question.id, each) for each in words]
    return Bank(_shown(quiz.title), tuple(items), tuple(notes))


def _shown(value: Any) -> Any:
    """Return an item, or a part of one, without characters that no format can hold."""
    if isinstance(value, str):
        return UNSHOWN.sub("", value)
    if isinstance(value, Item):
        return replace(
            value, **{each.name: _shown(getattr(value, each.name)) for each in fields(value)}
        )
    if isinstance(value, tuple):
        parts = map(_shown, value)
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return value


def texts_of(value: Any) -> Iterator[str]:
    """Yield every text of an item, or of a part of one."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Item):
        yield from texts_of(tuple(getattr(value, each.name) for each in fields(value)))
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each)


def without_orders(bank: Bank) -> Bank:
    """Return the bank for a program that can put nothing in order: that is matched to numbers."""
    items = tuple(
        replace(each, form="matching") if each.form == "ordering" else each for each in bank.items
    )
    words = "ordering becomes matching to numbers"
    notes = tuple(Note(each.id, words) for each in bank.items if each.form == "ordering")
    return replace(bank, items=items, notes=bank.notes + notes)


def _item(question: Question) -> tuple[Item, list[str]]:
    make = FORMS.get(type(question).__name__, _choosing)
    values, words = make(question)
    shared = Item(
        id=question.id,
        form=values["form"],
        stem=question.stem,
        explanation=question.explanation,
        hints=tuple(hint.text for hint in question.hints),
        points=question.points,
        tags=(question.objective, question.kind),
        shuffle=question.shuffle,
    )
    return replace(shared, **values), words


class Values(TypedDict, total=False):
    """What a kind says of its item: its form, and what else is not as in every question."""

    form: Required[str]
    stem: str
    options: tuple[Option, ...]
    pairs: tuple[tuple[str, str], ...]
    gaps: tuple[Gap, ...]
    after: str
    explanation: str


Made = tuple[Values, list[str]]


def _choosing(question: Single | Multiple | TrueFalse) -> Made:
    forms = {"single": "choice", "multiple": "several", "true_false": "true_false"}
    options = tuple(Option(each.text, each.correct, each.feedback) for each in question.choices)
    return {"form": forms[question.kind], "options": options}, []


def _fill_in(question: FillIn) -> Made:
    sentence = f"\n{question.sentence.replace(BLANKS, GAP)}" if question.sentence else ""
    right = (Option(text, True, question.feedback) for text in question.answers)
    wrong = (Option(each.text, False, each.feedback) for each in question.wrong)
    values: Values = {
        "form": "short",
        "stem": question.stem + sentence,
        "options": (*right, *wrong),
    }
    return values, ["slips of the fingers are not forgiven there"]


def _matching(question: Matching) -> Made:
    pairs = [(each.text, each.match) for each in question.pairs]
    extra = [("", each.text) for each in question.extra]
    return {"form": "matching", "pairs": (*pairs, *extra)}, [LOST]


def _sorting(question: Sorting) -> Made:
    pairs = tuple((each.text, each.category) for each in question.items)
    return {"form": "matching", "pairs": pairs}, ["sorting becomes matching", LOST]


def _ordering(question: Ordering) -> Made:
    pairs = tuple((each.text, str(at)) for at, each in enumerate(question.items, 1))
    return {"form": "ordering", "pairs": pairs}, [LOST]


def _spot(question: Spot) -> Made:
    lines = [f"{each.who}: {each.text}" for each in question.transcript]
    judged = [each for each in question.transcript if each.feedback]
    options = tuple(
        Option(f"{each.who}: {each.text}", each.worse, each.feedback or "") for each in judged
    )
    stem = "\n".join([question.stem, *lines])
    return {"form": "several", "stem": stem, "options": options}, ["spot becomes several choices"]


def _rewrite(question: Rewrite) -> Made:
    models = [f"{each.text} {each.why}" for each in question.models]
    words = "\n".join([question.explanation, *models, *question.checklist])
    values: Values = {
        "form": "essay",
        "stem": f"{question.stem}\n{question.reply}",
        "explanation": words,
    }
    return values, ["the checklist stands in the feedback, and nobody is scored"]


def _choose_in_text(question: ChooseInText) -> Made:
    *before, after = question.text.split(BLANKS)
    gaps = tuple(
        Gap(text, tuple(Option(each.text, each.correct, each.feedback) for each in gap.choices))
        for text, gap in zip(before, question.gaps, strict=True)
    )
    if len(gaps) > 1:
        return {"form": "gaps", "gaps": gaps, "after": after}, []
    stem = f"{question.stem}\n{GAP.join([*before, after])}"
    return {"form": "choice", "stem": stem, "options": gaps[0].options}, []


LOST = "the reason of each pair is left out"

FORMS: dict[str, Callable[..., Made]] = {
    "FillIn": _fill_in,
    "Matching": _matching,
    "Sorting": _sorting,
    "Ordering": _ordering,
    "Spot": _spot,
    "Rewrite": _rewrite,
    "ChooseInText": _choose_in_text,
}


def shares(options: tuple[Option, ...]) -> Iterator[tuple[Option, float]]:
    """Yield each option with its part of the points in per cent: right minus wrong, as here."""
    part = 100 / max(1, sum(each.right for each in options))
    yield from ((each, part if each.right else -part) for each in options)
