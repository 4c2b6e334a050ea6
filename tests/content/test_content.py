"""What the real content has to be, beyond being without faults."""

from __future__ import annotations

import pytest

from support import ROOT
from unruffled.model.page import GRAMMAR, Page
from unruffled.problems import errors
from unruffled.project import inspect

LIBRARY, PROBLEMS = inspect(ROOT)
MODULES = sorted(path for path, page in LIBRARY.pages.items() if page.is_module)
QUESTIONS = [
    pytest.param(question, id=f"{quiz.id}.{question.id}")
    for quiz in LIBRARY.quizzes.values()
    for question in quiz.questions
]
LEAST_QUESTIONS = 8
LEAST_PHRASES = 12


@pytest.fixture(params=MODULES)
def module(request: pytest.FixtureRequest) -> Page:
    return LIBRARY.pages[request.param]


def test_the_content_has_no_faults() -> None:
    assert [str(each) for each in errors(PROBLEMS)] == []


def test_the_three_modules_are_there() -> None:
    assert {
        "connect/active-listening.md",
        "resolve/offer-solutions.md",
        "resolve/set-boundaries.md",
    } <= set(MODULES)


def test_a_module_has_every_part_of_the_page_grammar(module: Page) -> None:
    assert tuple(heading.text for heading in module.headings if heading.level == 2) == GRAMMAR


def test_no_part_of_a_module_is_empty(module: Page) -> None:
    lines = (ROOT / "docs" / module.path).read_text(encoding="utf-8").splitlines()
    starts = [heading.place.line for heading in module.headings if heading.level == 2]
    for start, end in zip(starts, [*starts[1:], len(lines) + 1], strict=True):
        assert "".join(lines[start : end - 1]).strip(), lines[start - 1]


def test_a_module_has_enough_questions(module: Page) -> None:
    questions = [each for quiz in LIBRARY.quiz_of(module) for each in quiz.questions]
    assert len(questions) >= LEAST_QUESTIONS


def test_a_module_has_enough_phrases(module: Page) -> None:
    tables = [table for table in LIBRARY.phrases.values() if table.module == module.path]
    assert sum(len(table.phrases) for table in tables) >= LEAST_PHRASES


def test_a_module_shows_its_own_quiz_and_phrases(module: Page) -> None:
    quizzes = {name for fence in module.fences_of("quiz") for name in fence.names}
    tables = {name for fence in module.fences_of("phrases") for name in fence.names}
    assert {quiz.id for quiz in LIBRARY.quiz_of(module)} <= quizzes
    assert {t.id for t in LIBRARY.phrases.values() if t.module == module.path} <= tables


def test_a_module_rests_on_evidence_with_its_grade_and_limits(module: Page) -> None:
    assert module.meta.evidence
    for name in module.meta.evidence:
        reference = LIBRARY.reference_by_id[name]
        assert reference.grade
        assert reference.limits


def test_a_module_has_its_objectives_and_summary(module: Page) -> None:
    assert module.meta.summary
    assert len(module.meta.objectives) >= 2


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_choice_has_feedback_of_its_own(question) -> None:
    feedback = [choice.feedback.strip() for choice in question.choices]
    assert all(feedback)
    assert len(set(feedback)) == len(feedback)
    assert question.explanation.strip()


def test_every_kind_of_question_is_used() -> None:
    kinds = {each.kind for quiz in LIBRARY.quizzes.values() for each in quiz.questions}
    assert kinds == {"single", "multiple", "true_false"}


def test_every_phrase_says_when_not_to_use_it() -> None:
    for table in LIBRARY.phrases.values():
        for phrase in table.phrases:
            assert phrase.not_when.strip() != phrase.why.strip(), phrase.id
            assert phrase.situations, phrase.id


def test_the_filters_have_something_to_choose_from() -> None:
    phrases = [each for table in LIBRARY.phrases.values() for each in table.phrases]
    assert {each.moment.value for each in phrases} == {"open", "middle", "close"}
    assert {each.tone.value for each in phrases} == {"warm", "plain", "firm"}
    assert {channel.value for each in phrases for channel in each.channels} == {
        *("phone", "chat", "email", "social", "in_person")
    }
