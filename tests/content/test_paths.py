"""The learning paths: for those whom the course is for, and as long as they say."""

from __future__ import annotations

import pytest

from real import LIBRARY
from unruffled.blocks.paths.view import path_values, spoken
from unruffled.model.path import LearningPath
from unruffled.words import Words

PATHS = [pytest.param(path, id=name) for name, path in sorted(LIBRARY.paths.items())]


def total(path: LearningPath) -> int:
    return path_values(LIBRARY, path)["total"]


def test_there_is_a_path_for_everybody_whom_the_course_is_for() -> None:
    assert {"new-agent", "chat-and-email", "refresher", "team-lead", "trainer"} <= set(
        LIBRARY.paths
    )


def test_the_path_of_a_new_agent_is_one_for_newcomers() -> None:
    # So the check keeps hard conversations out of it.
    assert LIBRARY.paths["new-agent"].newcomers


def test_the_refresher_takes_thirty_minutes() -> None:
    assert 25 <= total(LIBRARY.paths["refresher"]) <= 32


def test_the_first_week_has_a_part_for_each_day_and_none_is_longer_than_an_hour() -> None:
    stages = path_values(LIBRARY, LIBRARY.paths["new-agent"])["stages"]
    assert [title for title, _, _ in stages] == [
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    ]
    assert {title: minutes for title, _, minutes in stages if minutes > 60} == {}


@pytest.mark.parametrize("path", PATHS)
def test_minutes_are_those_of_the_pages_and_add_up(path: LearningPath) -> None:
    values = path_values(LIBRARY, path)
    assert values["total"] == sum(minutes for _, _, minutes in values["stages"])
    assert all(stop.minutes >= 1 for _, stops, _ in values["stages"] for stop in stops)


@pytest.mark.parametrize("path", PATHS)
def test_every_path_has_something_to_answer_or_to_do(path: LearningPath) -> None:
    values = path_values(LIBRARY, path)
    assert any(stop.quiz or stop.step.do for _, stops, _ in values["stages"] for stop in stops)


@pytest.mark.parametrize(("minutes", "said"), [(1, "1 min"), (60, "1 h"), (85, "1 h 25 min")])
def test_minutes_are_written_as_people_say_them(minutes: int, said: str) -> None:
    assert spoken(minutes, Words()) == said
