"""What stands at the head of a module."""

from __future__ import annotations

from typing import Any

from ...model.library import Library
from ...model.page import Page
from ...upkeep import due_of
from ..context import PageContext
from ..course.stations import minutes, need
from ..letters.view import letters_of
from ..made import CONVERSATION
from ..scenario.view import practised
from ..voice.view import voices_of


def overview_on(context: PageContext, item: str) -> dict[str, Any] | None:
    """Return what the block shows of the page that it stands on; None where that is no module."""
    page = context.library.pages.get(context.path)
    if page is None or not is_introduced(page):
        return None
    return overview_values(context.library, page)


def is_introduced(page: Page) -> bool:
    """Whether a page says what the block shows."""
    return bool(page.meta.summary and page.is_module)


def overview_values(library: Library, page: Page) -> dict[str, Any]:
    """Return the minutes of a module, where it is practised, and when it is due for a look."""
    reading, quiz = minutes(library, page)
    plays = [
        (library.path_of(CONVERSATION, each.id), each.title)
        for each in practised(library, page.path)
    ]
    due = due_of(page.meta, library)
    letters = letters_of(library, module=page.path)
    first = next(iter(library.quiz_of(page)), None)
    values = {"meta": page.meta, "reading": reading, "quiz": quiz, "plays": plays}
    values |= {"asked": need(library, first) if first else 0, "there": page.section_of("quiz")}
    voices = voices_of(library, page.path)
    return {**values, "letters": letters, "voices": voices, "due": due}
