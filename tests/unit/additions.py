"""What the tests add to a copy of the package: a rule, two formats, a type of content."""

from __future__ import annotations

RULE = {
    "checks/whispers.py": '''
"""Rules for how loud a phrase is."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.library import Library
from .registry import Finding, rule


@rule("PH199", meaning="A phrase shouts.", cure="Say it calmly.")
def phrases_do_not_shout(library: Library) -> Iterator[Finding]:
    """Capitals are read as shouting."""
    for table in library.phrases.values():
        for phrase in table.phrases:
            if phrase.say.isupper():
                yield Finding(phrase.at("say"), f'"{phrase.id}" is in capitals')
'''
}

FORMATS = {
    "formats/phrases/forms/speech.py": '''
"""Lines to read aloud, one a line."""

from __future__ import annotations

from ..entries import Entry
from ..form import Format, Words
from ..pieces import joined


def _fragment(entry: Entry, words: Words) -> str:
    return joined(entry.plain, lambda name: words.get(name, "so and so"), lambda _: "so on")


FORMAT = Format(
    name="speech",
    title="Lines to read aloud",
    how="Read them aloud.",
    file="phrases-speech.txt",
    type="text/plain",
    fragment=_fragment,
    separator="\\n",
    words={},
)
''',
    "formats/banks/forms/stems.py": '''
"""The questions alone, one a line: written and read."""

from __future__ import annotations

from ..form import Format
from ..items import Bank, Item, Note, Option


def _write(bank: Bank) -> tuple[str, list[Note]]:
    return "\\n".join(item.stem for item in bank.items), []


def _read(text: str) -> tuple[list[Item], list[Note]]:
    answers = (Option("True", True), Option("False", False))
    lines = enumerate(text.splitlines(), 1)
    return [Item(f"q{n}", "true_false", line, answers, line=n) for n, line in lines], []


FORMAT = Format("stems", ".stems.txt", write=_write, read=_read)
''',
}

CONTENT = {
    "model/rota.py": '''
"""Rotas: who is there, and when."""

from __future__ import annotations

from pydantic import Field

from .base import Id, Inline, Model, Text
from .upkeep import Kept


class Shift(Model):
    """A part of a day."""

    who: Text
    note: Inline


class Hours(Model):
    """The file hours.yml."""

    opens: Text


class Rota(Kept):
    """One YAML file in rotas/."""

    id: Id
    shifts: tuple[Shift, ...] = Field(min_length=1)
''',
    "checks/rotas.py": '''
"""Rules for rotas."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import family
from ..model.library import Library
from ..model.rota import Rota
from .ids import unlike_file
from .registry import Finding, rule

family("RO", "Rotas")


@rule("RO101", meaning="A rota's id differs from its file name.", cure="Use one name.")
def id_is_the_name_of_the_file(library: Library) -> Iterator[Finding]:
    """A rota is found by its name."""
    yield from unlike_file(dict(library.of(Rota)), "rota")
''',
}
ROW = (
    ("model/content.py", "FILES = (\n", '    File(name="hours", model=Hours, schema="hours"),\n'),
    (
        "model/content.py",
        "from .reference import References, Vocabulary\n",
        "from .rota import Hours, Rota\n",
    ),
    (
        "model/content.py",
        "FOLDERS = (\n",
        '    Folder(name="rotas", model=Rota, schema="rota", noun="a rota", keys=("shifts",)),\n',
    ),
)

ROTA = """id: front
owner: The desk
shifts:
  - {who: "(to write) a name", note: "See [the page](nowhere.md)."}
"""
