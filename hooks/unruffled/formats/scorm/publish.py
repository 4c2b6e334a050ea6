"""The packages that a site offers for download."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...blocks.packages.view import offers_packages, packages_values
from .build import package

if TYPE_CHECKING:
    from ...rendering import Renderer


def published(renderer: Renderer, site: str = "") -> dict[str, bytes]:
    """Return the packages by their paths below docs/; none, where no page offers them.

    ``site`` as in ``package``.
    """
    library = renderer.library
    if not offers_packages(library):
        return {}
    offered = packages_values(library)["packages"]
    return {path: package(renderer, quiz, site) for quiz, path, _ in offered}
