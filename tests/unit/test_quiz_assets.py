"""A page loads the styles and scripts of the kinds of questions on it, and of no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

import fault_cases
from unruffled.assets import ADDRESS, kind_files, named
from unruffled.model.library import Library
from unruffled.model.page import Fence
from unruffled.model.quiz import Mode
from unruffled.rendering.assets import BESIDES, BLOCKS, COPIED, STYLES, assets_of

SOUND = fault_cases.library("sound-every-kind")
KINDS = [question.kind for question in SOUND.quizzes["greeting"].questions]
STYLED = {each for each in KINDS if kind_files(each, ".css")}


def library(*kinds: str, mode: Mode = Mode.PRACTICE) -> Library:
    quiz = SOUND.quizzes["greeting"]
    asked = tuple(each for kind in kinds for each in quiz.questions if each.kind == kind)
    changes = {"mode": mode, "questions": asked, "pool": () if kinds else ("other",)}
    return replace(SOUND, quizzes={"greeting": quiz.model_copy(update=changes)})


def needed(library: Library, kind: str = "quiz", body: str = "greeting") -> list[str]:
    found = assets_of(Fence(kind, body, 0, 3), library)
    return [path.removeprefix(f"{ADDRESS}/") for path in found]


def test_a_quiz_needs_the_files_of_its_kinds_styles_first() -> None:
    assert needed(library("spot", "single", "spot")) == [
        "blocks/quiz/quiz.css",
        "kinds/spot/spot.css",
        "kinds/spot/spot.js",
        "kinds/single/single.js",
        "blocks/quiz/quiz.js",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_quiz_of_one_kind_needs_nothing_of_the_others(kind: str) -> None:
    found = needed(library(kind))
    assert {name.rsplit("/", 1)[1].split(".")[0] for name in found} == {"quiz", kind}
    assert (f"kinds/{kind}/{kind}.css" in found) == (kind in STYLED)


def test_only_a_test_needs_the_style_of_tests() -> None:
    assert "blocks/quiz/test.css" in needed(library("single", mode=Mode.TEST))
    assert "blocks/quiz/test.css" not in needed(library("single"))


def test_a_pool_needs_no_kind_before_its_questions_are_drawn() -> None:
    assert needed(library(mode=Mode.TEST)) == [
        "blocks/quiz/quiz.css",
        "blocks/quiz/test.css",
        "blocks/quiz/quiz.js",
    ]


@pytest.mark.parametrize("block", [each for each in BLOCKS if each != "quiz"])
def test_another_block_needs_its_own_style_and_script(block: str) -> None:
    body = "greeting" if block == "phrases" else ""
    styles = [*BESIDES.get(block, ()), STYLES.get(block, block)]
    styles += ["copying"] if block in COPIED else []
    wanted = [named(f"{name}.css") for name in styles] + [named(f"{block}.js")]
    wanted = [path.removeprefix(f"{ADDRESS}/") for path in wanted if path]
    assert needed(library("spot"), block, body) == wanted


@pytest.mark.parametrize("block", ["overview", "sources", "organisation"])
def test_a_block_of_text_needs_nothing(block: str) -> None:
    assert needed(library("spot"), block, "") == []


@pytest.mark.parametrize("block", BLOCKS)
def test_every_style_that_a_block_names_is_there(block: str) -> None:
    names = [*BESIDES.get(block, ()), STYLES.get(block, block)]
    assert [name for name in names if not named(f"{name}.css")] in ([], [block])


def test_a_quiz_that_is_not_there_needs_no_kinds() -> None:
    assert needed(library("spot"), body="nowhere") == [
        "blocks/quiz/quiz.css",
        "blocks/quiz/quiz.js",
    ]


def test_every_kind_has_a_script() -> None:
    assert {f"kinds/{kind}/{kind}.js" for kind in KINDS} <= set(needed(library(*KINDS)))
