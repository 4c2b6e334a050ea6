"""From files to one Library, with a place for every value."""

from .endings import CONTENT
from .library import load

__all__ = ["CONTENT", "load"]
