"""Letters: a page for each, with the weak one beside the better one, and their list."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from ...keeping import fact
from ...model.base import is_id
from ...model.letter import Letter
from ...model.library import Library
from ...text.escaping import as_markdown, as_yaml
from ...text.inline import as_read
from ..desk.pages import label_of
from ..gaps import used
from ..made import CARD, LETTER, LETTERS


def ref_of(name: str) -> str:
    """Return what the finder and what a browser keeps call a letter, beside cards and phrases."""
    return f"letter:{name}"


def sound(library: Library) -> list[Letter]:
    """Return the letters that were read whole, by title."""
    return [library.letters[name] for name in _sound(library)]


@fact
def _sound(library: Library) -> tuple[str, ...]:
    found = [
        (each.title, name)
        for name, each in library.letters.items()
        if each.id == name and not library.is_partial(each)
    ]
    return tuple(name for _, name in sorted(found))


def letters_of(library: Library, *, situation: str = "", module: str = "") -> list[tuple[str, str]]:
    """Return the pages and titles of the letters that go with a situation or a module."""
    return [
        (library.path_of(LETTER, each.id), each.title)
        for each in sound(library)
        if situation in each.situations or module == each.module
    ]


def letter_values(library: Library, letter: Letter) -> dict[str, Any]:
    """Return what the page of a letter shows."""
    label = library.handbook.label
    return {
        "letter": letter,
        "channel": label("letters", letter.channel),
        "ref": ref_of(letter.id),
        "words": _words(letter),
        "cards": [
            (library.path_of(CARD, name), label_of(name, library))
            for name in letter.situations
            if name in library.cards
        ],
        "module": library.pages.get(letter.module),
        "gaps": used(letter.paragraphs, library.gaps),
        "all_letters": library.path_of(LETTERS),
    }


def list_values(library: Library) -> dict[str, Any]:
    """Return what the list of letters shows."""
    label = library.handbook.label
    return {
        "rows": [
            (each, library.path_of(LETTER, each.id), label("letters", each.channel))
            for each in sound(library)
        ]
    }


def _words(letter: Letter) -> Markup:
    """Return the letter as it is copied; a blank line in HTML would end it in Markdown."""
    paragraphs = (as_read(" ".join(each.write.split())) for each in letter.after)
    return Markup("&#10;&#10;").join(paragraphs)


def letter_pages(library: Library) -> dict[str, str]:
    """Return the Markdown of the list and of each letter; nothing without letters."""
    found = {name: each.title for name, each in library.letters.items() if each.id == name}
    faulty = [path for path in library.partial if path.startswith("letters/")]
    names = {path.rpartition("/")[2].rpartition(".")[0] for path in faulty} - set(found)
    titles = {name: name for name in sorted(names) if is_id(name)} | found
    if not titles:
        return {}
    pages = {
        library.path_of(LETTER, name): _page(library, name, title or name)
        for name, title in titles.items()
    }
    return pages | {library.path_of(LETTERS): _list(library)}


def _list(library: Library) -> str:
    """Return the Markdown of the list."""
    words = library.words
    about = words.gettext(
        "Letters, e-mails and answers in public, before and after, with the reasons."
    )
    how = words.gettext(
        "Each comes twice: as it is often sent, and as it helps. Beside each paragraph stands its "
        "reason. Copy the whole letter, fill in what is open, and change what does not fit your "
        "case."
    )
    return f"""---
title: {as_yaml(library.title_of(LETTERS))}
description: {as_yaml(about)}
hide: [toc]
---

# {as_markdown(library.heading_of(LETTERS))}

{how}

```letters
```
"""


def _page(library: Library, name: str, called: str) -> str:
    title = library.title_of(LETTER, called)
    about = library.words.gettext(
        "{title}: a whole letter, before and after, with the reasons.", title=title
    )
    return f"""---
title: {as_yaml(title)}
description: {as_yaml(about)}
hide: [navigation, toc]
---

# {as_markdown(library.heading_of(LETTER, called))}

```letter
{name}
```
"""
