"""Sessions with a group: the sheet, what to print, the follow-up, and the rubric."""

from __future__ import annotations

from functools import partial

from ...model.session import Session
from ..base import Block, Family, Pages, Room, of_item
from ..made import (
    ANSWER_KEY,
    FOLLOW_UP,
    GROUPS,
    MATERIAL,
    PLANS,
    QUIZ_SHEET,
    RUBRIC,
    SESSION,
    SESSIONS,
)
from .view import rubric_values, session_pages, session_values

_named = partial(
    Block,
    values=of_item(session_values),
    content=Session,
    most=1,
    noun="session",
    room=Room.TRAINING,
)
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
            room=Room.TRAINING,
        ),
    ),
    pages=(
        Pages(
            session_pages,
            (SESSIONS, SESSION, MATERIAL, FOLLOW_UP, QUIZ_SHEET, ANSWER_KEY, GROUPS, PLANS, RUBRIC),
        ),
    ),
)
