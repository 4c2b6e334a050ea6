"""The packages for a learning platform that a site offers."""

from __future__ import annotations

from ..base import Block, Family, Room, of_library
from .view import packages_values

FAMILY = Family(
    blocks=(
        Block(
            "packages",
            of_library(packages_values),
            styles=("blocks/exports/exports.css",),
            room=Room.TRAINING,
        ),
    )
)
