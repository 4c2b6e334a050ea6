"""Sessions with a group: the sheet, what to print, the follow-up, and the rubric."""

from __future__ import annotations

from functools import partial

from ...model.quiz import Quiz
from ...model.session import Session
from ..base import Block, Family, Pages, of_item
from .view import (
    PAGES,
    PAPER_PAGES,
    SESSIONS,
    rubric_values,
    session_pages,
    session_values,
)

_named = partial(Block, values=of_item(session_values), content=Session, most=1, noun="session")
_SHEETS = ("browser/styles/sheets.css",)

FAMILY = Family(
    blocks=(
        _named("session", styles=_SHEETS),
        _named("session-material", styles=("material.css",)),
        _named("session-follow-up", styles=("material.css",)),
        Block(
            "rubric",
            rubric_values,
            files=("rubric.yml",),
            styles=("rubric.css",),
            scripts=("rubric.js",),
        ),
    ),
    pages=(
        Pages(
            session_pages,
            of={Session: PAGES, Quiz: tuple(PAPER_PAGES.values())},
            shared={SESSIONS: "the list of sessions"},
        ),
    ),
)
