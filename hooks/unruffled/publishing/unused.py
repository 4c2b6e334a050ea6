"""Scripts and styles of the package that a site has no page for: they are not published.

Browsers keep a whole site for use without a network. So a file costs every reader, also where no
page loads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model.library import Library

_BADGES = ("blocks/badge/", "browser/core/badge.js")
_STORES = (
    "blocks/launch/",
    *(
        f"browser/core/{name}.js"
        for name in (
            *("launch", "launched", "outbox", "outbox-words", "statements", "taking-over"),
        )
    ),
    "browser/site/launched.js",
    "browser/site/sending.js",
)


def unused(library: Library) -> tuple[str, ...]:
    """Return how the paths of such files begin, inside the package."""
    organisation = library.organisation
    return (*(() if organisation.badges else _BADGES), *(() if organisation.stores else _STORES))
