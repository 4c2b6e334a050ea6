"""Rules for situation cards: every one is found, short enough to use, and leads on."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.card import Card
from ..model.handbook import FILE as HANDBOOK
from ..model.library import Library
from ..problems import Place, nearest
from .ids import doubled, no_page, unknown, unlike_file
from .registry import Finding, rule


def _known(library: Library, name: str) -> set[str]:
    """The ids of a list of the vocabulary."""
    return {each.id for each in getattr(library.vocabulary, name)}


def _vocabulary_is_whole(library: Library) -> bool:
    return "vocabulary.yml" not in library.partial


@rule(
    "CD101",
    meaning="A card's id differs from its file name.",
    cure="Give the id and the file the same name: it is the card's address.",
)
def id_is_the_file_name(library: Library) -> Iterator[Finding]:
    """A card is addressed by its id and found by its file."""
    yield from unlike_file(dict(library.cards), "card")


@rule(
    "CD102",
    meaning="A card is of a situation that vocabulary.yml does not list.",
    cure="Use the id of a situation as the file's name, or add the situation with its label.",
)
def card_is_of_a_situation(library: Library) -> Iterator[Finding]:
    """A card has the name of its situation, and phrases are filed under it."""
    known = _known(library, "situations")
    for name, card in library.cards.items():
        if card.id == name and name not in known and _vocabulary_is_whole(library):
            cause = f'vocabulary.yml has no situation "{name}": {nearest(name, known)}'
            yield Finding(card.at("id"), cause)


@rule(
    "CD103",
    meaning="A card's group does not exist, so the guide does not list the card.",
    cure="Use the id of a group in vocabulary.yml, or add the group there.",
)
def guide_lists_the_card(library: Library) -> Iterator[Finding]:
    """A card in a group that is not there cannot be reached."""
    known = _known(library, "groups")
    for card in library.cards.values():
        if card.group not in known and _vocabulary_is_whole(library):
            cause = f'vocabulary.yml has no group "{card.group}": {nearest(card.group, known)}'
            yield Finding(card.at("group"), cause)


@rule(
    "CD104",
    meaning="A card leads on to a card that does not exist, to itself, or twice to the same.",
    cure="Use the id of another card in situations/, or remove the entry.",
)
def next_cards_exist(library: Library) -> Iterator[Finding]:
    """A way on that leads nowhere is worse than none."""
    known = {each for each in library.cards}
    for card in library.cards.values():
        others = known - {card.id} | _unread(library)
        yield from unknown(card, "next", card.next, others, "card")
        yield from doubled(card, "next", card.next)
        for index, each in enumerate(card.instead):
            if each.card not in others:
                cause = f'unknown card "{each.card}": {nearest(each.card, others)}'
                yield Finding(card.at("instead", index, "card"), cause)


def _unread(library: Library) -> set[str]:
    """The names of cards that have a file, with faults that keep it from being read."""
    return {
        path.removeprefix("situations/").rpartition(".")[0]
        for path in library.partial
        if path.startswith("situations/")
    }


@rule(
    "CD105",
    meaning="A card names a slot that organisation.yml does not have.",
    cure="Use one of the slots, such as `escalation_contact`.",
)
def slots_exist(library: Library) -> Iterator[Finding]:
    """What a card cannot find in organisation.yml would be a hole."""
    known = library.handbook.words["slots"]
    for card in library.cards.values() if HANDBOOK not in library.partial else ():
        for loc, name in card.slots:
            if name not in known:
                cause = f'handbook.yml has no slot "{name}": {nearest(name, known)}'
                yield Finding(card.at(*loc), cause)


@rule(
    "CD106",
    meaning="A line that has to be taken in at a glance is too long.",
    cure="Shorten it to 12 words; put the verb first.",
)
def what_is_glanced_at_is_short(library: Library) -> Iterator[Finding]:
    """Nobody reads a sentence of two lines in the first ten seconds."""
    most = library.handbook.limits.glance_words
    for card in library.cards.values():
        for key in ("hear", "first", "never"):
            for index, text in enumerate(getattr(card, key)):
                if (count := len(text.split())) > most:
                    cause = f"{count} words here, at most {most} are taken in at a glance"
                    yield Finding(card.at(key, index), cause)


@rule(
    "CD107",
    meaning="A move of a card, or what it says for a channel, leads nowhere.",
    cure="Add `do`, `say` or both: what comes next if the first words did not work.",
)
def moves_lead_somewhere(library: Library) -> Iterator[Finding]:
    """A move or a channel without anything to do or to say is a dead end."""
    for card in library.cards.values():
        for key, noun in (("moves", "move"), ("by_channel", "entry")):
            for index, each in enumerate(getattr(card, key)):
                if not (each.do or each.say) and not library.is_partial(card):
                    cause = f"the {noun} has neither `do` nor `say`"
                    yield Finding(card.at(key, index), cause)


@rule(
    "CD108",
    meaning="A group of the guide has no card.",
    cure="Put a card into it (`group:` in a file of situations/), or remove the group.",
)
def groups_hold_cards(library: Library) -> Iterator[Finding]:
    """The guide would show a heading with nothing below it."""
    used = {card.group for card in library.cards.values()}
    for group in library.vocabulary.groups:
        if group.id not in used and not _unread(library):
            yield Finding(group.at("id"), f'no card is in the group "{group.id}"')


@rule(
    "CD109",
    meaning="Two cards list the same words of a customer.",
    cure="Keep them on the card that helps more.",
)
def what_customers_say_differs(library: Library) -> Iterator[Finding]:
    """The same words on two cards cannot tell the search which one is meant."""
    seen: dict[str, tuple[Card, Place]] = {}
    for card in library.cards.values():
        for index, words in enumerate(card.customer_says):
            key = " ".join(words.casefold().split())
            if key in seen:
                cause = f'"{words}" stands at {seen[key][1]} already'
                yield Finding(card.at("customer_says", index), cause)
            else:
                seen[key] = card, card.at("customer_says", index)


@rule(
    "CD110",
    meaning="A card's module does not exist.",
    cure="Write the page's path relative to docs/, or remove the key.",
)
def module_exists(library: Library) -> Iterator[Finding]:
    """The one link to what can be learnt must lead there."""
    for card in library.cards.values():
        yield from no_page(library, card, "module", card.module)
