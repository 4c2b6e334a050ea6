"""Scripts and styles as they are published: the same code in fewer bytes.

The files of the package are written for people, with comments and long names; what a browser
loads is packed by tdewolff's minifier, which parses them. Names that other files see stay.
Where the minifier is not to be had (see pyproject.toml), they are published as they are written.
"""

from __future__ import annotations

from .assets import ADDRESS, package_files
from .layers import in_layer, layer_of

try:
    import minify
except ImportError:  # pragma: no cover
    minify = None

STYLE = f"{ADDRESS}/browser/styles/every-page.css"
"""The styles of every page, as they are published: one request in the place of nine."""

_TYPES = {".js": "application/javascript", ".css": "text/css"}


def is_packed(path: str) -> bool:
    """Whether the file at ``path`` (on a site) is one of our own scripts or styles."""
    return path in package_files() and "/vendor/" not in path and path.endswith(tuple(_TYPES))


def joins(path: str) -> bool:
    """Whether the style at ``path`` becomes a part of ``STYLE``.

    Only those of one folder do: what they name, such as a typeface, stays where it is from there.
    """
    return path.rpartition("/")[0] == STYLE.rpartition("/")[0]


def layered(path: str, text: str) -> str:
    """Return the text of the style at ``path`` in its layer; that of a script as it is."""
    inside = path.removeprefix(f"{ADDRESS}/")
    return in_layer(layer_of(inside), text) if path.endswith(".css") else text


def pack(path: str, text: str) -> str:
    """Return the text of the script or style at ``path`` as it is published.

    Raises ``minify.MinifyError`` where the text cannot be parsed.
    """
    text = layered(path, text)
    if minify is None:
        return text
    packed: str = minify.string(_TYPES[path[path.rindex(".") :]], text)
    # The minifier leaves out the last semicolon of a style, which is not the last of a joined one.
    return f"{packed};" if path.endswith(".css") and not packed.endswith("}") else packed
