"""Read the translations of a project: `words/LANGUAGE.po`, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

from ..catalogue import declare, family
from ..problems import Problem
from ..words import FOLDER, Words
from .files import read, walk

family("WD", "Words of a translation: words/")
declare(
    "WD101",
    meaning="A translation cannot be read.",
    cure="Open it with an editor for .po files, such as Poedit, and save it again.",
)
declare(
    "WD102",
    meaning="A translation has other values in braces than the sentence in English.",
    cure="Use each name in braces that the English sentence has, and no other.",
)
declare(
    "WD103",
    meaning="A translation has other tags than the sentence in English.",
    cure="Write each tag such as <strong> as often as the English sentence has it.",
)
declare(
    "WD104",
    meaning="Sentences are not translated, or nobody has looked at their translation yet.",
    cure="Translate them: until then, readers see them in English.",
    severity="note",
)
declare(
    "WD106",
    meaning="One of the plural forms of a sentence is missing.",
    cure="Write it: the language has a form for each kind of number.",
)
declare(
    "WD105",
    meaning="A translation is of a sentence that this version does not have.",
    cure="`unruffled words` brings the file up to date.",
    severity="note",
)


def read_words(root: Path) -> tuple[dict[str, Words], list[Problem]]:
    """Return the words of each translation in a project, by language, and their faults."""
    found: dict[str, Words] = {}
    entries, problems = walk(root, FOLDER)
    for entry in entries:
        if not entry.name.endswith(".po") or entry.is_hidden:
            continue
        text, faults = read(root, entry.path)
        problems += faults
        if text is not None:
            # Only here: to load it takes as long as to read a hundred questions.
            from .translations import read_translation

            words, faults = read_translation(entry.path, entry.stem, text)
            problems += faults
            found[entry.stem] = words
    return found, problems


def chosen(found: dict[str, Words], language: str) -> Words:
    """Return the words for a language, or for the language without its country."""
    general = language.partition("-")[0]
    own = found.get(language) or found.get(general)
    if own is None:
        return Words(language)
    return Words(language, own.forms, own.plural, own.number_of_forms)
