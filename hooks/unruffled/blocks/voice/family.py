"""The voice: exercises of a module, their list, a sheet for two."""

from __future__ import annotations

from ...model.voice import Voice
from ..base import Block, Family, Pages, of_item, of_library
from ..made import VOICE, VOICE_ABOUT, VOICE_FOR_TWO, VOICES
from .pages import voice_pages
from .view import list_values, sheet_values, voice_values

FAMILY = Family(
    blocks=(
        Block(
            "voice",
            of_item(voice_values),
            content=Voice,
            most=1,
            noun="file of voice exercises",
            styles=("voice.css",),
            scripts=("voice.js",),
            records=True,
        ),
        Block(
            "voices",
            of_library(list_values),
            styles=("blocks/course/course.css",),
            scripts=("blocks/course/course.js",),
        ),
        Block(
            "voice-sheet",
            of_library(sheet_values),
            styles=("voice.css", "browser/styles/sheets.css"),
            scripts=("voice.js",),
        ),
    ),
    pages=(
        Pages(
            voice_pages,
            (VOICES, VOICE, VOICE_FOR_TWO, VOICE_ABOUT),
        ),
    ),
)
