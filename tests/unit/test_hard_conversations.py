"""Conversations with abuse, threats or danger: chosen, never come upon, and nobody plays them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import call
from test_mixing import page, typed

from unruffled.blocks.course.view import course_json
from unruffled.blocks.paths.view import path_values
from unruffled.blocks.scenario.view import practice_values
from unruffled.model.scenario import HARD
from unruffled.project import inspect

PATH = """id: first-day
title: First day
summary: For the first day.
stages:
  - title: Morning
    steps:
      - page: practice/late.md
      - page: connect/greeting.md
"""


@pytest.fixture
def hard(small: Path) -> Path:
    file = small / "scenarios/late.yml"
    file.write_text(
        file.read_text("utf-8").replace("calm: 1\n", "calm: 1\nhard: true\n", 1), "utf-8"
    )
    return small


def test_a_note_stands_before_it_with_a_way_past_and_no_passage_is_open(hard: Path) -> None:
    html = page(hard, "practice/late.md")
    before = html[: html.index("Where is it?")]
    assert HARD in before
    assert '<a class="scene-begin" href="#node.opening">Begin</a>' in before
    assert '<a href="../">Leave it out: all conversations</a>' in before
    assert "scene-start" not in html


def test_one_that_is_not_hard_begins_at_once(small: Path) -> None:
    html = page(small, "practice/late.md")
    assert HARD not in html
    assert html.count('class="scene-start"') == 1


def test_its_sheet_lets_nobody_say_or_play_what_the_customer_says(hard: Path) -> None:
    sheet = page(hard, "practice/sheets/late.md")
    assert HARD in sheet
    assert "nobody says those lines aloud" in sheet
    assert "read it silently" in sheet
    assert "You are" not in sheet
    # The lines of the best way, and no others.
    assert ["Where is it?" in sheet, "So what now?" in sheet, "I can read." in sheet] == [
        *(True, True, False)
    ]


def test_any_other_sheet_gives_the_first_line_to_play(small: Path) -> None:
    sheet = page(small, "practice/sheets/late.md")
    assert "You are" in sheet
    assert ["Where is it?" in sheet, "So what now?" in sheet] == [True, False]


def test_the_terminal_asks_before_it_begins(hard: Path) -> None:
    assert "Where is it?" not in typed(hard, "late", keys="q\n")
    assert "Where is it?" in typed(hard, "late", keys="\nq\n")
    assert HARD[:40] in typed(hard, "late", keys="q\n")


def test_nobody_is_led_to_it(hard: Path) -> None:
    (hard / "paths/first-day.yml").write_text(PATH, "utf-8")
    library = inspect(hard)[0]
    assert practice_values(library)["first"] is None
    first = path_values(library, library.paths["first-day"])["first"]
    assert first.page.path == "connect/greeting.md"
    assert "data-hard" in page(hard, "practice/index.md")
    assert "data-hard" in page(hard, "course/paths/first-day.md")


def test_the_record_knows_that_it_is_not_to_come_back(hard: Path) -> None:
    assert json.loads(course_json(inspect(hard)[0]))["quizzes"]["scenario:late"]["hard"] is True


def test_the_list_says_which_ones_are_hard(hard: Path) -> None:
    assert "a hard one" in page(hard, "practice/index.md")
    assert call(hard, "check").exit_code == 0
