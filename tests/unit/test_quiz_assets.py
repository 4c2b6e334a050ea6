"""A page loads the styles and scripts of the kinds of questions on it, and of no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

import fault_cases
from unruffled.assets import ADDRESS, PACKAGE, kind_files
from unruffled.blocks.registry import BLOCKS
from unruffled.kinds import KINDS as KINDS_OF_QUESTIONS
from unruffled.model.library import Library
from unruffled.model.page import Fence
from unruffled.model.quiz import Mode
from unruffled.rendering.assets import assets_of

SOUND = fault_cases.library("sound-every-kind")
MODULE = SOUND.quizzes["greeting"].module or ""
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
        "blocks/quiz/after.js",
        "blocks/quiz/quiz.js",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_quiz_of_one_kind_needs_nothing_of_the_others(kind: str) -> None:
    found = needed(library(kind))
    assert {name.rsplit("/", 1)[1].split(".")[0] for name in found} == {"quiz", "after", kind}
    assert (f"kinds/{kind}/{kind}.css" in found) == (kind in STYLED)


@pytest.mark.parametrize("word", ["quiz-key", "quiz-sheet"])
def test_a_quiz_on_paper_needs_the_styles_and_no_script(word: str) -> None:
    assert needed(library("spot"), word) == [
        "blocks/quiz/quiz.css",
        "browser/styles/sheets.css",
        "kinds/spot/spot.css",
    ]


def test_only_a_test_needs_the_style_of_tests() -> None:
    assert "blocks/quiz/test.css" in needed(library("single", mode=Mode.TEST))
    assert "blocks/quiz/test.css" not in needed(library("single"))


def test_a_pool_needs_no_kind_before_its_questions_are_drawn() -> None:
    assert needed(library(mode=Mode.TEST)) == [
        "blocks/quiz/quiz.css",
        "blocks/quiz/test.css",
        "blocks/quiz/past.css",
        "blocks/quiz/quiz.js",
    ]


@pytest.mark.parametrize("word", ["sources", "organisation"])
def test_a_block_of_text_needs_nothing(word: str) -> None:
    assert needed(library("spot"), word, "") == []


@pytest.mark.parametrize("word", BLOCKS)
def test_every_file_that_a_block_names_is_there(word: str) -> None:
    block = BLOCKS[word]
    for name in ("", *block.known(SOUND)):
        more = block.more(library(*KINDS, mode=Mode.TEST), MODULE, Fence(word, name, 0, 3))
        named = {*block.styles, *block.scripts, *more}
        missing = [each for each in named if not (PACKAGE / block.path_of(each)).is_file()]
        assert missing == []
    assert (PACKAGE / block.template_path).is_file()
    assert [each for each in block.styles if not each.endswith(".css")] == []
    assert [each for each in block.scripts if not each.endswith(".js")] == []


def test_every_script_and_style_in_a_folder_of_a_block_belongs_to_it_or_is_imported() -> None:
    named = {block.path_of(each) for block in BLOCKS.values() for each in block.styles}
    found = {f.relative_to(PACKAGE).as_posix() for f in (PACKAGE / "blocks").rglob("*.css")}
    sometimes = {"blocks/quiz/test.css", "blocks/desk/danger-card.css"}
    sometimes |= {"blocks/badge/badge.css", "blocks/launch/launch.css"}
    channels = ("chat", "email", "in_person", "phone", "social")
    sometimes |= {f"blocks/scenario/channels/{name}.css" for name in channels}
    assert found - named == sometimes - named


def test_a_quiz_that_is_not_there_needs_no_kinds() -> None:
    assert needed(library("spot"), body="nowhere") == [
        "blocks/quiz/quiz.css",
        "blocks/quiz/quiz.js",
    ]


def test_every_kind_is_a_folder_with_all_that_it_must_have() -> None:
    needed = {"model.py", "question.html", "example.yml"}
    for kind in KINDS_OF_QUESTIONS:
        found = {file.name for file in (PACKAGE / "kinds" / kind).iterdir()}
        assert {*needed, f"{kind}.js"} <= found
    assert set(KINDS) == set(KINDS_OF_QUESTIONS)


def test_every_folder_with_a_model_is_a_kind_of_the_union() -> None:
    folders = {file.parent.name for file in (PACKAGE / "kinds").glob("*/model.py")}
    assert folders == set(KINDS_OF_QUESTIONS)


def test_without_learning_paths_nothing_looks_for_a_step_of_one() -> None:
    assert SOUND.paths
    assert "blocks/quiz/after.js" in needed(library("single"))
    assert "blocks/quiz/after.js" not in needed(replace(library("single"), paths={}))
