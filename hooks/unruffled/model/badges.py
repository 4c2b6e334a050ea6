"""Badges: who signs what somebody has shown, and by which keys that can be checked."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote, urlsplit

from pydantic import Field, StringConstraints

from .assignment import PublicKey
from .base import Model

Home = Annotated[
    str, StringConstraints(pattern=r"^https://[^\s/?#@]+(/[^\s?#]*)?$", max_length=300)
]
"""The address of a site: on https, since anybody on the way could change what comes over http."""


class Badges(Model):
    """What badges of this organisation are checked by."""

    site: Home = Field(
        description="Where the handbook is published: https://handbook.example.org/. Badges name "
        "it, so it must stay the same."
    )
    keys: tuple[PublicKey, ...] = Field(
        min_length=1,
        max_length=20,
        description="Public keys, as `unruffled badge key` prints them. Keep the older ones: what "
        "was signed by them stays good.",
    )

    @property
    def home(self) -> str:
        """The address, with a slash at its end."""
        return f"{self.site.rstrip('/')}/"

    @property
    def issuer(self) -> str:
        """The organisation's name in badges: a DID of the method `web`, which is an address."""
        address = urlsplit(self.home)
        parts = [address.netloc, *filter(None, address.path.split("/"))]
        return ":".join(("did:web", *(quote(part, safe="%") for part in parts)))
