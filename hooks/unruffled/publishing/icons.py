"""The pictures that stand for a handbook: its own where it has them, else those of the package."""

from __future__ import annotations

from ..assets import PACKAGE, address_of
from ..model.library import Library

OWN = "assets/images"
"""Where a handbook has its own, below docs/."""

ICONS = PACKAGE / "browser" / "icons"

OURS = {
    "logo.svg": "icon.svg",
    "favicon.svg": "icon.svg",
    "icon-192.png": "icon-192.png",
    "icon-512.png": "icon-512.png",
    "icon-512-maskable.png": "icon-512-maskable.png",
}
"""The name of a handbook's own picture → the file of the package that stands in for it."""

TOUCH = "icon-512-maskable.png"
"""What a telephone shows that puts a page on its first screen: it cuts the corners by itself."""


def icons(library: Library) -> dict[str, str]:
    """Return the path on the site of each picture, by its name."""
    own = {name: f"{OWN}/{name}" for name in OURS}
    brand = library.organisation.brand
    # Pictures of what it is built on do not have its colours.
    foreign = library.below.keys() if brand else frozenset()
    found = {
        name: path if path in library.files - foreign else address_of(ICONS / OURS[name])
        for name, path in own.items()
    }
    return found | (
        {"logo.svg": brand.logo, "favicon.svg": brand.logo} if brand and brand.logo else {}
    )


def spare(library: Library) -> set[str]:
    """Return the paths on the site of our pictures that this handbook has no use for."""
    return {address_of(ICONS / name) for name in OURS.values()} - set(icons(library).values())
