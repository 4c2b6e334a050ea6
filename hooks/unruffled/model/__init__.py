"""Frozen, typed content. This package imports nothing else of ours but its own parts."""
