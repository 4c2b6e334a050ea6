"""The pages of the desk: the guide that leads to a card, and a page for each card."""

from __future__ import annotations

import posixpath

from ...model.base import is_id
from ...model.library import Library
from ...text.escaping import as_markdown, as_yaml
from ..made import AFTER, CARD, GUIDE, LETTERS, PHRASEBOOK, REPLY, SEQUENCE

BESIDE = (SEQUENCE, AFTER, REPLY, PHRASEBOOK, LETTERS)
"""Where the guide leads besides the cards, as far as it is there."""


def desk_pages(library: Library) -> dict[str, str]:
    """Return the Markdown of the guide and of every card; nothing where there is no card."""
    names = {name for name, card in library.cards.items() if card.id == name}
    names |= {name for name in _unread(library) if is_id(name)}
    if not names:
        return {}
    # Sorted: a set has another order in each process, and each order would be a build of its own.
    cards = {library.path_of(CARD, name): _card_page(name, library) for name in sorted(names)}
    return cards | {library.path_of(GUIDE): _guide_page(library)}


def _unread(library: Library) -> set[str]:
    """The names of the files with faults: a live preview's writer sees them on the page."""
    paths = (path for path in library.partial if path.startswith("situations/"))
    return {posixpath.splitext(posixpath.basename(path))[0] for path in paths}


def label_of(name: str, library: Library) -> str:
    """Return what a reader calls the situation."""
    situations = library.vocabulary.situations
    return next((each.label for each in situations if each.id == name), name)


def _card_page(name: str, library: Library) -> str:
    label = label_of(name, library)
    description = library.words.gettext(
        "{situation}: What to do and what to say, now, and if it does not work.", situation=label
    )
    return f"""---
title: {as_yaml(library.title_of(CARD, label))}
description: {as_yaml(description)}
hide: [navigation, toc]
---

# {as_markdown(library.heading_of(CARD, label))}

```card
{name}
```
"""


def _guide_page(library: Library) -> str:
    about = library.words.ngettext(
        "{n} card for what is happening. It has the first ten seconds, lines to say, and what to "
        "do if they do not work.",
        "{n} cards for what is happening. Each has the first ten seconds, lines to say, and what "
        "to do if they do not work.",
        len(library.cards),
    )
    return f"""---
title: {as_yaml(library.title_of(GUIDE))}
description: {as_yaml(about)}
hide: [navigation, toc]
---

# {as_markdown(library.heading_of(GUIDE))}

```finder
```

```guide
```
"""
