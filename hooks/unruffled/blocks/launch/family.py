"""The page of launch links: learners agree there that answers go to a store."""

from __future__ import annotations

from ...model.library import Library
from ..base import Block, Family, Pages, Room, of_library
from ..made import LAUNCH
from .view import launch_page, launch_values


def _files(library: Library, *_: object) -> tuple[str, ...]:
    """Return style and script: there are none in a site that has no use for them."""
    return ("launch.css", "launch.js") if library.organisation.stores else ()


FAMILY = Family(
    blocks=(
        Block(
            "launch",
            of_library(launch_values),
            files=("organisation.yml",),
            more=_files,
            records=True,
            room=Room.TRAINING,
        ),
    ),
    pages=(Pages(launch_page, (LAUNCH,)),),
)
