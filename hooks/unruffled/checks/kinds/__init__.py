"""Rules that only one kind of question needs; importing a module registers them."""

from . import choices, fill_in, gaps, sorting, spot

__all__ = ["choices", "fill_in", "gaps", "sorting", "spot"]
