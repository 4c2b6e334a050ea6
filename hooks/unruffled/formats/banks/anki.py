"""A quiz as a deck of cards: the question in front, what is right and why behind.

Nothing is chosen on a card and nobody scores it: whoever learns says how well it was known.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from markupsafe import Markup

from ...text.inline import inline
from ..anki import Card, deck
from .items import GAP, Bank, Item, Note, carried

_FORMS = ("choice", "several", "true_false", "short", "ordering", "gaps")


def write_anki(bank: Bank) -> tuple[bytes, list[Note]]:
    """Return the bytes of a deck, and what it does not carry."""
    items, left = carried(bank, _FORMS, "Anki")
    notes = [*bank.notes, *left]
    notes += [Note(each.id, "its hints are left out") for each in items if each.hints]
    cards = [_card(item, bank.id) for item in items]
    return deck([(f"quizzes/{bank.id}", bank.title, cards)], bank.edition), notes


def _card(item: Item, quiz: str) -> Card:
    front = [_lines(item.stem), *_asked(item)]
    back = [*_right(item), _lines(item.explanation)]
    # A question that a test draws has the name of its own quiz in front: it is one card, whatever
    # deck it comes in.
    name = item.id.replace(".", "/", 1) if "." in item.id else f"{quiz}/{item.id}"
    return Card(f"quizzes/{name}", _joined(front), _joined(back), item.tags)


def _asked(item: Item) -> list[Markup]:
    """Return what there is to choose from, in an order that tells nothing."""
    if item.form in ("choice", "several"):
        texts = [each.text for each in item.options]
        return [_list(_mixed(item, texts) if item.shuffle else texts)]
    if item.form == "ordering":
        return [_list(_mixed(item, [text for text, _ in item.pairs]))]
    if item.form == "gaps":
        choices = [_list(_mixed(item, [each.text for each in gap.options])) for gap in item.gaps]
        return [_lines(_text(item, [GAP] * len(item.gaps))), *choices]
    return []


def _right(item: Item) -> list[Markup]:
    """Return what is right, and the reason of each choice."""
    if item.form == "ordering":
        return [_list((text for text, _ in item.pairs), "ol")]
    if item.form == "gaps":
        right = [next(each.text for each in gap.options if each.right) for gap in item.gaps]
        return [_lines(_text(item, [f"**{each}**" for each in right]))]
    options = sorted(item.options, key=lambda each: not each.right)
    return [
        Markup("<p>{} {}{}</p>").format(
            "✓" if each.right else "✗",
            Markup("<b>{}</b>").format(inline(each.text)) if each.right else inline(each.text),
            Markup("<br>{}").format(inline(each.feedback)) if each.feedback else "",
        )
        for each in options
    ]


def _text(item: Item, filled: list[str]) -> str:
    """Return the text of a question with gaps, filled in."""
    parts = (f"{gap.before}{text}" for gap, text in zip(item.gaps, filled, strict=True))
    return "".join(parts) + item.after


def _mixed(item: Item, texts: list[str]) -> list[str]:
    """Return texts in an order of their own, the same in every edition."""
    return sorted(texts, key=lambda each: sha256(f"{item.id} {each}".encode()).digest())


def _lines(text: str) -> Markup:
    lines = filter(None, text.split("\n"))
    return Markup("").join(Markup("<p>{}</p>").format(inline(line)) for line in lines)


def _list(texts: Iterable[str], tag: str = "ul") -> Markup:
    items = Markup("").join(Markup("<li>{}</li>").format(inline(each)) for each in texts)
    return Markup("<{0}>{1}</{0}>").format(Markup(tag), items)


def _joined(parts: Iterable[Markup]) -> str:
    return str(Markup("").join(parts))
