"""Where on the site something is shown."""

from __future__ import annotations

from ..keeping import fact
from ..model.library import Library


@fact
def first_with(library: Library, kind: str) -> str:
    """Return the first page that has a fence of a kind, relative to docs/; empty without one."""
    return next((path for path, page in library.pages.items() if page.fences_of(kind)), "")
