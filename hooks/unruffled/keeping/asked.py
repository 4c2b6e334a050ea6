"""A Library that remembers what it was asked for: the one door for whatever is kept.

A question is a field of the Library, or one thing of a field that holds many by name. All methods
of the Library ask through the same door, since it is their own instance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import partial
from typing import Any, NamedTuple

from ..model.library import Library
from ..model.page import Page
from ..model.quiz import Quiz
from .digests import Digests

WHOLE, NAMES, ONE, OF = "whole", "names", "one", "of"
OUTSIDE = ""
"""In place of a field: a question that an engine answers, such as where a file is on the site."""


class Question(NamedTuple):
    """What was asked: a whole field, its names in their order, or what stands under a name.

    Or what a method of the Library returns ``OF`` the page with a name.
    """

    field: str
    about: str = WHOLE
    name: str = ""


class Notes(set[Question]):
    """The questions that were asked while something was made, and none after that."""

    closed = False

    def add(self, question: Question) -> None:
        """Note a question; raises RuntimeError where nobody would heed it any more."""
        if self.closed:
            raise RuntimeError(f"{question} is asked after the thing that needs it was made")
        super().add(question)


MISSING = "-"
"""The answer to a question for a thing that is not there."""


class Answers:
    """The digests of what one Library answers; each is made once."""

    def __init__(
        self, library: Library, digests: Digests, outside: Callable[[str], str] = str
    ) -> None:
        self.library = library
        self._digests = digests
        self._outside = outside
        self._known: dict[Question, str] = {}

    def of(self, question: Question) -> str:
        """Return the digest of the answer."""
        if question not in self._known:
            self._known[question] = self._answer(question)
        return self._known[question]

    def _answer(self, question: Question) -> str:
        if question.field == OUTSIDE:
            return self._outside(question.name)
        value = getattr(self.library, question.field)
        if question.about == OF:
            page = self.library.pages.get(question.name)
            return self._digests.of(tuple(value(page))) if page else MISSING
        if question.about == NAMES:
            return self._digests.of(tuple(value))
        if question.about == ONE:
            found = value.get(question.name, self)
            return MISSING if found is self else self._digests.of(found)
        return self._digests.of(value)


class Asked(Library):
    """The Library ``base`` behind the door; ``notes`` gathers what is asked."""

    base: Library
    notes: Notes

    def __init__(self, base: Library) -> None:
        # What the dataclass and `cached_property` keep is this instance's own.
        self.__dict__.update(base=base, notes=Notes(), doors={})

    def quiz_of(self, page: Page) -> list[Quiz]:
        """Return the quizzes of a page: other quizzes may change."""
        self.notes.add(Question("quiz_of", OF, page.path))
        return self.base.quiz_of(page)

    def ask_outside(self, name: str) -> None:
        """Note that what is made depends on what the engine answers."""
        self.notes.add(Question(OUTSIDE, ONE, name))


class _Many(Mapping[str, Any]):
    """A field with many things, asked for one by one."""

    def __init__(self, field: str, things: Mapping[str, Any], notes: Notes) -> None:
        self._field = field
        self._things = things
        self._notes = notes

    def __getitem__(self, name: str) -> Any:
        self._notes.add(Question(self._field, ONE, name))
        return self._things[name]

    def get(self, name: str, default: Any = None) -> Any:
        self._notes.add(Question(self._field, ONE, name))
        return self._things.get(name, default)

    def __contains__(self, name: object) -> bool:
        self._notes.add(Question(self._field, ONE, str(name)))
        return name in self._things

    def __iter__(self) -> Iterator[str]:
        self._notes.add(Question(self._field, NAMES))
        return iter(self._things)

    def __len__(self) -> int:
        self._notes.add(Question(self._field, NAMES))
        return len(self._things)

    def values(self) -> Any:
        self._notes.add(Question(self._field))
        return self._things.values()

    def items(self) -> Any:
        self._notes.add(Question(self._field))
        return self._things.items()


def _asked(field: str, self: Asked) -> Any:
    own: dict[str, Any] = self.__dict__
    found = own["doors"].get(field)
    if found is not None:
        return found
    value = getattr(own["base"], field)
    if isinstance(value, dict):
        found = own["doors"][field] = _Many(field, value, own["notes"])
        return found
    own["notes"].add(Question(field))
    return value


def _door(field: str) -> Callable[[Asked], Any]:
    return partial(_asked, field)


for _each in fields(Library):
    setattr(Asked, _each.name, property(_door(_each.name)))
