"""Cards → the bytes of a deck (`.apkg`).

Anki knows our cards by ids that are made of ours: a second import adds nothing, and what a learner
has practised stays. An edit arrives because the deck's time is later than that of the last one.
"""

from __future__ import annotations

import itertools
import re
import sqlite3
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from ...text.escaping import UNSHOWN
from ..archive import zipped

if TYPE_CHECKING:
    import genanki

OURS = "unruffled"
"""What every id of ours is made of, besides the thing's own name: it must never change."""

STYLE = """.card { font-family: sans-serif; font-size: 20px; line-height: 1.5; }
.card > * { margin-inline: auto; max-width: 36em; text-align: start; }
.said { font-size: 1.2em; font-weight: bold; }
.small { font-size: 0.8em; }
"""
_BACK = '{{FrontSide}}\n<hr id="answer">\n{{Back}}'

_MARKS = re.compile(r"\\(?=[(\[)\]])|\[(?=/?(?:sound:|anki:|latex\]|\$))", re.IGNORECASE)
"""What Anki would take for a formula or a sound."""


class Card(NamedTuple):
    """One card."""

    id: str
    """Its own, in all decks: `phrases/empathy/hear`. The same for ever."""
    front: str
    """HTML, as the back is."""
    back: str
    tags: tuple[str, ...]


def deck(decks: Iterable[tuple[str, str, Iterable[Card]]], edition: int) -> bytes:
    """Return the bytes of one file with these decks: each its own id, its name, its cards.

    ``edition`` is the second, since 1970, at which their content was made.
    """
    import genanki

    model = genanki.Model(
        _number("model"),
        "Unruffled",
        fields=[{"name": "Front"}, {"name": "Back"}],
        templates=[{"name": "Card", "qfmt": "{{Front}}", "afmt": _BACK}],
        css=STYLE,
    )
    made = [_deck(name, title, cards, model) for name, title, cards in decks]
    return zipped({"collection.anki2": _database(genanki.Package(made), edition), "media": "{}"})


def _deck(name: str, title: str, cards: Iterable[Card], model: genanki.Model) -> genanki.Deck:
    import genanki

    made = genanki.Deck(_number("deck", name), UNSHOWN.sub("", title))
    for card in cards:
        note = genanki.Note(
            model=model,
            fields=[_literal(card.front), _literal(card.back)],
            guid=genanki.guid_for(OURS, card.id),
            tags=[_tag(each) for each in card.tags],
        )
        made.add_note(note)
    return made


def _database(package: genanki.Package, edition: int) -> bytes:
    """Return the collection; the library would leave its temporary file behind."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "collection.anki2"
        connection = sqlite3.connect(file)
        package.write_to_db(connection.cursor(), edition, itertools.count(edition * 1000))
        connection.commit()
        connection.close()
        return file.read_bytes()


def _number(*names: str) -> int:
    """Return the number of a deck or a model, such as Anki gives, made of its name alone."""
    digest = sha256("\n".join((OURS, *names)).encode()).digest()
    return (1 << 30) + int.from_bytes(digest[:4], "big") % (1 << 30)


def _literal(html: str) -> str:
    """Return HTML in which Anki finds nothing to replace or to play."""
    return _MARKS.sub(lambda match: f"{match[0]}\u2060", UNSHOWN.sub("", html))


def _tag(name: str) -> str:
    """Return a tag: it ends at a space, and `::` makes a tree."""
    return "-".join(name.replace('"', "").split())
