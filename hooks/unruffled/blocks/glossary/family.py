"""The words of the trade: their page. The Renderer marks their first use in a module."""

from __future__ import annotations

from ..base import Family, Pages
from .view import GLOSSARY, glossary_pages

FAMILY = Family(pages=(Pages(glossary_pages, shared={GLOSSARY: "the glossary"}),))
