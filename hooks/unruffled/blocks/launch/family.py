"""The page of launch links: learners agree there that answers go to a store."""

from __future__ import annotations

from ..base import Block, Family, Pages, Room, of_library
from ..made import LAUNCH
from .view import launch_page, launch_values

FAMILY = Family(
    blocks=(
        Block(
            "launch",
            of_library(launch_values),
            files=("organisation.yml",),
            styles=("launch.css",),
            scripts=("launch.js",),
            room=Room.TRAINING,
        ),
    ),
    pages=(Pages(launch_page, (LAUNCH,)),),
)
