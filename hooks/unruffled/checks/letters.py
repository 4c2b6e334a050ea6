"""Rules for letters: every one is found, taught, and better than the one before it."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.library import Library
from .ids import doubled, no_page, unknown, unlike_file
from .registry import Finding, rule
from .texts import is_to_write


@rule(
    "LT101",
    meaning="A letter's id differs from its file name.",
    cure="Give the id and the file the same name: it is the letter's address.",
)
def id_is_the_file_name(library: Library) -> Iterator[Finding]:
    """A letter is addressed by its id and found by its file."""
    yield from unlike_file(dict(library.letters), "letter")


@rule(
    "LT102",
    meaning="A letter's situation is not in the vocabulary, or stands twice.",
    cure="Use an id from vocabulary.yml, or add the situation there.",
)
def situations_are_listed(library: Library) -> Iterator[Finding]:
    """A letter is reached from the cards of its situations."""
    known = [each.id for each in library.vocabulary.situations]
    for letter in library.letters.values():
        yield from doubled(letter, "situations", letter.situations)
        if "vocabulary.yml" not in library.partial:
            yield from unknown(letter, "situations", letter.situations, known, "situation")


@rule(
    "LT103",
    meaning="A letter's module does not exist.",
    cure="Write the page's path relative to docs/.",
)
def module_exists(library: Library) -> Iterator[Finding]:
    """The one link to what can be learnt must lead there."""
    for letter in library.letters.values():
        yield from no_page(library, letter, "module", letter.module)


@rule(
    "LT104",
    meaning="A paragraph stands in the weak letter and in the better one.",
    cure="Write what people send instead, or remove it from the weak letter.",
)
def letters_differ(library: Library) -> Iterator[Finding]:
    """Weak and better side by side teach by their difference."""
    for letter in library.letters.values():
        good = {_words(each.write): each for each in letter.after if not is_to_write(each.write)}
        for index, text in enumerate(letter.before):
            if each := good.get(_words(text)):
                cause = f"these words stand at {each.at('write')}, too"
                yield Finding(letter.at("before", index), cause)


def _words(text: str) -> str:
    return " ".join(text.casefold().split())
