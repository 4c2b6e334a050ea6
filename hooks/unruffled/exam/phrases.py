"""The pass phrase of a paper: five words by chance, said in the room."""

from __future__ import annotations

import secrets
from pathlib import Path

WORDS = 5
"""Of 1,024 words each: 50 bits, and every guess takes 210,000 rounds of SHA-512."""


def words() -> list[str]:
    """Return the words to draw from. No two begin with the same four letters, bar shorter ones."""
    return (Path(__file__).parent / "words.txt").read_text(encoding="utf-8").split()


def new_phrase() -> str:
    """Return a new pass phrase. Nobody makes one up: people choose what others guess."""
    listed = words()
    return " ".join(secrets.choice(listed) for _ in range(WORDS))


def as_typed(phrase: str) -> str:
    """Return a phrase as it is compared: small letters, one space between words."""
    return " ".join(phrase.casefold().replace("-", " ").split())
