from __future__ import annotations

from dataclasses import replace

import pytest

from support import ROOT
from unruffled.model.page import Page
from unruffled.project import inspect
from unruffled.render import Renderer

BASE = ROOT / "tests" / "faults" / "base"
MODULE = "connect/greeting.md"


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(inspect(BASE)[0])


def page_with(renderer: Renderer, *, words: int, minutes: int | None = None) -> Page:
    page = renderer.library.pages[MODULE]
    meta = page.meta.model_copy(update={"minutes": minutes})
    return replace(page, words=words, meta=meta)


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (180, 1), (1800, 10)])
def test_minutes_are_reading_and_answering(renderer: Renderer, words: int, minutes: int) -> None:
    assert renderer.minutes(page_with(renderer, words=words)) == (minutes, 2)  # three questions


def test_minutes_of_reading_are_what_the_author_says(renderer: Renderer) -> None:
    assert renderer.minutes(page_with(renderer, words=1800, minutes=5)) == (5, 2)


def test_a_page_without_a_quiz_takes_no_time_to_answer(renderer: Renderer) -> None:
    page = replace(page_with(renderer, words=1), path="connect/no-quiz.md")
    assert renderer.minutes(page) == (1, 0)


def test_the_words_of_a_page_are_counted_without_marks_and_code() -> None:
    words = inspect(BASE)[0].pages["index.md"].words
    assert words == len(["Home", "Begin", "with", "greeting,", "or", "with", "its", "steps."])


def rendered(renderer: Renderer, text: str, path: str = MODULE) -> str:
    return "\n".join(renderer.page(path, text.split("\n"), lambda html: html))


def test_text_around_a_fence_is_left_as_it_was(renderer: Renderer) -> None:
    html = rendered(renderer, "before\n\n```quiz\ngreeting\n```\n\nafter")
    assert html.startswith("before\n")
    assert html.endswith("\nafter")
    assert "```" not in html


def test_a_page_loads_what_its_blocks_need_once(renderer: Renderer) -> None:
    html = rendered(renderer, "```quiz\ngreeting\n```\n\n```quiz\ngreeting\n```")
    assert html.count("js/elements/quiz.js") == 1
    assert "phrases.js" not in html


def test_a_page_without_blocks_loads_nothing(renderer: Renderer) -> None:
    assert rendered(renderer, "# Title\n\ntext") == "# Title\n\ntext"


def test_a_fence_with_a_fault_of_form_is_left_for_its_author_to_see(renderer: Renderer) -> None:
    text = "```quiz\ngreeting\n\nmore"
    assert rendered(renderer, text) == text


def test_a_block_with_faults_shows_them_in_its_place() -> None:
    library, problems = inspect(ROOT / "tests" / "faults" / "cases" / "QZ104-no-correct-choice")
    html = rendered(Renderer(library, problems), "```quiz\nnowhere\n```", "index.md")
    assert "quizzes/nowhere.yml" in html
    assert 'role="alert"' in html


def test_rendering_is_pure(renderer: Renderer) -> None:
    text = "```quiz\ngreeting\n```\n\n```phrases\ngreeting\n```\n\n```sources\n```"
    assert rendered(renderer, text) == rendered(renderer, text)
