"""Pages that are made by themselves, and pages of authors that others lead to.

Each has a name. Below that name, `pages` in handbook.yml can give it another address and title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from .base import Model

SPOT = "{}"
"""In handbook.yml: the id in an address, and in a title what the thing is called."""

_UNUSABLE = re.compile(r'[?#%:*<>|"]')
"""What has a meaning of its own in an address, or that a disk of Windows cannot have in a name."""

WITHOUT_PAGES = ("overrides", "assets", "templates")
"""Folders of docs/ that hold no pages."""


@dataclass(frozen=True)
class MadePage:
    """A page that is made by itself, or one for each thing of a folder."""

    name: str
    """What handbook.yml calls it."""
    path: str
    """Where it is under docs/, if handbook.yml says nothing else."""
    title: str
    """In English, `{title}` for what the thing is called; empty where the page has its author's."""
    noun: str
    """What messages call it."""
    heading: str = ""
    """What stands at its top, if not its title."""
    of: type[Model] | None = None
    """The thing that has such a page each."""
    sources: tuple[str, ...] = ()
    """Folders and files of the project that it is made of."""

    @property
    def is_written(self) -> bool:
        """Whether an author writes the page, and others lead to it where it is."""
        return not self.title and not self.sources

    def has(self, path: str, address: str) -> bool:
        """Whether ``path`` is one of the pages at ``address``."""
        begin, spot, end = address.partition(SPOT)
        if not spot:
            return path == address
        return path.startswith(begin) and path.endswith(end)


@cache
def fault_of(page: MadePage, address: str) -> str:
    """Return why ``address`` cannot be that of a page; empty where it can."""
    names = address.split("/")
    if ".." in names:
        return f'"{address}" leads out of docs/'
    if any(not name or name.startswith(".") for name in names):
        return f'"{address}" has a name that is empty, or begins with a dot'
    if names[0] in WITHOUT_PAGES:
        return f'"{address}" is in the folder {names[0]}/, which has no pages'
    if found := _UNUSABLE.search(address):
        return f'"{address}" has {found[0]} in it, which no address can have'
    return fault_of_spot(page, address)


def fault_of_spot(page: MadePage, text: str) -> str:
    """Return why an address or a title cannot be that of one page, or of many."""
    spots = text.count(SPOT)
    if page.of and spots != 1:
        many = f"{spots} times" if spots else "nowhere"
        return f'"{text}" has {{}} {many}: once, it stands for what differs from page to page'
    if not page.of and spots:
        return f'"{text}" has {{}} in it, but {page.noun} is one page'
    return ""
