"""A Library that remembers what it was asked for: the one door for whatever is kept.

A question is a field of the Library, one thing of a field that holds many by name, or one part of
a thing. All methods of the Library ask through the same door, since it is their own instance.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import fields
from functools import partial
from typing import Any

from ..model.library import Library
from ..model.page import Page
from ..model.quiz import Quiz
from .digests import Digests
from .questions import (
    CALL,
    MARK,
    MISSING,
    NAMES,
    OF,
    ONE,
    OUTSIDE,
    PART,
    Node,
    Notes,
    Question,
    thing_of,
)
from .things import IN_PARTS, Many, ManyWhole, Names, Thing, behind

THERE = "+"
"""The answer to the question whether something is there."""

Call = Callable[[Library, str], Any]
"""Gives what a function returns for a Library; what is called is the name of a question."""


class Answers:
    """The digests of what one Library answers; each is made once."""

    def __init__(
        self,
        library: Library,
        digests: Digests,
        outside: Callable[[str], str] = str,
        call: Call | None = None,
    ) -> None:
        self.library = library
        self._digests = digests
        self._outside = outside
        self._call = call
        self._known: dict[Question, str] = {}

    def of(self, question: Question) -> str:
        """Return the digest of the answer."""
        found = self._known.get(question)
        if found is None:
            found = self._known[question] = self._answered(question)
        return found

    def _answered(self, question: Question) -> str:
        try:
            return self._answer(question)
        except Exception:  # what was asked about is gone: what needs it is made again, and says so
            return secrets.token_hex()

    def node(self, question: Question, asked: tuple[Question, ...] = ()) -> Node:
        """Return a question with its answer, and those to what was ``asked`` of it in parts."""
        below: list[Node] = []
        whole = {question, *asked}
        parts: dict[Question, list[Node]] = {}
        for each in asked:
            thing = thing_of(each) if each.about == PART else each
            if thing in whole:
                below.append(Node(each, self.of(each)))
            else:
                parts.setdefault(thing, []).append(Node(each, self.of(each)))
        below += [Node(thing, self.of(thing), tuple(nodes)) for thing, nodes in parts.items()]
        return Node(question, self.of(question), tuple(below))

    def still(self, node: Node) -> Node | None:
        """Return a node with the answers of now, if what was asked has the same; else None."""
        answer = self.of(node.question)
        if answer == node.answer:
            return node
        if not node.below:
            return None
        below = []
        for each in node.below:
            if (found := self.still(each)) is None:
                return None
            below.append(found)
        return Node(node.question, answer, tuple(below))

    def _answer(self, question: Question) -> str:
        if question.field == OUTSIDE:
            return self._outside(question.name)
        if question.about == CALL:
            return self._digests.of(self._call(self.library, question.name) if self._call else self)
        if question.about == OF:
            return self._digests.of(_of_page(self.library, question))
        value = field_of(self.library, question.field)
        if question.about == NAMES:
            return self._digests.of(tuple(value or ()))
        if question.about == PART:
            return self._part(value, *question.name.rsplit(MARK, 1))
        if question.about == ONE:
            if isinstance(value, frozenset):
                return THERE if question.name in value else MISSING
            found = (value or {}).get(question.name, self)
            return MISSING if found is self else self._digests.of(found)
        return self._digests.of(value)

    def _part(self, value: Any, name: str, part: str) -> str:
        if name or isinstance(value, dict):
            value = (value or {}).get(name, self)
        if value is self or value is None:
            return MISSING
        return self._digests.of(getattr(value, part)) if part else THERE


def field_of(library: Library, field: str) -> Any:
    """Return a field, or one of what `others` has, named behind a mark."""
    name, _, inside = field.partition(MARK)
    value = getattr(library, name)
    return value.get(inside) if inside else value


def _of_page(library: Library, question: Question) -> tuple[str, ...]:
    """Return what is asked of a page: the names of its quizzes, or its text."""
    if question.field == "quiz_of":
        return library.quiz_names.get(question.name, ())
    page = library.pages.get(question.name)
    return library.said_on(page) if page else ()


class Asked(Library):
    """The Library ``base`` behind the door; ``notes`` gathers what is asked.

    ``whole`` says that things are asked for as they are, and not by their parts.
    """

    base: Library
    notes: Notes

    def __init__(self, base: Library, call: Call | None = None, *, whole: bool = True) -> None:
        # What the dataclass and `cached_property` keep is this instance's own.
        self.__dict__.update(base=base, notes=Notes(), doors={}, call=call, whole=whole)

    def quiz_of(self, page: Page) -> list[Quiz]:
        """Return the quizzes of a page: other quizzes may change."""
        path = page.path
        self.notes.add(Question("quiz_of", OF, path))
        return [self.quizzes[name] for name in self.base.quiz_names.get(path, ())]

    def said_on(self, page: Page) -> tuple[str, ...]:
        """Return the text of a page: most of what depends on the page does not depend on that."""
        self.notes.add(Question("said_on", OF, page.path))
        return self.base.said_on(behind(page))

    def ask_outside(self, name: str) -> None:
        """Note that what is made depends on what the engine answers."""
        self.notes.add(Question(OUTSIDE, ONE, name))

    def called(self, name: str) -> Any:
        """Return what a function returns for the Library, and note that this was asked for."""
        own: dict[str, Any] = self.__dict__
        self.notes.add(Question("call", CALL, name))
        return own["call"](own["base"], name)


def _asked(field: str, self: Asked) -> Any:
    own: dict[str, Any] = self.__dict__
    if field in own["doors"]:
        return own["doors"][field]
    value = getattr(own["base"], field)
    door = own["doors"][field] = _door_to(value, field, own)
    if door is value:
        own["notes"].add(Question(field))
        del own["doors"][field]
    return door


def _door_to(value: Any, field: str, own: dict[str, Any], name: str = "") -> Any:
    """Return the door to a value, which notes what is asked of it; the value itself where that is
    one question."""
    notes: Notes = own["notes"]
    if isinstance(value, frozenset) and not name:
        return Names(field, value, notes)
    if isinstance(value, dict):
        inside = f"{field}{MARK}{name}" if name else field
        if own["whole"]:
            return value if name else ManyWhole(inside, value, notes, _never)
        return Many(inside, value, notes, partial(_thing, inside, own))
    if isinstance(value, IN_PARTS) and not own["whole"]:
        return Thing(value, field, name, notes)
    return value


def _thing(field: str, own: dict[str, Any], value: Any, name: str) -> Any:
    """Return the door to one thing of a field with many; it is the same each time."""
    key = (field, name)
    found = own["doors"].get(key)
    if found is None:
        found = own["doors"][key] = _door_to(value, field, own, name)
    if found is value:
        own["notes"].add(Question(field, ONE, name))
    elif isinstance(value, IN_PARTS):
        own["notes"].add(Question(field, PART, f"{name}{MARK}"))
    return found


def _never(value: Any, name: str) -> Any:
    raise AssertionError(name)


def _door(field: str) -> Callable[[Asked], Any]:
    return partial(_asked, field)


for _each in fields(Library):
    setattr(Asked, _each.name, property(_door(_each.name)))
