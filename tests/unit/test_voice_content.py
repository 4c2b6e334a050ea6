"""Voice exercises: their pages, what the course knows of them, where lines can be said."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from support import ROOT
from unruffled.assets import ADDRESS, package_files
from unruffled.blocks.course.view import course_json
from unruffled.blocks.voice.view import aloud_values
from unruffled.model.handbook import Handbook
from unruffled.model.library import Library
from unruffled.packing import pack
from unruffled.project import inspect

FAULTS = ROOT / "tests" / "faults"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return shutil.copytree(FAULTS / "base", tmp_path / "project")


def with_voice(project: Path) -> Library:
    shutil.copytree(FAULTS / "spare" / "voice", project / "voice")
    library, problems = inspect(project)
    assert not [each for each in problems if each.severity == "error"]
    return library


def test_without_exercises_there_is_no_page_and_no_line_is_offered(project):
    library, _ = inspect(project)
    assert not [path for path in library.generated if path.startswith("voice/")]
    assert aloud_values(library)["aloud"] == ""


def test_exercises_have_their_pages(project):
    made = [path for path in with_voice(project).generated if path.startswith("voice/")]
    names = ["for-two", "greeting", "index", "what-it-tells"]
    assert made == [f"voice/{name}.md" for name in names]


def test_the_course_has_them_as_questions_that_learners_judge(project):
    data = json.loads(course_json(with_voice(project)))
    quiz = data["quizzes"]["voice:greeting"]
    assert quiz["mode"] == "voice"
    assert quiz["need"] == 2
    assert {name: points for name, (_, _, points) in quiz["questions"].items()} == {
        "say-the-name": 0,
        "say-it-softly": 0,
    }
    assert [each["url"] for each in data["modules"] if each["quiz"] == "voice:greeting"] == [
        "voice/greeting/"
    ]


def test_only_another_line_or_task_is_another_exercise(project):
    before = json.loads(course_json(with_voice(project)))["quizzes"]["voice:greeting"]["questions"]
    file = project / "voice" / "greeting.yml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("Is there a pause after", "Do you hear one after")
    file.write_text(text.replace("half as loud", "twice as loud"), encoding="utf-8")
    after = json.loads(course_json(inspect(project)[0]))["quizzes"]["voice:greeting"]["questions"]
    assert after["say-the-name"] == before["say-the-name"]
    assert after["say-it-softly"] != before["say-it-softly"]


def test_lines_are_said_where_the_handbook_says_that_people_speak(project):
    file = project / "handbook.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("label: Phone,", "label: Phone, aloud: true,"), encoding="utf-8")
    assert aloud_values(with_voice(project))["aloud"] == "phone"


def test_a_handbook_that_says_nothing_speaks_on_the_phone_and_in_person():
    assert Handbook().aloud == ("phone", "in_person")


FOLDER = f"{ADDRESS}/blocks/voice"
MOST = 8 * 1024
"""The most that recording a line loads, script and style, each file packed by gzip -9."""


def loaded(paths: Iterable[str]) -> dict[str, int]:
    """Return how many bytes each file has that is only there for the voice, with its imports."""
    found: dict[str, int] = {}
    waiting = list(paths)
    while waiting:
        path = waiting.pop()
        if path in found or "voice" not in path:
            continue
        text = pack(path, package_files()[path].read_text("utf-8"))
        found[path] = len(gzip.compress(text.encode(), 9))
        if path.endswith(".js"):
            targets = re.findall(r"""(?:from|import)\s*"(\.[^"]+)\"""", text)
            waiting += [normpath(join(dirname(path), each)) for each in targets]
    return found


@pytest.mark.parametrize("names", [["voice.js"], ["aloud.js", "practise.js"]])
def test_to_record_a_line_little_is_loaded(names: list[str]) -> None:
    files = loaded(f"{FOLDER}/{name}" for name in [*names, "capture.js", "voice.css"])
    assert f"{FOLDER}/recorder.js" in files
    # What tells how a line ends comes with the first recording.
    assert f"{ADDRESS}/browser/core/voice-pitch.js" not in files
    assert sum(files.values()) <= MOST, files


def test_a_page_that_only_offers_it_has_a_few_hundred_bytes_more() -> None:
    assert sum(loaded([f"{FOLDER}/aloud.js"]).values()) <= 512
