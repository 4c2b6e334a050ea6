"""What is due for another look."""

from __future__ import annotations

from ...upkeep import looked_at
from ..base import Block, Family, Pages, of_library
from ..made import UPKEEP
from .view import upkeep_page

FAMILY = Family(
    blocks=(
        Block(
            "upkeep",
            of_library(lambda library: {"looked": looked_at(library)}),
            scripts=("browser/dom/looked.js",),
        ),
    ),
    pages=(Pages(upkeep_page, (UPKEEP,), on_demand=True),),
)
