"""The steps of a learning path, and the minutes of each: counted and not guessed."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.library import Library
from ...model.page import Page
from ...model.path import LearningPath, Step
from ..course.stations import Station, minutes, stations
from ..made import CONVERSATION
from ..scenario.view import minutes as playing_minutes
from ..scenario.view import ref_of, sound


@dataclass(frozen=True)
class Stop:
    """A step as it is shown."""

    step: Step
    page: Page | None
    minutes: int
    quiz: str = ""
    """What the record calls the quiz or the conversation whose state the step shows."""
    hard: bool = False
    """Whether it is a hard conversation: nobody is led to it."""


def stops_of(library: Library, path: LearningPath) -> list[Stop]:
    """Return the steps of a path as they are shown, in order."""
    homes = {each.path: each for each in reversed(stations(library))}
    return [_stop(step, library, homes) for stage in path.stages for step in stage.steps]


def _stop(step: Step, library: Library, homes: dict[str, Station]) -> Stop:
    page = library.pages.get(step.page or "")
    plays = {library.path_of(CONVERSATION, each.id): each for each in sound(library)}
    if play := plays.get(step.page or ""):
        playing = step.minutes or playing_minutes(library, play)
        return Stop(step, page, playing, ref_of(play.id), play.hard)
    home = homes.get(page.path) if page else None
    counted = sum(minutes(library, page)) if page else 0
    if home and home.test:
        counted = home.checking
    quiz = home.quiz if home else ""
    return Stop(step, page, step.minutes or counted, quiz)
