"""Rules for sorting into categories."""

from __future__ import annotations

from collections.abc import Iterator

from ...checks.quizzes import named, questions
from ...checks.registry import Finding, rule
from ...model.library import Library
from ...problems import nearest
from .model import Sorting


def _sortings(library: Library) -> Iterator[Sorting]:
    yield from (each for each in questions(library) if isinstance(each, Sorting))


@rule(
    "QZ118",
    meaning="An item is sorted into a category that the question does not list.",
    cure="Use one of the question's `categories`, letter by letter.",
)
def categories_are_listed(library: Library) -> Iterator[Finding]:
    """An item can only go where learners can put it."""
    for question in _sortings(library):
        for item in question.items:
            if item.category not in question.categories:
                guess = nearest(item.category, question.categories)
                cause = f'"{item.category}" is not one of the categories: {guess}'
                yield Finding(
                    item.at("category"), cause, f"{named(question)}: use a category as listed"
                )


@rule(
    "QZ119",
    meaning="No item belongs into one of the categories.",
    cure="Add an item for the category, or remove the category.",
)
def categories_are_used(library: Library) -> Iterator[Finding]:
    """A category into which nothing belongs is a trap."""
    for question in _sortings(library):
        used = {item.category for item in question.items}
        if not used <= set(question.categories):
            continue
        alike = {category.casefold() for category in used}  # "Say" and "say": QZ106 says it
        for index, category in enumerate(question.categories):
            if category.casefold() not in alike:
                cause = f'no item belongs into "{category}"'
                yield Finding(question.at("categories", index), cause)
