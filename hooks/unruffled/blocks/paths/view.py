"""Learning paths: their pages, and the minutes of each step, counted and not guessed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from ...model.library import Library
from ...model.page import Page
from ...model.path import LearningPath, Step
from ...text.escaping import as_markdown, as_yaml
from ...text.urls import beside
from ...words import Words
from ..course.view import Station, course_values, minutes, stations
from ..made import CONVERSATION, PATH, PATHS
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


def path_values(library: Library, path: LearningPath) -> dict[str, Any]:
    """Return what the block shows: each stage with its stops and minutes, and the first module."""
    every = stops_of(library, path)
    left = iter(every)
    stages = [(stage.title, [next(left) for _ in stage.steps]) for stage in path.stages]
    first = next((stop for stop in every if stop.quiz and not stop.hard), None)
    return {
        "stages": [(title, stops, sum(each.minutes for each in stops)) for title, stops in stages],
        "total": sum(each.minutes for each in every),
        "first": first,
        "review": course_values(library)["blocks"]["review"],
        "spoken": partial(spoken, words=library.words),
    }


def stops_of(library: Library, path: LearningPath) -> list[Stop]:
    """Return the steps of a path as they are shown, in order."""
    homes = {each.page.path: each for each in reversed(stations(library))}
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
    quiz = home.quiz.id if home and home.quiz else ""
    return Stop(step, page, step.minutes or counted, quiz)


def spoken(total: int, words: Words) -> str:
    """Return minutes as people say them: `1 h 25 min`."""
    hours, rest = divmod(total, 60)
    if hours and rest:
        return words.gettext("{hours} h {minutes} min", hours=hours, minutes=rest)
    if hours:
        return words.gettext("{hours} h", hours=hours)
    return words.gettext("{minutes} min", minutes=rest)


def path_pages(library: Library) -> dict[str, str]:
    """Return the Markdown of the list of paths and of each path; nothing where there is none."""
    sound = {name: path for name, path in library.paths.items() if path.id == name}
    if not sound:
        return {}
    return {library.path_of(PATHS): _list(library, sound)} | {
        library.path_of(PATH, name): _page(library, path) for name, path in sound.items()
    }


def _page(library: Library, path: LearningPath) -> str:
    return f"""---
title: {as_yaml(library.title_of(PATH, path.title))}
description: {as_yaml(path.summary)}
hide: [toc]
---

# {as_markdown(library.heading_of(PATH, path.title))}

{as_markdown(path.summary)}

```path
{path.id}
```
"""


def _list(library: Library, paths: dict[str, LearningPath]) -> str:
    lines = "\n".join(
        f"- {_line(library, name, path)}"
        for name, path in sorted(paths.items(), key=lambda each: each[1].title)
    )
    about = library.words.gettext(
        "Not everybody needs everything, or in the same order. A path says what to do, and counts "
        "the minutes. What you have done in one path is done in all."
    )
    return f"""---
title: {as_yaml(library.title_of(PATHS))}
hide: [toc]
---

# {as_markdown(library.heading_of(PATHS))}

{about}

{lines}
"""


def _line(library: Library, name: str, path: LearningPath) -> str:
    page = beside(library.path_of(PATH, name), library.path_of(PATHS))
    return library.words.gettext(
        "{path}, {time}. {summary}",
        path=f"**[{as_markdown(path.title)}]({page})**",
        time=spoken(path_values(library, path)["total"], library.words),
        summary=as_markdown(path.summary),
    )
