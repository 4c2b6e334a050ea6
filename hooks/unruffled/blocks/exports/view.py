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
    words = library.words
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
    if told := library.found(BRING):
        page = beside(told, home)
        more.append(words.gettext("[How to bring them into each tool]({page}).", page=page))
    return f"""---
title: {as_yaml(library.title_of(TAKE_ALONG))}
hide: [toc]
---

# {as_markdown(library.heading_of(TAKE_ALONG))}

{about}

```exports
```

{" ".join(more)}
"""


def export_values(library: Library) -> dict[str, Any]:
    """Return what the block shows: the files, the filters, and how much there is to take."""
    tables, words = list(library.phrases.values()), library.words
    phrases = [each for table in tables for each in table.phrases if each.for_customers]
    subjects = [(table.id, table.title) for table in tables]
    subjects += [(LETTERS, library.title_of(ALL_LETTERS))] if library.letters else []
    return {
        "downloads": library.downloads,
        "filters": [*filters_of(library, phrases), ("table", words.gettext("Subject"), subjects)],
        "total": len(phrases) + len(library.letters),
        "with_letters": bool(library.letters),
    }
