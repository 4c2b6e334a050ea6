"""The schemas that editors complete from say what the models say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from support import ROOT
from unruffled.loading.endings import FOLDERS, TOP, YAML
from unruffled.schemas import schemas

PAGES = [page for page in ROOT.glob("docs/**/*.md") if page.read_text("utf-8").startswith("---")]
CONTENT = [
    *(("quiz", path) for path in sorted(ROOT.glob("quizzes/*.yml"))),
    *(("phrases", path) for path in sorted(ROOT.glob("phrases/*.yml"))),
    *(
        (name, ROOT / f"{name}.yml")
        for name in ("organisation", "references", "vocabulary", "safety")
    ),
    *(("front-matter", page) for page in sorted(PAGES)),
]


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((ROOT / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


class AsEditorsDo(yaml.SafeLoader):
    """YAML 1.2, which editors read: a day is text."""


AsEditorsDo.yaml_implicit_resolvers = {
    first: [each for each in found if each[0] != "tag:yaml.org,2002:timestamp"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def content(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    text = text.split("\n---", 1)[0] if path.suffix == ".md" else text
    return yaml.load(text, Loader=AsEditorsDo)


def test_the_schemas_in_the_repository_are_fresh() -> None:
    kept = {path.name: path.read_text("utf-8") for path in (ROOT / "schemas").glob("*.json")}
    assert kept == schemas(), "run: unruffled schema"


@pytest.mark.parametrize(("name", "path"), CONTENT, ids=lambda value: getattr(value, "stem", value))
def test_the_content_is_valid_by_its_schema(name: str, path: Path) -> None:
    validator(name).validate(content(path))


@pytest.mark.parametrize(
    ("name", "file", "old", "new"),
    [
        ("quiz", "quizzes/active-listening.yml", "feedback:", "feedbak:"),
        ("quiz", "quizzes/active-listening.yml", "pass_mark:", "passmark:"),
        ("quiz", "quizzes/active-listening.yml", "kind: single", "kind: singel"),
        ("phrases", "phrases/active-listening.yml", "not_when:", "not-when:"),
        ("phrases", "phrases/active-listening.yml", "moment: open", "moment: opening"),
        ("organisation", "organisation.yml", "abuse_policy:", "abuse-policy:"),
        ("references", "references.yml", "grade:", "grad:"),
        ("vocabulary", "vocabulary.yml", "label:", "lable:"),
        ("safety", "safety.yml", "wordings:", "wording:"),
        ("front-matter", "docs/connect/active-listening.md", "objectives:", "objective:"),
    ],
)
def test_an_editor_marks_a_misspelt_word(name: str, file: str, old: str, new: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8").split("\n---", 1)[0]
    assert old in text
    with pytest.raises(ValidationError):
        validator(name).validate(yaml.safe_load(text.replace(old, new, 1)))


@pytest.mark.parametrize("name", ["quiz", "phrases"])
def test_the_schema_explains_its_keys(name: str) -> None:
    schema = json.loads((ROOT / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    described = [key for key, value in schema["properties"].items() if "description" in value]
    assert {"id", "module"} <= set(described)


def test_the_editor_s_settings_wire_every_schema_to_the_files_it_is_of() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    wired = {Path(schema).name: files for schema, files in settings["yaml.schemas"].items()}
    names = {"quizzes": "quiz", "phrases": "phrases"}  # the others are called like one of theirs
    expected: dict[str, Any] = {f"{name}.json": f"{name}.yml" for name in TOP}
    expected |= {
        f"{names.get(folder, folder.removesuffix('s'))}.json": [
            f"{folder}/**/*{ending}" for ending in YAML
        ]
        for folder in FOLDERS
    }
    expected |= {"front-matter.json": "docs/**/*.md"}
    assert wired == expected
    made = {Path(each["url"]).name for each in settings["json.schemas"]}
    assert wired.keys() | made == schemas().keys()
    assert all((ROOT / schema).is_file() for schema in settings["yaml.schemas"])
