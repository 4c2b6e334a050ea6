"""Gorgias: a macro for each phrase. It sets the text of a reply and tags nothing."""

from __future__ import annotations

from typing import Any

from ....words import marked
from ..entries import Entry
from ..form import Words
from ..help_desk import help_desk, html, plain


def _macro(entry: Entry, called: Words) -> dict[str, Any]:
    body = {"body_text": plain(entry, called), "body_html": html(entry, called)}
    return {
        "name": entry.label,
        "external_id": entry.id,
        "actions": [
            {
                "type": "user",
                "name": "setResponseText",
                "title": "Add response text",
                "arguments": body,
            }
        ],
    }


FORMAT = help_desk(
    order=6,
    name="gorgias",
    title=marked("Gorgias macros"),
    payload=_macro,
    words={
        "customer_name": "{{ticket.customer.firstname}}",
        "agent_name": "{{current_user.firstname}}",
        "reference": "{{ticket.id}}",
    },
)
