"""A small project with every kind of question: the examples of the authors' guide, built.

So the guide cannot show what does not work. Pages are named by the constants below.
"""

from __future__ import annotations

import copy
import functools
import re
import shutil
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

import support
from support import ROOT
from unruffled.model.quiz import Question

ALL = "m/all/"
"""The ten kinds in practice."""
TYPING = "m/typing/"
"""Typed answers at their edges, and what keeps the author's order."""
SOME = "m/some/"
"""Practice that draws `DRAWN` of `STOCK` questions."""
OWN_TEST = "m/own-test/"
"""A test of the kinds that a test can have, with a time limit of two minutes."""
POOL_TEST = "pool-test/"
"""A test that draws `POOLED` questions from two other quizzes."""
BESIDE = "beside/"
"""A page without any question, in a folder as deep as `POOL_TEST`."""

LETTER = "letters/sorry/"
"""A letter of three paragraphs, with gaps of the call and of the line."""

COURSE, REVIEW, RECORD = "course/", "course/review/", "course/record/"
"""The pages about the record."""
PLACES = "phrases/words/"
"""Two phrases, the second with gaps of the call and of the line, and a word in bold."""
ASSIGNED = "assignments/do-it/"
"""An assignment with a module and a test of two questions."""

GAPS = [
    {"id": "customer_name", "label": "customer's name", "hint": "as given: Sam", "lasts": "call"},
    {"id": "reference", "label": "reference", "hint": "of the case: 4711", "lasts": "call"},
    {"id": "next_step", "label": "next step", "hint": "verb first: send a new one"},
    {"id": "day", "label": "day", "hint": "that you are sure of: Thursday"},
]

DRAWN, STOCK, POOLED = 3, 9, 5
CONTACT = "faults@example.org"

SETTINGS = """INHERIT: {root}/mkdocs.yml
theme: {{custom_dir: {root}/hooks/unruffled/theme}}
hooks: [{root}/hooks/site.py]
nav:
- index.md
- beside.md
- Course:
  - m/all.md
  - m/typing.md
  - m/some.md
  - m/own-test.md
  - pool-test.md
  - course/index.md
  - course/review.md
  - course/record.md
- assignments/index.md
"""
OBJECTIVES = """objectives:
  - id: name-it
    text: name what a customer seems to feel
  - id: take-it-up
    text: take up the customer's own words
    read: "#what-to-say"
"""
SECOND = ("fill_in", "choose_in_text", "spot", "rewrite")
"""Kinds whose example is given the second objective, so that a result has two lines."""


@functools.cache
def examples() -> dict[str, dict[str, Any]]:
    """Return the question of each kind in docs/authors/question-kinds.md, as an author types it."""
    guide = (ROOT / "docs/authors/question-kinds.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(  - id:.*?)^```", guide, re.DOTALL | re.MULTILINE)
    found = {}
    for question in (yaml.safe_load(block)[0] for block in blocks):
        if question["kind"] in SECOND:
            question["objective"] = "take-it-up"
        found[question["kind"]] = question
    return found


def model(question: dict[str, Any]) -> Any:
    """Return a question as the builder reads it: with names and revision."""
    return TypeAdapter(Question).validate_python(question)


def typed(name: str, answers: list[str], wrong: list[str] = [], **more: Any) -> dict[str, Any]:  # noqa: B006
    """Return a question to type the answer to; each reason names what it is for."""
    return {
        "id": name,
        "kind": "fill_in",
        "objective": "name-it",
        "stem": f"Type the word: {name}.",
        "answers": answers,
        "feedback": f"The reason of {name}.",
        "wrong": [{"text": each, "feedback": f"Why it is not {each}."} for each in wrong],
        "feedback_other": f"Any other answer to {name}.",
        "explanation": f"Why {name} is asked.",
        **more,
    }


TYPED = [
    typed("short", ["yes", "no"]),
    typed("medium", ["calmly"]),
    typed("long", ["christening"], ["christian"]),
    typed("figure", ["24 hours"]),
    typed("near", ["affect"], ["effect"]),
    typed("exact", ["listening"], typos=0),
    typed("generous", ["listening"], typos=4),
    typed("rtl", ["שלום"]),
    typed("emoji", ["👍🏽"]),
    typed("accents", ["café", "don’t know"]),
]


def _choice(text: str, feedback: str, correct: bool = False) -> dict[str, Any]:
    return {"text": text, "feedback": feedback, "correct": correct}


KEPT = [
    {
        "id": "amounts",
        "kind": "single",
        "objective": "name-it",
        "stem": "How much may be given back without asking?",
        "shuffle": False,
        "choices": [
            _choice(f"{amount} euros", f"Why {amount}.", amount == 20)
            for amount in (10, 20, 40, 80)
        ],
        "explanation": "The amount stands in the rules.",
    },
    {
        "id": "days",
        "kind": "sorting",
        "objective": "take-it-up",
        "stem": "When does it belong?",
        "shuffle": False,
        "categories": ["Early", "Late", "Never"],
        "items": [
            {"text": f"Step {number}", "category": category, "feedback": f"Why step {number}."}
            for number, category in enumerate(("Early", "Late", "Never", "Early"), 1)
        ],
        "explanation": "Each has its time.",
    },
    {
        "id": "three-steps",
        "kind": "ordering",
        "objective": "name-it",
        "stem": "Which comes first?",
        "shuffle": False,
        "items": [{"text": text, "feedback": f"Why {text}."} for text in ("One", "Two", "Three")],
        "explanation": "They count.",
    },
]
STOCKED = [
    {
        "id": f"stock-{number}",
        "kind": "true_false",
        "objective": "take-it-up" if number % 2 else "name-it",
        "stem": f"Statement {number} of those to draw from.",
        "answer": True,
        "feedback_true": f"Statement {number} holds.",
        "feedback_false": f"Statement {number} holds all the same.",
        "explanation": f"The reason of statement {number}.",
    }
    for number in range(STOCK)
]


KEY = "TzKm1cbZByNrjh_DjfY0qKTu8zlXFc58BVOLGcRU8jo.d6cQ4MUY0ozHsQYFq3L_jzzs3vHm3ufykxPYHA1BrHE"
USED = {
    "badges": {"site": "https://example.org/handbook/", "keys": [KEY]},
    "stores": [{"name": "Records", "endpoint": "https://lrs.example/xapi/"}],
}
"""What not every organisation has: with it, every script of the package is published."""


def write(folder: Path) -> None:
    """Write the project into `folder`."""
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    every = list(examples().values())
    judged = [each for each in every if each["kind"] != "rewrite"]
    quizzes: dict[str, dict[str, Any]] = {
        "all": {"questions": every},
        "typing": {"questions": [*TYPED, *KEPT]},
        "some": {"questions": STOCKED, "draw": DRAWN},
        "own-test": {"questions": judged, "mode": "test", "minutes": 2, "pass_mark": 60},
    }
    for name, quiz in quizzes.items():
        head = {"id": name, "title": f"Quiz {name}", "module": f"m/{name}.md"}
        _yaml(folder / f"quizzes/{name}.yml", head | quiz)
        _text(folder / f"docs/m/{name}.md", _module(name))
    pool = {"id": "pool-test", "title": "The great test", "mode": "test", "pass_mark": 60}
    pool |= {"draw": POOLED, "minutes": 10, "pool": ["all", "some"]}
    _yaml(folder / "quizzes/pool-test.yml", pool)
    _yaml(folder / "phrases/words.yml", _phrases())
    _yaml(folder / "letters/sorry.yml", _letter())
    _text(folder / "docs/pool-test.md", "# Pool test\n\n```quiz\npool-test\n```\n")
    _text(folder / "docs/beside.md", "# Beside\n\nNothing to answer here.\n")
    for name in ("course", "review", "record"):
        path = "index" if name == "course" else name
        _text(folder / f"docs/course/{path}.md", f"# {name}\n\n```{name}\n```\n")
    tasks = [{"quiz": "some"}, {"pool": ["all"], "draw": 2}]
    task = {
        "id": "do-it",
        "title": "Do it",
        "tasks": tasks,
        "due": "2099-03-31",
        "zone": "Asia/Tokyo",
    }
    _yaml(folder / "assignments/do-it.yml", task)
    _text(folder / "docs/index.md", "# Kinds\n\nThe way in.\n")
    organisation = {"name": "Example & Co", "handbook_title": "The <i>kinds</i> handbook"}
    organisation |= {"contact_email": CONTACT}
    _yaml(folder / "organisation.yml", organisation | USED)
    shutil.copy(support.HANDBOOK, folder / "handbook.yml")
    _yaml(folder / "references.yml", {"references": []})
    _yaml(folder / "vocabulary.yml", {"situations": [{"id": "any", "label": "Any"}], "gaps": GAPS})
    _text(folder / "mkdocs.yml", SETTINGS.format(root=ROOT.as_posix()))


def build(folder: Path) -> Path:
    """Write the project into `folder` and build it strictly; return the site's folder."""
    write(folder)
    return support.build(folder / "site", cwd=folder)


def _text(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _yaml(file: Path, value: Any) -> None:
    _text(file, yaml.safe_dump(value, sort_keys=False, allow_unicode=True))


def _module(name: str) -> str:
    bodies = {"What to say": "```phrases\nwords\n```", "Check yourself": f"```quiz\n{name}\n```"}
    parts = "\n\n".join(
        f"## {each}\n\n{bodies.get(each, 'Some words.')}" for each in support.headings()
    )
    front = f"---\ntitle: Module {name}\nsummary: A module.\n{OBJECTIVES}---\n\n"
    return f"{front}# Module {name}\n\n```overview\n```\n\n{parts}\n"


def _letter() -> dict[str, Any]:
    after = [
        {"write": "Dear {customer_name},", "example": "Dear Sam,", "why": "Their name."},
        {"write": "We were **late**.", "why": "The fact comes first."},
        {
            "write": "I'll {next_step} by {day}.",
            "example": "I'll send a new one by Thursday.",
            "why": "What comes next.",
        },
    ]
    return {
        "id": "sorry",
        "title": "A letter to say sorry",
        "summary": "When it was late.",
        "channel": "email",
        "situations": ["any"],
        "module": "m/all.md",
        "customer_says": ["My crate of oranges never came"],
        "before": ["It will come soon.", "The team"],
        "wrong": "Soon is not a time.",
        "after": after,
    }


def _phrases() -> dict[str, Any]:
    phrase = {
        "id": "one",
        "say": "Let me say that back to you.",
        "avoid": "Let me explain.",
        "why": "It shows that you have listened.",
        "not_when": "They are in a hurry.",
        "moment": "open",
        "tone": "warm",
        "situations": ["any"],
        "channels": ["phone"],
        "customer_says": ["Hello?"],
    }
    gaps = {
        "id": "two",
        "say": "{customer_name}, I have **{reference}**. I'll {next_step} by {day}.",
        "example": "Sam, I have **4711**. I'll send a new one by Thursday.",
    }
    both = [phrase, copy.deepcopy(phrase) | gaps]
    return {"id": "words", "title": "Words", "module": "m/all.md", "phrases": both}
