"""What all kinds of questions share.

Terms are those of the item-writing literature (Haladyna, Downing & Rodriguez 2002):
*stem* is the question, *key* a right choice, *distractor* a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, ClassVar

from pydantic import Field

from ..model.base import Id, Inline, Model
from .naming import digest, names_of

Loc = tuple[str | int, ...]


class Hint(Model):
    """A step of help, shown when it is asked for."""

    text: Inline
    cost: int = Field(default=0, ge=0, le=10, description="Points that it takes away.")


class Reasoned(Model):
    """Something that a learner judges, with the reason that is shown afterwards."""

    feedback: Inline = Field(description="The reason, and the next step.")
    feedback_again: Inline | None = Field(
        default=None, description="Shown in place of `feedback` from the second try on."
    )


class Choice(Reasoned):
    """One choice and what a learner who takes it is told."""

    text: Inline = Field(description="What the learner can choose.")
    correct: bool = Field(default=False, description="true where the choice is right.")


class BaseQuestion(Model):
    """The keys of every question; each kind adds its own."""

    instruction: ClassVar[str] = ""
    """What is to be done, where the stem need not say it."""

    counted: ClassVar[bool] = True
    """Whether the points belong to a score; those that learners give themselves do not."""

    ours: ClassVar[bool] = False
    """Whether the texts of its choices are words of the catalogue, which no author wrote."""

    one_key: ClassVar[bool] = True
    """Whether exactly one of the choices in a list is right."""

    id: Id = Field(description="Unique in the file and never reused.")
    objective: Id = Field(
        default="", description="An objective in the module's front matter, if it has some."
    )
    stem: Inline = Field(description="The question or the situation.")
    explanation: Inline = Field(description="The principle, shown after answering.")
    points: int = Field(default=1, ge=1, le=10, description="What a right answer is worth.")
    hints: tuple[Hint, ...] = Field(default=(), max_length=5)
    shuffle: bool = Field(default=True, description="false keeps the choices in this order.")
    revision: int = Field(
        default=1, ge=1, description="Raise it to have everybody asked again after a change."
    )

    @property
    def key(self) -> tuple[str, ...]:
        """The names and texts that decide which answer is right; in an order that tells nothing
        where the order of the file tells nothing."""
        raise NotImplementedError

    @property
    def asked(self) -> tuple[str, ...]:
        """The names and texts that decide what is asked, in an order that tells nothing.

        They are published as a hash, so nothing in them may depend on which answer is right.
        """
        raise NotImplementedError

    @property
    def judged(self) -> Iterator[tuple[Loc, str, str]]:
        """What learners judge: the way to its text, the text, and how to call it.

        Texts under one name must differ, or they could not be told apart.
        """
        yield from ()

    @property
    def reasons(self) -> Iterator[tuple[Loc, str]]:
        """Every feedback, with the way to it; each must say something of its own."""
        yield from ()

    @property
    def lists(self) -> Iterator[tuple[Model, tuple[Choice, ...]]]:
        """Each list of choices that an author writes, behind what holds it."""
        yield from ()

    @property
    def blanks(self) -> Iterator[tuple[str, str, int]]:
        """Each text with ___ in it: its key, the text, and for how many answers it has places."""
        yield from ()

    @cached_property
    def rev(self) -> str:
        """The question's revision: changes with what can be answered, and with `revision`.

        Not with a mended typo (see ``naming.gist``), another order, or other explanations. It tells
        nothing of the right answer: whoever tries every answer against it learns nothing. The
        letter tells it from earlier ones, a hash of the right answer; records hold both, and
        `revision.js` compares them.
        """
        kind: Any = type(self).model_fields["kind"].annotation
        return f"r{digest([str(kind), str(self.revision), *self.asked], size=4)[1:]}"


class Choosing(BaseQuestion):
    """A question with a list of choices."""

    choices: tuple[Choice, ...] = Field(min_length=2, max_length=8)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """A name for each choice."""
        return names_of([choice.text for choice in self.choices])

    @property
    def key(self) -> tuple[str, ...]:
        """The names of the right choices."""
        return keys_among(self.choices, self.names)

    @property
    def asked(self) -> tuple[str, ...]:
        """The names of all choices."""
        return tuple(sorted(self.names))

    @property
    def judged(self) -> Iterator[tuple[Loc, str, str]]:
        """The choices."""
        for index, choice in enumerate(self.choices):
            yield ("choices", index, "text"), choice.text, "choice"

    @property
    def reasons(self) -> Iterator[tuple[Loc, str]]:
        """The feedback of each choice."""
        yield from reasons_of("choices", self.choices)

    @property
    def lists(self) -> Iterator[tuple[Model, tuple[Choice, ...]]]:
        """The one list."""
        yield self, self.choices


def keys_among(choices: tuple[Choice, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of the right choices, sorted: their order in the file tells nothing."""
    return tuple(sorted(name for each, name in zip(choices, names, strict=True) if each.correct))


def reasons_of(field: str, entries: tuple[Reasoned, ...]) -> Iterator[tuple[Loc, str]]:
    """Yield the feedback of each entry of the list ``field``, with the way to it."""
    for index, entry in enumerate(entries):
        yield (field, index, "feedback"), entry.feedback
