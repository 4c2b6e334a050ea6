"""What `allows` in handbook.yml allows, and how to write it there."""

from __future__ import annotations

from urllib.parse import urlsplit

from ..model.library import Library

KINDS_OF_TAG: dict[str, tuple[str, ...]] = {
    "audio": ("media",),
    "button": ("forms",),
    "form": ("forms",),
    "iframe": ("frames",),
    "input": ("pictures", "forms"),
    "link": ("styles",),
    "script": ("scripts",),
    "source": ("media", "pictures"),
    "style": ("styles", "fonts", "pictures"),
    "track": ("media",),
    "video": ("media", "pictures"),
    **dict.fromkeys(("a", "applet", "area", "embed", "meta", "object"), ()),
}
"""What `allows` may call a file that a tag loads; nothing for what no setting allows. All other
tags load pictures."""


def host_of(address: str) -> str:
    """Return the host of an address as `allows` has it; empty where that is no address of https."""
    parts = urlsplit(f"https:{address}" if address.startswith("//") else address)
    return f"https://{parts.netloc.lower()}" if parts.scheme.lower() == "https" else ""


def is_allowed(library: Library, kinds: tuple[str, ...], address: str) -> bool:
    """Whether a file of one of these kinds may come from where ``address`` lies."""
    allows = library.handbook.allows
    return any(host_of(address) in allows.hosts(kind) for kind in kinds)


def how_to_allow(kinds: tuple[str, ...], address: str) -> str | None:
    """Return the cure for a file on another host; None where no setting allows such a file."""
    host = host_of(address)
    if not kinds or not host:
        return None
    where = f"`{kinds[0]}: [{host}]` below `allows` in handbook.yml"
    return f"Put the file under docs/assets/, and write its path; or write {where}."
