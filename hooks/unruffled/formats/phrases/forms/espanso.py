"""espanso: a match file in YAML. Gaps are fields of a form.

The agent sees the sentence with empty boxes in it, fills them and sends. Text is quoted by us, so
there is no need for a YAML writer, which would take most of the time of a large export.
"""

from __future__ import annotations

import re

from ....text.escaping import as_yaml
from ....words import marked
from ..entries import Entry
from ..form import Format, Words
from ..pieces import Kind, joined


def _fragment(entry: Entry, words: Words) -> str:
    text = joined(entry.plain, _field, lambda number: f"[[gap{number}]]")
    asks = any(kind is not Kind.TEXT for kind, _ in entry.plain)
    terms = ", ".join(map(as_yaml, (*entry.source.customer_says, *entry.labels)))
    return (
        f"  - trigger: {as_yaml(entry.trigger)}\n"
        f"    label: {as_yaml(entry.label)}\n"
        f"    search_terms: [{terms}]\n"
        f"    {'form' if asks else 'replace'}: {as_yaml(text)}\n"
    )


def _field(name: str) -> str:
    return f"[[{re.sub(r'[^A-Za-z0-9]+', '_', name)}]]"


FORMAT = Format(
    order=1,
    name="espanso",
    title=marked("espanso match file"),
    how=marked("Put it into espanso's folder “match”. Type a trigger, or search."),
    file="phrases-espanso.yml",
    type="application/yaml",
    fragment=_fragment,
    head="matches:\n",
    own=("[[",),
)
