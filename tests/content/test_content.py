"""What the real content has to be, beyond being without faults."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import combinations
from typing import get_args

import guesses
import pytest
from markdown.extensions import toc

from real import LIBRARY, PROBLEMS
from support import ROOT
from unruffled import kinds
from unruffled.model.page import Page
from unruffled.problems import errors
from unruffled.text.slugs import slugify

SHAPE = LIBRARY.handbook.shapes[0]
MODULES = sorted(path for path, page in LIBRARY.pages.items() if page.is_module)
QUESTIONS = [
    pytest.param(question, id=f"{quiz.id}.{question.id}")
    for quiz in LIBRARY.quizzes.values()
    for question in quiz.questions
]
OWN = [quiz for quiz in LIBRARY.quizzes.values() if not quiz.pool]
KINDS = [each.model_fields["kind"].annotation.__args__[0] for each in get_args(kinds.Question)]
LEAST_QUESTIONS = 8
LEAST_PHRASES = 12
LEAST_USES = 2
"""How often each kind of question is used, so that authors find examples of it."""
LEAST_KINDS = 3
"""How many kinds a quiz has: one kind all the time is answered by habit."""
WORK = {"spot", "fill_in", "rewrite"}
LEAST_WORK = 2
TELLS_HOW_MANY = re.compile(
    r"\bwhich (?:one|two|three|four|pair)\b|\b(?:one|two|three|four) of (?:these|them|the)\b",
    re.IGNORECASE,
)
LEAST_ASKED = 20
"""Fewer would say nothing about a way of guessing."""
ALIKE = 0.8
"""How much of two phrases may be the same, by their letters in order (0 to 1)."""
LUCK = 0.05
"""How much better than chance a way of guessing may be."""


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
    assert tuple(heading.text for heading in module.headings if heading.level == 2) == SHAPE.names


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
    reasons = [" ".join(text.casefold().split()) for _, text in question.reasons]
    assert len(reasons) >= 2 or question.kind == "rewrite"
    assert all(reasons)
    assert len(set(reasons)) == len(reasons)
    assert question.explanation.strip().casefold() not in reasons


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_question_is_used_more_than_once(kind: str) -> None:
    used = Counter(question.kind for quiz in OWN for question in quiz.questions)
    assert used[kind] >= LEAST_USES, used


@pytest.mark.parametrize("quiz", OWN, ids=lambda quiz: quiz.id)
def test_a_quiz_has_several_kinds_of_questions(quiz) -> None:
    assert len({question.kind for question in quiz.questions}) >= LEAST_KINDS


@pytest.mark.parametrize("quiz", OWN, ids=lambda quiz: quiz.id)
def test_a_quiz_asks_for_work_on_real_lines(quiz) -> None:
    """To choose is easier than to find, to fill in or to write."""
    assert sum(question.kind in WORK for question in quiz.questions) >= LEAST_WORK


@pytest.mark.parametrize("guess", guesses.GUESSES)
def test_who_guesses_by_the_look_of_a_choice_gains_nothing(guess: str) -> None:
    """Whoever reads only how long a choice is, or where it stands, must not pass for knowing."""
    every = list(guesses.asked(OWN))
    assert len(every) >= LEAST_ASKED
    chance, score = guesses.scores(every)
    assert score[guess] <= chance + LUCK, f"{score[guess]:.0%} right, by chance {chance:.0%}"


@pytest.mark.parametrize("guess", ["the most numbers", "the most concrete"])
def test_a_gap_is_not_filled_by_the_figure_in_a_choice(guess: str) -> None:
    gaps = [each for each in guesses.asked(OWN) if each.kind == "choose_in_text"]
    assert len(gaps) >= LEAST_ASKED
    chance, score = guesses.scores(gaps)
    assert score[guess] <= chance + LUCK, f"{score[guess]:.0%} right, by chance {chance:.0%}"


def test_about_half_of_the_statements_to_judge_are_true() -> None:
    assert guesses.usual_answer(OWN) <= 0.5 + LUCK


@pytest.mark.parametrize("kind", ["multiple", "spot"])
def test_there_is_no_usual_number_of_things_to_tick(kind: str) -> None:
    chance, usual = guesses.usual_count(OWN, kind)
    assert usual <= chance + LUCK, f"{usual:.0%} have the same number, by chance {chance:.0%}"


def test_no_question_says_how_many_things_to_tick() -> None:
    told = [
        f"{quiz.id}.{question.id}"
        for quiz in OWN
        for question in quiz.questions
        if question.kind in ("multiple", "spot") and TELLS_HOW_MANY.search(question.stem)
    ]
    assert told == []


def test_every_phrase_says_when_not_to_use_it() -> None:
    for table in LIBRARY.phrases.values():
        for phrase in table.phrases:
            assert phrase.not_when.strip() != phrase.why.strip(), phrase.id
            assert phrase.situations, phrase.id


def test_the_filters_have_something_to_choose_from() -> None:
    phrases = [each for table in LIBRARY.phrases.values() for each in table.phrases]
    assert {each.moment for each in phrases} == {"open", "middle", "close"}
    assert {each.tone for each in phrases} == {"warm", "plain", "firm"}
    assert {channel for each in phrases for channel in each.channels} == {
        *("phone", "chat", "email", "social", "in_person")
    }


WITHOUT_CARD = {"any-hard-conversation"}
"""Its page is the sequence of a whole conversation."""


def test_every_situation_has_a_card() -> None:
    situations = {each.id for each in LIBRARY.vocabulary.situations}
    assert set(LIBRARY.cards) == situations - WITHOUT_CARD
    assert len(LIBRARY.cards) >= 20


def test_a_card_is_found_by_many_wordings() -> None:
    assert {name for name, card in LIBRARY.cards.items() if len(card.customer_says) < 12} == set()


def test_every_card_can_be_turned_into_or_left() -> None:
    """Reached from the guide, a card leads on by its moves, to other cards or to a person."""
    for name, card in LIBRARY.cards.items():
        assert card.moves[-1].do or card.moves[-1].say, name
        assert card.hand_over.when, name


def test_there_is_a_list_of_what_is_not_said_and_the_style_guide_shows_it() -> None:
    assert len(LIBRARY.vocabulary.unsaid) >= 10
    assert LIBRARY.pages["authors/style.md"].fences_of("unsaid")


def test_no_two_phrases_of_the_handbook_are_alike() -> None:
    said = [(t.id, each.id, each.say) for t in LIBRARY.phrases.values() for each in t.phrases]
    alike = [
        (one, other)
        for one, other in combinations(said, 2)
        if SequenceMatcher(None, one[2].casefold(), other[2].casefold()).quick_ratio() > ALIKE
        and SequenceMatcher(None, one[2].casefold(), other[2].casefold()).ratio() > ALIKE
    ]
    assert alike == []


def test_every_reference_is_cited_on_a_page() -> None:
    cited = {name for page in LIBRARY.pages.values() for name in page.meta.evidence}
    known = {each.id for each in LIBRARY.references.references}
    assert sorted(known - cited) == []


def test_every_reference_says_where_it_was_published() -> None:
    nowhere = [each.id for each in LIBRARY.references.references if not (each.source or each.url)]
    assert nowhere == []


def test_every_heading_of_this_handbook_keeps_the_id_that_it_had() -> None:
    """Others link to them; ids of words in other scripts came later."""
    headings = [each for page in LIBRARY.pages.values() for each in page.headings]
    made = {toc.slugify(each.text, "-") for each in headings}
    assert {slugify(each.text) for each in headings} == made
    assert len(headings) > 500
