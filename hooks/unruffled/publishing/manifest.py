"""The web app manifest: what a browser needs to put the handbook among the installed programs."""

from __future__ import annotations

import json

from ..model.library import Library
from ..rendering.desk_pages import GUIDE, PHRASEBOOK
from ..text.urls import page_url

MANIFEST = "manifest.webmanifest"
"""At the root of the site; addresses in it are relative to it, so the site may lie anywhere."""

GROUND = "#dcefec"
DEEP = "#0d4a57"
"""The colours of the logo: the paper behind the bubble, and the header (see css/site.css)."""

SHORTCUTS = {GUIDE: "On a call", PHRASEBOOK: "Phrases"}


def manifest(library: Library, *, directories: bool = True) -> str:
    """Return the text of ``MANIFEST`` with the organisation's own title.

    Where a shortcut's page is not among the pages, the shortcut is left out.
    """
    title = library.organisation.handbook_title
    shortcuts = [
        {"name": name, "url": "./" + page_url(path, directories=directories)}
        for path, name in SHORTCUTS.items()
        if path in library.pages
    ]
    about = {
        "name": title,
        "short_name": title,
        "lang": library.language,
        "start_url": "./" + page_url("index.md", directories=directories),
        "scope": "./",
        # With a way back, where a system offers one; pages have no such button of their own.
        "display": "standalone",
        "display_override": ["minimal-ui", "standalone"],
        "theme_color": DEEP,
        "background_color": GROUND,
        "icons": [_icon("192"), _icon("512"), _icon("512", "-maskable")],
        "shortcuts": shortcuts,
    }
    return json.dumps(about, ensure_ascii=False, indent=2) + "\n"


def _icon(size: str, purpose: str = "") -> dict[str, str]:
    return {
        "src": f"assets/images/icon-{size}{purpose}.png",
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose.lstrip("-") or "any",
    }
