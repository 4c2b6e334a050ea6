"""Projects for the benchmark: the same pages without questions, with them as plain Markdown,
and with them as quizzes. No chance is involved: every run writes the same files."""

from __future__ import annotations

import itertools
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

from support import HANDBOOK, headings
from unruffled.publishing.plan import SitePlan
from unruffled.publishing.settings import TEMPLATES
from unruffled.publishing.staged_settings import settings as completed
from unruffled.publishing.theme_words import theme_words
from unruffled.words import Words

ROOT = Path(__file__).parent.parent.parent
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
GROUP = 10
Form = Literal["floor", "plain", "ours"]

HEAD = """---
title: Module {number}
summary: What to do in situation {number}.
objectives:
  - id: do-it
    text: do what situation {number} asks for
---

# Module {number}
"""

# A module page shows phrases. One row will do: what is measured is the questions.
PHRASES = """id: module-0
title: Phrases
module: modules/module-0.md
phrases:
  - id: one
    say: Let me say that back to you.
    avoid: Let me explain.
    why: It shows that you have listened.
    not_when: They are in a hurry.
    moment: open
    tone: warm
    situations: [any]
    channels: [phone]
"""

OPENINGS = (
    "A caller tells you for the third time that the parcel has not come",
    "Somebody at the desk raises their voice before you have said a word",
    "In a chat, a customer writes in capitals that nobody ever answers",
    "A regular customer asks for a refund that the rules do not allow",
    "You have promised a call back by noon, and it is half past two",
)
ACTIONS = (
    "Say back what you have heard, in one sentence, and ask whether it is right",
    "Explain the rule again, word for word, as it stands in the contract",
    "Give a time by which you will have an answer, and keep to it",
    "Ask for the number of the order first, so that you can look it up",
    "Offer what you can do today, and say plainly what you cannot do",
    "Wait until the first telling has ended, with a word now and then",
    "Pass the contact on to a colleague who knows this kind of case",
)
REASONS = (
    "people listen for a sign that they were heard before they can take in anything else",
    "a rule by itself answers a question that nobody has asked yet",
    "a time that can be checked is worth more than any number of apologies",
    "it is right in the end, but it comes too early and sounds like a form",
)


@dataclass(frozen=True)
class Choice:
    text: str
    feedback: str
    correct: bool


@dataclass(frozen=True)
class Question:
    stem: str
    choices: tuple[Choice, ...]
    explanation: str

    @property
    def texts(self) -> list[str]:
        """What an author has written, and nothing else: the plain text of a question."""
        parts = [part for choice in self.choices for part in (choice.text, choice.feedback)]
        return [self.stem, *parts, self.explanation]


def questions() -> Iterator[Question]:
    """Yield questions without end: four choices, feedback on each, one text in five with marks."""
    count = itertools.count(1)

    def text(words: str) -> str:
        number = next(count)
        if number % 5 == 0:
            marks = ("**{}**", "*{}*", "`{}`", "[{}](https://example.org/)")
            first, rest = words.split(" ", 1)
            words = f"{marks[number // 5 % 4].format(first)} {rest}"
        return f"{words} (case {number})."

    for number in itertools.count():
        keys = (number, number + 3, number + 5, number + 8)
        yield Question(
            text(f"{OPENINGS[number % 5]}. You have two minutes before the next contact"),
            tuple(
                Choice(
                    text(ACTIONS[key % 7]),
                    text(f"Think of what comes next: {REASONS[key % 4]}"),
                    key == keys[number % 4],
                )
                for key in keys
            ),
            text(f"Remember the principle behind it: {REASONS[number % 4]}"),
        )


def write(root: Path, form: Form, pages: int = 200, each: int = 25, part: int = 0) -> int:
    """Write a project of `pages` pages with `each` questions; return the bytes of their texts.

    The menu has parts of `part` pages, or all of them in one part.
    """
    source = questions()
    _write_frame(root, form, pages, part or pages)
    size = 0
    for number in range(pages):
        asked = list(itertools.islice(source, each))
        size += sum(len(part.encode()) for question in asked for part in question.texts)
        _file(root, f"docs/modules/module-{number}.md", _page(number, form, asked))
        if form == "ours":
            _file(root, f"quizzes/module-{number}.yml", _quiz(number, asked))
    return size


def _page(number: int, form: Form, asked: list[Question]) -> str:
    body = {
        "floor": "",
        "plain": "\n\n".join(map(_as_markdown, asked)),
        "ours": f"```quiz\nmodule-{number}\n```",
    }
    parts = [HEAD.format(number=number)]
    if form == "ours":
        parts.append("```overview\n```\n")
    for name in headings():
        parts.append(f"## {name}\n")
        parts.append(f"{body[form]}\n" if name == "Check yourself" else f"A line on {name}.\n")
        if form == "ours" and name == "What to say":
            parts.append("```phrases\nmodule-0\n```\n")
    return "\n".join(parts)


def _as_markdown(question: Question) -> str:
    choices = "\n".join(f"- {choice.text}" for choice in question.choices)
    feedback = "\n".join(f"1. {choice.feedback}" for choice in question.choices)
    return f"{question.stem}\n\n{choices}\n\n{feedback}\n\n{question.explanation}"


def _quiz(number: int, asked: list[Question]) -> str:
    rows = [
        {
            "id": f"case-{index}",
            "kind": "single",
            "objective": "do-it",
            "stem": question.stem,
            "choices": [
                {"text": choice.text, "feedback": choice.feedback}
                | ({"correct": True} if choice.correct else {})
                for choice in question.choices
            ],
            "explanation": question.explanation,
        }
        for index, question in enumerate(asked)
    ]
    data = {
        "id": f"module-{number}",
        "title": f"Module {number}",
        "module": f"modules/module-{number}.md",
        "questions": rows,
    }
    return yaml.dump(data, Dumper=DUMPER, sort_keys=False, allow_unicode=True, width=100)


def _write_frame(root: Path, form: Form, pages: int, part: int) -> None:
    """Write what surrounds the questions: this project's theme, settings and hook."""
    shutil.copytree(ROOT / "docs/assets", root / "docs/assets")
    shutil.copytree(ROOT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    _file(root, "docs/index.md", "# Home\n\nThe way in.\n")
    _file(root, "organisation.yml", "name: Example\n")
    shutil.copy(HANDBOOK, root / "handbook.yml")
    _file(root, "references.yml", "references: []\n")
    _file(root, "vocabulary.yml", "situations:\n  - {id: any, label: Any}\n")
    (root / "quizzes").mkdir()
    _file(root, "phrases/module-0.yml", PHRASES)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = _without(settings, "nav") + "\n".join(["nav:", "  - index.md", *_menu(pages, part)])
    _file(root, "mkdocs.yml", f"{settings if form == 'ours' else _as_plain(settings)}\n")


def _menu(pages: int, part: int) -> Iterator[str]:
    """Yield the lines of a menu: more than ten parts stand in groups of ten, a tab for each.

    Below a tab and its section, the theme leaves out the pages of every other part.
    """
    deep = pages > GROUP * part
    for number in range(pages):
        if number % part == 0 and (not deep or number % (GROUP * part) == 0):
            yield f"  - Course{f' {number // part + 1}' if part < pages else ''}:"
            yield from ["      - Parts:"] if deep else ()
        if number % part == 0 and deep:
            yield f"          - Part {number // part + 1}:"
        yield f"{'              ' if deep else '      '}- modules/module-{number}.md"


def _as_plain(settings: str) -> str:
    """Return the settings without the hook, but with theme and Markdown as it would set them."""
    menu = yaml.compose(_without(settings, "hooks"), Loader=yaml.SafeLoader)
    head: dict[str, Any] = {"site_name": "Example", "contact_email": "", "manifest": ""}
    head |= {"words": theme_words(Words())}
    plan = SitePlan(pages={}, files={}, head=head, styles=(), scripts=())
    return completed(menu, plan, TEMPLATES.as_posix())


def _without(settings: str, key: str) -> str:
    return re.sub(rf"^{key}:\n(?:[ -].*\n)*", "", settings, count=1, flags=re.MULTILINE)


def _file(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
