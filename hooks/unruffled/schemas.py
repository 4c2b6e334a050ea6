"""JSON Schemas of what authors write, for editors to complete from, and of the JSON we export."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from .model.assignment import Assignment
from .model.card import Card
from .model.exports import PhraseExport
from .model.letter import Letter
from .model.organisation import Organisation
from .model.page import FrontMatter
from .model.path import LearningPath
from .model.phrases import PhraseTable
from .model.quiz import Quiz
from .model.reference import References, Vocabulary
from .model.result import ResultFile
from .model.safety import Safety
from .model.safety_examples import SafetyExamples
from .model.scenario import Scenario
from .model.session import Rubric, Session
from .model.signs import Signs

MODELS: dict[str, type[BaseModel]] = {
    "quiz": Quiz,
    "phrases": PhraseTable,
    "letter": Letter,
    "situation": Card,
    "path": LearningPath,
    "scenario": Scenario,
    "assignment": Assignment,
    "session": Session,
    "rubric": Rubric,
    "front-matter": FrontMatter,
    "organisation": Organisation,
    "references": References,
    "vocabulary": Vocabulary,
    "safety": Safety,
    "safety-examples": SafetyExamples,
    "finder": Signs,
    "phrase-export": PhraseExport,
    "result": ResultFile,
}


def schemas() -> dict[str, str]:
    """Return the text of each schema file by its name, e.g. ``quiz.json``."""
    return {f"{name}.json": _text(model) for name, model in MODELS.items()}


def _text(model: type[BaseModel]) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= model.model_json_schema(by_alias=False)
    _strip(schema)
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


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
