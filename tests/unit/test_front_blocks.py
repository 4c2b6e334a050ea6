"""A front page that is made of the content: in any handbook, also in a small one."""

from __future__ import annotations

from pathlib import Path

import pytest

from unruffled.model.library import Library
from unruffled.problems import errors
from unruffled.project import inspect
from unruffled.rendering import Renderer

FILES = {
    "mkdocs.yml": "site_name: Fire\nnav:\n  - index.md\n  - Learn:\n      - course.md\n"
    "      - Stairs:\n          - stairs.md\n      - More:\n          - words.md\n"
    "  - Empty:\n      - https://example.org\n",
    "docs/index.md": "# Fire\n\n```ways\n```\n\n```question\none\n```\n\n```parts\n```\n\n"
    "```for-you\n```\n",
    "docs/course.md": "---\nsummary: All of it.\n---\n\n# Course\n\n```course\n```\n",
    "docs/words.md": "# Words\n\nA fire is hot.\n",
    "docs/stairs.md": "---\ntitle: Stairs\nsummary: Keep them free.\n"
    "objectives: [{id: free, text: keep stairs free}]\n---\n\n# Stairs\n\nFree.\n\n"
    "## Ask\n\n```quiz\none\n```\n",
    "quizzes/one.yml": """id: one
title: Stairs
module: stairs.md
questions:
  - id: sum
    kind: fill_in
    objective: free
    stem: Fill in the gap.
    sentence: "Keep them ___."
    answers: [free]
    feedback: "Yes, free."
    feedback_other: Read the page again.
    explanation: Nobody falls.
  - id: box
    kind: single
    objective: free
    stem: Where does a box go?
    choices:
      - {text: Into the store, correct: true, feedback: Nobody falls over it.}
      - {text: Onto the stairs, feedback: Somebody falls.}
    explanation: Stairs are a way out.
""",
}
"""A handbook without cards, phrases and paths."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def shown(library: Library, word: str) -> str:
    (fence,) = library.pages["index.md"].fences_of(word)
    return Renderer(library).block("index.md", fence)


def test_a_handbook_without_cards_and_phrases_has_a_front_page(root: Path) -> None:
    library, problems = inspect(root)
    assert [str(each) for each in errors(problems)] == []
    assert "For you" in shown(library, "for-you")


def test_the_ways_in_are_the_menu_without_modules_and_empty_sections(root: Path) -> None:
    html = shown(inspect(root)[0], "ways")
    assert html.count("<section") == 1
    assert 'href="course/">Learn</a>' in html and "All of it." in html
    assert ">Words</a>" in html and "<h4>More</h4>" in html
    assert "stairs/" not in html and "Empty" not in html


def test_a_page_that_is_put_into_the_menu_is_a_way_in(root: Path) -> None:
    menu = root / "mkdocs.yml"
    menu.write_text(menu.read_text() + "  - Later:\n      - later.md\n", encoding="utf-8")
    (root / "docs/later.md").write_text("# What comes later\n\nWe go out.\n", encoding="utf-8")
    assert 'href="later/">Later</a>' in shown(inspect(root)[0], "ways")


def test_the_parts_name_every_module_and_count_the_questions(root: Path) -> None:
    html = shown(inspect(root)[0], "parts")
    assert "1 module. 2 questions to check yourself." in html
    assert '<a href="stairs/">Stairs</a>' in html


def test_one_question_is_asked_the_first_to_choose_from_and_its_module_is_named(
    root: Path,
) -> None:
    html = shown(inspect(root)[0], "question")
    assert html.count("<unruffled-question") == 1
    assert 'id="q.one.box"' in html and 'data-kind="single"' in html
    assert 'There are 2 questions in <a href="stairs/">Stairs</a>' in html
