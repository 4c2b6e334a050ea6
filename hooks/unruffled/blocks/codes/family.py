"""The page of the problem codes."""

from __future__ import annotations

from ..base import Family, Pages
from ..made import CODES
from .view import codes_page

FAMILY = Family(pages=(Pages(codes_page, (CODES,), on_demand=True),))
