"""Decks for Anki (apps.ankiweb.net): cards that a phone asks again when they are due."""

from .deck import Card, deck
from .edition import edition_of

__all__ = ["Card", "deck", "edition_of"]
