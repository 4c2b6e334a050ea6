"""What a handbook allows its pages besides what lies on its own host."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Model

Host = Annotated[
    str,
    StringConstraints(pattern=r"^https://[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]{1,5})?$", max_length=200),
]
"""Another host, and no path: `https://videos.example.org`."""

Hosts = Annotated[tuple[Host, ...], Field(max_length=50)]


class Allowed(Model):
    """The block `allows` of handbook.yml; without it, no page loads or runs anything else."""

    scripts: Hosts = Field(default=(), description="Hosts that scripts may come from.")
    styles: Hosts = Field(default=(), description="Hosts that styles may come from.")
    fonts: Hosts = Field(default=(), description="Hosts that typefaces may come from.")
    pictures: Hosts = Field(default=(), description="Hosts that pictures may come from.")
    media: Hosts = Field(default=(), description="Hosts that sounds and films may come from.")
    frames: Hosts = Field(default=(), description="Hosts whose pages may be shown in a frame.")
    forms: Hosts = Field(default=(), description="Hosts that forms may send to.")
    inline: tuple[Literal["scripts", "styles"], ...] = Field(
        default=(),
        description="scripts: those that stand in a page of docs/, and handlers such as onclick. "
        "styles: `style` attributes and elements.",
    )

    def hosts(self, kind: str) -> tuple[str, ...]:
        """Return the hosts of a kind: `pictures`."""
        found: tuple[str, ...] = getattr(self, kind)
        return found
