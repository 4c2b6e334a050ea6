"""The page from which readers take the phrases along."""

from __future__ import annotations

from typing import Any

from ...model.exports import LETTERS, LETTERS_TITLE
from ...model.library import Library
from ..filters import filters_of

GUIDE = "authors/take-along.md"
TAKE_ALONG = "phrases/take-along.md"


def take_along_page(library: Library) -> dict[str, str]:
    """Return the Markdown of the page; nothing where there is nothing to take."""
    return {TAKE_ALONG: _page(library)} if any(library.phrases.values()) else {}


def _page(library: Library) -> str:
    guide = f" [How to bring them into each tool](../{GUIDE})." if GUIDE in library.pages else ""
    return f"""---
title: Take the phrases along
hide: [toc]
---

# Take the phrases along

Have the words where you write: in a text expander, in your help desk, in a spreadsheet. Choose
what you want. Then take a file.

```exports
```

The command `unruffled export` writes the same files, whole or filtered.{guide}
"""


def export_values(library: Library) -> dict[str, Any]:
    """Return what the block shows: the files, the filters, and how much there is to take."""
    tables = list(library.phrases.values())
    phrases = [each for table in tables for each in table.phrases if each.for_customers]
    subjects = [(table.id, table.title) for table in tables]
    subjects += [(LETTERS, LETTERS_TITLE)] if library.letters else []
    return {
        "downloads": library.downloads,
        "filters": [*filters_of(library, phrases), ("table", "Subject", subjects)],
        "total": len(phrases) + len(library.letters),
        "what": "phrases and letters" if library.letters else "phrases",
    }
