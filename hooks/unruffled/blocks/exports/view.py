"""The page from which readers take the phrases along."""

from __future__ import annotations

from typing import Any

from ...model.exports import LETTERS
from ...model.library import Library
from ...text.escaping import as_markdown, as_yaml
from ...text.urls import beside
from ..filters import filters_of
from ..made import BRING, TAKE_ALONG
from ..made import LETTERS as ALL_LETTERS


def take_along_page(library: Library) -> dict[str, str]:
    """Return the Markdown of the page; nothing where there is nothing to take."""
    home = library.path_of(TAKE_ALONG)
    return {home: _page(library, home)} if any(library.phrases.values()) else {}


def _page(library: Library, home: str) -> str:
    told = library.found(BRING)
    guide = f" [How to bring them into each tool]({beside(told, home)})." if told else ""
    return f"""---
title: {as_yaml(library.handbook.title_of(TAKE_ALONG))}
hide: [toc]
---

# {as_markdown(library.handbook.heading_of(TAKE_ALONG))}

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
    subjects += [(LETTERS, library.handbook.title_of(ALL_LETTERS))] if library.letters else []
    return {
        "downloads": library.downloads,
        "filters": [*filters_of(library, phrases), ("table", "Subject", subjects)],
        "total": len(phrases) + len(library.letters),
        "what": "phrases and letters" if library.letters else "phrases",
    }
