"""The sources of a page, and the page of all: what each shows, where that ends, who leans on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...model.library import Library
from ...model.reference import GRADE_MEANINGS, Grade, Reference
from ...text.escaping import as_markdown, as_yaml
from ...text.inline import inline
from ...text.urls import beside
from ...words import Words
from ..context import PageContext
from ..made import EVIDENCE


def sources_values(context: PageContext, item: str) -> Mapping[str, Any]:
    """Return the sources that the page cites, in its order."""
    page = context.library.pages.get(context.path)
    known = context.library.reference_by_id
    cited = page.meta.evidence if page else ()
    return {"references": [known[name] for name in cited if name in known]}


def reference_pages(library: Library) -> dict[str, str]:
    """Return the Markdown of the page; nothing where the course cites nothing."""
    return {library.path_of(EVIDENCE): _evidence(library)} if library.references.references else {}


def _evidence(library: Library) -> str:
    used, words = _uses(library), library.words
    parts = []
    for grade in Grade:
        found = [each for each in library.references.references if each.grade is grade]
        if found:
            rows = "\n".join(_row(each, used.get(each.id, []), words) for each in found)
            parts.append(f"## {_heading(grade, words)}\n\n{rows}\n")
    body = "\n".join(parts)
    about = words.gettext(
        "Every source of this handbook, with what it shows and where that ends. The grade says "
        "what kind of source it is, and not how true it is. Nothing with grade C is stated as a "
        "fact."
    )
    return f"""---
title: {as_yaml(library.title_of(EVIDENCE))}
hide: [toc]
---

# {as_markdown(library.heading_of(EVIDENCE))}

{about}

{body}"""


def _heading(grade: Grade, words: Words) -> str:
    meaning = words.said(GRADE_MEANINGS[grade])
    return words.gettext("Grade {grade}: {meaning}", grade=grade.value, meaning=meaning)


def _row(each: Reference, pages: list[tuple[str, str]], words: Words) -> str:
    title = as_markdown(each.title)
    title = f"[{title}]({each.url})" if each.url else title
    links = words.listed(f"[{as_markdown(name)}]({path})" for name, path in pages)
    shows = words.gettext("*Shows:* {words}", words=_line(each.shows))
    limits = words.gettext("*Limits:* {words}", words=_line(each.limits))
    lines = (
        f"- **{each.id}** {as_markdown(each.authors)} ({each.year}). {title}",
        f"{shows} {limits}",
        words.gettext("*Leaned on by:* {pages}", pages=links)
        if links
        else words.gettext("*Leaned on by:* no page yet"),
    )
    return "\n\n    ".join(lines)


def _line(text: str) -> str:
    """Return inline Markdown as plain text: on a page of Markdown it could become anything."""
    return as_markdown(inline(text).striptags())


def _uses(library: Library) -> dict[str, list[tuple[str, str]]]:
    """The pages that cite each source, as title and link."""
    found: dict[str, list[tuple[str, str]]] = {}
    home = library.path_of(EVIDENCE)
    for path, page in library.pages.items():
        for name in page.meta.evidence:
            found.setdefault(name, []).append((page.title, beside(path, home)))
    return found
