"""Anki: a deck for each table; a customer says something, and what do you say?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from ....text.inline import inline
from ....words import marked
from ...anki import Card, deck
from ..entries import Entry
from ..form import Format
from ..pieces import joined


def _whole(entries: Sequence[Entry], edition: int) -> bytes:
    """Return a file with a deck for each table, below one that is called like the handbook."""
    tables = groupby(entries, key=lambda each: (each.folder, each.handbook, each.folder_title))
    decks = (
        (f"phrases/{table}", f"{handbook}::{title}", list(map(_card, each)))
        for (table, handbook, title), each in tables
    )
    return deck(list(decks), edition)


def _card(entry: Entry) -> Card:
    return Card(f"phrases/{entry.id}", _front(entry), _back(entry), tuple(_tags(entry)))


def _front(entry: Entry) -> str:
    """Return what is heard; where nothing is, the words that people use and should not."""
    gettext = entry.catalogue.gettext
    heard = getattr(entry.source, "customer_says", ())
    if heard:
        asked, lines = gettext("What do you say?"), [f"“{each}”" for each in heard]
    else:
        asked, lines = gettext("What do you say instead?"), [inline(entry.avoid)]
    where = _small(entry.catalogue.listed(entry.labels))
    return str(where + Markup("").join(map(_said, lines)) + _small(asked))


def _back(entry: Entry) -> str:
    gettext = entry.catalogue.gettext
    say = Markup(joined(entry.html, lambda name: f"<i>{name.replace('_', ' ')}</i>", lambda _: "…"))
    told = [(gettext("For example"), entry.example), (gettext("Why"), entry.why)]
    told += [(gettext("Not when"), entry.not_when), (gettext("Instead of"), entry.avoid)]
    small = (
        Markup('<p class="small"><b>{}</b>: {}</p>').format(name, inline(text))
        for name, text in told
        if text
    )
    return str(_said(say) + Markup("").join(small))


def _said(text: str) -> Markup:
    return Markup('<p class="said">{}</p>').format(text)


def _small(text: str) -> Markup:
    return Markup('<p class="small">{}</p>').format(text)


def _tags(entry: Entry) -> Iterator[str]:
    yield from (f"situation::{each}" for each in entry.source.situations)
    yield from (f"channel::{each}" for each in entry.channels)
    yield f"moment::{entry.moment}"
    yield f"tone::{entry.tone}"


FORMAT = Format(
    order=2,
    name="anki",
    title=marked("Anki deck"),
    how=marked(
        "Cards for a phone: what customers say, and what you say. Open the file with Anki. It "
        "holds every phrase; in Anki, choose by deck or tag."
    ),
    file="phrases.apkg",
    type="application/octet-stream",
    whole=_whole,
    letters=False,
)
