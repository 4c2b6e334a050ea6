"""Rules for every text in YAML, whatever it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..model.base import INLINE, Model
from ..model.library import Library
from ..problems import Place
from .registry import Finding, rule

MARK = "(to write)"
"""What a scaffold puts where an author's words belong."""


class Written(NamedTuple):
    """A text field: its value, the model it stands in, and the way to it from there."""

    value: str
    owner: Model
    loc: tuple[str | int, ...]
    inline: bool

    @property
    def place(self) -> Place:
        """Where the text stands; looked up only when there is something to say."""
        return self.owner.at(*self.loc)


def texts(library: Library) -> Iterator[Written]:
    """Yield every text in the Library's YAML files and front matter."""
    yield from _texts(library.organisation)
    yield from _texts(library.references)
    yield from _texts(library.vocabulary)
    for group in (library.quizzes, library.phrases):
        for value in group.values():
            yield from _texts(value)
    for page in library.pages.values():
        yield from _texts(page.meta)


def _texts(model: Model) -> Iterator[Written]:
    if model.origin is None:
        return
    for name, inline in _fields(type(model)):
        value = getattr(model, name)
        if isinstance(value, str):
            yield Written(value, model, (name,), inline)
        elif isinstance(value, Model):
            yield from _texts(value)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, str):
                    yield Written(item, model, (name, index), inline)
                elif isinstance(item, Model):
                    yield from _texts(item)


@cache
def _fields(model: type[Model]) -> list[tuple[str, bool]]:
    return [
        (name, INLINE.items() <= (field.json_schema_extra or {}).items())  # type: ignore[union-attr]
        for name, field in model.model_fields.items()
        if name != "origin"
    ]


@rule("TX101")
def nothing_left_to_write(library: Library) -> Iterator[Finding]:
    """A scaffold names what is missing until somebody has written it."""
    for text in texts(library):
        if text.value.startswith(MARK):
            what = text.value.removeprefix(MARK).strip(" :")
            yield Finding(text.place, f"still to be written: {what}")
    for page in library.pages.values():
        for place in page.to_write:
            yield Finding(place, "still to be written")
