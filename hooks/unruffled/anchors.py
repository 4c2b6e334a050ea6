"""The ids that rendered blocks give to a page, for templates and for the link checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .model.library import Library
    from .model.page import Fence, Page


def question_anchor(quiz: str, question: str) -> str:
    """Return the id of a question's element: no phrase and no heading has one like it."""
    return f"q.{quiz}.{question}"


def phrase_anchor(table: str, phrase: str) -> str:
    """Return the id of a phrase's row."""
    return f"{table}.{phrase}"


def reference_anchor(reference: str) -> str:
    """Return the id of a source's entry."""
    return reference.lower()


def anchors_of(page: Page, library: Library) -> frozenset[str]:
    """Return every id that a link to ``page`` may name."""
    found = set(page.anchors)
    for fence, _ in page.fences:
        found |= _anchors_in(fence, page, library)
    return frozenset(found)


def _anchors_in(fence: Fence, page: Page, library: Library) -> set[str]:
    if fence.kind == "quiz":
        quizzes = (library.quizzes[name] for name in fence.names if name in library.quizzes)
        return {question_anchor(quiz.id, each.id) for quiz in quizzes for each in quiz.questions}
    if fence.kind == "phrases":
        tables = (library.phrases[name] for name in fence.names if name in library.phrases)
        return {phrase_anchor(table.id, each.id) for table in tables for each in table.phrases}
    if fence.kind == "sources":
        return {reference_anchor(name) for name in page.meta.evidence}
    return set()
