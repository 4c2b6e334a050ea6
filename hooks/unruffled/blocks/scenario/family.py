"""Conversations that answer back: to play, as a map, as a sheet, and their list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from ...model.library import Library
from ...model.page import Fence
from ...model.scenario import Scenario
from ..base import Block, Family, Pages, Room, Values, of_library
from ..made import CONVERSATION, MAP, PRACTICE, ROLE_PLAY
from ..voice.view import aloud_script
from .view import (
    can_be_shown,
    channel_styles,
    map_values,
    practice_values,
    scenario_pages,
    scenario_values,
    sheet_values,
)


def _shown(values: Callable[[Library, Scenario], Mapping[str, Any]]) -> Values:
    """Make the values of a block that shows a scenario, if it leads to an end."""
    return lambda context, item: (
        values(context.library, item) if can_be_shown(context.library, item) else None
    )


def _more(library: Library, path: str, fence: Fence) -> Iterator[str]:
    """The look of its channel; where people speak, what lets replies be said aloud."""
    scenario = library.scenarios.get(fence.body)
    if scenario is None:
        return
    yield from channel_styles(scenario.channel)
    if scenario.channel in library.handbook.aloud:
        yield from aloud_script(library)


_named = partial(Block, content=Scenario, most=1, noun="scenario")
_SHEETS = ("browser/styles/sheets.css",)

FAMILY = Family(
    blocks=(
        _named(
            "scenario",
            _shown(scenario_values),
            styles=("scenario.css",),
            scripts=("scenario.js",),
            records=True,
            more=_more,
        ),
        _named("scenario-map", _shown(map_values), styles=_SHEETS, room=Room.TRAINING),
        _named("role-play-sheet", _shown(sheet_values), styles=_SHEETS, room=Room.TRAINING),
        Block(
            "practice",
            of_library(practice_values),
            styles=("blocks/course/course.css",),
            scripts=("blocks/course/course.js",),
        ),
    ),
    pages=(Pages(scenario_pages, (PRACTICE, CONVERSATION, ROLE_PLAY, MAP)),),
)
