"""Library → HTML that works without scripts. Pure: the same input gives the same text."""

from .renderer import Renderer

__all__ = ["Renderer"]
