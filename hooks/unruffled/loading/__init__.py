"""From files to one Library, with a place for every value."""

from .library import load

__all__ = ["load"]
