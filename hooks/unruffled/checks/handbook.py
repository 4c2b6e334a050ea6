"""Rules for handbook.yml, and for what other files name from its lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from ..blocks.registry import WORDS
from ..model.handbook import FILE, Handbook
from ..model.library import Library
from ..model.shapes import Shape
from ..problems import Place, closest, nearest
from ..text.lookalikes import odd
from .ids import repeated
from .registry import Finding, rule
from .texts import texts

NOUNS = {"channels": "channel", "letters": "channel", "moments": "moment", "tones": "tone"}
"""What an id of each list is called."""


@rule(
    "HB101",
    meaning="A channel, moment or tone is not in the list of handbook.yml.",
    cure="Use an id of that list, or add one to it.",
)
def words_are_listed(library: Library) -> Iterator[Finding]:
    """A word that is on no list has no label, and no filter finds it."""
    if FILE in library.partial:
        return
    for text in texts(library):
        known = library.handbook.words[text.listed] if text.listed in NOUNS else {}
        if known and text.value and text.value not in known:
            cause = f'"{text.value}" is not a known {NOUNS[text.listed]}{odd(text.value)}'
            meant = _meant(text.value, known)
            guess = f': did you mean "{meant}"?' if meant else ""
            yield Finding(text.place, f"{cause}{guess}", f"known: {', '.join(known)}")


def _meant(written: str, known: Mapping[str, str]) -> str:
    """Return the id that was meant, where its label was written or it is misspelt."""
    labelled = {label.casefold(): name for name, label in known.items()}
    same = labelled.get(written.casefold(), "")
    return same or closest(re.sub(r"[\s-]+", "_", written), known)


@rule(
    "HB102",
    meaning="organisation.yml fills in a slot that handbook.yml does not list.",
    cure="Correct the name, or add the slot to `slots` in handbook.yml.",
)
def slots_are_listed(library: Library) -> Iterator[Finding]:
    """A rule in a slot that nothing shows is lost."""
    own, known = library.organisation, library.handbook.words["slots"]
    if own.origin is None or FILE in library.partial:
        return
    for name in own.slots:
        if name not in known:
            cause = f'handbook.yml lists no slot "{name}"{odd(name)}: {nearest(name, known)}'
            yield Finding(own.origin.key("slots", name), cause)


@rule(
    "HB103",
    meaning="An id, or a heading of a shape, stands twice in handbook.yml.",
    cure="Keep one of them, or give the other one a name of its own.",
)
def nothing_is_listed_twice(library: Library) -> Iterator[Finding]:
    """An id with two labels has none."""
    handbook = library.handbook
    yield from repeated(handbook.shapes, "shape")
    yield from repeated(handbook.channels, "channel")
    yield from repeated(handbook.moments, "moment")
    yield from repeated(handbook.tones, "tone")
    yield from repeated(handbook.slots, "slot")
    for shape in handbook.shapes:
        seen: dict[str, int] = {}
        for part in shape.parts:
            if part.heading in seen:
                cause = f'the heading "{part.heading}" stands in line {seen[part.heading]} already'
                yield Finding(part.at("heading"), cause)
            seen.setdefault(part.heading, part.at("heading").line)


@rule(
    "HB104",
    meaning="A shape asks for a fence that does not exist, or for one in two places.",
    cure="Use the word of a fence, as the authors' guide lists them, once a shape.",
)
def shapes_ask_for_fences(library: Library) -> Iterator[Finding]:
    """No page can have a fence that there is not."""
    for shape in library.handbook.shapes:
        asked = Counter(word for _, word in _fences(shape))
        for place, word in _fences(shape):
            if word not in WORDS:
                yield Finding(place, f'there is no fence "{word}": {nearest(word, WORDS)}')
            elif asked[word] > 1:
                yield Finding(place, f'the fence "{word}" has {asked[word]} places in this shape')
                asked[word] = 0


def _fences(shape: Shape) -> Iterator[tuple[Place, str]]:
    """Yield every fence that a shape asks for, with its place."""
    for index, word in enumerate(shape.above):
        yield shape.at("above", index), word
    for part in shape.parts:
        for index, word in enumerate(part.holds):
            yield part.at("holds", index), word


@rule(
    "HB105",
    meaning="A shape names a folder that has no pages, or does not say which pages have it.",
    cure="Name a folder as it is below docs/, or a key of the front matter with `having`.",
)
def shapes_have_pages(library: Library) -> Iterator[Finding]:
    """A folder that is misspelt would leave its pages without their headings."""
    if FILE in library.partial:
        return
    known = {
        folder
        for path, page in library.pages.items()
        if not page.generated
        for folder in _folders_above(path)
    }
    for shape in library.handbook.shapes:
        if not shape.folders and shape.having is None:
            cause = f'nothing says which pages have the shape "{shape.id}"'
            yield Finding(shape.at("id"), cause, "add `folders` or `having`")
        for index, folder in enumerate(shape.folders):
            if folder.rstrip("/") not in known and not _is_unread(library, folder):
                cause = f'docs/ has no pages in "{folder}": {nearest(folder.rstrip("/"), known)}'
                yield Finding(shape.at("folders", index), cause)


def _folders_above(path: str) -> Iterator[str]:
    parts = path.split("/")[:-1]
    yield from ("/".join(parts[:end]) for end in range(1, len(parts) + 1))


def _is_unread(library: Library, folder: str) -> bool:
    return any(path.startswith(f"docs/{folder.rstrip('/')}/") for path in library.partial)


@rule(
    "HB106",
    meaning="handbook.yml and mkdocs.yml name two languages.",
    cure="Remove `language` below `theme` in mkdocs.yml, or in handbook.yml.",
)
def language_is_one(library: Library) -> Iterator[Finding]:
    """A page that says two languages is read aloud in the wrong one."""
    handbook: Handbook = library.handbook
    theme, place = library.theme_language
    if place and handbook.language and theme and handbook.language != theme:
        cause = f'the language is "{theme}" here, and "{handbook.language}" in handbook.yml'
        yield Finding(place, cause)
