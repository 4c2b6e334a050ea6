"""The least that is a handbook: one page, one quiz, the settings. Nothing else is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

import support
from unruffled.project import inspect

FILES = {
    "mkdocs.yml": """site_name: Fire safety
theme:
  name: material
plugins:
  - search
  - unruffled
""",
    "docs/index.md": "# Fire safety\n\n## On the stairs\n\n```quiz\none\n```\n",
    "quizzes/one.yml": """id: one
title: Fire safety
module: index.md
questions:
  - id: lift
    kind: true_false
    stem: When the alarm sounds, the lift is the fastest way out.
    answer: false
    feedback_true: A lift can stop between two floors.
    feedback_false: The stairs stay open.
    explanation: Stairs have doors that hold back smoke.
""",
}


@pytest.fixture
def least(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_page_with_a_quiz_and_nothing_else_has_no_fault(least: Path) -> None:
    assert inspect(least)[1] == []


def test_a_page_with_a_quiz_and_nothing_else_is_built_strictly(least: Path) -> None:
    page = (support.build(least / "site", cwd=least) / "index.html").read_text(encoding="utf-8")
    assert "<unruffled-quiz" in page
    assert "quiz.js" in page


def test_a_handbook_that_asks_for_objectives_is_told_which_are_missing(least: Path) -> None:
    (least / "handbook.yml").write_text("objectives: required\n", encoding="utf-8")
    found = [(str(each.place), each.code) for each in inspect(least)[1]]
    assert found == [("quizzes/one.yml:3:9", "QZ109"), ("quizzes/one.yml:5:5", "KY102")]
