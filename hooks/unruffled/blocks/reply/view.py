"""What the block `reply` shows without scripts, and its page."""

from __future__ import annotations

from typing import Any

from ...model.library import Library
from ...model.reply import ReplyRules
from ...reply.data import files
from ...text.escaping import as_markdown, as_yaml
from ...text.urls import beside
from ..made import REPLY, REPLY_LIMITS

WRITTEN = ("chat", "email", "social")
"""The channels that are offered, as far as the handbook has them."""


def reply_page(library: Library) -> dict[str, str]:
    """Return the Markdown of the page; nothing where there is no rule."""
    if not any(file.rules for file in files(library)):
        return {}
    words = library.words.gettext("What this cannot see, and how well it works")
    home, told = library.path_of(REPLY), library.found(REPLY_LIMITS)
    limits = f"\n\n[{words}]({beside(told, home)})" if told else ""
    about = library.words.gettext(
        "See what your draft does to an angry reader, before you send it."
    )
    return {
        home: f"""---
title: {as_yaml(library.title_of(REPLY))}
description: {about}
hide: [navigation, toc]
---

# {as_markdown(library.heading_of(REPLY))}

```reply
```
{limits}
"""
    }


def reply_values(library: Library) -> dict[str, Any]:
    """Return the kinds of findings, the parts of a reply, and what can be chosen."""
    known = library.handbook.words["channels"]
    return {
        "kinds": [file for file in files(library) if _is_kind(file)],
        "parts": [part for file in files(library) for part in file.parts],
        "channels": [(name, known[name]) for name in WRITTEN if name in known],
        "choices": [(each.id, each.label) for each in library.vocabulary.situations],
    }


def _is_kind(file: ReplyRules) -> bool:
    return bool(file.kind and file.rules and file.cost)
