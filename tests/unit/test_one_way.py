"""What the scripts do in one place only."""

from __future__ import annotations

import re

from support import ROOT

SCRIPTS = sorted(
    file
    for room in ("browser", "blocks", "kinds")
    for file in (ROOT / "hooks/unruffled" / room).rglob("*.js")
    if "vendor" not in file.parts
)


def users(pattern: str) -> list[str]:
    return [
        script.name for script in SCRIPTS if re.search(pattern, script.read_text(encoding="utf-8"))
    ]


def test_copying_is_done_in_one_place() -> None:
    assert users(r"navigator\.clipboard|execCommand\??\.?\(\"copy") == ["clipboard.js"]


def test_what_is_announced_goes_through_one_place() -> None:
    """Written by hand, the same words twice would be said once."""
    # What a page goes on showing, such as a count of a list, is no message.
    regions = r"\b(?:told|said|verdict|message)\.textContent = "
    assert users(regions) == []
