"""Rules for the cards of finder.yml: each is there, once, and a sentence is about one of them."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.base import Model
from ..model.library import Library
from ..model.safety import Loc
from ..problems import nearest
from .registry import Finding, rule


@rule(
    "SF120",
    meaning="finder.yml names a card that is not there.",
    cure="Correct the id, or remove the entry: it is for a card that you have left out.",
)
def cards_of_the_finder_exist(library: Library) -> Iterator[Finding]:
    """Wordings for no card find nothing."""
    for each in library.signs.cards if library.signs else ():
        name = each.card
        unread = library.file_of("situations", name) in library.partial if name else True
        if not unread and name not in library.cards:
            cause = f'there is no card "{name}" in situations/: {nearest(name, library.cards)}'
            yield Finding(each.at("card"), cause)


@rule("SF121", meaning="finder.yml names a card twice.", cure="Put all its wordings in one place.")
def a_card_of_the_finder_is_named_once(library: Library) -> Iterator[Finding]:
    """Wordings of one card in two places are mended in one."""
    seen: dict[str, int] = {}
    for each in library.signs.cards if library.signs else ():
        if each.card in seen:
            cause = f'the card "{each.card}" stands in line {seen[each.card]} already'
            yield Finding(each.at("card"), cause)
        seen.setdefault(each.card, each.at("card").line)


@rule(
    "SF122",
    meaning="`loud` in finder.yml names a card that the file has no wordings for.",
    cure="Name one of the cards of finder.yml, or leave `loud` out.",
)
def the_loud_card_has_wordings(library: Library) -> Iterator[Finding]:
    """What is shouted leads to a card that the finder knows."""
    signs = library.signs
    known = {each.card for each in signs.cards} if signs else set()
    if signs and signs.loud and not library.is_partial(signs) and signs.loud not in known:
        cause = f'"{signs.loud}" is none of the cards below: {nearest(signs.loud, known)}'
        yield Finding(signs.at("loud"), cause)


@rule(
    "SF123",
    meaning="The same sentence stands in finder.yml twice.",
    cure="Keep it with the card that it is about. A sentence for two cards teaches nothing.",
)
def a_sentence_is_about_one_card(library: Library) -> Iterator[Finding]:
    """What stands with two cards teaches nothing about either."""
    seen: dict[str, int] = {}
    for owner, loc, text in _sentences(library):
        key = " ".join(text.casefold().split())
        if key in seen:
            cause = f'"{text}" stands in line {seen[key]} already'
            yield Finding(owner.at(*loc), cause)
        else:
            seen[key] = owner.at(*loc).line


def _sentences(library: Library) -> Iterator[tuple[Model, Loc, str]]:
    signs = library.signs
    if not signs:
        return
    for each in signs.cards:
        for index, text in enumerate(each.examples):
            yield each, ("examples", index), text
    for index, text in enumerate(signs.requests):
        yield signs, ("requests", index), text
