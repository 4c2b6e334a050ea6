"""The page for maintainers: what has to be read again, and when."""

from __future__ import annotations

from ...model.library import Library
from ...text.escaping import as_markdown, as_yaml
from ..made import UPKEEP


def upkeep_page(library: Library) -> dict[str, str]:
    """Return the Markdown of the page."""
    return {library.path_of(UPKEEP): _page(library)}


def _page(library: Library) -> str:
    settings, words = library.organisation.upkeep, library.words
    why = words.gettext(
        "Rules, numbers and names change. Whoever owns a file reads all of it again, mends it, and "
        "writes the day into it."
    )
    when = words.ngettext(
        "A file is due after {n} day; a card for somebody at risk after {risk_days}.",
        "A file is due after {n} days; a card for somebody at risk after {risk_days}.",
        settings.days,
        risk_days=settings.risk_days,
    )
    how = words.gettext(
        "For a list by day: {command}, with the day you want.",
        command="`unruffled check --due 2027-03-31`",
    )
    return f"""---
title: {as_yaml(library.title_of(UPKEEP))}
hide: [toc]
---

# {as_markdown(library.heading_of(UPKEEP))}

{why} {when} {how}

```upkeep
```
"""
