"""Front: a message template for each phrase. No subject: a phrase is a part of a message."""

from __future__ import annotations

from typing import Any

from ....words import marked
from ..entries import Entry
from ..form import Words
from ..help_desk import help_desk, html


def _template(entry: Entry, called: Words) -> dict[str, Any]:
    return {"name": entry.label, "body": html(entry, called)}


FORMAT = help_desk(
    order=8,
    name="front",
    title=marked("Front message templates"),
    payload=_template,
    words={
        "customer_name": "{{recipient.first_name}}",
        "agent_name": "{{user.first_name}}",
        "reference": "{{conversation.ticket_id}}",
    },
)
