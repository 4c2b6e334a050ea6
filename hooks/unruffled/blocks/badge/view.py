"""The page on which a badge is checked, without a network."""

from __future__ import annotations

import json
from typing import Any

from ...model.library import Library
from ...text.escaping import as_markdown, as_yaml
from ..made import BADGE


def badge_page(library: Library) -> dict[str, str]:
    """Return the Markdown of the page; nothing for an organisation without badges."""
    if not library.organisation.badges:
        return {}
    about = library.words.gettext(
        "Take a certificate, or paste what is in it. This page says whether {organisation} signed "
        "it, for whom, and whether it is still good. It is checked here: nothing is sent.",
        organisation=as_markdown(library.organisation.name),
    )
    return {
        library.path_of(BADGE): f"""---
title: {as_yaml(library.title_of(BADGE))}
hide: [toc]
---

# {as_markdown(library.heading_of(BADGE))}

{about}

```badge
```
"""
    }


def badge_values(library: Library) -> dict[str, Any]:
    """Return what the block shows: whose badges it knows, and by which keys."""
    badges = library.organisation.badges
    known = {
        "issuer": badges.issuer if badges else "",
        "name": library.organisation.name,
        "keys": list(badges.keys) if badges else [],
    }
    return {"badges": badges, "known": json.dumps(known, ensure_ascii=False)}
