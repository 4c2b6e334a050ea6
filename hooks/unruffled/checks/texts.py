"""Rules for every text in YAML, whatever it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from ..catalogue import CATALOGUE
from ..markup import cut_short, is_glued, unfinished
from ..model.base import FREE, INLINE, Model
from ..model.library import Library
from ..model.page import TO_WRITE
from ..problems import Place
from .registry import Finding, once, rule


class Written(NamedTuple):
    """A text field: its value, the model it stands in, and the way to it from there."""

    value: str
    owner: Model
    loc: tuple[str | int, ...]
    inline: bool
    free: bool

    @property
    def place(self) -> Place:
        """Where the text stands; looked up only when there is something to say."""
        return self.owner.at(*self.loc)


@once
def texts(library: Library) -> tuple[Written, ...]:
    """Return every text in the Library's YAML files and front matter."""
    models = (
        library.organisation,
        library.references,
        library.vocabulary,
        *library.quizzes.values(),
        *library.phrases.values(),
        *library.cards.values(),
        *library.paths.values(),
        *library.scenarios.values(),
        *library.assignments.values(),
        *library.sessions.values(),
        *(each for each in (library.rubric, library.safety) if each),
        *(page.meta for page in library.pages.values()),
    )
    return tuple(text for model in models for text in _texts(model))


def _texts(model: Model) -> Iterator[Written]:
    if model.origin is None:
        return
    for name, inline, free in _fields(type(model)):
        for loc, value in _values(name, getattr(model, name)):
            if isinstance(value, str):
                yield Written(value, model, loc, inline, free)
            elif isinstance(value, Model):
                yield from _texts(value)


def _values(name: str, value: Any) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield a field's value, or each that it holds, with the way to it."""
    if isinstance(value, tuple):
        yield from (((name, index), item) for index, item in enumerate(value))
    elif isinstance(value, dict):
        yield from (((name, key), item) for key, item in value.items())
    else:
        yield (name,), value


@cache
def _fields(model: type[Model]) -> list[tuple[str, bool, bool]]:
    """List the fields of a model: name, whether it reads Markdown, whether it is free text."""
    return [
        (
            name,
            _reads_markdown(field) or _is_inline(field.annotation),
            FREE in field.metadata or _is_free(field.annotation),
        )
        for name, field in model.model_fields.items()
        if name != "origin"
    ]


def _reads_markdown(field: Any) -> bool:
    return INLINE.items() <= (getattr(field, "json_schema_extra", None) or {}).items()


def _is_inline(annotation: Any) -> bool:
    """Whether the texts of a list, or of what may be absent, are read as Markdown."""
    marks = getattr(annotation, "__metadata__", ())
    return any(map(_reads_markdown, marks)) or any(map(_is_inline, get_args(annotation)))


def _is_free(annotation: Any) -> bool:
    marks = getattr(annotation, "__metadata__", ())
    return FREE in marks or any(_is_free(each) for each in get_args(annotation))


@rule("TX101")
def nothing_left_to_write(library: Library) -> Iterator[Finding]:
    """A scaffold names what is missing until somebody has written it."""
    for text in texts(library):
        if is_to_write(text.value):
            what = text.value[len(TO_WRITE) :].strip(" :")
            yield Finding(text.place, f"still to be written: {what}")
        elif text.free and (words := unfinished(text.value)):
            yield from _left_open(text.place, words)
    for page in library.pages.values():
        for place in page.to_write:
            yield Finding(place, "still to be written")
        for slip in page.slips_of("unfinished"):
            yield from _left_open(slip.place, [slip.written])


def is_to_write(text: str) -> bool:
    """Whether a text is what a scaffold put there."""
    return text[: len(TO_WRITE)].casefold() == TO_WRITE


def _left_open(place: Place, words: list[str]) -> Iterator[Finding]:
    if words:
        yield Finding(
            place, f"{words[0]} stands in the text", "write what is missing, and remove it"
        )


@rule("YA110")
def nothing_is_lost_behind_a_text(library: Library) -> Iterator[Finding]:
    """A comment behind a sentence is hardly ever meant: `It gives ticket # 5 a time`."""
    for text in texts(library):
        comment = text.owner.origin.comment(*text.loc) if text.free else ""
        if comment and not is_glued(comment):  # where no space follows the #, loading has said it
            cure = f"{CATALOGUE['YA110'].cure} Put a comment on a line of its own."
            yield Finding(text.place, cut_short(comment), cure)
