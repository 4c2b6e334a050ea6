"""Badges that the organisation has signed: the page on which anybody checks one."""

from __future__ import annotations

from ..base import Block, Family, Pages, Room, of_library
from ..made import BADGE
from .view import badge_page, badge_values

FAMILY = Family(
    blocks=(
        Block(
            "badge",
            of_library(badge_values),
            files=("organisation.yml",),
            styles=("badge.css",),
            scripts=("badge.js",),
            room=Room.TRAINING,
        ),
    ),
    pages=(Pages(badge_page, (BADGE,)),),
)
