"""The words of the trade: their page. The Renderer marks their first use in a module."""

from __future__ import annotations

from ..base import Family, Pages
from ..made import GLOSSARY
from .view import glossary_pages

FAMILY = Family(pages=(Pages(glossary_pages, (GLOSSARY,)),))
