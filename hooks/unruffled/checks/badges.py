"""Rules for badges: what they are checked by can check something."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from collections.abc import Iterator

from ..catalogue import family
from ..model.library import Library
from .ids import doubled
from .registry import Finding, rule

family("BG", "Badges")

_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
"""The curve P-256: y² = x³ - 3x + b, modulo p (FIPS 186-4, D.1.2.3)."""


@rule(
    "BG101",
    meaning="A key below `badges` is none: no badge could be checked by it.",
    cure="Copy it whole from what `unruffled badge key` printed, or from the page of results.",
)
def keys_of_badges_are_keys(library: Library) -> Iterator[Finding]:
    """A slip in a key makes every badge look forged."""
    badges = library.organisation.badges
    for number, key in enumerate(badges.keys if badges else ()):
        x, y = (int.from_bytes(urlsafe_b64decode(f"{part}=")) for part in key.split("."))
        if (y * y - (x * x * x - 3 * x + _B)) % _P or max(x, y) >= _P:
            assert badges
            yield Finding(badges.at("keys", number), "no point of the curve P-256 is at this place")


@rule("BG102", meaning="A key stands twice below `badges`.", cure="Remove the second one.")
def keys_of_badges_stand_once(library: Library) -> Iterator[Finding]:
    """Two of one name are published as two."""
    badges = library.organisation.badges
    if badges:
        yield from doubled(badges, "keys", badges.keys)
