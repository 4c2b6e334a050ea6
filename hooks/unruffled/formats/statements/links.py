"""Launch links: `core/launch.js` reads what is written here."""

from __future__ import annotations

import json
import zlib
from urllib.parse import quote


def launch_link(
    page: str,
    *,
    endpoint: str,
    auth: str,
    account: tuple[str, str],
    registration: str,
    until: str,
    assignment: str = "",
) -> str:
    """Return the link of one learner to ``page``.

    ``account`` is the home page of the pseudonym, and the pseudonym; ``auth`` is the header that
    lets a learner write to the store.
    """
    home, name = account
    actor = {"objectType": "Agent", "account": {"homePage": home, "name": name}}
    given = {
        "endpoint": endpoint,
        "auth": auth,
        "actor": json.dumps(actor, separators=(",", ":")),
        "registration": registration,
        "until": until,
        "a": assignment,
    }
    text = "&".join(f"{key}={quote(value, safe='')}" for key, value in given.items() if value)
    return f"{page}#{text}&sum={zlib.crc32(text.encode()):08x}"
