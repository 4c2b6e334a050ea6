"""A page loads the styles and scripts of the kinds of questions on it, and of no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support import ROOT
from unruffled.model.library import Library
from unruffled.model.page import Fence
from unruffled.model.quiz import Mode
from unruffled.project import inspect
from unruffled.render.assets import BESIDES, BLOCKS, STYLES, assets_of

SOUND = inspect(ROOT / "tests" / "faults" / "cases" / "sound-every-kind")[0]
KINDS = [question.kind for question in SOUND.quizzes["greeting"].questions]
STYLED = ("ordering", "spot")
FILES = frozenset(
    [
        "assets/css/elements/test.css",
        *(f"assets/css/elements/{name}.css" for names in BESIDES.values() for name in names),
        *(f"assets/css/elements/{STYLES.get(block, block)}.css" for block in BLOCKS),
        *(f"assets/js/elements/{block}.js" for block in BLOCKS),
        *(f"assets/css/kinds/{kind}.css" for kind in STYLED),
        *(f"assets/js/kinds/{kind}.js" for kind in KINDS),
        "assets/js/kinds/shared/slots.js",
    ]
)


def library(*kinds: str, mode: Mode = Mode.PRACTICE, files: frozenset[str] = FILES) -> Library:
    quiz = SOUND.quizzes["greeting"]
    asked = tuple(each for kind in kinds for each in quiz.questions if each.kind == kind)
    changes = {"mode": mode, "questions": asked, "pool": () if kinds else ("other",)}
    return replace(SOUND, quizzes={"greeting": quiz.model_copy(update=changes)}, files=files)


def needed(library: Library, kind: str = "quiz", body: str = "greeting") -> list[str]:
    return assets_of(Fence(kind, body, 0, 3), library)


def test_a_quiz_needs_the_files_of_its_kinds_styles_first() -> None:
    assert needed(library("spot", "single", "spot")) == [
        "css/elements/quiz.css",
        "css/kinds/spot.css",
        "js/kinds/spot.js",
        "js/kinds/single.js",
        "js/elements/quiz.js",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_quiz_of_one_kind_needs_nothing_of_the_others(kind: str) -> None:
    found = needed(library(kind))
    assert {name.rsplit("/", 1)[1].split(".")[0] for name in found} == {"quiz", kind}
    assert (f"css/kinds/{kind}.css" in found) == (kind in STYLED)


def test_only_a_test_needs_the_style_of_tests() -> None:
    assert "css/elements/test.css" in needed(library("single", mode=Mode.TEST))
    assert "css/elements/test.css" not in needed(library("single"))


def test_a_pool_needs_no_kind_before_its_questions_are_drawn() -> None:
    assert needed(library(mode=Mode.TEST)) == [
        "css/elements/quiz.css",
        "css/elements/test.css",
        "js/elements/quiz.js",
    ]


@pytest.mark.parametrize("block", [each for each in BLOCKS if each != "quiz"])
def test_another_block_needs_its_own_style_and_script(block: str) -> None:
    body = "greeting" if block == "phrases" else ""
    assert needed(library("spot"), block, body) == [
        *(f"css/elements/{name}.css" for name in BESIDES.get(block, ())),
        f"css/elements/{STYLES.get(block, block)}.css",
        f"js/elements/{block}.js",
    ]


@pytest.mark.parametrize("block", ["overview", "sources", "organisation"])
def test_a_block_of_text_needs_nothing(block: str) -> None:
    assert needed(library("spot"), block, "") == []


def test_only_files_that_are_there_are_named() -> None:
    there = frozenset({"assets/js/elements/quiz.js", "assets/js/kinds/spot.js"})
    found = needed(library("spot", "single", mode=Mode.TEST, files=there))
    assert found == ["js/kinds/spot.js", "js/elements/quiz.js"]
    assert needed(library("spot", files=frozenset())) == []


def test_a_quiz_that_is_not_there_needs_no_kinds() -> None:
    assert needed(library("spot"), body="nowhere") == [
        "css/elements/quiz.css",
        "js/elements/quiz.js",
    ]


def test_every_kind_has_a_script_on_the_real_site() -> None:
    real = frozenset(
        file.relative_to(ROOT / "docs").as_posix() for file in (ROOT / "docs/assets").glob("**/*.*")
    )
    found = needed(library(*KINDS, mode=Mode.TEST, files=real))
    assert {f"js/kinds/{kind}.js" for kind in KINDS} <= set(found)
    assert {"css/elements/quiz.css", "css/elements/test.css", "js/elements/quiz.js"} <= set(found)
