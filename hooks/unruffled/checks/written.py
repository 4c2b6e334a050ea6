"""Every link that an author wrote, and where it leads."""

from __future__ import annotations

import posixpath
import re
from typing import NamedTuple
from urllib.parse import unquote

from ..model.library import Library
from ..model.page import Page
from ..problems import Place
from ..text.urls import beside, output_file, resolve
from .registry import once
from .texts import texts

_SCHEME = re.compile(r"\s*(?P<scheme>[a-z][a-z0-9+.-]*):", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s/:#?]+@[^@\s/:#?]+\.[a-z]+", re.IGNORECASE)
_OWN_DISK = re.compile(r"[a-z]:|file:|\\|~[\\/]|/(?:users|home)/", re.IGNORECASE)
"""How a path begins on the writer's own computer."""
_MARKDOWN_LINK = re.compile(r"""\]\(\s*<?([^)>"'\n]{0,500}[^)>"'\s])""")


class Written(NamedTuple):
    """A link, where it stands, and the page (under docs/) that it is relative to."""

    target: str
    place: Place
    page: str
    picture: bool = False
    html: str = ""

    @property
    def scheme(self) -> str:
        """What stands before its colon, in small letters."""
        found = _SCHEME.match(self.target)
        return found["scheme"].lower() if found else ""

    @property
    def inside(self) -> bool:
        """Whether it leads to something of the site."""
        elsewhere = self.scheme or self.target.startswith("//") or self.on_own_disk
        return not elsewhere

    @property
    def on_own_disk(self) -> bool:
        """Whether it is a path of the writer's own computer."""
        return bool(_OWN_DISK.match(self.target))

    @property
    def name(self) -> str:
        """How messages call it."""
        if self.html and self.html != "img":
            return f'"{self.target}" in `<{self.html}>`'
        return f'the {"picture" if self.picture else "link"} "{self.target}"'


@once
def written_links(library: Library) -> tuple[Written, ...]:
    """Return every link of the pages, of the texts in YAML, and of the objectives."""
    on_pages = (
        Written(link.target, link.place, page.path, link.picture, link.html)
        for page in library.pages.values()
        for link in page.links
    )
    in_texts = (
        Written(target, text.place, "", False)
        for text in texts(library)
        if "](" in text.value and text.inline
        for target in _MARKDOWN_LINK.findall(text.value)
    )
    to_read = (
        Written(objective.read, objective.at("read"), page.path)
        for page in library.pages.values()
        for objective in page.meta.objectives
        if objective.read
    )
    return (*on_pages, *in_texts, *to_read)


def target_of(library: Library, link: Written) -> tuple[str, str, Page | None]:
    """Return where a link inside the site leads: path under docs/, fragment, page if any."""
    path, _, fragment = link.target.partition("#")
    path = unquote(path.partition("?")[0])
    if link.html and path:
        target = _sources(library).get(_output(library, link, path), "")
    else:
        target = resolve(path, link.page) if path else link.page
    return target, unquote(fragment), library.pages.get(target)


@once
def _sources(library: Library) -> dict[str, str]:
    """Return the path under docs/ of everything that has an address, by the file it becomes."""
    made = (each.path for each in library.downloads)
    paths = (*library.files, *library.pages, *made)
    return {output_file(path, directories=library.directories): path for path in paths}


def _output(library: Library, link: Written, path: str) -> str:
    """Return the file of the finished site that a path in HTML leads to from its page."""
    start = posixpath.dirname(output_file(link.page, directories=library.directories))
    found = posixpath.normpath(posixpath.join(start, path))
    is_folder = path.endswith("/") or path.rpartition("/")[2] in (".", "..")
    return posixpath.normpath(posixpath.join(found, "index.html")) if is_folder else found


def forgotten(target: str) -> str:
    """Return what an address outside the site lacks in front, if it is one."""
    if target.casefold().startswith("www."):
        return "https://"
    return "mailto:" if _EMAIL.fullmatch(target) else ""


def from_page(link: Written, path: str) -> str:
    """Return the path under docs/ as it is to be written where the link stands."""
    return beside(path, link.page)
