"""Pages made from data: the phrase tables, and the list of problem codes.

They are Markdown like any author's page, so that every engine, the checks and the
search treat them alike. A page of the same path in docs/ takes the place of one here.
"""

from __future__ import annotations

import posixpath

from ..catalogue import families
from ..model.base import is_id
from ..model.library import Library
from ..model.phrases import PhraseTable
from ..text.escaping import as_markdown, as_yaml
from .assignment.view import assignment_pages
from .desk.pages import desk_pages
from .exports.view import take_along_page
from .glossary.view import glossary_pages
from .letters.view import letter_pages
from .paths.view import path_pages
from .scenario.view import scenario_pages
from .session.view import session_pages
from .sources.view import reference_pages
from .upkeep.view import UPKEEP, upkeep_page


def generated_pages(library: Library) -> dict[str, str]:
    """Return the Markdown of every generated page by its path under docs/."""
    tables = sorted(
        (table for name, table in library.phrases.items() if table.id == name),
        key=lambda table: table.title,
    )
    pages = {f"phrases/{table.id}.md": _table_page(table, library) for table in tables}
    pages |= {f"phrases/{name}.md": _unread_page(name) for name in _unread(library, tables)}
    pages["phrases/take-along.md"] = take_along_page(library)
    pages["phrases/index.md"] = _tables_page(tables)
    pages |= letter_pages(library)
    pages |= desk_pages(library)
    pages |= path_pages(library)
    pages |= scenario_pages(library)
    pages |= assignment_pages(library)
    pages |= session_pages(library)
    pages |= reference_pages(library)
    pages |= glossary_pages(library)
    pages["contributing/problem-codes.md"] = _codes_page()
    pages[UPKEEP] = upkeep_page(library)
    return pages


def _table_page(table: PhraseTable, library: Library) -> str:
    module = library.pages.get(table.module)
    lesson = (
        f"\n\nLearn how and why: [{as_markdown(module.title)}](../{table.module})."
        if module
        else ""
    )
    return f"""---
title: {as_yaml(f"{table.title}: phrases")}
hide: [toc]
---

# {as_markdown(table.title)}

What to say, and what to say it instead of. Choose what is happening; copy; say it in your own
voice.{lesson}

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


def _tables_page(tables: list[PhraseTable]) -> str:
    names = "\n".join(table.id for table in tables)
    fence = f"```phrases\n{names}\n```" if tables else "There are no phrases yet."
    links = "\n".join(
        f"- [{as_markdown(table.title)}]({table.id}.md): {len(table.phrases)} phrases"
        for table in tables
    )
    return f"""---
title: Phrases
hide: [toc]
---

# Phrases

```finder
```

Copy the words; say them in your own voice. What you choose is in the address, so you can bookmark
or share it.

{fence}

## By subject

{links}
"""


def _codes_page() -> str:
    parts = []
    for name, codes in families():
        rows = "\n".join(
            f"| `{code}` | {_cell(entry.meaning)} | {_cell(entry.cure)} |" for code, entry in codes
        )
        parts.append(f"## {name}\n\n| code | what it means | what to do |\n|---|---|---|\n{rows}\n")
    body = "\n".join(parts)
    return f"""---
title: Problem codes
---

# Problem codes

Every message of `unruffled check` and of the build begins with a place (file, line, column) and
one of these codes. A code never changes its meaning. Codes are faults, which stop a build, unless
the table says that they are notes.

{body}"""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
