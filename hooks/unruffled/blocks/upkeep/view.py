"""The page for maintainers: what has to be read again, and when."""

from __future__ import annotations

from ...model.library import Library
from ...text.escaping import as_markdown, as_yaml
from ..made import UPKEEP


def upkeep_page(library: Library) -> dict[str, str]:
    """Return the Markdown of the page."""
    return {library.path_of(UPKEEP): _page(library)}


def _page(library: Library) -> str:
    settings = library.organisation.upkeep
    return f"""---
title: {as_yaml(library.handbook.title_of(UPKEEP))}
hide: [toc]
---

# {as_markdown(library.handbook.heading_of(UPKEEP))}

Rules, numbers and names change. Whoever owns a file reads all of it again, mends it, and writes the
day into it. A file is due after {settings.days} days; a card for somebody at risk after
{settings.risk_days}. For a list by day: `unruffled check --due 2027-03-31`, with the day you want.

```upkeep
```
"""
