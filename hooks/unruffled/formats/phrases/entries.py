"""Library → entries: the phrases and letters with what every format needs of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from textwrap import shorten
from typing import Any

from ...blocks.made import LETTERS as ALL_LETTERS
from ...model.exports import LETTERS
from ...model.letter import Letter
from ...model.library import Library
from ...model.phrases import Phrase
from ...model.triggers import trigger
from ...text.inline import inline
from ...words import Words
from .pieces import Kind, Piece, gaps, html_pieces, joined, plain_pieces

SHORT = 60
"""The most letters of a title: lists in the tools are narrow."""


@dataclass(frozen=True)
class Entry:
    """One phrase, or one letter whole, on its way out."""

    id: str
    """The folder, a slash, the id of the phrase or letter: the same for ever."""
    handbook: str
    folder: str
    """The id of the phrase's table; ``LETTERS``."""
    folder_title: str
    source: Phrase | Letter
    says: tuple[str, ...]
    """The words as their author wrote them, a paragraph each. A phrase is one paragraph."""
    example: str
    """The same with every gap filled; empty where there is none."""
    avoid: str
    why: str
    not_when: str
    moment: str | None
    tone: str | None
    channels: tuple[str, ...]
    evidence: tuple[str, ...]
    labels: tuple[str, ...]
    """Of its situations."""
    names: frozenset[str]
    """Of the gaps that there are."""
    catalogue: Words
    """What the handbook itself says, in its language."""

    @cached_property
    def trigger(self) -> str:
        """What a text expander listens for."""
        return trigger(self.folder, self.source.id)

    @cached_property
    def title(self) -> str:
        """A short name for people: a letter's title, or how the phrase begins."""
        if isinstance(self.source, Letter):
            return self.source.title
        text = joined(self.plain, lambda _: "…", lambda _: "…")
        start = shorten(text, SHORT, placeholder="") or text[:SHORT]
        return text if start == text else f"{start.rstrip(' ….,')} …"

    @property
    def label(self) -> str:
        """The same with the folder's title before it, where there are no folders."""
        return f"{self.folder_title}: {self.title}"

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """The names that stand in braces, each once."""
        return tuple(dict.fromkeys(name for each in self.says for name in gaps(each, self.names)))

    @cached_property
    def plain(self) -> tuple[Piece, ...]:
        """The words as plain text, in pieces; an empty line stands between paragraphs."""
        return _apart((plain_pieces(each, self.names) for each in self.says), "\n\n")

    @cached_property
    def html(self) -> tuple[Piece, ...]:
        """The words as HTML, in pieces."""
        return _apart((html_pieces(each, self.names) for each in self.says), "<br><br>")


def _apart(paragraphs: Iterator[tuple[Piece, ...]], between: str) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for pieces in paragraphs:
        found += [Piece(Kind.TEXT, between), *pieces] if found else pieces
    return tuple(found)


def entries(library: Library) -> list[Entry]:
    """Return each phrase for customers, the tables in the order of their ids; then the letters."""
    return [*_phrases(library), *_letters(library)]


def _phrases(library: Library) -> Iterator[Entry]:
    for name, table in sorted(library.phrases.items()):
        for phrase in table.phrases if name == table.id else ():  # a copied file is a fault
            if phrase.for_customers:
                yield Entry(
                    id=f"{table.id}/{phrase.id}",
                    folder=table.id,
                    folder_title=table.title,
                    source=phrase,
                    says=(phrase.say,),
                    example=phrase.example or "",
                    avoid=phrase.avoid,
                    why=phrase.why,
                    not_when=phrase.not_when,
                    moment=phrase.moment,
                    tone=phrase.tone,
                    channels=phrase.channels,
                    evidence=phrase.evidence,
                    **_common(library, phrase),
                )


def _letters(library: Library) -> Iterator[Entry]:
    channels = library.handbook.words["channels"]
    for name, letter in sorted(library.letters.items()):
        if name == letter.id:
            yield Entry(
                id=f"{LETTERS}/{letter.id}",
                folder=LETTERS,
                folder_title=library.title_of(ALL_LETTERS),
                source=letter,
                says=tuple(each.write for each in letter.after),
                example="\n\n".join(each.example or each.write for each in letter.after),
                avoid="\n\n".join(letter.before),
                why=letter.summary,
                not_when="",
                moment=None,
                tone=None,
                channels=tuple(each for each in (letter.channel,) if each in channels),
                evidence=tuple(
                    dict.fromkeys(one for each in letter.after for one in each.evidence)
                ),
                **_common(library, letter),
            )


def _common(library: Library, source: Phrase | Letter) -> dict[str, Any]:
    labels = {each.id: each.label for each in library.vocabulary.situations}
    return {
        "handbook": library.organisation.handbook_title,
        "labels": tuple(labels.get(each, each) for each in source.situations),
        "names": frozenset(library.gaps),
        "catalogue": library.words,
    }


def words(text: str) -> str:
    """Return a text with inline Markdown as a reader sees it."""
    return "\n\n".join(str(inline(each).striptags()) for each in text.split("\n\n"))
