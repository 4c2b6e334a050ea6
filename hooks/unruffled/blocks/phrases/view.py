"""Phrases: a page for each table, the page of all, and what the block shows."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from typing import Any

from ...model.base import is_id
from ...model.library import Library
from ...model.phrases import PhraseTable
from ...text.escaping import as_markdown, as_yaml
from ...text.urls import beside
from ..context import PageContext
from ..filters import filters_of
from ..gaps import used
from ..made import PHRASEBOOK, TABLE
from ..voice.view import aloud_values


def phrase_anchor(table: str, phrase: str) -> str:
    """Return the id of a phrase's row."""
    return f"{table}.{phrase}"


FIRST = 6
"""How many phrases a module shows at first: few enough to be read."""


def phrases_values(context: PageContext, tables: Sequence[PhraseTable]) -> dict[str, Any]:
    """Return what the block shows: tables as one, the filters that they need, and their gaps.

    `first` is how many are shown before a reader asks for all; 0 for no such limit, on pages that
    are there for the phrases.
    """
    library = context.library
    page = library.pages.get(context.path)
    phrases = [each for table in tables for each in table.phrases]
    return {
        "tables": tables,
        "title": tables[0].title if len(tables) == 1 else library.words.gettext("All phrases"),
        "first": FIRST if page and not page.generated and len(phrases) > FIRST + 2 else 0,
        "filters": filters_of(library, phrases),
        "gaps": used((each.say for each in phrases), library.gaps),
        "phrase_anchor": phrase_anchor,
        **aloud_values(library),
    }


def phrase_pages(library: Library) -> dict[str, str]:
    """Return the Markdown of the page of all phrases, and of each table; nothing without any."""
    tables = sorted(
        (table for name, table in library.phrases.items() if table.id == name),
        key=lambda table: table.title,
    )
    pages = {library.path_of(TABLE, each.id): _table_page(each, library) for each in tables}
    unread = _unread(library, tables)
    pages |= {library.path_of(TABLE, name): _unread_page(name) for name in unread}
    return pages | {library.path_of(PHRASEBOOK): _tables_page(tables, library)} if pages else {}


def _table_page(table: PhraseTable, library: Library) -> str:
    module = library.pages.get(table.module)
    words = library.words
    how = words.gettext(
        "What to say, and what to say it instead of. Choose what is happening; copy; say it in "
        "your own voice."
    )
    lesson = ""
    if module:
        target = beside(table.module, library.path_of(TABLE, table.id))
        link = f"[{as_markdown(module.title)}]({target})"
        lesson = f"\n\n{words.gettext('Learn how and why: {link}.', link=link)}"
    return f"""---
title: {as_yaml(library.title_of(TABLE, table.title))}
hide: [toc]
---

# {as_markdown(library.heading_of(TABLE, table.title))}

{how}{lesson}

```phrases
{table.id}
```
"""


def _unread(library: Library, tables: list[PhraseTable]) -> list[str]:
    """List the tables that have a file with faults, and so no page."""
    files = (path for path in library.partial if path.startswith("phrases/"))
    names = {posixpath.splitext(posixpath.basename(path))[0] for path in files}
    known = {table.id for table in tables}
    return sorted(name for name in names - known if is_id(name))


def _unread_page(name: str) -> str:
    """Return the page that shows a live preview's writer what is wrong with the table."""
    return f"""---
title: {as_yaml(name)}
hide: [toc]
---

# {name}

```phrases
{name}
```
"""


def _tables_page(tables: list[PhraseTable], library: Library) -> str:
    words = library.words
    names = "\n".join(table.id for table in tables)
    none = words.gettext("There are no phrases yet.")
    fence = f"```phrases\n{names}\n```" if tables else none
    links = "\n".join(f"- {_link(table, library)}" for table in tables)
    about = words.gettext("What to say, what to say it instead of, why, and when not.")
    how = words.gettext(
        "Copy the words; say them in your own voice. What you choose is in the address, so you can "
        "bookmark or share it."
    )
    return f"""---
title: {as_yaml(library.title_of(PHRASEBOOK))}
description: {as_yaml(about)}
hide: [toc]
---

# {as_markdown(library.heading_of(PHRASEBOOK))}

```finder
```

{how}

{fence}

## {words.gettext("By subject")}

{links}
"""


def _link(table: PhraseTable, library: Library) -> str:
    page = beside(library.path_of(TABLE, table.id), library.path_of(PHRASEBOOK))
    link = f"[{as_markdown(table.title)}]({page})"
    return library.words.ngettext(
        "{link}: {n} phrase", "{link}: {n} phrases", len(table.phrases), link=link
    )
