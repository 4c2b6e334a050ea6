"""The files of this package in an organisation's colours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .assets import ADDRESS

if TYPE_CHECKING:
    from .model.library import Library
    from .shades import Shades

Content = str | bytes | Path


def shades_of(library: Library) -> Shades | None:
    """Return the shades of the organisation's colours; None where it has none."""
    brand = library.organisation.brand
    if brand is None or not brand.colour:
        return None
    from .shades import Shades  # it takes a third of a second: for those with colours only

    return Shades(brand.colour, brand.second)


def branded(path: str, content: Content, shades: Shades) -> Content:
    """Return a file of the package, by its path on the site, in the organisation's colours."""
    if not path.startswith(f"{ADDRESS}/") or "/vendor/" in path:
        return content
    if path.endswith((".css", ".svg")):
        return shades.text(_text(content))
    if path.endswith(".png") and isinstance(content, Path):
        return shades.png(content.read_bytes())
    return content


def inherited(library: Library) -> dict[str, Content]:
    """Return what lies in docs/ below the handbook, by its path; drawings in its colours."""
    shades = shades_of(library)
    files = {path: root.folder / "docs" / path for path, root in library.below.items()}
    return {
        path: shades.text(_text(file)) if shades and path.endswith(".svg") else file
        for path, file in files.items()
    }


def _text(content: Content) -> str:
    if isinstance(content, Path):
        return content.read_text(encoding="utf-8")
    return content if isinstance(content, str) else content.decode()
