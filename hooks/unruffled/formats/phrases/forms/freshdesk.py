"""Freshdesk: a canned response for each phrase. Folder, groups and visibility are the account's."""

from __future__ import annotations

from typing import Any

from ....words import marked
from ..entries import Entry
from ..form import Words
from ..help_desk import help_desk, html


def _response(entry: Entry, called: Words) -> dict[str, Any]:
    return {"title": entry.label, "content_html": html(entry, called)}


FORMAT = help_desk(
    order=9,
    name="freshdesk",
    title=marked("Freshdesk canned responses"),
    payload=_response,
    words={
        "customer_name": "{{ticket.requester.firstname}}",
        "agent_name": "{{ticket.agent.name}}",
        "reference": "{{ticket.id}}",
    },
)
