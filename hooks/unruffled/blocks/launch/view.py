"""The page that a launch link opens."""

from __future__ import annotations

import json
from typing import Any

from ...model.library import Library
from ...text.escaping import as_markdown, as_yaml
from ..made import LAUNCH


def launch_page(library: Library) -> dict[str, str]:
    """Return the Markdown of the page; nothing for an organisation without a store."""
    if not library.organisation.stores:
        return {}
    return {
        library.path_of(LAUNCH): f"""---
title: {as_yaml(library.title_of(LAUNCH))}
hide: [toc]
---

# {as_markdown(library.heading_of(LAUNCH))}

```launch
```
"""
    }


def launch_values(library: Library) -> dict[str, Any]:
    """Return what the block shows: the stores that a link may lead to; empty without one."""
    stores = [{"name": each.name, "endpoint": each.address} for each in library.organisation.stores]
    return {"stores": json.dumps(stores, ensure_ascii=False) if stores else ""}
