"""Statements of learners (Experience API): launch links, and what is read back from a store."""

from .links import launch_link
from .reading import StoreError, pages
from .results import Gathered, gathered, written

__all__ = ["Gathered", "StoreError", "gathered", "launch_link", "pages", "written"]
