"""Two invented languages, and a project whose own texts are marked.

In both, every sentence of the catalogue is written in letters that nothing else has, and is longer
than in English. One is written from right to left. What its author wrote stands in capitals. So a
word in small letters of English, on any page, stands outside the catalogue.
"""

from __future__ import annotations

import re
import shutil
import string
from collections.abc import Callable
from importlib.metadata import distribution
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from babel.messages.pofile import read_po, write_po

import kinds_project
from support import ROOT
from unruffled.words.translation import forms_of, renewed

ACCENTED, MIRRORED = "en-XA", "ar-XB"

_ACCENTS = str.maketrans(
    string.ascii_letters, "äƀçđéƒğĥíĵķļɱñöþɋŕşŧûṽŵẋýžÄßÇĐÉƑĞĤÎĴĶĻṀÑÖÞɊŔŞŦÛṼŴẊÝŽ"
)
_HEBREW = str.maketrans(string.ascii_letters, "אבגדהוזחטיכלמנסעפצקרשתםןךף" * 2)
_KEPT = re.compile(r"(<[^>]*>|&[a-z]+;|\{\w+\})")
THEME_WORDS = "partials/languages"
LONGER = 0.4
"""How much longer a translation is: that of a short English sentence into German, at times more."""


class Language(NamedTuple):
    """An invented language: its name, its letters, and what a longer sentence ends in."""

    name: str
    letters: dict[int, int]
    more: str

    def say(self, english: str) -> str:
        """Return a sentence of the catalogue in this language; values and tags stay."""
        parts = _KEPT.split(english)
        told = [
            part if place % 2 else part.translate(self.letters) for place, part in enumerate(parts)
        ]
        length = sum(map(len, parts[::2]))
        padding = self.more * round(length * LONGER / len(self.more) + 0.5)
        end = re.search(r"[\s.…:!?,]*$", told[-1])
        at = end.start() if end else len(told[-1])
        return "".join([*told[:-1], told[-1][:at], padding, told[-1][at:]])


LANGUAGES = (
    Language(ACCENTED, _ACCENTS, " ŷéš"),
    Language(MIRRORED, _HEBREW, " כןכן"),
)


def translation(language: Language) -> str:
    """Return the catalogue in an invented language, complete."""
    catalog = read_po(StringIO(renewed("", "en")[0]))
    for message in catalog:
        if message.id:
            told = tuple(map(language.say, forms_of(message.id)))
            message.string = told if len(told) > 1 else told[0]
    text = BytesIO()
    write_po(text, catalog, width=0)
    return text.getvalue().decode("utf-8")


def theme_words(language: Language) -> str:
    """Return the theme's own file of words in the language."""
    file = distribution("mkdocs-material").locate_file(f"material/templates/{THEME_WORDS}/en.html")
    text = Path(str(file)).read_text(encoding="utf-8")
    direction = "rtl" if language.name == MIRRORED else "ltr"

    def told(pair: re.Match[str]) -> str:
        name, words = pair[1], pair[2]
        if name in ("direction", "language"):
            return f'"{name}": "{direction if name == "direction" else language.name}"'
        kept = name.startswith("search.config")
        # The theme puts a number in the place of #.
        return pair[0] if kept else f'"{name}": "{language.say(words)}"'

    return re.sub(r'"([\w.]+)": "([^"]*)"', told, text)


# --- A project whose texts stand in capitals

_IDS = frozenset(
    (
        *("id", "kind", "module", "situations", "moment", "tone", "channels", "channel", "uses"),
        *("breaks", "start", "next", "go", "quiz", "pool", "mode", "order", "evidence", "read"),
        *("see", "zone", "due", "objective", "group", "lasts", "slot", "card", "hand_over_to"),
        *("scenario", "scenarios", "modules", "path", "effect", "placeholders", "contact_email"),
        *("site", "keys", "endpoint"),
        *("language", "url", "doi", "reviewed", "rubric", "template", "hide", "kept", "phrases"),
        *(
            "outcome",
            "page",
            "having",
            "above",
            "holds",
            "used",
            "folders",
            "quizzes",
            "type",
            "grade",
            "level",
        ),
    )
)
_WORDS = re.compile(r"(\{[^{}]*\}|\]\([^)]*\)|`[^`]*`|<[^>]*>|&\w+;)")


def capitals(text: str) -> str:
    """Return an author's text in capitals; gaps, addresses and code stay."""
    parts = _WORDS.split(text)
    return "".join(part if place % 2 else part.upper() for place, part in enumerate(parts))


def _marked(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _marked(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_marked(each, key) for each in value]
    kept = key in _IDS or value in ("required", "optional")
    return capitals(value) if isinstance(value, str) and not kept else value


def _marked_page(text: str) -> str:
    head, front, body = "", "", text
    if text.startswith("---\n"):
        _, front, body = text.split("---\n", 2)
        told = yaml.safe_dump(_marked(yaml.safe_load(front)), allow_unicode=True, sort_keys=False)
        head = f"---\n{told}---\n"
    parts = re.split(r"(^```.*?^```$)", body, flags=re.MULTILINE | re.DOTALL)
    return head + "".join(part if place % 2 else capitals(part) for place, part in enumerate(parts))


def mark(folder: Path) -> None:
    """Write all that an author wrote in ``folder`` in capitals."""
    readers: dict[str, Callable[[str], str]] = {
        ".yml": lambda text: yaml.safe_dump(
            _marked(yaml.safe_load(text)), allow_unicode=True, sort_keys=False
        ),
        ".md": _marked_page,
    }
    for file in sorted(folder.rglob("*")):
        if file.suffix in readers and file.name != "mkdocs.yml" and "assets" not in file.parts:
            text = file.read_text(encoding="utf-8")
            file.write_text(readers[file.suffix](text), encoding="utf-8")


SETTINGS = """site_name: MARKED
site_url: !ENV [SITE_URL, ""]
theme: {name: material, custom_dir: overrides}
plugins: [search, unruffled]
extra: {generator: false}
copyright: THE AUTHORS
nav:
- THE WAY IN: index.md
- LESSONS: [m/all.md, m/own-test.md, m/some.md, m/typing.md, pool-test.md, connect/greeting.md]
- COURSE: [course/index.md, course/record.md, course/review.md, beside.md]
- TRAIN: [train/assign.md, train/results.md, train/groups.md, train/rubric.md, train/packages.md]
- MORE: [kept.md, glossary.md, voice/index.md, desk/reply.md, front.md, exam.md]
- SIGNED: [badge.md, launch.md]
"""

PAGES = {
    "index.md": "# THE WAY IN\n\n[ALL](m/all.md), [CARDS](desk/index.md).\n",
    "front.md": "# FRONT\n\n```for-you\n```\n\n## WAYS\n\n```ways\n```\n\n## ASKED\n\n"
    "```question\ngreeting\n```\n\n## PARTS\n\n```parts\n```\n\n## DAYS\n\n```plan\n```\n",
    "exam.md": "# EXAM\n\n```exam\n```\n",
    "kept.md": "# KEPT\n\n```kept\n```\n",
    "train/assign.md": "# ASSIGN\n\n```assign\n```\n",
    "train/results.md": "# RESULTS\n\n```team\n```\n",
    "train/groups.md": "# GROUPS\n\n```groups\n```\n",
    "train/rubric.md": "# RUBRIC\n\n```rubric\n```\n",
    "train/packages.md": "# PACKAGES\n\n```packages\n```\n",
    "glossary.md": "# TERMS\n\n```glossary\n```\n",
}


VOICE: dict[str, Any] = {
    "id": "greeting",
    "title": "SAY HELLO",
    "summary": "HOW A HELLO SOUNDS.",
    "module": "connect/greeting.md",
    "exercises": [
        {
            "id": "one",
            "title": "ONE BREATH",
            "line": "HELLO. / I AM HERE.",
            "task": "SAY IT IN ONE BREATH.",
            "listen_for": ["WHERE IS THE PAUSE?"],
            "not_infer": "A LOW VOICE IS NOT A SAD ONE.",
            "without": "A LISTENER COUNTS.",
        }
    ],
}

RULES: dict[str, Any] = {
    "id": "ab",
    "title": "LETTERS",
    "kind": "filler",
    "severity": "unclear",
    "cost": "THEY LOOK FOR A MEANING.",
    "module": "connect/greeting.md",
    "evidence": [],
    "instead": ["SAY WHAT YOU MEAN."],
    "rules": [{"id": "ab", "find": ["ab"], "found": ["This is ab."], "clear": ["THIS IS NOT."]}],
}


def write(folder: Path, language: Language) -> None:
    """Write the marked project, with its catalogue and the theme's words, into ``folder``."""
    kinds_project.write(folder)
    own = _read(folder / "vocabulary.yml")
    alone = shutil.ignore_patterns("mkdocs.yml", "index.md", "handbook.yml", "organisation.yml")
    shutil.copytree(ROOT / "tests/faults/base", folder, dirs_exist_ok=True, ignore=alone)
    vocabulary = _read(folder / "vocabulary.yml")
    vocabulary["situations"] += own["situations"]
    _write(folder / "vocabulary.yml", yaml.safe_dump(vocabulary))
    _write(folder / "voice/greeting.yml", yaml.safe_dump(VOICE, sort_keys=False))
    for path, text in PAGES.items():
        _write(folder / "docs" / path, text)
    mark(folder)
    _write(folder / "reply-rules/ab.yml", yaml.safe_dump(RULES, sort_keys=False))
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    handbook = _read(folder / "handbook.yml") | {"language": language.name}
    _write(folder / "handbook.yml", yaml.safe_dump(handbook))
    _write(folder / f"words/{language.name}.po", translation(language))
    _write(folder / f"overrides/{THEME_WORDS}/{language.name}.html", theme_words(language))


def _read(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
