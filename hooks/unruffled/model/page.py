"""Markdown pages: their front matter, and what the checks need to know of their body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from ..problems import Place
from .base import Fragment, Id, Inline, Limited, Model, PagePath, Text
from .upkeep import Kept


class Objective(Model):
    """What a learner can do afterwards; finishes "You will be able to …"."""

    id: Id
    text: Inline
    read: Fragment | None = Field(
        default=None, description="The heading to read again: `#the-first-step`."
    )


class MenuPlace(Model):
    """Where a page stands in the menu of what the handbook is built on."""

    below: Text | None = Field(default=None, description="The title of a section: Connect.")
    after: PagePath | None = Field(
        default=None, description="The page that it stands behind; without it, at the end."
    )
    title: Text | None = Field(
        default=None, max_length=80, description="What the menu calls it, if not its title."
    )


class FrontMatter(Kept):
    """The block between `---` lines at the head of a page.

    A page with ``objectives`` is a module. The other keys are those of the theme.
    """

    title: Text | None = None
    summary: Annotated[Text | None, Limited("summary_letters")] = None
    objectives: Annotated[tuple[Objective, ...], Limited("objectives")] = ()
    minutes: int | None = Field(default=None, ge=1, le=120)
    menu: MenuPlace | None = None
    evidence: tuple[str, ...] = ()
    description: Text | None = None
    hide: tuple[str, ...] = ()
    icon: Text | None = None
    template: Text | None = None
    status: Text | None = None


TO_WRITE = "(to write)"
"""What a scaffold puts where an author's words belong."""


APART = {"apart": True}
"""Of a field that is no part of what a thing is: whatever depends on the thing stays as it is."""


@dataclass(frozen=True)
class Heading:
    """A heading of a page; ``slug`` is its fragment in an address."""

    level: int
    text: str
    slug: str
    place: Place
    empty: bool = False
    """Whether nothing stands below it."""


@dataclass(frozen=True)
class Link:
    """A link or picture as the author wrote it."""

    target: str
    place: Place
    picture: bool = False
    """Whether a browser asks for it by itself, as for a picture."""
    wordless: bool = False
    """Whether it is a picture of which neither a text nor `alt=""` says what it shows."""
    html: str = ""
    """The tag that it stands in, if it is written as HTML: then it is an address, not a file."""


@dataclass(frozen=True)
class Fence:
    """A fence that the core fills: ``kind`` is quiz, phrases, …, ``body`` the text inside.

    ``start`` and ``end`` are indexes of the lines it covers (end is past the last);
    ``indented`` and ``closed`` describe faults of form.
    """

    kind: str
    body: str
    start: int
    end: int
    indented: bool = False
    closed: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """What the fence asks for, one name a line."""
        lines = (line.strip(" \t>") for line in self.body.splitlines())
        return tuple(line for line in lines if line)


@dataclass(frozen=True)
class Slip:
    """Something on a page that is nearly what it should be: what was written, and where."""

    kind: str
    written: str
    place: Place


@dataclass(frozen=True)
class Page:
    """One Markdown file in docs/, or one that is generated (then ``generated`` is true)."""

    path: str
    meta: FrontMatter
    place: Place = field(compare=False)
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    fences: tuple[tuple[Fence, Place], ...] = ()
    misspelt: tuple[tuple[str, Place], ...] = ()
    anchors: frozenset[str] = frozenset()
    words: int = 0
    said: tuple[str, ...] = field(default=(), compare=False, metadata=APART)
    """The text above the first heading, then that below each; without what fences of ours show.
    Ask the Library for it (`said_on`): what is kept notes that question apart."""
    starts: int = 0
    """How many lines of front matter stand above the body."""
    to_write: tuple[Place, ...] = ()
    slips: tuple[Slip, ...] = ()
    generated: bool = False

    @property
    def is_module(self) -> bool:
        """Whether the page teaches something that can be tested."""
        return bool(self.meta.objectives)

    @property
    def cut_off(self) -> bool:
        """Whether a fence that is not closed hides the rest of the page."""
        return any(not fence.closed for fence, _ in self.fences)

    @property
    def title(self) -> str:
        """The front matter's title, else the first heading, else the path."""
        return self.meta.title or next((h.text for h in self.headings), self.path)

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the front matter that say something."""
        return frozenset(name for name in type(self.meta).model_fields if getattr(self.meta, name))

    def slips_of(self, kind: str) -> list[Slip]:
        """The page's slips of one kind, in order."""
        return [slip for slip in self.slips if slip.kind == kind]

    def section_of(self, kind: str) -> str:
        """Return the fragment of the heading that the first fence of one kind stands below.

        It is empty where there is no such fence, or no heading of level 2 above it.
        """
        return self.sections.get(kind, "")

    @property
    def sections(self) -> Mapping[str, str]:
        """The fragment of the heading above the first fence of each kind."""
        lines = {fence.kind: place.line for fence, place in reversed(self.fences)}
        parts = [each for each in self.headings if each.level == 2]
        above = {
            kind: [each.slug for each in parts if each.place.line < line]
            for kind, line in lines.items()
        }
        return {kind: f"#{slugs[-1]}" if slugs else "" for kind, slugs in above.items()}

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Text and fragment of each heading of level 2."""
        return tuple((each.text, each.slug) for each in self.headings if each.level == 2)

    @property
    def shows(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The kind of each fence, and what it asks for."""
        return tuple((fence.kind, fence.names) for fence, _ in self.fences)

    def fences_of(self, kind: str) -> list[Fence]:
        """The page's fences of one kind, in order."""
        return [fence for fence, _ in self.fences if fence.kind == kind]
