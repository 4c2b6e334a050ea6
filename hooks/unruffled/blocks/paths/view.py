"""Learning paths: their pages, and what the blocks on them show."""

from __future__ import annotations

from functools import partial
from typing import Any

from ...model.library import Library
from ...model.path import LearningPath
from ...text.escaping import as_markdown, as_yaml
from ...words import Words
from ..course.view import course_values
from ..made import PATH, PATHS
from .stops import stops_of


def path_values(library: Library, path: LearningPath) -> dict[str, Any]:
    """Return what the block shows: each stage with its stops and minutes, and the first module."""
    every = stops_of(library, path)
    left = iter(every)
    stages = [(stage.title, [next(left) for _ in stage.steps]) for stage in path.stages]
    first = next((stop for stop in every if stop.quiz and not stop.hard), None)
    return {
        "path": path.id,
        "stages": [(title, stops, sum(each.minutes for each in stops)) for title, stops in stages],
        "total": sum(each.minutes for each in every),
        "first": first,
        "review": course_values(library)["blocks"]["review"],
        "spoken": partial(spoken, words=library.words),
    }


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
    sound = _sound(library)
    if not sound:
        return {}
    return {library.path_of(PATHS): _list(library)} | {
        library.path_of(PATH, path.id): _page(library, path) for path in sound
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


def _list(library: Library) -> str:
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

```paths
```
"""


def paths_values(library: Library) -> dict[str, Any]:
    """Return what the block `paths` shows: each path with its page and its minutes, by title."""
    found = sorted(_sound(library), key=lambda each: each.title)
    minutes = {each.id: sum(stop.minutes for stop in stops_of(library, each)) for each in found}
    return {
        "paths": [(each, library.path_of(PATH, each.id), minutes[each.id]) for each in found],
        "spoken": partial(spoken, words=library.words),
    }


def _sound(library: Library) -> list[LearningPath]:
    return [path for name, path in library.paths.items() if path.id == name]
