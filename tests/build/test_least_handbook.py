"""The least that is a handbook: one page, one quiz, the settings. Nothing else is asked for."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import support
from support import ROOT
from unruffled.project import inspect

FILES = {
    "mkdocs.yml": """site_name: Fire safety
theme:
  name: material
plugins:
  - search
  - unruffled
""",
    "docs/index.md": "# Fire safety\n\n## On the stairs\n\n```quiz\none\n```\n",
    "quizzes/one.yml": """id: one
title: Fire safety
module: index.md
questions:
  - id: lift
    kind: true_false
    stem: When the alarm sounds, the lift is the fastest way out.
    answer: false
    feedback_true: A lift can stop between two floors.
    feedback_false: The stairs stay open.
    explanation: Stairs have doors that hold back smoke.
""",
}


@pytest.fixture
def least(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_page_with_a_quiz_and_nothing_else_has_no_fault(least: Path) -> None:
    assert inspect(least)[1] == []


def test_a_page_with_a_quiz_and_nothing_else_is_built_strictly(least: Path) -> None:
    page = (support.build(least / "site", cwd=least) / "index.html").read_text(encoding="utf-8")
    assert "<unruffled-quiz" in page
    assert "quiz.js" in page


def test_a_handbook_that_asks_for_objectives_is_told_which_are_missing(least: Path) -> None:
    (least / "handbook.yml").write_text("objectives: required\n", encoding="utf-8")
    found = [(str(each.place), each.code) for each in inspect(least)[1]]
    assert found == [("quizzes/one.yml:3:9", "QZ109"), ("quizzes/one.yml:5:5", "KY102")]


PLUGINS = {
    "after the search": "plugins:\n  - search\n  - unruffled\n",
    "before the search": "plugins:\n  - unruffled\n  - search\n",
    "as a hook": "plugins:\n  - search\nhooks:\n  - site.py\n",
}


@pytest.mark.parametrize("plugins", PLUGINS.values(), ids=PLUGINS)
def test_a_language_in_the_handbook_alone_is_that_of_all_parts(least: Path, plugins: str) -> None:
    (least / "handbook.yml").write_text("language: de\n", encoding="utf-8")
    shutil.copy(ROOT / "hooks" / "site.py", least / "site.py")
    head = FILES["mkdocs.yml"].partition("plugins:")[0]
    (least / "mkdocs.yml").write_text(head + plugins, encoding="utf-8")
    site = support.build(least / "site", cwd=least)
    page = (site / "index.html").read_text(encoding="utf-8")
    assert '<html lang="de"' in page
    assert "Zum Inhalt" in page  # the theme's words
    assert 'name="search"' not in page and not (site / "search").exists()  # its search is off
    assert json.loads((site / "assets" / "search.json").read_text(encoding="utf-8"))["pages"]
    assert json.loads((site / "manifest.webmanifest").read_text("utf-8"))["lang"] == "de"
    assert "lunr" not in (site / "sw.js").read_text(encoding="utf-8")


def test_a_language_of_a_country_has_the_words_of_the_language(least: Path) -> None:
    (least / "handbook.yml").write_text("language: de-AT\n", encoding="utf-8")
    page = (support.build(least / "site", cwd=least) / "index.html").read_text(encoding="utf-8")
    assert '<html lang="de"' in page


def test_a_language_without_words_of_the_theme_is_told_and_nothing_is_built(least: Path) -> None:
    (least / "handbook.yml").write_text("language: tlh\n", encoding="utf-8")
    done = support.run("mkdocs", "build", "--site-dir", str(least / "site"), cwd=least)
    assert done.returncode == 1
    told = done.stdout + done.stderr
    assert 'the theme has no words in the language "tlh" of handbook.yml' in told
    assert "Traceback" not in told
    assert not (least / "site" / "index.html").exists()
