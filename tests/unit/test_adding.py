"""A fence word is a folder, and a kind of question a folder and its line: counted in a copy."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support import ROOT
from unruffled.formats.banks import WRITERS
from unruffled.formats.banks.items import Bank, Item, Option

PACKAGE = ROOT / "hooks" / "unruffled"
PROJECT = ROOT / "tests" / "faults" / "base"

TALLY = {
    "family.py": '''"""How many questions a quiz has."""

from __future__ import annotations

from ...model.made import MadePage
from ...model.quiz import Quiz
from ..base import Block, Family, Need, Pages

PAGE = MadePage("tally", "tallies/{}.md", "{}", "a tally", of=Quiz)
LIST = MadePage("tallies", "tallies/index.md", "Tallies", "the list of tallies")


def _pages(library):
    fence = "# Tally\\n\\n```tally\\n{}\\n```\\n"
    return {library.path_of(PAGE, name): fence.format(name) for name in library.of(Quiz)} | {
        library.path_of(LIST): "# Tallies\\n"
    }


FAMILY = Family(
    blocks=(
        Block(
            "tally",
            lambda context, quiz: {"quiz": quiz, "many": len(quiz.questions)},
            content=Quiz,
            most=1,
            noun="quiz",
            styles=("tally.css", "browser/styles/sheets.css"),
            scripts=("tally.js",),
            anchors=lambda library, page, fence: [f"tally.{name}" for name in fence.names],
        ),
        Block("tally-of-module", need=Need("`summary`", lambda page: bool(page.meta.summary))),
    ),
    pages=(Pages(_pages, (PAGE, LIST)),),
    data={"assets/tally.json": lambda library, *, directories: str(len(library.of(Quiz)))},
)
''',
    "tally.html": '<p id="tally.{{ quiz.id }}">{{ quiz.title }}: {{ many }} questions</p>\n',
    "tally-of-module.html": "<p>A module</p>\n",
    "tally.css": ".tally { color: red; }\n",
    "tally.js": "export {};\n",
}
"""A folder of blocks/, as somebody would add it."""

SCALE = {
    "model.py": '''"""Judge on a scale."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ...model.base import Inline
from ..base import BaseQuestion


class Scale(BaseQuestion):
    """Judge on a scale from 1 to 5."""

    kind: Literal["scale"]
    answer: int = Field(ge=1, le=5)
    feedback: Inline

    @property
    def asked(self) -> tuple[str, ...]:
        """The stem."""
        return (self.stem,)

    @property
    def key(self) -> tuple[str, ...]:
        """The right number."""
        return (str(self.answer),)

    @property
    def reasons(self):
        """The one feedback."""
        yield ("feedback",), self.feedback
''',
    "question.html": """{% extends "kinds/question.html" %}
{% block controls %}{% for each in range(1, 6) %}<input type="radio" value="{{ each }}">{% endfor %}
{% endblock %}
{% block answer %}<p data-right="{{ question.key[0] }}">{{ text(question.feedback) }}</p>
{% endblock %}
""",
    "scale.js": 'export * from "../shared/choices.js";\n',
    "scale.css": ".scale { color: red; }\n",
    "example.yml": 'answer: 3   # from 1 to 5\nfeedback: "(to write) why"\n',
    "rules.py": '''"""Rules for scales."""

from __future__ import annotations

from ...checks.quizzes import questions
from ...checks.registry import Finding, rule
from .model import Scale


@rule("QZ199", meaning="The middle of a scale is right.", cure="Ask for one of its ends.")
def not_the_middle(library):
    """The middle is where those sit who do not know."""
    for question in questions(library):
        if isinstance(question, Scale) and question.answer == 3:
            yield Finding(question.at("answer"), "the middle is right")
''',
    "bank.py": '''"""What other programs get of it."""

from __future__ import annotations

from ...formats.banks.items import Made, Option
from .model import Scale


def made(question: Scale) -> Made:
    """Return the form of the question."""
    options = tuple(Option(str(at), at == question.answer) for at in range(1, 6))
    return {"form": "choice", "options": options}, []
''',
}
"""A folder of kinds/; its line stands in the union."""

QUESTION = """  - id: how-much
    kind: scale
    objective: say-hello
    stem: How much does a greeting help?
    answer: {answer}
    feedback: It helps much.
    explanation: People listen for their names.
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package, that is imported in place of it."""
    target = tmp_path / "path" / "unruffled"
    shutil.copytree(PACKAGE, target, ignore=shutil.ignore_patterns("__pycache__"))
    return target


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return shutil.copytree(PROJECT, tmp_path / "project")


def add(folder: Path, files: dict[str, str]) -> None:
    folder.mkdir()
    for name, text in {"__init__.py": "", **files}.items():
        (folder / name).write_text(text, encoding="utf-8")


def edited(package: Path) -> list[str]:
    """Return the files of the real package that the copy has otherwise, or has no more."""
    paths = (
        file.relative_to(PACKAGE)
        for file in PACKAGE.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    )
    changed = (
        path
        for path in paths
        if not (package / path).is_file()
        or (package / path).read_bytes() != (PACKAGE / path).read_bytes()
    )
    return sorted(path.as_posix() for path in changed)


def in_copy(package: Path, *command: str, cwd: Path) -> str:
    """Run Python, which imports the copy, and return what it prints."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(package.parent), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_fence_word_is_added_with_a_folder_and_no_edit(
    package: Path, project: Path, tmp_path: Path
) -> None:
    add(package / "blocks" / "tally", TALLY)
    settings = project / "mkdocs.yml"
    plugins = "theme:\n  name: material\nplugins: [unruffled]\n"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}{plugins}", encoding="utf-8")
    page = project / "docs" / "index.md"
    text = "\n```tally\ngreeting\n```\n\n[Here](#tally.greeting), [all](tallies/greeting.md).\n"
    page.write_text(f"{page.read_text(encoding='utf-8')}{text}", encoding="utf-8")

    in_copy(package, "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path / "site"), cwd=project)

    site = tmp_path / "site"
    html = (site / "index.html").read_text(encoding="utf-8")
    assert '<p id="tally.greeting">Greet: 3 questions</p>' in html
    for name in ("blocks/tally/tally.css", "browser/styles/sheets.css", "blocks/tally/tally.js"):
        assert f'"assets/unruffled/{name}"' in html
        assert (site / "assets/unruffled" / name).is_file()
    assert "Greet: 3" in (site / "tallies/greeting/index.html").read_text(encoding="utf-8")
    assert (site / "assets/tally.json").read_text(encoding="utf-8") == "1"
    assert edited(package) == []


def test_faults_in_the_fence_of_an_added_word_are_told(package: Path, project: Path) -> None:
    add(package / "blocks" / "tally", TALLY)
    fences = "```tally\ngreting\n```\n\n```tally\n```\n\n```taly\n```\n\n```tally-of-module\n```\n"
    (project / "docs" / "index.md").write_text(f"# Home\n\n{fences}", encoding="utf-8")
    (project / "quizzes" / "index.yml").write_text("id: index\nmodule: [", encoding="utf-8")
    script = (
        "import json; from pathlib import Path; from unruffled.project import inspect;"
        "found = inspect(Path('.'))[1];"
        "print(json.dumps([[each.code, each.cause] for each in found if each.code[:2] == 'FN']))"
    )
    found = json.loads(in_copy(package, "-c", script, cwd=project))
    assert [code for code, _ in found] == ["FN101", "FN101", "FN106", "FN105"]
    causes = [cause for _, cause in found]
    assert causes[0] == 'there is no quiz "greting": did you mean "greeting"?'
    assert causes[1:] == [
        "the fence `tally` names nothing",
        'a fence of the kind "taly": did you mean "tally"?',
        "the fence `tally-of-module` needs `summary`",
    ]


def with_scale(package: Path, project: Path, *, answer: int = 5, without: str = "") -> None:
    add(package / "kinds" / "scale", {name: SCALE[name] for name in SCALE if name != without})
    union = package / "kinds" / "__init__.py"
    text = union.read_text(encoding="utf-8")
    text = text.replace("from .single", "from .scale.model import Scale\nfrom .single", 1)
    union.write_text(text.replace("    | Rewrite\n", "    | Rewrite\n    | Scale\n", 1), "utf-8")
    quiz = project / "quizzes" / "greeting.yml"
    quiz.write_text(quiz.read_text("utf-8") + QUESTION.format(answer=answer), "utf-8")


EXPORTED = """
import json
from pathlib import Path
from unruffled.formats.banks import WRITERS, bank_of
from unruffled.model.page import Fence
from unruffled.project import inspect
from unruffled.rendering import Renderer
from unruffled.rendering.assets import assets_of
from unruffled.scaffold import question
from unruffled.schemas import schemas

library, problems = inspect(Path("."))
quiz = library.quizzes["greeting"]
fence = Fence("quiz", "greeting", 0, 3)
[asked] = [each for each in quiz.questions if each.kind == "scale"]
bank = bank_of(quiz)
made = {name: write(bank) for name, write in WRITERS.items()}
print(json.dumps({
    "codes": [each.code for each in problems],
    "html": Renderer(library).block("connect/greeting.md", fence),
    "assets": assets_of(fence, library),
    "key": asked.key,
    "rev": len(asked.rev),
    "scale": [each.form for each in bank.items if each.id == "how-much"],
    "notes": {
        name: [note.words for note in notes if note.id == "how-much"]
        for name, (_, notes) in made.items()
    },
    "new": question("x", "scale", "say-hello"),
    "schema": "Judge on a scale" in schemas(library.handbook)["quiz.json"],
}))
"""


def test_a_kind_of_question_is_added_with_a_folder_and_one_edit(
    package: Path, project: Path
) -> None:
    with_scale(package, project)
    found = json.loads(in_copy(package, "-c", EXPORTED, cwd=project))
    assert found["codes"] == []
    assert 'data-kind="scale"' in found["html"]
    assert '<p data-right="5">It helps much.</p>' in found["html"]
    for suffix in ("css", "js"):
        assert f"assets/unruffled/kinds/scale/scale.{suffix}" in found["assets"]
    assert (found["key"], found["scale"]) == (["5"], ["choice"])
    assert set(found["notes"]) == {"anki", "csv", "gift", "moodle", "qti"}
    assert not any(found["notes"].values())
    assert "answer: 3" in found["new"] and found["schema"]
    assert edited(package) == ["kinds/__init__.py"]


def test_a_rule_of_an_added_kind_is_found(package: Path, project: Path) -> None:
    with_scale(package, project, answer=3)
    assert json.loads(in_copy(package, "-c", EXPORTED, cwd=project))["codes"] == ["QZ199"]


def test_a_kind_without_a_form_for_other_programs_is_left_out_with_a_note(
    package: Path, project: Path
) -> None:
    with_scale(package, project, without="bank.py")
    found = json.loads(in_copy(package, "-c", EXPORTED, cwd=project))
    assert found["scale"] == []
    words = ["left out: other programs have no form for the kind `scale`"]
    assert [found["notes"][name] for name in ("gift", "moodle", "qti", "csv")] == [words] * 4


@pytest.mark.parametrize("form", WRITERS)
def test_a_form_that_a_program_does_not_know_is_left_out_with_a_note(form: str) -> None:
    known, other = (Item(name, name, "What?", (Option("a", True),)) for name in ("choice", "map"))
    made, notes = WRITERS[form](Bank("Title", (known, other)))
    assert [note.id for note in notes] == ["map"]
    assert notes[0].words.startswith("left out: ")
    assert made == WRITERS[form](Bank("Title", (known,)))[0]
