from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from support import ROOT
from unruffled.blocks.course.stations import stations
from unruffled.blocks.course.view import course_data, course_json, edition_of
from unruffled.model.library import Library
from unruffled.project import inspect
from unruffled.publishing.staged import stage
from unruffled.rendering import Renderer

BASE = ROOT / "tests" / "faults" / "base"
NAV = """site_name: A sound project
nav:
  - Home: index.md
  - Course:
      - course/index.md
      - Resolve:
          - Mend it now: resolve/mending.md
      - Connect:
          - connect/greeting.md
      - course/test.md
"""
PAGES = {
    "course/index.md": "# The course\n\n```course\n```\n\n```review\n```\n",
    "course/test.md": "# Test\n\n```quiz\nend\n```\n",
    "resolve/mending.md": "---\ntitle: Mend\nsummary: Mend it.\nminutes: 4\n"
    "objectives: [{id: mend, text: mend **it**}]\n---\n\n# Mend\n\n```course\n```\n",
}
TEST = "id: end\ntitle: The end\nmode: test\nminutes: 9\ndraw: 2\npool: [greeting]\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The base project with a course: a test, and a module without a quiz."""
    root = shutil.copytree(BASE, tmp_path / "project", ignore=shutil.ignore_patterns("scenarios"))
    (root / "mkdocs.yml").write_text(NAV, encoding="utf-8")
    (root / "quizzes" / "end.yml").write_text(TEST, encoding="utf-8")
    for path, text in PAGES.items():
        (root / "docs" / path).parent.mkdir(exist_ok=True)
        (root / "docs" / path).write_text(text, encoding="utf-8")
    return root


def read(root: Path) -> Library:
    return inspect(root)[0]


def data(root: Path, **options: Any) -> dict[str, Any]:
    return json.loads(course_json(read(root), **options))


def change(root: Path, old: str, new: str, file: str = "quizzes/greeting.yml") -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_modules_and_tests_come_in_the_order_of_the_menu(project: Path) -> None:
    shown = [(each["part"], each["title"], each["quiz"]) for each in data(project)["modules"]]
    assert shown == [
        ("Resolve", "Mend", None),
        ("Connect", "Greet", "greeting"),
        ("Course", "The end", "end"),
    ]


def test_without_a_menu_they_come_in_the_order_of_their_addresses(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    shown = [(each["part"], each["url"]) for each in data(project)["modules"]]
    assert shown == [("", "connect/greeting/"), ("", "course/test/"), ("", "resolve/mending/")]


def test_minutes_are_reading_and_the_questions_asked(project: Path) -> None:
    found = {each["title"]: each["minutes"] for each in data(project)["modules"]}
    assert found == {"Mend": 4, "Greet": 1 + 2, "The end": 9}
    change(project, "pass_mark: 80", "pass_mark: 80\ndraw: 1")
    assert data(project)["modules"][1]["minutes"] == 1 + 1


def test_a_quiz_says_how_it_is_passed_and_what_it_asks(project: Path) -> None:
    quizzes = data(project)["quizzes"]
    greeting = quizzes["greeting"]
    questions = greeting.pop("questions")
    assert greeting == {
        "title": "Greet",
        "url": "connect/greeting/",
        "mode": "practice",
        "pass": 80,
        "need": 3,
        "edition": edition_of(read(project), read(project).quizzes["greeting"]),
        "objectives": {
            "say-hello": ["greet a customer by name", "connect/greeting/#how-to-do-it"],
            "name-the-time": ["say how long it will take", "connect/greeting/#how-to-do-it"],
        },
    }
    assert {name: rest for name, (_, *rest) in questions.items()} == {
        "which-hello": ["say-hello", 1],
        "which-times": ["name-the-time", 1],
        "is-soon-a-time": ["name-the-time", 1],
    }
    assert quizzes["end"]["mode"] == "test"
    assert quizzes["end"]["url"] == "course/test/"
    assert quizzes["end"]["questions"] == {}


def test_a_quiz_that_draws_needs_no_more_than_it_draws(project: Path) -> None:
    assert data(project)["quizzes"]["end"]["need"] == 2
    change(project, "draw: 2", "draw: 20", "quizzes/end.yml")
    assert data(project)["quizzes"]["end"]["need"] == 3


def test_marks_in_an_objective_do_not_reach_the_data(project: Path) -> None:
    change(project, "by name", "by **name** & title", "docs/connect/greeting.md")
    objectives = data(project)["quizzes"]["greeting"]["objectives"]
    assert objectives["say-hello"][0] == "greet a customer by name & title"


def test_addresses_end_as_the_site_has_them(project: Path) -> None:
    found = data(project, directories=False)
    assert [each["url"] for each in found["modules"]][1:] == [
        "connect/greeting.html",
        "course/test.html",
    ]
    target = found["quizzes"]["greeting"]["objectives"]["say-hello"][1]
    assert target == "connect/greeting.html#how-to-do-it"


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("feedback: ", "feedback: Indeed. ", True),
        ("text: Her name", "text: Her title", False),
        ("id: which-hello\n", "id: which-hello\n    revision: 2\n", False),
    ],
)
def test_revision_and_edition_change_with_what_can_be_answered(
    project: Path, old: str, new: str, same: bool
) -> None:
    def state() -> tuple[str, str]:
        found = data(project)
        return found["edition"], found["quizzes"]["greeting"]["questions"]["which-hello"][0]

    before = state()
    change(project, old, new)
    after = state()
    assert [one == other for one, other in zip(before, after, strict=True)] == [same, same]


def test_another_order_of_the_questions_changes_no_edition(project: Path) -> None:
    library = read(project)
    quiz = library.quizzes["greeting"]
    before = course_data(library)["edition"]
    turned = quiz.model_copy(update={"questions": quiz.questions[::-1]})
    other = replace(library, quizzes={**library.quizzes, "greeting": turned})
    assert course_data(other)["edition"] == before


def test_a_quiz_that_cannot_be_read_is_left_out_and_its_module_stays(project: Path) -> None:
    change(project, "pass_mark: 80", "pass_mark: eighty")
    found = data(project)
    assert set(found["quizzes"]) == {"end"}
    assert [each["quiz"] for each in found["modules"]] == [None, None, "end"]


def test_a_scenario_is_listed_last_as_a_quiz_of_one_question(project: Path) -> None:
    edition = data(project)["edition"]
    shutil.copytree(BASE / "scenarios", project / "scenarios")
    found = data(project)
    assert found["modules"][-1]["url"] == "practice/late/"
    name = found["modules"][-1]["quiz"]
    assert name == "scenario:late"
    quiz = found["quizzes"][name]
    assert (quiz["mode"], quiz["need"], quiz["pass"]) == ("scenario", 1, 60)
    assert quiz["questions"] == {"play": [read(project).scenarios["late"].rev, "", 1]}
    assert found["edition"] == edition  # a certificate says nothing of conversations


def test_a_scenario_with_a_jump_into_nothing_is_left_out(project: Path) -> None:
    shutil.copytree(BASE / "scenarios", project / "scenarios")
    change(project, "next: gone", "next: nowhere", "scenarios/late.yml")
    assert "scenario:late" not in data(project)["quizzes"]


def test_only_tests_count_on_a_page_that_is_no_module(project: Path) -> None:
    change(project, "mode: test\nminutes: 9\n", "", "quizzes/end.yml")
    assert [each.title for each in stations(read(project))] == ["Mend", "Greet"]


def test_a_second_quiz_of_a_module_is_a_station_of_its_own(project: Path) -> None:
    own = (project / "quizzes" / "greeting.yml").read_text(encoding="utf-8")
    more = own.replace("id: greeting\ntitle: Greet", "id: more\ntitle: More\nmode: test")
    (project / "quizzes" / "more.yml").write_text(more, encoding="utf-8")
    found = [(each.title, each.quiz, each.test) for each in stations(read(project))]
    assert found == [
        ("Mend", "", False),
        ("Greet", "greeting", False),
        ("More", "more", True),
        ("The end", "end", True),
    ]


def test_the_course_lists_every_module_without_scripts(project: Path) -> None:
    html = "\n".join(
        Renderer(read(project)).page("course/index.md", ["```course", "```"], lambda each: each)
    )
    titles = ["<h2>Resolve</h2>", ">Mend</a>", "<h2>Connect</h2>", ">Greet</a>", "<h2>Test</h2>"]
    places = [html.index(each) for each in [*titles, ">The end</a>"]]
    assert places == sorted(places)
    assert 'href="../connect/greeting/"' in html
    assert "The first ten seconds." in html
    assert "4 minutes to read<" in html
    assert "1 minute to read, 2 to check yourself<" in html
    assert "Test, 9 minutes<" in html
    assert 'href="../course/"' not in html.split("course-due")[0]


def test_the_staged_tree_has_the_data_with_the_addresses_of_its_settings(
    project: Path, tmp_path: Path
) -> None:
    library = read(project)
    stage(library, project, tmp_path / "first")
    file = "docs/assets/course.json"
    written = json.loads((tmp_path / "first" / file).read_text(encoding="utf-8"))
    assert written == course_data(library)
    change(project, "nav:", "use_directory_urls: false\nnav:", "mkdocs.yml")
    stage(library, project, tmp_path / "second")
    written = json.loads((tmp_path / "second" / file).read_text(encoding="utf-8"))
    assert written == course_data(library, directories=False)
