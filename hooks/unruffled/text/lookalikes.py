"""Characters that look like a sign of YAML, and are none; and those that nobody sees."""

from __future__ import annotations

import re

INVISIBLE = (
    "\u00a0\u00ad\u034f\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000"
    "\u3164\ufeff\uffa0\U000e0000-\U000e007f"
)
"""Characters that no editor shows, or that look like an ordinary space: a set for a pattern."""

DASHES = "‐‑‒–—―−⁃﹘﹣－•·∙◦‣▪●○■□➢✓*+"
"""What word processors and chats make of the hyphen that begins an entry."""

COLONS = "：∶꞉﹕︓ː"

QUOTES = "“”„‟«»‘’‚‛′″＂＇"

_UNSEEN = re.compile(f"[{INVISIBLE}]")
_LOOKALIKE = re.compile(f"[{COLONS}，、；＃［］｛｝（）－]")
_QUOTED = re.compile(f"[{QUOTES}`]|[{QUOTES}`]$")


def odd(word: str) -> str:
    """Say which character in ``word`` is not what it seems; nothing if all are."""
    if found := _UNSEEN.search(word):
        return f" (it has the invisible character {ord(found[0]):#06x} in it)"
    if found := _QUOTED.match(word):
        return f" (the quote {found[0]} is read as a part of it: remove it)"
    if found := _LOOKALIKE.search(word):
        return f" (it has {found[0]} in it, which only looks like another sign)"
    return ""
