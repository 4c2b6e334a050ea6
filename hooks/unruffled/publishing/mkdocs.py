"""MkDocs events → calls into the core: the only file that knows MkDocs.

It is a plugin (`plugins: [search, unruffled]`), and a hook where the package lies beside the
handbook. It holds no rules and no HTML. ProperDocs gives it the same events.
"""

from __future__ import annotations

import gc
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.base import Config
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, InclusionLevel

from ..keeping import sentence
from ..layers import layer_theme
from ..model.content import CONTENT
from ..problems import errors
from ..rendering.extension import FenceExtension
from ..report import summary
from ..text.slugs import slugify
from ..words import FOLDER
from .building import Building, BusyError, why
from .contents import Contents, Place
from .digests import write_digests
from .finishing import without_dates
from .head import page_head
from .mkdocs_kept import PagesKept, unknown
from .mkdocs_preview import Browsers, Preview, hasten, is_known
from .mkdocs_settings import LanguageError, settle
from .offline import write_worker
from .plan import SitePlan
from .policy import HOW_TO_ALLOW, write_policies
from .untranslated import untranslated

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from ..model.library import Library
    from ..problems import Problem

log = logging.getLogger("mkdocs.plugins.unruffled")

ENGINES = ("mkdocs", "properdocs")
"""The names under which the engines log."""


class NoSettings(Config):
    """The plugin has none: what a handbook decides stands in its own files."""


class Unruffled(BasePlugin[NoSettings]):
    """A handbook's content in a site of MkDocs; what one build needs, from event to event."""

    def __init__(self) -> None:
        super().__init__()
        self.keeps_serving = False
        self.dirty = False
        self.building: Building | None = None
        self.told: set[Problem] = set()
        self.contents = Contents()
        self.pages: PagesKept | None = None
        self.last: tuple[MkDocsConfig, Files] | None = None
        """What the engine has of the last build, once that is whole."""

    @property
    def library(self) -> Library:
        """The content of this build."""
        return self.extension.renderer.library

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note whether a fault ends the run (build) or is shown on the page (serve)."""
        self.keeps_serving = command == "serve"
        self.dirty = dirty

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Rebuild a live preview when something beside docs/ changes, too.

        Not by `watch` in mkdocs.yml: that would ask a handbook to have every folder.
        """
        in_parts = self.pages and not self.dirty and is_known(server, config)
        if in_parts:  # before more is watched: another watch is set up
            hasten(server, config, len(self.contents.seen or ()))
        for root in self.library.roots:
            # docs/ of the handbook itself is watched by the engine.
            names = [*(row.path for row in CONTENT), FOLDER]
            names += ["docs", "mkdocs.yml"] if root.name else []
            for path in (root.folder / name for name in names):
                if path.exists():
                    server.watch(str(path))
        if in_parts:
            gc.freeze()  # what the first build has made stays; nobody looks for rubbish in it again
            server.builder = Preview(self, server.builder, Browsers(server))
        return server

    @event_priority(50)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the content; stop a build with faults before anything is written.

        It comes before the theme's search, which is switched off here.
        """
        root = Path(config.config_file_path).parent
        if Path(config.docs_dir) != root / "docs":
            raise Abort(
                "Unruffled: the pages must lie in docs/ beside mkdocs.yml (`docs_dir: docs`)."
            )
        self.last = None
        self.pages = None
        planned = self.contents.planned(self.place(config))
        self.report(planned.problems)
        self.plan: SitePlan = planned.plan
        self.extension = FenceExtension(planned.renderer)
        library = self.library
        try:
            settle(config, self.plan)
        except LanguageError as error:
            raise Abort(f"Unruffled: {error}") from error
        if library.menu is not None:
            config.nav = [each.as_setting() for each in library.menu]
        # The list says that it holds names; Markdown takes an extension itself, too.
        config.markdown_extensions.append(self.extension)  # type: ignore[arg-type]
        config.mdx_configs.setdefault("toc", {})["slugify"] = slugify
        self.pages = self._pages_kept(config)
        if not self.keeps_serving:
            # The Library stays to the end. Looking for rubbish in it, again and again and once
            # more at the exit, is a quarter of the time of a large build.
            gc.freeze()
            if not self.dirty:  # such a build adds to the files of the last one
                self.building = Building(Path(config.site_dir))
                config.site_dir = str(self._begun(self.building))
        return config

    def _begun(self, building: Building) -> Path:
        try:
            return building.begin()
        except BusyError as error:
            raise Abort(f"Unruffled: {error}; wait for its end, and build again.") from error

    def place(self, config: MkDocsConfig) -> Place:
        """Return what the engine knows of where project and site lie."""
        root = Path(config.config_file_path).parent
        addresses = (config.site_url or "", config.repo_url or "")
        return Place(root, config.use_directory_urls, *addresses, self.keeps_serving)

    def _pages_kept(self, config: MkDocsConfig) -> PagesKept | None:
        """Return what is kept of pages; None where something is at work on them that is unknown."""
        kept = self.contents.kept
        if kept is None:
            return None
        if others := unknown(config, self):
            log.info("Pages are made anew each time: nothing is known of %s.", others)
            return None
        return PagesKept(kept, self.library, self.extension, config)

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Note the menu: every page shows a part of it."""
        if self.pages:
            self.pages.heard(nav)
        return nav

    @event_priority(-100)
    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Let finished pages be taken from what is kept, once the titles of all are known."""
        return self.pages.environment(env, files) if self.pages else env

    def report(self, problems: list[Problem]) -> None:
        """Log faults and notes; raise Abort where a fault ends the build."""
        for each in problems:
            if each.severity == "error":
                log.error("%s", each)
            elif each not in self.told:  # a live preview says a note once, not at every change
                log.info("%s", each)
        self.told.update(problems)
        if errors(problems):
            if not self.keeps_serving:
                raise Abort(f"Unruffled: {summary(problems)}; nothing was built.")
            log.error("%s; the pages show them in place.", summary(problems))

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages that are made from data, and every file of the plan."""
        listed = {path for path, _ in self.library.nav}
        for path, text in self.plan.pages.items():
            inclusion = InclusionLevel.INCLUDED if path in listed else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, path, content=text, inclusion=inclusion))
        for path, content in self.plan.inherited.items():
            inclusion = InclusionLevel.INCLUDED if path in listed else InclusionLevel.NOT_IN_NAV
            files.append(_file(config, path, content, inclusion))
        for path, content in self.plan.files.items():
            files.append(_file(config, path, content, InclusionLevel.UNDEFINED))
        if self.pages:
            self.pages.hear()
        return files

    def on_page_markdown(
        self, markdown: str, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Tell the extension which page comes next; give the theme its title and description."""
        path = self.extension.page = page.file.src_uri
        known = self.library.pages.get(path)
        if known:
            page.meta.update(page_head(known.meta, config.site_description or ""))
            page.meta.update(self.plan.marks.get(path, {}))
        if self.pages:
            self.pages.take(page, files)
        return markdown

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Mark what is not to be translated."""
        return untranslated(html)

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Finish the site, after every plugin. List it for browsers to keep, and put it in its
        place.
        """
        if self.contents.kept:
            self.contents.kept.end()
        log.info("%s", sentence(self.contents.kept))
        built = Path(config.site_dir)
        if self.pages and self.pages.files and self.keeps_serving:
            self.last = config, self.pages.files
        if not layer_theme(built):
            log.warning(
                "Unruffled: the theme's styles were not found in assets/stylesheets/. Ours are "
                "written for Material for MkDocs 9.8: use that version."
            )
        if self.keeps_serving:
            return
        without_dates(built)
        for told in write_policies(built):
            log.warning("Unruffled: %s. A plugin has put it there: %s", told, HOW_TO_ALLOW)
        write_worker(built)
        write_digests(built)
        if self.building and not _is_refused():
            self.building.finish(built)
            config.site_dir = str(self.building.site)
            log.info("The site is finished: %s", self.building.site)

    def on_build_error(self, error: Exception) -> None:
        """Remove what was built so far, and say why it ended; an earlier site stays."""
        if self.building:
            self.building.leave()
        if isinstance(error, OSError) and not self.keeps_serving:
            raise Abort(f"Unruffled: {why(error)} An earlier site is as it was.") from error


def _file(
    config: MkDocsConfig, path: str, content: str | bytes | Path, inclusion: InclusionLevel
) -> File:
    if isinstance(content, Path):
        return File.generated(config, path, abs_src_path=str(content), inclusion=inclusion)
    return File.generated(config, path, content=content, inclusion=inclusion)


def _is_refused() -> bool:
    """Whether the engine will end this build for its warnings (`--strict`), after all events."""
    counters = (handler for name in ENGINES for handler in logging.getLogger(name).handlers)
    return any(each.get_counts() for each in counters if hasattr(each, "get_counts"))
