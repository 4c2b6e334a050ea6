"""Packages for a learning platform, as files; tests/browser/test_scorm*.py runs them."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from real import LIBRARY
from scorm_gate import package_faults
from support import ROOT
from unruffled.cli import main
from unruffled.formats.scorm import package, published
from unruffled.rendering import Renderer
from unruffled.text import urls
from unruffled.words import Words

SITE = "https://handbook.example/here/"


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(ROOT), "scorm", *arguments])


def files(data: bytes) -> dict[str, str]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name).decode() for name in archive.namelist()}


def packed(name: str, site: str = "") -> dict[str, str]:
    return files(package(Renderer(LIBRARY), LIBRARY.quizzes[name], site))


def test_the_site_offers_every_quiz_as_a_package_that_platforms_take() -> None:
    offered = published(Renderer(LIBRARY), SITE)
    assert set(offered) == {f"packages/{name}.zip" for name in LIBRARY.quizzes}
    for path, data in offered.items():
        quiz = LIBRARY.quizzes[Path(path).stem]
        assert package_faults(data, quiz.pass_mark) == [], path


@pytest.mark.parametrize(("language", "way"), [("en", "ltr"), ("es", "ltr"), ("he", "rtl")])
def test_the_page_of_a_package_has_the_language_of_the_site(language: str, way: str) -> None:
    library = replace(LIBRARY, theme_language=(language, None), words=Words(language))
    data = package(Renderer(library), library.quizzes["empathy"], "")
    assert f'<html lang="{language}" dir="{way}">' in files(data)["index.html"]


def test_no_package_is_made_where_no_page_offers_one() -> None:
    page = "train/platform.md"
    pages = {path: each for path, each in LIBRARY.pages.items() if path != page}
    assert published(Renderer(replace(LIBRARY, pages=pages))) == {}


@pytest.mark.parametrize("name", ["empathy", "course-test"])
def test_a_package_loads_nothing_that_is_not_in_it(name: str) -> None:
    found = packed(name, SITE)
    html = found["index.html"]
    loaded = re.findall(r'(?:src|<link [^>]*href)="([^"]+)"', html)
    assert loaded
    assert set(loaded) <= set(found)
    asked = {quiz.id for quiz, _ in LIBRARY.questions_of(LIBRARY.quizzes[name])}
    course = json.loads(found["assets/course.json"])
    assert asked | {name} == set(course["quizzes"])


def test_links_lead_to_the_handbook_or_nowhere() -> None:
    there = re.findall(r'<a href="([^"]*)"', packed("empathy", SITE)["index.html"])
    assert there
    assert all(each.startswith(f"{SITE}connect/empathy/#") for each in there)
    assert "<a href" not in packed("empathy")["index.html"]


def test_links_have_the_form_that_the_site_gives_its_pages() -> None:
    plain = Renderer(LIBRARY, address=partial(urls.relative, directories=False))
    html = files(package(plain, LIBRARY.quizzes["empathy"], SITE))["index.html"]
    assert f'<a href="{SITE}connect/empathy.html#' in html


def test_a_pool_has_its_questions_with_it() -> None:
    html = packed("course-test")["index.html"]
    asked = LIBRARY.questions_of(LIBRARY.quizzes["course-test"])
    assert html.count("<unruffled-question ") == len(asked)
    assert "data-pool" not in html


def test_the_command_writes_what_is_named(tmp_path: Path) -> None:
    done = call("empathy", "course-test", "--out", str(tmp_path), "--site", SITE)
    assert done.exit_code == 0, done.output
    assert {each.name for each in tmp_path.iterdir()} == {"empathy.zip", "course-test.zip"}
    data = (tmp_path / "empathy.zip").read_bytes()
    assert files(data) == packed("empathy", SITE)
    # The same again makes the same bytes.
    call("empathy", "--out", str(tmp_path), "--site", SITE)
    assert (tmp_path / "empathy.zip").read_bytes() == data


def test_a_quiz_that_is_not_there_is_answered_with_those_that_are(tmp_path: Path) -> None:
    done = call("empaty", "--out", str(tmp_path))
    assert done.exit_code == 1
    assert 'no quiz "empaty": did you mean "empathy"?' in done.output
    assert list(tmp_path.iterdir()) == []


def test_a_project_needs_no_scripts_of_its_own(small: Path, tmp_path: Path) -> None:
    options = ["--root", str(small), "scorm", "greeting", "--out", str(tmp_path)]
    assert CliRunner().invoke(main, options).exit_code == 0
    with zipfile.ZipFile(tmp_path / "greeting.zip") as archive:
        assert "assets/unruffled/blocks/quiz/quiz.js" in archive.namelist()
