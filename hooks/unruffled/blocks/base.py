"""A block, what a fence asks for, and a family of blocks: all that belongs to them in one object.

The registry finds the families. Whoever reads, checks, links or renders asks a Block, and has no
table of words of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from ..model.base import Model
from ..model.handbook import FILE as HANDBOOK
from ..model.library import Library, row_of
from ..model.made import MadePage
from ..model.page import Fence, Page
from .context import PageContext

REPORTING = "browser/site/launched.js"
"""The script that reports answers to a store, in a tab that a launch link has opened."""

Values = Callable[[PageContext, Any], Mapping[str, Any] | None]
"""What the template shows of an item on a page; None where its file must be mended first."""


def nothing(context: PageContext, item: Any) -> Mapping[str, Any]:
    """Return the values of a template that needs none besides those of every page."""
    return {}


def of_library(values: Callable[[Library], Mapping[str, Any]]) -> Values:
    """Make the values of a block that shows something of the whole Library."""
    return lambda context, _: values(context.library)


def of_item(values: Callable[[Library, Any], Mapping[str, Any]]) -> Values:
    """Make the values of a block that shows one thing, the same on every page."""
    return lambda context, item: values(context.library, item)


def _none(*_: object) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class Need:
    """What must stand in the front matter of a page that has the block."""

    words: str
    """How messages call it."""
    met: Callable[[Page], bool]


class Room(Enum):
    """What a page with a block is for: it decides what browsers keep first, and what they draw."""

    CALLS = auto()
    """Beside a call. What lies in one folder with it is, too; it is kept first."""
    WORDS = auto()
    """Words to take: beside a call, too, but kept first only where there are no cards."""
    LEARNING = auto()
    """The learner's record is read before the theme's script runs."""
    COURSE = auto()
    """The same, and the record says what stands in every line."""
    TRAINING = auto()
    """For trainers: kept when somebody opens it."""
    OFFLINE = auto()
    """What browsers keep is told there: it is kept first."""


@dataclass(frozen=True)
class Block:
    """What the core puts in place of a fence with one word."""

    word: str
    """What stands behind the backticks."""
    values: Values = nothing
    content: type[Model] | None = None
    """What a fence names: things of a folder in CONTENT."""
    listed: str = ""
    """What a fence names besides: ids of this list in handbook.yml."""
    most: int | None = 0
    """How many names a fence holds: none, one, or (None) any number that are shown as one."""
    noun: str = ""
    """How messages call what is named, if not like the word."""
    need: Need | None = None
    files: tuple[str, ...] = ()
    """Files of the project that the block shows besides, such as `references.yml`."""
    template: str = ""
    """Its name, if not that of the word."""
    styles: tuple[str, ...] = ()
    """Names of files in its own folder, or paths in this package; so for scripts."""
    scripts: tuple[str, ...] = ()
    more: Callable[[Library, str, Fence], Iterable[str]] = _none
    """Styles and scripts for what is on the page (path under docs/), loaded between the others."""
    anchors: Callable[[Library, Page, Fence], Iterable[str]] = _none
    """The ids that it gives to a page."""
    said: Callable[[Library, Page, Fence], Iterable[str]] = _none
    """Texts by whose words the search finds the page: none that is an answer, or not to be said."""
    room: Room | None = None
    """What pages that show it are for; nothing of these for most."""
    records: bool = False
    """Answers are kept there: where the organisation has a store, they are reported from there."""
    home: str = ""
    """Its folder in blocks/: the registry writes it in."""

    @property
    def template_path(self) -> str:
        """The template, as the environment knows it."""
        return f"blocks/{self.home}/{self.template or f'{self.word}.html'}"

    def known(self, library: Library) -> Collection[str]:
        """Return the names that a fence may hold; none where it must be empty."""
        if self.listed:
            return library.handbook.words[self.listed]
        return library.of(self.content) if self.content else ()

    def file_of(self, library: Library, name: str) -> str:
        """Return the path of the file that ``name`` stands for, or is listed in."""
        if self.listed:
            return HANDBOOK
        return library.file_of(row_of(self.content).name if self.content else "", name)

    def item(self, library: Library, fence: Fence) -> Any:
        """Return what the values are made of: the thing that is named, a list, or the name."""
        if not self.content:
            return fence.body
        things = library.of(self.content)
        found = [things[name] for name in fence.names]
        return found[0] if self.most == 1 else found

    def made_of(self, library: Library, path: str, fence: Fence) -> tuple[str, ...]:
        """Return the files whose faults are shown in place of the block on the page ``path``."""
        named = tuple(self.file_of(library, each) for each in self._named(fence))
        return named or self.files or (f"docs/{path}",)

    def unread(self, library: Library, fence: Fence) -> tuple[str, ...]:
        """Return the files that have to be mended before the block can be shown."""
        things = library.of(self.content) if self.content else {}
        for name in self._named(fence):
            if name not in things or library.is_partial(things[name]):
                return self.made_of(library, "", fence)
        return tuple(each for each in self.files if each in library.partial)

    def _named(self, fence: Fence) -> tuple[str, ...]:
        return (fence.names or ("",)) if self.content else ()

    def assets(self, library: Library, path: str, fence: Fence) -> list[str]:
        """Return the styles and scripts, as paths in this package, styles first."""
        more = list(self.more(library, path, fence))
        styles = [each for each in more if each.endswith(".css")]
        scripts = [each for each in more if not each.endswith(".css")]
        if self.records and library.organisation.stores:
            scripts.append(REPORTING)
        return [*map(self.path_of, (*self.styles, *styles, *scripts, *self.scripts))]

    def path_of(self, name: str) -> str:
        """Return a style or script as a path in this package."""
        return name if "/" in name else f"blocks/{self.home}/{name}"


@dataclass(frozen=True)
class Pages:
    """Pages that are made by themselves. ``make`` returns their Markdown by path under docs/."""

    make: Callable[[Library], Mapping[str, str]]
    made: tuple[MadePage, ...] = ()
    """What it makes: the name, address and title of each."""
    on_demand: bool = False
    """Made only where the menu, or a link that an author wrote, leads to them."""


@dataclass(frozen=True)
class Family:
    """What one folder of blocks/ has: blocks, pages, and data for scripts."""

    blocks: tuple[Block, ...] = ()
    pages: tuple[Pages, ...] = ()
    data: Mapping[str, Callable[..., str]] = field(default_factory=dict)
    """Files of the site by path: each is made of a Library, and of how addresses end."""
