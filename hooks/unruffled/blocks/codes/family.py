"""The page of the problem codes."""

from __future__ import annotations

from ..base import Family, Pages
from .view import CODES, codes_page

FAMILY = Family(
    pages=(Pages(codes_page, shared={CODES: "the list of problem codes"}, on_demand=True),)
)
