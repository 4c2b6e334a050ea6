"""A live preview builds what changed, and nothing else.

The engine builds the whole site at each save. Here, its parts for one page are called for those
pages that can differ. Whatever changes the frame of the site (the menu, a title in it, which files
there are, the settings) is left to a whole build. That one takes what did not change from what is
kept.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from mkdocs.commands.build import _build_page, _populate_page
from watchdog.observers.polling import PollingObserver

from ..project import collector_at_rest
from .contents import Contents, Place, Seen, seen

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import File, Files

    from ..model.library import Library
    from ..problems import Problem
    from ..rendering import Renderer
    from ..rendering.extension import FenceExtension
    from .mkdocs_kept import PagesKept
    from .plan import SitePlan

log = logging.getLogger("mkdocs.plugins.unruffled")

PAUSES = (0.1, 0.5)
"""Seconds between two looks at the files: the fewest, and those of the engine."""

FILES_A_SECOND = 5000
"""So many files are looked at in one second, at most: the more there are, the longer the pauses."""

DELAY = 0.02
"""Seconds without another change after which a change is taken for done."""


class Site(Protocol):
    """What the last build has left."""

    contents: Contents
    extension: FenceExtension
    pages: PagesKept | None
    plan: SitePlan
    last: tuple[MkDocsConfig, Files] | None

    @property
    def library(self) -> Library:
        """The content of that build."""

    def place(self, config: MkDocsConfig) -> Place:
        """Return what the engine knows of where project and site lie."""

    def report(self, problems: list[Problem]) -> None:
        """Say what is wrong."""


class Browsers:
    """The browsers that look at a preview; none, without its server."""

    def __init__(self, server: LiveReloadServer | None = None) -> None:
        self._server = server

    def load(self) -> None:
        """Let them load the pages that are there, though the build goes on."""
        if self._server:
            with self._server._epoch_cond:
                self._server._visible_epoch = self._server._wanted_epoch
                self._server._epoch_cond.notify_all()

    def hold(self) -> None:
        """Let them wait for the end of this build, whatever they have loaded before."""
        if self._server:
            with self._server._epoch_cond:
                self._server._wanted_epoch += 1


class Preview:
    """Builds again for a server: ``site`` has what the last build has left.

    The ``browsers`` load the pages as soon as these are there. What readers take for other programs
    comes after that.
    """

    def __init__(
        self, site: Site, whole: Callable[[], None], browsers: Browsers | None = None
    ) -> None:
        self.site = site
        self.whole = whole
        self.browsers = browsers or Browsers()

    def __call__(self) -> None:
        """Build what changed, or all."""
        try:
            with collector_at_rest():
                done = self._build()
        except Exception:  # whatever it is, a whole build tells it as it always did
            log.debug("A build of what changed has failed.", exc_info=True)
            done = False
        if not done:
            self.browsers.hold()
            self.whole()

    def _build(self) -> bool:
        """Build what changed; return False where that is not enough."""
        site, last = self.site, self.site.last
        if not (last and site.pages) or site.contents.seen is None:
            return False
        config, files = last
        before, now = site.contents.seen, seen(site.library.roots)
        frame = str(Path(config.config_file_path))
        if before.keys() != now.keys() or _differs(frame, before, now):
            return False
        place = site.place(config)
        plan, renderer, problems = site.contents.planned(place, loads_of(site.plan))
        if site.pages.kept is not site.contents.kept:  # the generator was changed meanwhile
            return False
        if _around(renderer) != _around(site.extension.renderer):
            return False
        if not _same_frame(site.plan, plan):
            return False
        earlier, site.plan = site.plan, plan
        site.extension.renderer = renderer
        site.pages.begin(renderer.library, files)
        if not self._populated(config, earlier, before, now):
            site.last = None  # the pages that are there belong to no build any more
            return False
        site.contents.seen = now
        site.report(problems)
        site.pages.say_frame_again()
        self._written(config, earlier, before, now)
        self.browsers.load()
        return self._loaded(site.contents.downloads(place, renderer))

    def _loaded(self, loads: Mapping[str, bytes]) -> bool:
        """Write what readers can download and differs; return False where there are other files."""
        plan, files = self.site.plan, _files(self._pages())
        if plan.loads != loads.keys():
            return False
        self.site.plan = replace(plan, files={**plan.files, **loads})
        for path, content in loads.items():
            if plan.files[path] != content and (file := files.get_file_from_path(path)):
                file.content_bytes = content
                file.copy_file()
        return True

    def _populated(self, config: MkDocsConfig, earlier: SitePlan, before: Seen, now: Seen) -> bool:
        """Convert the pages that can differ; return False where other pages show what differs."""
        pages = self._pages()
        self.changed: list[File] = []
        for file in files_of(pages):
            if not self._can_differ(file, earlier, before, now):
                pages.kept.used["pages"] += 1
                pages.say_again(file.src_uri)
                continue
            page = file.page
            if page is None or file.inclusion.is_excluded():
                return False
            if file.src_uri in self.site.plan.pages:
                file.content_string = self.site.plan.pages[file.src_uri]
            shown = pages.in_menu(page)
            _populate_page(page, config, _files(pages))
            if pages.in_menu(page) != shown:
                return False
            self.changed.append(file)
        return True

    def _pages(self) -> PagesKept:
        pages = self.site.pages
        assert pages is not None
        return pages

    def _can_differ(self, file: File, earlier: SitePlan, before: Seen, now: Seen) -> bool:
        path = file.src_uri
        if earlier.pages.get(path) != self.site.plan.pages.get(path):
            return True
        source = file.abs_src_path
        if source and _differs(str(Path(source)), before, now):
            return True
        return not self._pages().is_current(path)

    def _written(self, config: MkDocsConfig, earlier: SitePlan, before: Seen, now: Seen) -> None:
        """Write what differs: files of the plan, files of docs/, pages, and what plugins add."""
        pages = self._pages()
        for file in _others(pages.files, self.site.plan, earlier, before, now):
            file.copy_file()
        docs = files_of(pages)
        pages.kept.used["finished pages"] += len(docs) - len(self.changed)
        env, nav = pages.env, pages.nav
        assert env is not None and nav is not None
        for file in self.changed:
            assert file.page is not None
            _build_page(file.page, config, docs, nav, env)
        level = config.validation.links.anchors
        for file in docs:
            if file.page is not None:
                file.page.validate_anchor_links(files=_files(pages), log_level=level)
        config.plugins.on_post_build(config=config)


def loads_of(plan: SitePlan) -> dict[str, bytes]:
    """Return what readers can download."""
    found = ((path, plan.files[path]) for path in plan.loads)
    return {path: content for path, content in found if isinstance(content, bytes)}


def _differs(path: str, before: Seen, now: Seen) -> bool:
    return before.get(path) != now.get(path)


def _files(pages: PagesKept) -> Files:
    assert pages.files is not None
    return pages.files


def files_of(pages: PagesKept) -> list[File]:
    """Return the files of pages that a preview builds."""
    return list(_files(pages).documentation_pages(inclusion=lambda each: each.is_in_serve()))


def _others(
    files: Any, plan: SitePlan, earlier: SitePlan, before: Seen, now: Seen
) -> Iterator[File]:
    """Yield the files that are no pages and differ."""
    for path, content in plan.files.items():
        if earlier.files[path] != content and (file := files.get_file_from_path(path)):
            if isinstance(content, str):
                file.content_string = content
            elif isinstance(content, bytes):
                file.content_bytes = content
            yield file
    for file in files:
        source = file.abs_src_path
        if source and not file.is_documentation_page() and _differs(source, before, now):
            yield file


def _same_frame(before: SitePlan, now: SitePlan) -> bool:
    """Whether two plans have the same files, head and settings: only contents may differ."""
    two = ("pages", "files")
    apart = {*two, "loads"}
    return all(
        getattr(before, each.name) == getattr(now, each.name)
        for each in fields(before)
        if each.name not in apart
    ) and all(
        getattr(before, name).keys() == getattr(now, name).keys() for name in ("pages", "files")
    )


def _around(renderer: Renderer) -> tuple[Any, ...]:
    """Return what pages or the menu have besides what is asked while they are rendered."""
    library = renderer.library
    listed = [path for path, _ in library.nav]
    menu = (listed, library.sections, library.menu, library.roots, library.gone, library.below)
    return (renderer.reports, *menu)


def is_known(server: LiveReloadServer, config: MkDocsConfig) -> bool:
    """Whether server and templates are those that a preview in parts was written for."""
    is_known = type(server).__module__ == "mkdocs.livereload" and config.theme.name == "material"
    return is_known and not config.theme.custom_dir


def hasten(server: LiveReloadServer, config: MkDocsConfig, number: int) -> None:
    """Let a server see a change sooner than it does by itself; ``number`` files are watched."""
    watched = [path for path in (config.docs_dir, config.config_file_path) if path]
    for path in watched:
        server.unwatch(path)
    pause = min(max(PAUSES[0], number / FILES_A_SECOND), PAUSES[1])
    server.observer = PollingObserver(timeout=pause)
    server.build_delay = DELAY
    for path in watched:
        server.watch(path)
