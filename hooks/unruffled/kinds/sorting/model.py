"""Sort into categories."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, Literal

from pydantic import Field

from ...model.base import Inline, Text
from ...words import marked
from ..base import BaseQuestion, Loc, Reasoned, reasons_of
from ..naming import names_of


class Item(Reasoned):
    """Something to sort, and why it belongs where it does."""

    text: Inline
    category: Text = Field(description="One of the question's `categories`.")


class Sorting(BaseQuestion):
    """Put each item into one of a few categories."""

    instruction: ClassVar[str] = marked("Sort each one.")

    kind: Literal["sorting"]
    categories: tuple[Text, ...] = Field(min_length=2, max_length=4)
    items: tuple[Item, ...] = Field(min_length=3, max_length=10)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """A name for each item."""
        return names_of([each.text for each in self.items])

    @cached_property
    def category_names(self) -> dict[str, str]:
        """The name of each category by its text."""
        return dict(zip(self.categories, names_of(self.categories), strict=True))

    @property
    def key(self) -> tuple[str, ...]:
        """Each item with its category."""
        known = self.category_names  # an unknown category is told by a rule: go on till then
        pairs = zip(self.names, self.items, strict=True)
        return tuple(sorted(f"{name}={known.get(each.category, '')}" for name, each in pairs))

    @property
    def asked(self) -> tuple[str, ...]:
        """All items, and all categories."""
        return *sorted(self.names), "", *sorted(self.category_names.values())

    @property
    def judged(self) -> Iterator[tuple[Loc, str, str]]:
        """The items and the categories."""
        for index, each in enumerate(self.items):
            yield ("items", index, "text"), each.text, "item"
        for index, text in enumerate(self.categories):
            yield ("categories", index), text, "category"

    @property
    def reasons(self) -> Iterator[tuple[Loc, str]]:
        """The feedback of each item."""
        yield from reasons_of("items", self.items)
