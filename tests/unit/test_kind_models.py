"""Ten kinds of questions: what changes a question's revision, and what must not."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

import fault_cases
from unruffled.kinds.base import BaseQuestion
from unruffled.model.quiz import Question

LIBRARY = fault_cases.library("sound-every-kind")
QUESTIONS = {question.kind: question for question in LIBRARY.quizzes["greeting"].questions}
ADAPTER: TypeAdapter[Any] = TypeAdapter(Question)

kinds = pytest.mark.parametrize("kind", QUESTIONS)
texts = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=20).filter(
    str.strip
)


def data_of(kind: str) -> dict[str, Any]:
    return copy.deepcopy(QUESTIONS[kind].model_dump(mode="json", exclude_none=True))


def read(data: dict[str, Any]) -> Any:
    return ADAPTER.validate_python(data)


def set_at(data: Any, loc: tuple[str | int, ...], value: Any) -> None:
    for step in loc[:-1]:
        data = data[step]
    data[loc[-1]] = value


def value_at(data: Any, loc: tuple[str | int, ...]) -> Any:
    for step in loc:
        data = data[step]
    return data


def changed(kind: str, *changes: tuple[tuple[str | int, ...], Any]) -> BaseQuestion:
    data = data_of(kind)
    for loc, value in changes:
        set_at(data, loc, value)
    return read(data)


def names(question: Any) -> set[str]:
    """Return all names that a learner's answer to the question may hold."""
    found = getattr(question, "names", ())
    named = set(found.values() if isinstance(found, dict) else found)
    named |= set(getattr(question, "match_names", ()))
    named |= set(getattr(question, "category_names", {}).values())
    return named | {name for gap in getattr(question, "gaps", ()) for name in gap.names}


def explanations(data: Any, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the way to every text that says why, wherever it stands."""
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        if isinstance(value, dict | list):
            yield from explanations(value, (*loc, key))
        elif key == "why" or str(key).startswith("feedback"):
            yield (*loc, key)


def test_there_are_ten_kinds() -> None:
    assert len(QUESTIONS) == 10


@kinds
def test_what_is_no_answer_changes_neither_revision_nor_names(kind: str) -> None:
    question, data = QUESTIONS[kind], data_of(kind)
    data |= {"explanation": "Another.", "points": 7, "shuffle": False}
    if kind not in {"true_false", "fill_in"}:  # there, the stem is all that is asked
        data |= {"stem": "Another."}
    data |= {"id": "another", "objective": "another", "hints": [{"text": "Think.", "cost": 2}]}
    for number, loc in enumerate(list(explanations(data))):
        set_at(data, loc, f"Another {number}.")
    again = read(data)
    assert again.rev == question.rev
    assert names(again) == names(question)


LISTS = {
    "single": ("choices",),
    "multiple": ("choices",),
    "matching": ("pairs",),
    "sorting": ("items",),
    "choose_in_text": ("gaps", 0, "choices"),
    "rewrite": ("checklist",),
}


@pytest.mark.parametrize(("kind", "loc"), LISTS.items(), ids=LISTS)
def test_another_order_changes_neither_revision_nor_names(kind: str, loc: tuple) -> None:
    question = QUESTIONS[kind]
    turned = value_at(data_of(kind), loc)[::-1]
    again = changed(kind, (loc, turned))
    assert again.rev == question.rev
    assert names(again) == names(question)


@kinds
def test_mended_texts_change_neither_revision_nor_names(kind: str) -> None:
    question, data = QUESTIONS[kind], data_of(kind)
    for loc, text, _ in question.judged:
        set_at(data, loc, f"“{value_at(data, loc).upper()}”.")
        assert value_at(data_of(kind), loc) == text
    if kind == "sorting":  # an item names its category letter by letter
        for item in data["items"]:
            item["category"] = f"“{item['category'].upper()}”."
    again = read(data)
    assert again.rev == question.rev
    assert names(again) == names(question)


@kinds
def test_an_author_can_have_a_question_asked_again(kind: str) -> None:
    assert changed(kind, (("revision",), 2)).rev != QUESTIONS[kind].rev


HELLO = ("choices", 0)
OTHER_KEYS: dict[str, list[tuple[tuple[str | int, ...], Any]]] = {
    "single": [((*HELLO, "correct"), False), (("choices", 1, "correct"), True)],
    "multiple": [(("choices", 1, "correct"), True)],
    "true_false": [(("answer",), True)],
    "ordering": [(("items", 0, "text"), "Say your name"), (("items", 1, "text"), "Say hello")],
    "matching": [
        (("pairs", 0, "match"), "It shows respect."),
        (("pairs", 2, "match"), "It opens."),
    ],
    "sorting": [(("items", 0, "category"), "Do not say")],
    "fill_in": [(("answers", 0), "Good evening")],
    "choose_in_text": [
        (("gaps", 1, "choices", 0, "correct"), False),
        (("gaps", 1, "choices", 1, "correct"), True),
    ],
    "spot": [(("transcript", 2, "worse"), True)],
}


@pytest.mark.parametrize("kind", OTHER_KEYS)
def test_another_right_answer_is_another_key_and_the_revision_tells_nothing_of_it(
    kind: str,
) -> None:
    other = changed(kind, *OTHER_KEYS[kind])
    assert other.key != QUESTIONS[kind].key
    assert other.rev == QUESTIONS[kind].rev


@pytest.mark.parametrize(
    ("kind", "loc", "text"),
    [
        ("single", ("choices", 0, "text"), "His name"),
        ("multiple", ("choices", 0, "text"), "Twenty minutes"),
        ("multiple", ("choices", 0, "text"), "Not ten minutes"),
        ("ordering", ("items", 2, "text"), "Do not ask for hers"),
        ("matching", ("pairs", 0, "text"), "Goodbye"),
        ("matching", ("pairs", 0, "match"), "It never opens."),
        ("sorting", ("items", 0, "text"), "Good evening"),
        ("true_false", ("stem",), "No greeting shows respect."),
        ("fill_in", ("stem",), "What do you not say first?"),
        ("choose_in_text", ("gaps", 0, "choices", 0, "text"), "Goodbye"),
        ("spot", ("transcript", 1, "text"), "No?"),
        ("rewrite", ("checklist", 0), "It has no greeting."),
    ],
)
def test_another_wording_of_what_can_be_answered_is_another_revision(
    kind: str, loc: tuple, text: str
) -> None:
    assert changed(kind, (loc, text)).rev != QUESTIONS[kind].rev


def test_one_more_accepted_spelling_asks_nobody_again() -> None:
    data = data_of("fill_in")
    more = changed(
        "fill_in",
        (("answers",), [*data["answers"], "Hi"]),
        (("wrong",), [*data["wrong"], {"text": "What", "feedback": "Ask later."}]),
        (("typos",), 0),
    )
    assert more.rev == QUESTIONS["fill_in"].rev


def test_one_more_choice_asks_everybody_again() -> None:
    data = data_of("single")
    more = {"text": "The date", "feedback": "Nobody asked."}
    again = changed("single", (("choices",), [*data["choices"], more]))
    assert again.rev != QUESTIONS["single"].rev


def test_the_same_answer_in_another_kind_is_another_revision() -> None:
    assert read(data_of("single") | {"kind": "multiple"}).rev != QUESTIONS["single"].rev


def test_revisions_of_different_questions_differ() -> None:
    assert len({question.rev for question in QUESTIONS.values()}) == len(QUESTIONS)


@kinds
def test_every_text_that_says_why_is_checked_for_being_its_own(kind: str) -> None:
    data = data_of(kind)
    reasons = dict(QUESTIONS[kind].reasons)
    assert reasons == {
        loc: value_at(data, loc) for loc in explanations(data) if loc[-1] != "feedback_again"
    }


def test_names_and_texts_of_a_transcript_are_those_of_the_lines_to_pick() -> None:
    question = QUESTIONS["spot"]
    assert [index for index, _ in question.pickable] == list(question.names) == [1, 2]
    assert [loc for loc, _, _ in question.judged] == [
        ("transcript", 1, "text"),
        ("transcript", 2, "text"),
    ]
    assert question.key == (question.names[1],)


def test_lines_that_nobody_can_pick_may_be_alike() -> None:
    data = data_of("spot")
    data["transcript"][:0] = [{"who": "Agent", "text": "Yes?"}] * 2
    again = read(data)
    assert again.rev == QUESTIONS["spot"].rev
    assert names(again) == names(QUESTIONS["spot"])


def test_only_what_learners_judge_themselves_is_not_counted() -> None:
    assert [kind for kind, question in QUESTIONS.items() if not question.counted] == ["rewrite"]


def test_a_statement_has_two_choices_of_which_one_is_right() -> None:
    question = QUESTIONS["true_false"]
    assert [(each.text, each.correct) for each in question.choices] == [
        ("True", False),
        ("False", True),
    ]
    assert question.key == (question.names[1],)


def test_a_pool_asks_what_can_be_counted_in_the_order_of_its_quizzes() -> None:
    quiz = LIBRARY.quizzes["greeting"]
    other = quiz.model_copy(update={"id": "other", "questions": quiz.questions[-2:]})
    pool = quiz.model_copy(
        update={"id": "final", "pool": ("other", "nowhere", "greeting"), "questions": ()}
    )
    library = replace(LIBRARY, quizzes={"greeting": quiz, "other": other, "final": pool})
    asked = [(each.id, question.kind) for each, question in library.questions_of(pool)]
    counted = [kind for kind in QUESTIONS if kind != "rewrite"]
    assert asked == [("other", "true_false"), *(("greeting", kind) for kind in counted)]
    assert len(library.questions_of(quiz)) == len(QUESTIONS)


def entries(each: list[str], **more: str) -> list[dict[str, str]]:
    return [{"text": text, "feedback": f"{text}!"} | more for text in each]


@settings(max_examples=300)
@given(steps=st.lists(texts, min_size=3, max_size=8, unique_by=str.strip))
def test_steps_are_never_shown_in_the_right_order_and_none_is_lost(steps: list[str]) -> None:
    question = read(data_of("ordering") | {"items": entries(steps)})
    shown = [name for name, _ in question.shown]
    assert shown != list(question.names)
    assert sorted(shown) == sorted(question.names)
    assert all(question.items[question.names.index(name)] is step for name, step in question.shown)


@given(found=st.lists(texts, min_size=7, max_size=10, unique_by=str.strip))
def test_names_in_a_matching_question_are_unique_on_each_side(found: list[str]) -> None:
    pairs = [
        {"text": text, "match": match, "feedback": f"{text}!"}
        for text, match in zip(found[:3], found[3:6], strict=True)
    ]
    question = read(data_of("matching") | {"pairs": pairs, "extra": entries(found[6:])})
    assert len(set(question.names)) == 3
    assert len(set(question.match_names)) == len(found) - 3
    assert {text for _, text in question.bank} == {text.strip() for text in found[3:]}
    assert dict(question.bank).keys() == set(question.match_names)
    assert question.extra_names == question.match_names[3:]


@given(found=st.lists(texts, min_size=5, max_size=10, unique_by=str.strip))
def test_names_of_items_and_categories_are_unique(found: list[str]) -> None:
    items = entries(found[2:], category=found[0])
    question = read(data_of("sorting") | {"categories": found[:2], "items": items})
    assert len(set(question.names)) == len(items)
    assert len(set(question.category_names.values())) == 2
    assert len(question.key) == len(items)
