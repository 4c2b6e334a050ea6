"""The voice: what the blocks show, and what the course knows of the exercises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model.library import Library
from ...model.voice import Exercise, Voice
from ...text.urls import page_url
from ..made import VOICE, VOICE_ABOUT, VOICE_FOR_TWO, VOICES
from ..showing import first_with
from .pages import sound

MINUTES = 2
"""For one exercise: three tries of a line, and listening to them."""

FOR_TWO_LINES = 3
"""How many lines stand on the sheet for two: one from each of the first files."""


def ref_of(name: str) -> str:
    """Return what the learner's record calls the exercises of a file, in the place of a quiz."""
    return f"voice:{name}"


def aloud_values(library: Library) -> dict[str, Any]:
    """Return on which channels lines are said, for blocks that have some; "" without exercises."""
    channels = library.handbook.aloud if sound(library) else ()
    return {"aloud": " ".join(channels), "about_voice": library.path_of(VOICE_ABOUT)}


def aloud_script(library: Library, *_: object) -> Iterator[str]:
    """Yield the script that offers to say lines aloud, where there are exercises."""
    if aloud_values(library)["aloud"]:
        yield "blocks/voice/aloud.js"


def voices_of(library: Library, module: str) -> list[tuple[str, str]]:
    """Return the pages and titles of the exercises that go with a module."""
    return [
        (library.path_of(VOICE, each.id), each.title)
        for each in sound(library)
        if each.module == module
    ]


def voice_values(library: Library, voice: Voice) -> dict[str, Any]:
    """Return what the page of a module's exercises shows."""
    return _shared(library) | {
        "voice": voice,
        "ref": ref_of(voice.id),
        "module": library.pages.get(voice.module),
        "all_voices": library.path_of(VOICES),
        "for_two": library.path_of(VOICE_FOR_TWO),
    }


def _shared(library: Library) -> dict[str, Any]:
    return {"about": library.path_of(VOICE_ABOUT), "language": library.language}


def list_values(library: Library) -> dict[str, Any]:
    """Return what the list of all exercises shows."""
    review = first_with(library, "review") or library.path_of(VOICES)
    return {
        "review": review,
        "rows": [
            (each, library.path_of(VOICE, each.id), MINUTES * len(each.exercises), ref_of(each.id))
            for each in sound(library)
        ],
        "for_two": library.path_of(VOICE_FOR_TWO),
        "about": library.path_of(VOICE_ABOUT),
    }


def sheet_values(library: Library) -> dict[str, Any]:
    """Return what the sheet for two shows: a line of each of the first files."""
    exercises: list[Exercise] = [each.exercises[0] for each in sound(library)]
    return _shared(library) | {"exercises": exercises[:FOR_TWO_LINES]}


def course_entries(
    library: Library, *, directories: bool = True
) -> tuple[list[Any], dict[str, Any]]:
    """Return the exercises as course.json lists them: modules, and quizzes without points."""
    modules, quizzes = [], {}
    for each in sound(library):
        url = page_url(library.path_of(VOICE, each.id), directories=directories)
        ref = ref_of(each.id)
        minutes = MINUTES * len(each.exercises)
        named = {"title": each.title, "url": url}
        modules.append(named | {"part": "Voice", "minutes": minutes, "quiz": ref})
        quizzes[ref] = named | {
            "mode": "voice",
            "pass": 0,
            "need": len(each.exercises),
            "objectives": {},
            "questions": {one.id: [one.rev, "", 0] for one in each.exercises},
        }
    return modules, quizzes
