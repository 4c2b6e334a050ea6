"""Assignments: their pages, and the text that carries one in a link.

The text is `1.BODY.SUM`: a version, JSON in base64url, and the CRC-32 of the JSON in hexadecimal.
`hooks/unruffled/browser/core/assignment.js` writes and reads the same;
`tests/unit/test_links_in_both.py` holds the two together.
"""

from __future__ import annotations

import json
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from typing import Any

from ...model.assignment import Assignment, Task
from ...model.base import is_id
from ...model.library import Library
from ...model.quiz import Mode
from ...text.escaping import as_markdown, as_yaml
from ...text.urls import beside
from ...words import Words
from ..course.stations import stations
from ..course.view import edition_of, opens
from ..made import ASSIGNMENT, ASSIGNMENTS, CONVERSATION
from ..paths.stops import stops_of
from ..scenario.view import ref_of, sound

VERSION = "1"

Step = tuple[str, str]
"""What is to be done, as the link writes it, and the edition of its questions."""


def link_text(library: Library, assignment: Assignment) -> str:
    """Return what stands after `#` in the link to an assignment."""
    given: dict[str, Any] = {
        "title": assignment.title,
        "note": assignment.note or "",
        "steps": [list(step) for step in steps_of(library, assignment)],
        "mode": assignment.mode.value,
        "pass": assignment.pass_mark,
        "attempts": assignment.attempts or 0,
        "due": assignment.due or "",
        "zone": assignment.zone or "",
        "minutes": assignment.minutes or 0,
        "fixed": not assignment.shuffle,
        "key": assignment.key or "",
    }
    # What is left out has these values; they are fixed for this version of the text.
    usual = {"note": "", "mode": "practice", "pass": 80, "attempts": 0, "due": "", "zone": ""}
    usual |= {"minutes": 0, "fixed": False, "key": ""}
    kept = {name: value for name, value in given.items() if usual.get(name) != value}
    return encoded(kept)


def encoded(data: dict[str, Any]) -> str:
    """Return the text of an assignment's data."""
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    text = urlsafe_b64encode(body).decode().rstrip("=")
    return f"{VERSION}.{text}.{_sum(body)}"


def _sum(body: bytes) -> str:
    return f"{zlib.crc32(body):08x}"


def steps_of(library: Library, assignment: Assignment) -> list[Step]:
    """Return the steps in order, each thing once; what does not exist is left out."""
    steps = (step for task in assignment.tasks for step in _steps(library, task))
    return list(dict(steps).items())


def _steps(library: Library, task: Task) -> Iterator[Step]:
    if task.pool:
        names = [name for name in task.pool if name in library.quizzes]
        editions = "".join(edition_of(library, library.quizzes[name]) for name in names)
        if names:
            yield f"{task.draw or 0}*{'+'.join(names)}", f"0{_sum(editions.encode())}"
        return
    names = [name for name in (task.quiz, task.scenario and ref_of(task.scenario)) if name]
    if path := library.paths.get(task.path or ""):
        names += [stop.quiz for stop in stops_of(library, path) if stop.quiz]
    plays = {ref_of(each.id): each.rev for each in sound(library)}
    for name in names:
        if quiz := library.quizzes.get(name):
            yield name, edition_of(library, quiz)
        elif name in plays:
            yield name, plays[name]


def assignment_values(library: Library, assignment: Assignment | None) -> dict[str, Any]:
    """Return what the block shows: an assignment of a file, or none, for one of a link."""
    if assignment is None:
        return {"assignment": None, "text_of_link": "", "steps": [], "test": False}
    titles = {name: (quiz.title, quiz.module) for name, quiz in library.quizzes.items()}
    plays = {
        ref_of(each.id): (each.title, library.path_of(CONVERSATION, each.id))
        for each in sound(library)
    }
    known = titles | plays
    steps = [
        (_title_of(name, known, library.words), known.get(name, ("", None))[1])
        for name, _ in steps_of(library, assignment)
    ]
    return {
        "assignment": assignment,
        "text_of_link": link_text(library, assignment),
        "steps": steps,
        "test": assignment.mode is Mode.TEST,
    }


def choice_values(library: Library) -> dict[str, Any]:
    """Return what a trainer can choose from: paths, and all that is done, by part of the course."""
    asked = [
        (path.title, [stop.quiz for stop in stops_of(library, path) if stop.quiz])
        for name, path in library.paths.items()
        if path.id == name and not library.is_partial(path)
    ]
    paths = [(title, names) for title, names in asked if names]
    groups: dict[str, list[tuple[str, str, bool]]] = {}
    words = library.words
    for each in stations(library):
        if each.quiz:
            part = words.gettext("Tests") if each.test else each.part or words.gettext("Modules")
            groups.setdefault(part, []).append(
                (each.quiz, each.title, not library.quizzes[each.file].pool)
            )
    for play in sound(library):
        groups.setdefault(words.gettext("Conversations"), []).append(
            (ref_of(play.id), play.title, False)
        )
    return {"paths": paths, "groups": groups, "opens": opens(library)}


def _title_of(name: str, known: dict[str, tuple[str, str | None]], words: Words) -> str:
    draw, star, names = name.partition("*")
    if not star:
        return known[name][0]
    titles = ", ".join(known[each][0] for each in names.split("+"))
    if draw == "0":
        return words.gettext("Every question from: {quizzes}", quizzes=titles)
    return words.ngettext(
        "{n} question from: {quizzes}", "{n} questions from: {quizzes}", int(draw), quizzes=titles
    )


def assignment_pages(library: Library) -> dict[str, str]:
    """Return the Markdown of the list and of each assignment; nothing where there is none."""
    found = {name: each for name, each in library.assignments.items() if each.id == name}
    faulty = [path for path in library.partial if path.startswith("assignments/")]
    names = {path.rpartition("/")[2].rpartition(".")[0] for path in faulty} - set(found)
    titles = {name: name for name in sorted(names) if is_id(name)}
    titles |= {name: each.title for name, each in found.items()}
    pages = {
        library.path_of(ASSIGNMENT, name): _page(library, name, called)
        for name, called in titles.items()
    }
    return pages | {library.path_of(ASSIGNMENTS): _list(library, found)} if pages else {}


def _page(library: Library, name: str, called: str) -> str:
    return f"""---
title: {as_yaml(library.title_of(ASSIGNMENT, called))}
hide: [navigation, toc]
---

# {as_markdown(library.heading_of(ASSIGNMENT, called))}

```assignment
{name}
```
"""


def _list(library: Library, found: dict[str, Assignment]) -> str:
    words, home = library.words, library.path_of(ASSIGNMENTS)
    about = words.gettext("What your team has been asked to do, by when, and how to hand it in.")
    how = words.gettext(
        "What your trainer asks of you. Each page says what to do, keeps track of what is done, "
        "and lets you hand in your result."
    )
    lines = "\n".join(
        f"- [{as_markdown(each.title)}]({beside(library.path_of(ASSIGNMENT, name), home)})"
        + (f": {as_markdown(each.note)}" if each.note else "")
        for name, each in found.items()
    )
    return f"""---
title: {as_yaml(library.title_of(ASSIGNMENTS))}
description: {as_yaml(about)}
---

# {as_markdown(library.heading_of(ASSIGNMENTS))}

{how}

{lines}
"""
