"""Library → entries: the phrases with what every format needs of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from textwrap import shorten

from ..model.library import Library
from ..model.phrases import Phrase, PhraseTable
from ..render.inline import inline
from .pieces import Piece, gaps, html_pieces, joined, plain_pieces
from .triggers import trigger

SHORT = 60
"""The most letters of a title: lists in the tools are narrow."""


@dataclass(frozen=True)
class Entry:
    """One phrase, on its way out."""

    id: str
    """The table's id, a slash, the phrase's id: the same for ever."""
    handbook: str
    table: PhraseTable
    phrase: Phrase
    labels: tuple[str, ...]
    """Of its situations."""
    names: frozenset[str]
    """Of the gaps that there are."""

    @cached_property
    def trigger(self) -> str:
        """What a text expander listens for."""
        return trigger(self.table.id, self.phrase.id)

    @cached_property
    def title(self) -> str:
        """A short name for people: how the phrase begins."""
        text = joined(self.plain, lambda _: "…", lambda _: "…")
        start = shorten(text, SHORT, placeholder="") or text[:SHORT]
        return text if start == text else f"{start.rstrip(' ….,')} …"

    @property
    def label(self) -> str:
        """The same with the table's title before it, where there are no folders."""
        return f"{self.table.title}: {self.title}"

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """The names that stand in braces in the phrase."""
        return gaps(self.phrase.say, self.names)

    @cached_property
    def plain(self) -> tuple[Piece, ...]:
        """The phrase as plain text, in pieces."""
        return plain_pieces(self.phrase.say, self.names)

    @cached_property
    def html(self) -> tuple[Piece, ...]:
        """The phrase as HTML, in pieces."""
        return html_pieces(self.phrase.say, self.names)


def entries(library: Library) -> list[Entry]:
    """Return every phrase, the tables in the order of their ids, each as its author wrote it."""
    labels = {each.id: each.label for each in library.vocabulary.situations}
    names = frozenset(library.gaps)
    return [
        Entry(
            id=f"{table.id}/{phrase.id}",
            handbook=library.organisation.handbook_title,
            table=table,
            phrase=phrase,
            labels=tuple(labels.get(each, each) for each in phrase.situations),
            names=names,
        )
        for name, table in sorted(library.phrases.items())
        if name == table.id  # a copy of a file is a fault, and told as one
        for phrase in table.phrases
        if phrase.for_customers
    ]


def words(text: str) -> str:
    """Return a text with inline Markdown as a reader sees it."""
    return str(inline(text).striptags())
