"""The schemas that editors complete from say what the models say."""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from support import ROOT
from unruffled.model import content
from unruffled.model.content import FOLDERS
from unruffled.project import load
from unruffled.schemas import SETTINGS, schemas, with_schemas

PAGES = [page for page in ROOT.glob("docs/**/*.md") if page.read_text("utf-8").startswith("---")]
FILES = [
    *((row.schema, path) for row in FOLDERS for path in sorted(ROOT.glob(f"{row.path}*.yml"))),
    *((row.schema, ROOT / row.path) for row in content.FILES),
    *(("front-matter", page) for page in sorted(PAGES)),
]


@functools.cache
def validator(name: str) -> Draft202012Validator:
    schema = json.loads((ROOT / "schemas" / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


# The parser in C where PyYAML has it, which no checker of types can know.
class AsEditorsDo(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML 1.2, which editors read: a day is text, and so is a `no`."""


AsEditorsDo.yaml_implicit_resolvers = {
    first: [each for each in found if each[0].rpartition(":")[2] not in ("timestamp", "bool")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
AsEditorsDo.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)


def parsed(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    text = text.split("\n---", 1)[0] if path.suffix == ".md" else text
    return yaml.load(text, Loader=AsEditorsDo)


def test_the_schemas_in_the_repository_are_fresh() -> None:
    kept = {path.name: path.read_text("utf-8") for path in (ROOT / "schemas").glob("*.json")}
    assert kept == schemas(load(ROOT)[0].handbook), "run: unruffled schema"


@pytest.mark.parametrize(("name", "path"), FILES, ids=lambda value: getattr(value, "stem", value))
def test_the_content_is_valid_by_its_schema(name: str, path: Path) -> None:
    validator(name).validate(parsed(path))


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
    text = (ROOT / SETTINGS).read_text(encoding="utf-8")
    assert text == with_schemas(text), "run: unruffled schema"
    settings = json.loads(text)
    files = settings["yaml.schemas"]
    assert files["./schemas/quiz.json"] == ["quizzes/**/*.yml", "quizzes/**/*.yaml"]
    assert files["./schemas/organisation.json"] == "organisation.yml"
    assert files["./schemas/front-matter.json"] == "docs/**/*.md"
    made = {each["url"] for each in settings["json.schemas"]}
    wired = {Path(each).name for each in files.keys() | made}
    assert wired == schemas(load(ROOT)[0].handbook).keys()
    assert all((ROOT / schema).is_file() for schema in files)


def test_wiring_leaves_the_other_settings_as_they_are() -> None:
    text = '{\n  // ours\n  "yaml.schemas": {\n    "./a.json": "a.yml"\n  },\n  "b": [1, 2]\n}\n'
    wired = with_schemas(text)
    assert wired.startswith('{\n  // ours\n  "yaml.schemas": {\n    "./schemas/handbook.json"')
    assert wired.endswith('\n  },\n  "b": [1, 2]\n}\n')
    assert "a.yml" not in wired
    assert with_schemas("{}\n") == "{}\n"


def test_every_row_has_a_schema_of_its_own() -> None:
    names = [row.schema for row in content.CONTENT]
    assert sorted(names) == sorted(set(names))
