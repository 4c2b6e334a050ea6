"""The cascade layer that each style belongs to: a later layer wins, whatever the selectors.

The order stands in browser/styles/layers.css, the first of all styles. Files of the package are
written without their layer, and are put into it when they are published, by where they lie. The
styles of the theme come without layers; in a finished site they stand in ``THEME``, below ours.
"""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from pathlib import Path

THEME = "theme"

_ORDER = "browser/styles/layers.css"

_LAYERS = (
    (_ORDER, ""),
    ("formats/scorm/sco/theme.css", THEME),
    ("formats/*", "modes"),
    *((f"browser/styles/{name}.css", "modes") for name in ("hidden", "print", "call-mode")),
    *((f"browser/styles/{name}.css", "blocks") for name in ("copying", "filters", "home")),
    *((f"browser/styles/{name}.css", "blocks") for name in ("moved", "search", "sheets")),
    ("browser/*", "base"),
    ("blocks/*", "blocks"),
    ("kinds/*", "kinds"),
)
"""Paths in the package, or patterns of them, and the layer of each; the first that fits."""

_STYLE_OF_THEME = re.compile(r"(main|palette)\.[0-9a-f]{8}\.min\.css")
_CHARSET = re.compile(r'^\ufeff?(@charset "[^"]*";)?')


def layer_of(path: str) -> str:
    """Return the layer of the style at ``path`` in the package; "" for the file with their order.

    Raises LookupError for a file in none of the folders that styles lie in.
    """
    for pattern, layer in _LAYERS:
        if fnmatchcase(path, pattern):
            return layer
    raise LookupError(path)


def in_layer(layer: str, text: str) -> str:
    """Return the style ``text`` in ``layer``; as it is where that is "", or where it is there."""
    start = f"@layer {layer}{{"
    charset = (_CHARSET.match(text) or [""])[0]
    rest = text.removeprefix(charset)
    if not layer or rest.startswith(start):
        return text
    return f"{charset}{start}{rest}}}"


def layer_theme(site: Path) -> list[Path]:
    """Put the theme's styles in the finished ``site`` below ours; return their files, sorted.

    Whatever engine has built the site; done twice, it is done once.
    """
    found = sorted(
        file
        for file in (site / "assets" / "stylesheets").rglob("*.css")
        if _STYLE_OF_THEME.fullmatch(file.name)
    )
    for file in found:
        text = file.read_text(encoding="utf-8")
        file.write_text(in_layer(THEME, text), encoding="utf-8", newline="\n")
    return found
