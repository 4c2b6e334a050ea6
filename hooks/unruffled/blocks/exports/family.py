"""The files with which the phrases are taken along."""

from __future__ import annotations

from ..base import Block, Family, Pages, Room, of_library
from ..made import BRING, TAKE_ALONG
from .view import export_values, take_along_page

FAMILY = Family(
    blocks=(
        Block(
            "exports",
            of_library(export_values),
            styles=("browser/styles/filters.css", "exports.css"),
            scripts=("exports.js",),
            room=Room.WORDS,
        ),
    ),
    pages=(Pages(take_along_page, (TAKE_ALONG, BRING)),),
)
