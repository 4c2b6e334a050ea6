"""What can be asked of a Library, and what was asked while something was made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

WHOLE, NAMES, ONE, PART, OF, CALL = "whole", "names", "one", "part", "of", "call"
OUTSIDE = ""
"""In place of a field: a question that an engine answers, such as where a file is on the site."""

MARK = "\0"
"""Stands between the name of a thing and that of a part of it, where no name has it."""

MISSING = "-"
"""The answer to a question for a thing that is not there."""


class Question(NamedTuple):
    """What was asked: a whole field, its names in their order, or what stands under a name.

    Or one PART of what stands there (``name`` has both names); what a method of the Library returns
    OF the thing with a name; what a CALL of a function of the Library returns.
    """

    field: str
    about: str = WHOLE
    name: str = ""


class Node(NamedTuple):
    """A question with the digest of its answer.

    It may have been asked in parts only (``below``): then it is enough that these are the same.
    """

    question: Question
    answer: str
    below: tuple[Node, ...] = ()

    def leaves(self) -> Iterator[Question]:
        """Yield what was asked."""
        if not self.below:
            yield self.question
        for each in self.below:
            yield from each.leaves()


def node(written: Iterable[object]) -> Node:
    """Return a node as JSON has it; raises ValueError or TypeError for what is none."""
    question, answer, below = written
    # JSON says nothing of types: what does not fit is an error that is caught.
    asked = Question(*question)  # type: ignore[misc]
    # The same of what is below.
    return Node(asked, str(answer), tuple(map(node, below)))  # type: ignore[call-overload]


class Notes(set[Question]):
    """The questions that were asked while something was made, and none after that."""

    closed = False
    places = False
    """Whether it was asked where in its file something stands: then lines count."""

    def add(self, question: Question) -> None:
        """Note a question; raises RuntimeError where nobody would heed it any more."""
        if self.closed:
            raise RuntimeError(f"{question} is asked after the thing that needs it was made")
        super().add(question)

    def tree(self) -> Iterator[tuple[Question, tuple[Question, ...]]]:
        """Yield each field, or other question, with what was asked of it in parts, sorted.

        A field that was asked for as a whole has none.
        """
        fields: dict[str, list[Question]] = defaultdict(list)
        for each in sorted(self):
            if each.about in (NAMES, ONE, PART) and each.field != OUTSIDE:
                fields[each.field].append(each)
            else:
                yield each, ()
        for field, asked in fields.items():
            if (whole := Question(field)) not in self:
                yield whole, tuple(asked)


def thing_of(part: Question) -> Question:
    """Return the question for the whole thing that a PART belongs to."""
    name = part.name.rpartition(MARK)[0]
    return Question(part.field, ONE, name) if name else Question(part.field)
