"""What a theme prints of a page outside the text, handed over escaped.

The themes print titles and descriptions as they are; so a title with markup in it would
be markup on every page that lists it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

from ..blocks.made import CARD, GUIDE, PHRASEBOOK
from ..blocks.showing import first_with
from ..text.inline import plain
from ..text.urls import page_url
from .icons import TOUCH, icons

if TYPE_CHECKING:
    from ..model.library import Library
    from ..model.made import MadePage
    from ..model.page import FrontMatter


def page_head(meta: FrontMatter, fallback: str = "") -> dict[str, str]:
    """Return a page's `title` (if it has one) and `description`, for the theme.

    The description is the page's own, else its summary, else ``fallback``.
    """
    described = escape(meta.description) if meta.description else plain(meta.summary or fallback)
    head = {"description": str(described)}
    return head | ({"title": str(escape(meta.title))} if meta.title else {})


def moved_head(library: Library, site_url: str, *, directories: bool = True) -> dict[str, str]:
    """Return where a site has moved to (`moved_to`) and its page of the record, for the theme.

    Both are empty at the new address itself: so one file serves the old and the new build.
    """
    moved = library.organisation.moved_to
    new = f"{moved.rstrip('/')}/" if moved else ""
    if not new or new == f"{site_url.rstrip('/')}/":
        return {"moved_to": "", "moved_record": ""}
    record = first_with(library, "record")
    return {
        "moved_to": str(escape(new)),
        "moved_record": page_url(record, directories=directories) if record else "",
    }


def site_head(library: Library, *, directories: bool = True) -> dict[str, str]:
    """Return what the theme prints on every page: the name of the site, where faults are reported,
    the addresses of the guide and of the phrases, each empty where there is none, the icon, and
    what the search says and leads to.
    """
    organisation = library.organisation

    def address(page: MadePage) -> str:
        path = library.found(page)
        return page_url(path, directories=directories) if path else ""

    return {
        "site_name": str(escape(organisation.handbook_title)),
        "contact_email": str(escape(organisation.contact_email)),
        "guide_page": address(GUIDE),
        "phrases_page": address(PHRASEBOOK),
        "touch_icon": icons(library)[TOUCH],
        **_search(library, directories=directories),
    }


def _search(library: Library, *, directories: bool) -> dict[str, str]:
    """Return whether there is more to find than pages, and the line for somebody in danger."""
    finds = library.cards or library.phrases or library.letters
    safety = library.safety
    shown = safety if safety and safety.card in library.cards else None
    card = page_url(library.path_of(CARD, shown.card), directories=directories) if shown else ""
    return {
        "finds": "yes" if finds else "",
        "safety_line": str(escape(shown.line)) if shown else "",
        "safety_page": card,
    }
