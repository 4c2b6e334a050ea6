"""Adding a rule, a format or a type of content touches as few files as the contributors' page says.

They are added to a copy of the package, and used there. What a copy has changed is counted.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from additions import CONTENT, FORMATS, ROTA, ROW, RULE

from support import ROOT

PACKAGE = ROOT / "hooks" / "unruffled"

DRIVER = """
import json, sys
from pathlib import Path
from click.testing import CliRunner
from unruffled.blocks.codes.view import codes_page
from unruffled.blocks.made import CODES
from unruffled.cli import main
from unruffled.project import inspect

root = Path(sys.argv[1])
library, problems = inspect(root, due=sys.argv[2])
codes = codes_page(library)[library.path_of(CODES)]
found = [[each.place.path, each.code, each.cause] for each in problems]

def run(*words):
    return CliRunner().invoke(main, ["--root", str(root), *words]).output

def show(**values):
    print(json.dumps(values))

"""
"""What comes before the question of a test: `found` by the rules, `run` a command, `show`."""


def copy_with(folder: Path, new: dict[str, str], edits: tuple[tuple[str, str, str], ...]) -> Path:
    """Copy the package, write the new files, and put words into those that are there."""
    ignored = shutil.ignore_patterns("vendor")
    package = shutil.copytree(PACKAGE, folder / "unruffled", ignore=ignored)
    for path, text in new.items():
        assert not (package / path).exists(), path
        (package / path).write_text(text.lstrip(), encoding="utf-8")
    for path, before, words in edits:
        text = (package / path).read_text(encoding="utf-8")
        assert before in text
        (package / path).write_text(text.replace(before, before + words, 1), encoding="utf-8")
    return package


def touched(package: Path) -> tuple[list[str], list[str]]:
    """Return the files that a copy has changed, and those that it has more."""
    files = [file for file in package.rglob("*.*") if "__pycache__" not in file.parts]
    paths = {file.relative_to(package).as_posix(): file for file in files if file.is_file()}
    there = {path: PACKAGE / path for path in paths if (PACKAGE / path).exists()}
    edited = [path for path in there if paths[path].read_bytes() != there[path].read_bytes()]
    return sorted(edited), sorted(paths.keys() - there.keys())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return shutil.copytree(ROOT / "tests" / "faults" / "base", tmp_path / "project")


def ask(package: Path, project: Path, question: str, due: str = "") -> dict[str, Any]:
    """Return what a program shows that has the copy in place of the package."""
    env = os.environ | {"PYTHONPATH": str(package.parent), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", DRIVER + question, str(project), due]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_rule_is_a_function_and_edits_no_file(tmp_path: Path, project: Path) -> None:
    package = copy_with(tmp_path, RULE, ())
    assert touched(package) == ([], sorted(RULE))
    table = project / "phrases" / "greeting.yml"
    said = "Good morning. How can I help?"
    table.write_text(table.read_text("utf-8").replace(said, said.upper()), "utf-8")
    told = ask(package, project, "show(found=found, codes=codes)")
    assert ["phrases/greeting.yml", "PH199", '"good-morning" is in capitals'] in told["found"]
    assert "| `PH199` | A phrase shouts. | Say it calmly. |" in told["codes"]


def test_a_format_is_a_module_and_edits_no_file(tmp_path: Path, project: Path) -> None:
    package = copy_with(tmp_path, FORMATS, ())
    assert touched(package) == ([], sorted(FORMATS))
    (project / "lines.txt").write_text("Names help.\nHaste helps.\n", "utf-8")
    with (project / "organisation.yml").open("a", encoding="utf-8") as file:
        file.write('exports:\n  speech: {customer_name: "Jo"}\n')
    where = ("--id", "said", "--module", "connect/greeting.md", "--objective", "say-hello")
    told = ask(
        package,
        project,
        f"""
show(
    found=found,
    offered=[each.path for each in library.downloads],
    exported=run("export", "speech"),
    refused=run("export", "speach"),
    bank=run("bank", "export", "stems", "greeting", "--out", str(root / "banks")),
    taken=run("bank", "import", "stems", str(root / "lines.txt"), *{where}),
    schema=run("schema"),
)
""",
    )
    assert told["found"] == []
    assert told["offered"][-1] == "exports/phrases-speech.txt"
    assert "It will take so and so." in told["exported"].split("\n")
    assert "speech" in told["refused"]
    stems = (project / "banks/greeting.stems.txt").read_text("utf-8")
    assert stems.startswith("What comes first?\n")
    assert "with 2 questions" in told["taken"]
    schema = json.loads((project / "schemas/organisation.json").read_text("utf-8"))
    assert "speech" in schema["$defs"]["Exports"]["properties"]


def test_a_type_of_content_is_a_model_with_its_rules_and_one_row(
    tmp_path: Path, project: Path
) -> None:
    package = copy_with(tmp_path, CONTENT, ROW)
    assert touched(package) == (["model/content.py"], sorted(CONTENT))
    settings = project / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('{"yaml.schemas": {}}', "utf-8")
    for path, text in {
        "rotas/front.yml": ROTA,
        "rotas/back.yml": ROTA.replace("(to write) a name", "Jo"),
        "rotas/night.yml": ROTA.replace("shifts", "shift"),
        "quizzes/late.yml": ROTA,
        "docs/rotas/day.yml": ROTA,
        "Rota/old.yml": ROTA,
        "hours.yml": "opens: (to write) the time\n",
    }.items():
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).write_text(text, "utf-8")
    told = ask(
        package,
        project,
        """
from unruffled.model.content import CONTENT
from unruffled.model.rota import Hours, Rota
show(
    found=found,
    who=library.of(Rota)["back"].shifts[0].who,
    opens=library.one(Hours).opens,
    watched=[row.path for row in CONTENT],
    codes=codes,
    schema=run("schema"),
)
""",
        due="2090-01-01",
    )
    found = {(path, code): cause for path, code, cause in told["found"]}
    assert (told["who"], told["opens"]) == ("Jo", "(to write) the time")
    assert found["hours.yml", "TX101"] == "still to be written: the time"
    assert found["rotas/back.yml", "RO101"] == 'the rota id is "front", the file is "back"'
    assert 'did you mean "shifts"?' in found["rotas/night.yml", "KY101"]
    assert found["rotas/front.yml", "TX101"] == "still to be written: a name"
    assert "nowhere.md" in found["rotas/front.yml", "LK101"]
    assert "The desk" in found["rotas/front.yml", "UP103"]
    assert found["quizzes/late.yml", "ST111"].startswith("this is a rota")
    assert ("docs/rotas/day.yml", "ST111") in found
    assert found["Rota/old.yml", "ST110"].endswith("its name must be rotas")
    assert "rotas/" in told["watched"]
    assert "## Rotas" in told["codes"]
    assert "shifts" in json.loads((project / "schemas/rota.json").read_text("utf-8"))["properties"]
    wired = json.loads(settings.read_text("utf-8"))["yaml.schemas"]
    assert wired["./schemas/hours.json"] == "hours.yml"
    assert wired["./schemas/rota.json"] == ["rotas/**/*.yml", "rotas/**/*.yaml"]
