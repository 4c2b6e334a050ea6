"""Rules for assignments: everything that is asked exists, and can be done."""

from __future__ import annotations

import datetime
import zoneinfo
from collections.abc import Iterator

from ..model.assignment import Assignment, Task
from ..model.library import Library
from ..problems import Place, nearest
from .ids import doubled, unlike_file
from .registry import Finding, rule

NO_PLACES = {"Factory", "localtime", "posixrules"}
"""Names in the database of zones that are none."""

KEYS = ("quiz", "scenario", "path", "pool")


def _tasks(library: Library) -> Iterator[tuple[Assignment, Task]]:
    for assignment in library.assignments.values():
        yield from ((assignment, task) for task in assignment.tasks)


@rule(
    "AS101",
    meaning="An assignment's id differs from its file name.",
    cure="Give the id and the file the same name: it is the assignment's address.",
)
def id_is_the_file_name(library: Library) -> Iterator[Finding]:
    """An assignment is addressed by its id and found by its file."""
    yield from unlike_file(dict(library.assignments), "assignment")


@rule(
    "AS102",
    meaning="An assignment names a quiz, conversation or path that does not exist.",
    cure="Use the name of a file in quizzes/, scenarios/ or paths/, without .yml.",
)
def what_is_asked_exists(library: Library) -> Iterator[Finding]:
    """Nobody can do what is not there."""
    folders = {
        "quiz": ("quizzes", library.quizzes),
        "scenario": ("scenarios", library.scenarios),
        "path": ("paths", library.paths),
    }
    for _, task in _tasks(library):
        named = [(key, getattr(task, key), task.at(key)) for key in folders if getattr(task, key)]
        named += [("quiz", name, task.at("pool", i)) for i, name in enumerate(task.pool)]
        for key, name, place in named:
            folder, known = folders[key]
            if name not in known and library.file_of(folder, name) not in library.partial:
                yield Finding(place, f'there is no {key} "{name}": {nearest(name, known)}')


@rule(
    "AS103",
    meaning="A task of an assignment does not name exactly one thing.",
    cure="Give it one of `quiz`, `scenario`, `path` and `pool`; for two things, write two tasks.",
)
def a_task_is_one_thing(library: Library) -> Iterator[Finding]:
    """Of two things in one task, only one could be counted."""
    for assignment, task in _tasks(library):
        given = [key for key in KEYS if getattr(task, key)]
        if len(given) > 1:
            cause = f"the task has {' and '.join(f'`{key}`' for key in given)}"
            yield Finding(task.at(given[1]), cause)
        elif not given and not library.is_partial(assignment):
            yield Finding(task.at(), "the task names nothing to do")


@rule(
    "AS104",
    meaning="A task draws more questions than there are, or draws from no pool.",
    cure="Lower `draw`, or remove it; it belongs to a `pool`.",
)
def a_draw_can_be_drawn(library: Library) -> Iterator[Finding]:
    """A test cannot ask more questions than there are."""
    for _, task in _tasks(library):
        if task.draw is None:
            continue
        if not task.pool:
            yield Finding(task.at("draw"), "`draw` stands in a task without a `pool`")
            continue
        quizzes = [library.quizzes[name] for name in task.pool if name in library.quizzes]
        whole = [each for each in quizzes if not library.is_partial(each)]
        there = sum(each.counted for quiz in quizzes for each in quiz.questions)
        # Of quizzes without questions, other rules tell.
        if len(whole) == len(task.pool) and task.draw > there > 0:
            yield Finding(task.at("draw"), f"`draw` is {task.draw}, the pool has {there} questions")


@rule(
    "AS105",
    meaning="An assignment is due on a day that does not exist.",
    cure="Look at a calendar: write year, month and day, such as `2027-03-31`.",
)
def due_is_a_day(library: Library) -> Iterator[Finding]:
    """Nothing can be handed in by the 31st of June."""
    for assignment in library.assignments.values():
        try:
            datetime.date.fromisoformat(assignment.due or "2027-01-01")
        except ValueError:
            yield Finding(assignment.at("due"), f"there is no day {assignment.due}")


@rule(
    "AS108",
    meaning="An assignment names a time zone that does not exist, or one without a day it is for.",
    cure="Write a name of the IANA database, such as `Europe/Berlin` or `America/New_York`, "
    "beside `due`; or remove `zone`: then the day of each learner's own place counts.",
)
def a_zone_is_known(library: Library) -> Iterator[Finding]:
    """A day that is judged in no place ends at no time; and a zone without a day judges nothing."""
    placed = [each for each in library.assignments.values() if each.zone]
    # To list them reads some hundred files.
    known = zoneinfo.available_timezones() - NO_PLACES if placed else set()
    for assignment in placed:
        name = assignment.zone or ""
        if known and name not in known:
            cause = f'there is no zone "{name}": {nearest(name, known)}'
            yield Finding(assignment.at("zone"), cause)
        elif not assignment.due and not library.is_partial(assignment):
            yield Finding(assignment.at("zone"), "`zone` stands without a `due`")


@rule("AS106", meaning="An assignment has the same task twice.", cure="Remove the second one.")
def nothing_is_asked_twice(library: Library) -> Iterator[Finding]:
    """What stands twice is done at the first, and the second looks done."""
    for assignment in library.assignments.values():
        seen: dict[tuple[object, ...], Place] = {}
        for task in assignment.tasks:
            yield from doubled(task, "pool", task.pool)
            same = tuple(getattr(task, key) for key in KEYS)
            if same in seen and any(same):
                cause = f"the same task stands in line {seen[same].line} already"
                yield Finding(task.at(), cause)
            seen.setdefault(same, task.at())


@rule(
    "AS107",
    meaning="A pool holds a quiz that draws from others.",
    cure="Name the quizzes themselves, or give the test as a `quiz`.",
)
def pools_hold_questions(library: Library) -> Iterator[Finding]:
    """A quiz that draws has no questions of its own, so a pool of it would be empty."""
    for _, task in _tasks(library):
        for index, name in enumerate(task.pool):
            quiz = library.quizzes.get(name)
            if quiz and quiz.pool:
                cause = f'"{name}" draws from {", ".join(quiz.pool)}'
                yield Finding(task.at("pool", index), cause)
