"""Packages broken in the ways that platforms complain of: the gate notices each of them."""

from __future__ import annotations

import bz2  # noqa: F401 - one way of packing needs it
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from kinds import MOUSE, RIGHT, WRONG, question
from learning_platform import Start, content, pack, platform
from playwright.sync_api import expect

import unruffled.formats.scorm.build as building
from scorm_gate import call_faults, package_faults

__all__ = ["content", "platform"]  # fixtures
MASTERY = 80
SHOWN = "unruffled-question:not([hidden])"
MANIFEST = "imsmanifest.xml"
Files = dict[str, str]


def unpacked(data: bytes) -> Files:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name).decode() for name in archive.namelist()}


def packed(files: Files, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def changed(name: str, old: str, new: str) -> Callable[[Files], Files]:
    def change(files: Files) -> Files:
        assert files[name].count(old) >= 1
        return files | {name: files[name].replace(old, new)}

    return change


def renamed(old: str, new: str) -> Callable[[Files], Files]:
    def change(files: Files) -> Files:
        manifest = files[MANIFEST].replace(old, new)
        rest = {new if name == old else name: text for name, text in files.items()}
        return rest | {MANIFEST: manifest}

    return change


# --- The zip

PAGE = "assets/unruffled/browser/core/draw.js"
ZIPS: dict[str, tuple[Callable[[Files], Files], str]] = {
    "in a folder": (
        lambda all: {f"quiz/{name}": text for name, text in all.items()},
        "at the root",
    ),
    "listed, not there": (
        lambda all: {name: text for name, text in all.items() if name != PAGE},
        f"not there: {PAGE}",
    ),
    "there, not listed": (lambda all: all | {"more.js": ""}, "not listed: more.js"),
    "another case": (changed(MANIFEST, PAGE, PAGE.replace("draw", "Draw")), "Draw.js"),
    "a space and an accent": (
        renamed(PAGE, "assets/unruffled/browser/core/dràw it.js"),
        "stumble over",
    ),
    "identifier from a title": (changed(MANIFEST, '"RES-some"', '"RES\'some"'), "no XML name"),
    "the word of SCORM 2004": (changed(MANIFEST, "scormtype", "scormType"), "`sco`"),
    "elements in another order": (
        changed(MANIFEST, "<organizations", "<resources/><organizations"),
        "schema:",
    ),
    "two judges": (changed(MANIFEST, ">80<", ">75<"), "the platform would judge"),
}


@pytest.mark.parametrize("way", ZIPS)
def test_a_broken_zip_is_noticed(content: Any, way: str) -> None:
    change, words = ZIPS[way]
    found = package_faults(packed(change(unpacked(pack(content, "some")))), MASTERY)
    assert any(words in each for each in found), found


def test_a_zip_that_is_packed_oddly_is_noticed(content: Any) -> None:
    data = packed(unpacked(pack(content, "some")), zipfile.ZIP_BZIP2)
    assert any("unusual" in each for each in package_faults(data, MASTERY))


# --- The calls

SCO = "assets/unruffled/formats/scorm/sco"
LMS, REPORT = f"{SCO}/lms.js", f"{SCO}/report.js"
CALLS: dict[str, tuple[Callable[[Files], Files], str]] = {
    "never ended": (changed(LMS, 'this.#call("LMSFinish", "");', ""), "not ended once"),
    "ended twice": (
        changed(LMS, 'this.#call("LMSFinish", "");', 'this.#call("LMSFinish", "");' * 2),
        "not ended once",
    ),
    "used after the end": (
        changed(LMS, "    this.#on = false;\n  }", '    this.#call("LMSCommit", "");\n  }'),
        "not ended once",
    ),
    "status before score": (
        changed(
            REPORT,
            '    this.#lms.set("cmi.core.score.min", 0);',
            '    this.#lms.set("cmi.core.lesson_status", this.#words[passed ? 0 : 1]);\n'
            '    this.#lms.set("cmi.core.score.min", 0);',
        ),
        "status came before the score",
    ),
    "a comma in the score": (
        changed(REPORT, "score.raw\", percent)", "score.raw\", `${percent},5`)"),
        "no score",
    ),
    "a memory that is too long": (
        changed(f"{SCO}/memory.js", "const ROOM = 4096", "const ROOM = 40960"),
        "characters to remember",
    ),
    "a response that is too long": (
        changed(f"{SCO}/interaction.js", "const LONGEST = 255", "const LONGEST = 2550"),
        "no response of the type",
    ),
    "the word of SCORM 2004": (
        changed(f"{SCO}/interaction.js", '"correct" : "wrong"', '"correct" : "incorrect"'),
        "no result: incorrect",
    ),
    "names in place of letters": (
        changed(f"{SCO}/interaction.js", "LETTERS[names.indexOf(name)] ??", "name ??"),
        "no response of the type",
    ),
    "the interface of the next frame only": (
        changed(LMS, "const FAR = 50", "const FAR = 2"),
        "not found",
    ),
    "always left as done": (changed(LMS, 'unfinished ? "suspend" : ""', '""'), "left with"),
    "kept at the end only": (
        changed(REPORT, "    this.#lms.save();\n  }\n}", "  }\n}"),
        "not saved before the next one",
    ),
}  # fmt: skip


def learn(start: Start, data: bytes) -> list[str]:
    """Answer a quiz in two sessions; return what was wrong with the calls of both."""
    window = start(data)
    frame = window.launch()
    rewrite = question(frame, "rewrite")
    rewrite.locator("textarea").fill("I hear you. " * 900)
    rewrite.get_by_role("button", name="Compare").click()
    rewrite.get_by_role("button", name="Save my ticks").click()
    MOUSE.answer(question(frame, "multiple"), WRONG)
    expect(question(frame, "multiple").locator(".quiz-verdict")).not_to_be_empty()
    faults = call_faults(window.close(), unfinished=True)
    frame = window.launch()
    expect(frame.locator(".quiz-panel")).to_contain_text("2 of 3 answered")
    MOUSE.answer(question(frame, "true_false"), RIGHT)
    expect(frame.locator(".quiz-panel")).to_contain_text("points")
    return faults + call_faults(window.close(), unfinished=False)


@pytest.fixture
def three(content: Any, monkeypatch: pytest.MonkeyPatch) -> Files:
    """The files of a package of three questions, their scripts as they are written."""
    monkeypatch.setattr(building, "pack", lambda path, text: text)
    quiz = content.quizzes["all"]
    kinds = ("multiple", "true_false", "rewrite")
    few = tuple(each for each in quiz.questions if each.kind in kinds)
    monkeypatch.setitem(content.quizzes, "all", quiz.model_copy(update={"questions": few}))
    return unpacked(pack(content, "all"))


def test_a_package_as_it_is_passes(three: Files, platform: Start) -> None:
    assert learn(platform, packed(three)) == []


@pytest.mark.parametrize("way", CALLS)
def test_broken_calls_are_noticed(three: Files, platform: Start, way: str) -> None:
    change, words = CALLS[way]
    try:
        found = learn(platform, packed(change(three)))
    except AssertionError as lost:
        found = [f"not found, or not resumed: {lost}"]
    assert any(words in each for each in found), found


def test_a_draw_that_is_made_anew_is_noticed(content: Any, platform: Start) -> None:
    files = unpacked(pack(content, "some"))
    store = f"{SCO}/store.js"
    broken = files | {store: re.sub(r"memory\.asked\.length>0", "false", files[store])}
    assert broken[store] != files[store]
    window = platform(packed(broken))
    drawn = []
    for _ in range(4):
        frame = window.launch()
        drawn.append(frame.locator(SHOWN).evaluate_all("all => all.map(each => each.id).join()"))
        MOUSE.answer(frame.locator(SHOWN).first, RIGHT)
        window.close()
    assert len(set(drawn)) > 1
