"""What is due for another look."""

from __future__ import annotations

from ...upkeep import looked_at
from ..base import Block, Family, Pages, of_library
from .view import UPKEEP, upkeep_page

FAMILY = Family(
    blocks=(
        Block(
            "upkeep",
            of_library(lambda library: {"looked": looked_at(library)}),
            scripts=("browser/dom/looked.js",),
        ),
    ),
    pages=(
        Pages(upkeep_page, shared={UPKEEP: "the list of what is due for a look"}, on_demand=True),
    ),
)
