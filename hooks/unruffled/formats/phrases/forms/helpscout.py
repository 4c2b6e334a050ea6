"""Help Scout: a saved reply for each phrase, with a text for e-mail and one for chat."""

from __future__ import annotations

from typing import Any

from ....words import marked
from ..entries import Entry
from ..form import Words
from ..help_desk import help_desk, html, plain


def _reply(entry: Entry, called: Words) -> dict[str, Any]:
    return {"name": entry.label, "text": html(entry, called), "chatText": plain(entry, called)}


FORMAT = help_desk(
    order=7,
    name="helpscout",
    title=marked("Help Scout saved replies"),
    payload=_reply,
    words={
        "customer_name": "{%customer.firstName%}",
        "agent_name": "{%user.firstName%}",
        "reference": "{%conversation.number%}",
    },
)
