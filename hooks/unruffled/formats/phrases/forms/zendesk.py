"""Zendesk: a macro for each phrase; `::` in its title makes folders."""

from __future__ import annotations

from typing import Any

from ....words import marked
from ..entries import Entry, words
from ..form import Words
from ..help_desk import help_desk, html


def _description(entry: Entry) -> str:
    if not entry.not_when:
        return words(entry.why)
    return entry.catalogue.gettext("Not when: {words}", words=words(entry.not_when))


def _macro(entry: Entry, called: Words) -> dict[str, Any]:
    folders = (entry.handbook, entry.folder_title, entry.title)
    return {
        "macro": {
            "title": "::".join(each.replace("::", ":") for each in folders),
            "description": _description(entry),
            "active": True,
            "actions": [{"field": "comment_value_html", "value": html(entry, called)}],
        }
    }


FORMAT = help_desk(
    order=5,
    name="zendesk",
    title=marked("Zendesk macros"),
    payload=_macro,
    words={
        "customer_name": "{{ticket.requester.first_name}}",
        "agent_name": "{{current_user.first_name}}",
        "reference": "{{ticket.id}}",
    },
)
