"""The page from which readers take the phrases along."""

from __future__ import annotations

from ..model.library import Library

GUIDE = "authors/take-along.md"


def take_along_page(library: Library) -> str:
    """Return the Markdown of the page."""
    fence = "```exports\n```" if any(library.phrases.values()) else "There are no phrases yet."
    guide = f" [How to bring them into each tool](../{GUIDE})." if GUIDE in library.pages else ""
    return f"""---
title: Take the phrases along
hide: [toc]
---

# Take the phrases along

Have the words where you write: in a text expander, in your help desk, in a spreadsheet. Choose
which phrases you want. Then take a file.

{fence}

The command `unruffled export` writes the same files, whole or filtered.{guide}
"""
