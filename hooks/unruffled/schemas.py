"""JSON Schemas of what authors write, for editors to complete from, and of the JSON we export."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import BaseModel

from .blocks.pages import MADE
from .formats.phrases import FORMATS
from .loading import mirrors
from .loading.endings import YAML
from .model.base import LIMITED, LISTED
from .model.content import CONTENT, Folder
from .model.exports import Exports, PhraseExport
from .model.handbook import Handbook
from .model.page import FrontMatter
from .model.result import ResultFile
from .model.signoff import SignoffFile

MODELS: dict[str, type[BaseModel]] = {
    **{row.schema: row.model for row in CONTENT},
    "front-matter": FrontMatter,
    "phrase-export": PhraseExport,
    "result": ResultFile,
    "signoff": SignoffFile,
}

SETTINGS = ".vscode/settings.json"
"""The editor's settings, relative to the root: they say which schema is for which files."""

_WIRED = re.compile(r'(?P<key>"yaml\.schemas":) \{[^{}]*\}')


def schemas(handbook: Handbook) -> dict[str, str]:
    """Return the text of each schema file by its name, e.g. ``quiz.json``.

    What is an id of a list of handbook.yml can only be one of those that ``handbook`` has.
    """
    return {f"{name}.json": _text(model, handbook) for name, model in MODELS.items()}


def wired() -> dict[str, str | list[str]]:
    """Return the files that each schema of YAML is for, as patterns for an editor."""
    found: dict[str, str | list[str]] = {}
    for row in CONTENT:
        many = [f"{row.path}**/*{ending}" for ending in YAML]
        found[f"./schemas/{row.schema}.json"] = many if isinstance(row, Folder) else row.path
    return found | {"./schemas/front-matter.json": "docs/**/*.md"}


def with_schemas(settings: str) -> str:
    """Return the text of the editor's settings with the schemas wired anew, and all else as it is.

    Settings that name no schemas of YAML stay as they are.
    """
    lines = (f"    {json.dumps(name)}: {json.dumps(files)}" for name, files in wired().items())
    block = ",\n".join(lines)
    return _WIRED.sub(lambda found: f"{found['key']} {{\n{block}\n  }}", settings)


def _text(model: type[BaseModel], handbook: Handbook) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= model.model_json_schema(by_alias=False)
    _write_as_authors_do(schema)
    _strip(schema)
    _name_tools(schema)
    _name_pages(schema)
    _list(schema, handbook)
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _write_as_authors_do(node: Any) -> None:
    """Take the last sign from keys such as ``with_``: Python has the word for itself."""
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _write_as_authors_do(each)
    if isinstance(node, dict) and isinstance(keys := node.get("properties"), dict):
        node["properties"] = {name.rstrip("_"): value for name, value in keys.items()}


def _limit(node: dict[str, Any], most: int) -> None:
    """Write the most letters of a text, or entries of a list, into what stands for it."""
    for each in node.get("anyOf", [node]):
        if each.get("type") == "array":
            each["maxItems"] = most
        elif each.get("type") == "string":
            each["maxLength"] = most


def _strip(node: Any) -> None:
    """Take away what pydantic adds for itself: a title on every field."""
    if isinstance(node, list):
        for item in node:
            _strip(item)
    if isinstance(node, dict):
        for child in node.get("properties", {}).values():
            child.pop("title", None)
        for item in node.values():
            _strip(item)


def _name_tools(schema: dict[str, Any]) -> None:
    """List the help desks where an organisation says what they call our gaps."""
    if exports := schema.get("$defs", {}).get(Exports.__name__):
        words = exports["additionalProperties"]
        exports["properties"] = {
            name: words | {"description": f"For {form.title}."}
            for name, form in FORMATS.items()
            if form.words is not None
        }
        exports["additionalProperties"] = False


def _name_pages(schema: dict[str, Any]) -> None:
    """Name the pages that a handbook can give another address and title."""
    pages = schema.get("properties", {}).get("pages", {})
    if pages.pop(LISTED, ""):
        (of,) = pages.pop("patternProperties").values()
        pages.pop("propertyNames", None)
        pages["properties"] = {
            each.name: of | {"description": f"{each.noun}; without it: {each.path}"}
            for each in (*MADE, *mirrors.MADE)
        }
        pages["additionalProperties"] = False


def _list(node: Any, handbook: Handbook) -> None:
    """Write what the handbook lists wherever a field holds an id of a list."""
    if isinstance(node, dict) and (name := node.pop(LISTED, "")):
        if node["type"] == "object":
            described = {each.id: each.about or each.label for each in handbook.slots}
            value = node.pop("additionalProperties")
            node["properties"] = {
                each: value | {"description": about} for each, about in described.items()
            }
            node["additionalProperties"] = False
        else:
            node.pop("minLength", None)
            node.pop("maxLength", None)
            node["enum"] = list(handbook.words[name])
    if isinstance(node, dict) and (name := node.pop(LIMITED, "")):
        _limit(node, getattr(handbook.limits, name))
    tested = isinstance(node, dict) and "objective" in node.get("properties", {})
    if tested and handbook.objectives == "required":
        node["required"].insert(1, "objective")
    inner = node.values() if isinstance(node, dict) else node
    for child in inner if isinstance(node, (dict, list)) else ():
        _list(child, handbook)
