"""Badges that the organisation has signed: the page on which anybody checks one."""

from __future__ import annotations

from ...model.library import Library
from ..base import Block, Family, Pages, Room, of_library
from ..made import BADGE
from .view import badge_page, badge_values


def _files(library: Library, *_: object) -> tuple[str, ...]:
    """Return style and script: there are none in a site that has no use for them."""
    return ("badge.css", "badge.js") if library.organisation.badges else ()


FAMILY = Family(
    blocks=(
        Block(
            "badge",
            of_library(badge_values),
            files=("organisation.yml",),
            more=_files,
            room=Room.TRAINING,
        ),
    ),
    pages=(Pages(badge_page, (BADGE,)),),
)
