"""The content of a project, read and checked for one build after another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ..blocks.quiz.view import report_address
from ..keeping import Kept, opened, signature
from ..model.roots import Root
from ..problems import by_file
from ..project import inspect
from ..rendering import Renderer
from ..text import urls
from ..watching import look
from .plan import downloads, site_plan

if TYPE_CHECKING:
    from pathlib import Path

    from ..problems import Problem
    from .plan import SitePlan

Seen = Mapping[str, tuple[int, int]]
"""The time and the size of each file, by its path."""


class Place(NamedTuple):
    """Where a project lies, and where its site will: what an engine says of them."""

    root: Path
    directories: bool = True
    site_url: str = ""
    repo_url: str = ""
    live: bool = False


class Planned(NamedTuple):
    """What one build publishes, and what is wrong with it."""

    plan: SitePlan
    renderer: Renderer
    problems: list[Problem]


class Contents:
    """What is kept from build to build, and which files the last one has seen."""

    def __init__(self) -> None:
        self.kept: Kept | None = None
        self.seen: Seen | None = None
        """The files before that build read them; None where that is not sure."""
        self._roots: tuple[Root, ...] = ()
        self._code = signature()

    def planned(self, place: Place, loads: Mapping[str, bytes] | None = None) -> Planned:
        """Read and check the content; put together what is published of it.

        With ``loads``, what readers can download is taken from there, as it is.
        """
        kept = self._opened(place.root)
        roots = self._roots or (Root(place.root),)
        before = seen(roots)
        library, problems = inspect(place.root, kept=kept)
        self._roots = library.roots
        self.seen = before if library.roots == roots else None
        reports = report_address(library.organisation, place.repo_url)
        renderer = Renderer(
            replace(library, told=by_file(problems)),
            address=partial(urls.relative, directories=place.directories),
            reports=reports,
        )
        plan = site_plan(
            renderer,
            directories=place.directories,
            site_url=place.site_url,
            live=place.live,
            kept=kept,
            loads=loads,
        )
        return Planned(plan, renderer, problems)

    def downloads(self, place: Place, renderer: Renderer) -> dict[str, bytes]:
        """Return what readers can download of the content that was planned last."""
        return downloads(
            renderer,
            directories=place.directories,
            site_url=place.site_url,
            live=place.live,
            kept=self.kept,
        )

    def _opened(self, root: Path) -> Kept | None:
        """Return what is kept of earlier builds, begun for this one."""
        if self.kept is None:
            self.kept = opened(root)
        if self.kept and self._code != signature():
            # The generator was changed under this process, which has a part of the old one.
            self.kept = Kept(fault="the generator has changed: start anew")
        if self.kept:
            self.kept.begin()
        return self.kept


def seen(roots: tuple[Root, ...]) -> Seen:
    """Return the files that lie in the roots now."""
    return {path: (time, size) for path, time, size in look(roots)}
