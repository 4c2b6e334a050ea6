"""The page of the problem codes."""

from __future__ import annotations

from ...catalogue import families
from ...model.library import Library
from ...text.escaping import as_markdown, as_yaml
from ..made import CODES


def codes_page(library: Library) -> dict[str, str]:
    """Return the Markdown of the page: every code, whatever the Library holds."""
    return {library.path_of(CODES): _codes(library)}


def _codes(library: Library) -> str:
    parts = []
    for name, codes in families():
        rows = "\n".join(
            f"| `{code}` | {_cell(entry.meaning)} | {_cell(entry.cure)} |" for code, entry in codes
        )
        parts.append(f"## {name}\n\n| code | what it means | what to do |\n|---|---|---|\n{rows}\n")
    body = "\n".join(parts)
    return f"""---
title: {as_yaml(library.title_of(CODES))}
---

# {as_markdown(library.heading_of(CODES))}

Every message of `unruffled check` and of the build begins with a place (file, line, column) and
one of these codes. A code never changes its meaning. Codes are faults, which stop a build, unless
the table says that they are notes.

{body}"""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
