"""What the browser keeps of the site, for use without a network."""

from __future__ import annotations

from ..base import Block, Family, Room

FAMILY = Family(
    blocks=(Block("kept", styles=("kept.css",), scripts=("kept.js",), room=Room.OFFLINE),)
)
