"""What the organisation has filled in, in one slot."""

from __future__ import annotations

from ..base import Block, Family, of_item
from .view import slot_values

FAMILY = Family(
    blocks=(
        Block(
            "organisation",
            of_item(slot_values),
            listed="slots",
            most=1,
            noun="slot",
            files=("organisation.yml",),
        ),
    )
)
