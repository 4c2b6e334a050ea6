"""The page from which readers take the phrases along."""

from __future__ import annotations

from typing import Any

from ...model.exports import LETTERS, LETTERS_TITLE
from ...model.library import Library
from ...text.escaping import as_yaml
from ..filters import filters_of

GUIDE = "authors/take-along.md"
TAKE_ALONG = "phrases/take-along.md"


def take_along_page(library: Library) -> dict[str, str]:
    """Return the Markdown of the page; nothing where there is nothing to take."""
    return {TAKE_ALONG: _page(library)} if any(library.phrases.values()) else {}


def _page(library: Library) -> str:
    words = library.words
    title = words.gettext("Take the phrases along")
    about = words.gettext(
        "Have the words where you write: in a text expander, in your help desk, in a spreadsheet. "
        "Choose what you want. Then take a file."
    )
    more = [
        words.gettext(
            "The command {command} writes the same files, whole or filtered.",
            command="`unruffled export`",
        )
    ]
    if GUIDE in library.pages:
        more.append(
            words.gettext("[How to bring them into each tool]({page}).", page=f"../{GUIDE}")
        )
    return f"""---
title: {as_yaml(title)}
hide: [toc]
---

# {title}

{about}

```exports
```

{" ".join(more)}
"""


def export_values(library: Library) -> dict[str, Any]:
    """Return what the block shows: the files, the filters, and how much there is to take."""
    tables = list(library.phrases.values())
    phrases = [each for table in tables for each in table.phrases if each.for_customers]
    subjects = [(table.id, table.title) for table in tables]
    words = library.words
    subjects += [(LETTERS, words.said(LETTERS_TITLE))] if library.letters else []
    return {
        "downloads": library.downloads,
        "filters": [*filters_of(library, phrases), ("table", words.gettext("Subject"), subjects)],
        "total": len(phrases) + len(library.letters),
        "with_letters": bool(library.letters),
    }
