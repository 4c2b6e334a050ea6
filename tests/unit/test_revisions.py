"""The published revision of a question gives no answer away; earlier ones are known again."""

from __future__ import annotations

from hashlib import blake2s
from typing import Any

import pytest

import fault_cases
import published_hashes
import real
from node import evaluate
from unruffled.blocks.course.view import course_data
from unruffled.kinds.naming import digest

QUESTIONS = {
    question.kind: question
    for question in fault_cases.library("sound-every-kind").quizzes["greeting"].questions
}


def earlier(question: Any) -> str:
    """Return the revision as it once was: a hash of what is right."""
    return digest([question.kind, str(question.revision), *question.key], size=4)


TRIED = set(QUESTIONS) - {"fill_in", "rewrite"}
"""Kinds with a list of answers that can be tried."""


def real_questions() -> list[tuple[str, Any]]:
    """Return every question of this handbook, with its quiz."""
    return [(quiz.id, each) for quiz in real.LIBRARY.quizzes.values() for each in quiz.questions]


def test_trying_every_answer_against_what_is_published_finds_none() -> None:
    data = course_data(real.LIBRARY)
    asked = [(quiz, each) for quiz, each in real_questions() if each.kind in TRIED]
    found = []
    for quiz, each in asked:
        mine = data["quizzes"][quiz]
        said = [*mine["questions"][each.id], mine["edition"], data["edition"]]
        public = published_hashes.hashes_in(map(str, said))
        assert len(public) >= 3
        if published_hashes.found_out(each, public):
            found.append(f"{quiz}/{each.id}")
    assert len(asked) > 50 and found == []


def test_the_trial_finds_the_answers_behind_earlier_revisions() -> None:
    asked = [each for _, each in real_questions() if each.kind in TRIED]
    asked = [each for each in asked if len(published_hashes.guesses(each)) < 500]
    found = sum(published_hashes.found_out(each, {earlier(each)}) for each in asked)
    assert found == len(asked) > 40


def test_earlier_revisions_are_computed_by_who_has_the_right_answer() -> None:
    keys = {kind: _as_script(each) for kind, each in QUESTIONS.items() if kind != "rewrite"}
    found = evaluate(
        'const { earlierRevs } = await load("core/earlier-revision.js");'
        "return value.map(([kind, key]) => [...earlierRevs(kind, key)]);",
        list(keys.items()),
    )
    for kind, revs in zip(keys, found, strict=True):
        raised = QUESTIONS[kind].model_copy(update={"revision": 3})
        assert [revs[0], revs[2]] == [earlier(QUESTIONS[kind]), earlier(raised)], kind


def test_earlier_revisions_of_this_handbook_are_computed_in_the_browser() -> None:
    asked = [each for _, each in real_questions() if each.kind != "rewrite"]
    found = evaluate(
        'const { earlierRevs } = await load("core/earlier-revision.js");'
        "return value.map(([kind, key]) => [...earlierRevs(kind, key)]);",
        [[each.kind, _as_script(each)] for each in asked],
    )
    assert all(earlier(each) in revs for each, revs in zip(asked, found, strict=True))


def _as_script(question: Any) -> Any:
    """Return the right answer as the kind's script reads it from a page."""
    if question.kind == "fill_in":
        return {"accept": list(question.answers)}
    if question.kind in {"matching", "sorting"}:
        return dict(each.split("=") for each in question.key)
    if question.kind == "choose_in_text":
        return {str(at): name for at, name in enumerate(question.key, 1)}
    return list(question.key)


def test_the_hash_of_the_browser_is_that_of_the_standard() -> None:
    asked = [("é\n" * n, size) for n in (0, 1, 21, 22, 31, 43, 64, 500) for size in (1, 4, 32)]
    asked += [("a" * n, 32) for n in (63, 64, 65, 127, 128, 129)]
    found = evaluate(
        'const { blake2s } = await load("core/blake2s.js");'
        "return value.map(([text, size]) => blake2s(text, size));",
        asked,
    )
    assert found == [blake2s(text.encode(), digest_size=n).hexdigest() for text, n in asked]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("0123abcd", "0123abcd", True),
        ("fedc4321", "r123abcd", True),
        ("r123abcd", "fedc4321", True),
        ("0123abcd", "fedc4321", False),
        ("r123abcd", "redc4321", False),
        ("abc123", "r123abcd", False),  # of a conversation
        ("older", "r123abcd", False),
        (None, "r123abcd", False),
    ],
)
def test_an_earlier_revision_holds_for_the_question_as_it_is(
    one: str | None, other: str, same: bool
) -> None:
    code = """const { sameRev } = await load("core/revision.js");
        return sameRev(value[0] ?? undefined, value[1]);"""
    assert evaluate(code, [one, other]) is same


@pytest.mark.parametrize(
    ("kept", "now", "same"),
    [
        ("abc123", "0123abcd", True),  # of a quiz
        ("0123abcd", "0fedc4321", True),  # of several
        ("abc123", "abc124", False),  # of a conversation
        ("0123abcd", "fedc4321", False),
        ("0fedc4320", "0fedc4321", False),
        ("anything", "0123abcd", False),
    ],
)
def test_an_assignment_of_earlier_is_not_called_changed(kept: str, now: str, same: bool) -> None:
    code = 'const { sameEdition } = await load("core/revision.js"); return sameEdition(...value);'
    assert evaluate(code, [kept, now]) is same
