"""What this package asks of the theme and of Markdown: the same for every handbook and engine.

A handbook's own mkdocs.yml has the last word; what it does not say is as it stands here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..assets import ADDRESS, PACKAGE
from ..words import Words, marked

TEMPLATES: Path = PACKAGE / "theme"
"""The templates that this package puts above those of the theme."""

_STYLES = f"{ADDRESS}/browser/styles"

STYLES = tuple(
    f"{_STYLES}/{name}.css"
    for name in (
        *("layers", "fonts", "tokens", "site", "menu", "reading", "blocks", "pictures", "ticks"),
        *("offline", "search", "hidden", "print"),
    )
)
"""The styles of every page, in their order."""

SCRIPTS = (
    *(f"{ADDRESS}/browser/site/{name}.js" for name in ("ticks", "offline", "place")),
    f"{ADDRESS}/blocks/search/search-open.js",
)
"""The scripts of every page. The first loads nothing else before there is a record, the second
nothing at all, the third nothing where the address names no place, or one that is there, the fourth
nothing before somebody searches."""

FEATURES = (
    *("content.code.copy", "navigation.footer", "navigation.indexes", "navigation.prune"),
    *("navigation.tabs", "navigation.sections", "toc.follow"),
)
"""What the theme is asked for besides a handbook's own. `navigation.instant` is left out on
purpose: pages are small, and scripts may rely on a page load."""

SEARCH = ("search", "material/search")
"""The theme's own search, as engines call it. It is off where it is listed: the search of this
package knows cards, phrases and pages, and is in every header."""


def _scheme(name: str, switch: str, icon: str) -> dict[str, Any]:
    scheme = "default" if name == "light" else "slate"
    return {
        "media": f"(prefers-color-scheme: {name})",
        "scheme": scheme,
        "primary": "custom",  # the colours are in browser/styles/tokens.css
        "accent": "custom",
        "toggle": {"icon": icon, "name": switch},
    }


THEME: dict[str, Any] = {
    # The typeface is a file of this package. `false` keeps the theme from asking Google for one.
    "font": False,
    "icon": {"repo": "material/source-repository", "edit": "material/pencil-outline"},
}
"""Settings of the theme, each for a handbook that does not set it."""


def palette(own: Any, words: Words) -> Any:
    """Return the light and the dark scheme of a handbook.

    The first visit follows the system; after that the reader's choice is kept in the browser.

    ``own`` is what it says itself: a list takes the place of ours, as the theme has it; a mapping,
    such as ``{"primary": "indigo"}``, changes each of ours.
    """
    schemes = [
        _scheme("light", words.gettext("Switch to dark colours"), "material/weather-night"),
        _scheme("dark", words.gettext("Switch to light colours"), "material/weather-sunny"),
    ]
    if isinstance(own, dict):
        return [scheme | own for scheme in schemes]
    return own or schemes


EXTENSIONS: dict[str, dict[str, Any]] = {
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "md_in_html": {},
    "sane_lists": {},
    "tables": {"use_align_attribute": True},  # and no style in the page
    "toc": {"permalink": "¶", "permalink_title": marked("Link to this section")},
    "pymdownx.highlight": {"use_pygments": True, "pygments_lang_class": True},
    "pymdownx.magiclink": {},
    "pymdownx.superfences": {},
    "pymdownx.tilde": {"subscript": False},
}
"""The extensions of Markdown, with their settings."""


def extensions(words: Words) -> dict[str, dict[str, Any]]:
    """Return ``EXTENSIONS`` with what a reader sees of them in the language of the site."""
    toc = EXTENSIONS["toc"]
    title = words.said(toc["permalink_title"])
    return EXTENSIONS | {"toc": toc | {"permalink_title": title}}


VALIDATION: dict[str, dict[str, str]] = {
    # Our own check asks that something leads to a page: the menu, or a link.
    "nav": {"omitted_files": "ignore", "not_found": "warn", "absolute_links": "warn"},
    "links": {
        "not_found": "warn",
        "absolute_links": "warn",
        "unrecognized_links": "warn",
        # Our own check knows the addresses that quizzes and sources add; the engine's does not.
        "anchors": "ignore",
    },
}
"""How the engine reports what it finds wrong."""
