"""The web app manifest: what a browser needs to put the handbook among the installed programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ..blocks.made import GUIDE, PHRASEBOOK
from ..branded import shades_of
from ..model.library import Library
from ..text.urls import page_url
from .icons import icons

MANIFEST = "manifest.webmanifest"
"""At the root of the site; addresses in it are relative to it, so the site may lie anywhere."""

GROUND = "#dcefec"
DEEP = "#0d4a57"
"""The colours of our icons: the paper, and the header (see browser/styles/tokens.css)."""


def manifest(library: Library, *, directories: bool = True) -> str:
    """Return the text of ``MANIFEST`` with the organisation's own title.

    Where a shortcut's page is not among the pages, the shortcut is left out.
    """
    named = library.title_of
    title, brand = library.organisation.handbook_title, library.organisation.brand
    shortcuts = [
        {"name": named(page), "url": "./" + page_url(path, directories=directories)}
        for page in (GUIDE, PHRASEBOOK)
        if (path := library.found(page))
    ]
    pictures = icons(library)
    about: dict[str, Any] = {
        "name": title,
        "short_name": (brand.place if brand else None) or title,
        "lang": library.language,
        "start_url": "./" + page_url("index.md", directories=directories),
        "scope": "./",
        # With a way back, where a system offers one; pages have no such button of their own.
        "display": "standalone",
        "display_override": ["minimal-ui", "standalone"],
        # A handbook with colours of its own is not put into ours: browsers take the page's then.
        **_colours(library),
        "icons": [
            _icon(pictures, "192"),
            _icon(pictures, "512"),
            _icon(pictures, "512", "-maskable"),
        ],
        "shortcuts": shortcuts,
    }
    return json.dumps(about, ensure_ascii=False, indent=2) + "\n"


def _colours(library: Library) -> dict[str, str]:
    if shades := shades_of(library):
        return {"theme_color": shades.bar, "background_color": shades.of(GROUND)}
    return {} if library.own_colours else {"theme_color": DEEP, "background_color": GROUND}


def _icon(pictures: Mapping[str, str], size: str, purpose: str = "") -> dict[str, str]:
    return {
        "src": pictures[f"icon-{size}{purpose}.png"],
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose.lstrip("-") or "any",
    }
