"""Terms of the trade: their page, and the preview where a module uses one for the first time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup

from ...model.library import Library
from ...model.reference import Term
from ...text.escaping import as_markdown, as_yaml
from ...text.inline import inline
from ...text.urls import beside
from ...words import Words
from ..made import GLOSSARY

_PROSE = re.compile(r"(?:\d+\. |[-*] )?(?:\*\*|\w)")
"""How a line of our own text begins: no heading, table, HTML, and nothing of a conversation."""

_APART = re.compile(r"`[^`]*`|\[[^\]]*\]\([^)]*\)|<[^>]+>|\"[^\"]*\"|\*\*[^*]*\*\*")
"""What is left alone inside a line: code, links, HTML, what somebody says, what is marked."""


def wordings(term: Term) -> tuple[str, ...]:
    """Return the term and its other forms."""
    return (term.term, *term.also)


HOLDER = '<div class="term-previews">'
"""What all previews of a page stand in."""


class Previews:
    """Marks the first use of each term on one page, and keeps which they were."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = {word.casefold(): term for term in terms for word in wordings(term)}
        words = sorted(self._terms, key=len, reverse=True)
        self._pattern = re.compile(rf"\b({'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
        self.used: dict[str, Term] = {}

    def mark(self, lines: Sequence[str]) -> list[str]:
        """Return the lines with a button around the first use of each term."""
        return [self._line(line) if self._terms and _PROSE.match(line) else line for line in lines]

    def _line(self, line: str) -> str:
        parts, position = [], 0
        for apart in _APART.finditer(line):
            parts += [self._pattern.sub(self._button, line[position : apart.start()]), apart[0]]
            position = apart.end()
        return "".join([*parts, self._pattern.sub(self._button, line[position:])])

    def _button(self, match: re.Match[str]) -> str:
        term = self._terms[match[0].casefold()]
        if term.id in self.used:
            return match[0]
        self.used[term.id] = term
        button = '<button type="button" class="term" popovertarget="term-{}">{}</button>'
        return Markup(button).format(term.id, match[0])

    def html(self, text: Callable[[str], Markup], glossary: str, words: Words) -> str:
        """Return the previews of the terms that were marked; nothing where there was none.

        ``text`` renders inline Markdown; ``glossary`` is the address of the page.
        """
        gettext = words.html["gettext"]
        box = Markup(
            '<div popover id="term-{id}" class="term-preview"><p>{meaning} '
            '<a href="{glossary}#{id}">{more}</a></p></div>'
        )
        made = [
            box.format(
                id=each.id,
                meaning=gettext(
                    "<b>{term}</b>: {meaning}", term=each.term, meaning=text(each.meaning)
                ),
                glossary=glossary,
                more=gettext("In the glossary"),
            )
            for each in self.used.values()
        ]
        return f"{HOLDER}{''.join(made)}</div>" if made else ""


def glossary_pages(library: Library) -> dict[str, str]:
    """Return the Markdown of the glossary; nothing where the vocabulary has no terms."""
    terms = sorted(library.vocabulary.terms, key=lambda each: each.term.casefold())
    if not terms:
        return {}
    body = "\n\n".join("\n".join(_entry(each, library)) for each in terms)
    about = library.words.gettext(
        "Words of this trade, in plain words. In a module, the first use of each has a line of "
        "dots below it: press it, and what it means is shown there."
    )
    return {
        library.path_of(GLOSSARY): f"""---
title: {as_yaml(library.title_of(GLOSSARY))}
hide: [toc]
---

# {as_markdown(library.heading_of(GLOSSARY))}

{about}

{body}
"""
    }


def _entry(term: Term, library: Library) -> Iterator[str]:
    yield f"### {as_markdown(term.term)} {{: #{term.id} }}\n"
    meaning = as_markdown(inline(term.meaning).striptags())
    page = library.pages.get(term.see or "")
    if page:
        target = beside(page.path, library.path_of(GLOSSARY))
        link = f"[{as_markdown(page.title)}]({target})"
        meaning += f" {library.words.gettext('See {page}.', page=link)}"
    yield meaning
