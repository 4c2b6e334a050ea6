"""MkDocs events → calls into the core: the only file that knows MkDocs.

It holds no rules and no HTML. ProperDocs gives it the same events.
"""

from __future__ import annotations

import gc
import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel

from unruffled import urls
from unruffled.export import published
from unruffled.finishing import put_in_place, without_dates, workplace
from unruffled.loading import CONTENT
from unruffled.offline import REMOVER, WORKER, write_worker
from unruffled.packing import STYLE, is_packed, joins, pack
from unruffled.problems import errors
from unruffled.project import inspect
from unruffled.render import Renderer
from unruffled.render.data import data_files
from unruffled.render.extension import FenceExtension
from unruffled.render.head import moved_head, page_head, site_head
from unruffled.render.manifest import MANIFEST
from unruffled.render.quizzes import report_address
from unruffled.render.searchable import with_quizzes, without_quizzes
from unruffled.render.untranslated import untranslated
from unruffled.report import summary
from unruffled.scorm import published as packages
from unruffled.slugs import slugify

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from unruffled.problems import Problem

log = logging.getLogger("mkdocs.hooks.unruffled")

ENGINES = ("mkdocs", "properdocs")
"""The names under which the engines log."""


class _Build:
    """What one build needs from event to event; a live server makes many builds."""

    keeps_serving = False
    dirty = False
    extension: FenceExtension

    def __init__(self) -> None:
        self.site: Path | None = None
        self.quizzes: dict[str, list[str]] = {}
        self.told: set[Problem] = set()


_build = _Build()


def on_startup(*, command: str, dirty: bool) -> None:
    """Note whether a fault ends the run (build) or is shown on the page (serve)."""
    _build.keeps_serving = command == "serve"
    _build.dirty = dirty


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> None:
    """Rebuild a live preview when something beside docs/ changes, too.

    Not by `watch` in mkdocs.yml: that would ask a fork to have every folder.
    """
    root = Path(config.config_file_path).parent
    for path in (root / name for name in CONTENT):
        if path.exists():
            server.watch(str(path))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the content; stop a build with faults before anything is written."""
    root = Path(config.config_file_path).parent
    if Path(config.docs_dir) != root / "docs":
        raise Abort("Unruffled: the pages must lie in docs/ beside mkdocs.yml (`docs_dir: docs`).")
    library, problems = inspect(root)
    for each in problems:
        if each.severity == "error":
            log.error("%s", each)
        elif each not in _build.told:  # a live preview says a note once, not at every change
            log.info("%s", each)
    _build.told.update(problems)
    if errors(problems):
        if not _build.keeps_serving:
            raise Abort(f"Unruffled: {summary(problems)}; nothing was built.")
        log.error("%s; the pages show them in place.", summary(problems))
    address = partial(urls.relative, directories=config.use_directory_urls)
    reports = report_address(library.organisation, config.repo_url or "")
    renderer = Renderer(library, problems, address, reports)
    _build.extension = FenceExtension(renderer)
    config.markdown_extensions.append(_build.extension)
    config.mdx_configs.setdefault("toc", {})["slugify"] = slugify
    head = site_head(library.organisation)
    config.site_name = head["site_name"]
    config.extra["contact_email"] = head["contact_email"]
    directories = config.use_directory_urls
    config.extra |= moved_head(library, config.site_url or "", directories=directories)
    config.extra["manifest"] = "" if _build.keeps_serving else MANIFEST
    if not _build.keeps_serving:
        # The Library stays to the end. Looking for rubbish in it, again and again and once more
        # at the exit, is a quarter of the time of a large build.
        gc.freeze()
        if not _build.dirty:  # such a build adds to the files of the last one
            _build.site = Path(config.site_dir)
            config.site_dir = str(workplace(_build.site))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made from data, and the data for the browser; pack its scripts."""
    library = _build.extension.renderer.library
    listed = {path for path, _ in library.nav}
    for path, text in library.generated.items():
        inclusion = InclusionLevel.INCLUDED if path in listed else InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, path, content=text, inclusion=inclusion))
    made = data_files(library, directories=config.use_directory_urls) | published(library)
    made |= packages(_build.extension.renderer, Path(config.docs_dir), config.site_url or "")
    for path, content in made.items():
        files.append(File.generated(config, path, content=content))
    if _build.keeps_serving:
        files.append(File.generated(config, WORKER, content=REMOVER))
    else:
        for file in filter(lambda each: is_packed(each.src_uri), files):
            file.content_string = pack(file.src_uri, file.content_string)
        _join_styles(files, config)
    return files


def _join_styles(files: Files, config: MkDocsConfig) -> None:
    """Publish the styles of every page as one file, in their order."""
    joined = [
        file for path in config.extra_css if joins(path) and (file := files.src_uris.get(path))
    ]
    if joined:
        text = "\n".join(file.content_string for file in joined)
        names = {file.src_uri for file in joined}
        files.append(File.generated(config, STYLE, content=text))
        config.extra_css = [STYLE, *(path for path in config.extra_css if path not in names)]
        for file in joined:
            files.remove(file)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the extension which page comes next; give the theme its title and description."""
    path = _build.extension.page = page.file.src_uri
    known = _build.extension.renderer.library.pages.get(path)
    if known:
        page.meta.update(page_head(known.meta, config.site_description or ""))
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Mark what is not to be translated; keep the quizzes aside while the search reads the page.

    It would leave them out by their `data-search-exclude`, too, but only after parsing them:
    a quarter of the time of a build with many quizzes.
    """
    html, _build.quizzes[page.file.src_uri] = without_quizzes(untranslated(html))
    return html


@event_priority(-100)
def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Any) -> None:
    """Put the quizzes back, after every plugin and before the template."""
    page.content = with_quizzes(page.content or "", _build.quizzes.pop(page.file.src_uri, []))


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the site, after every plugin: the search writes, too. List it for browsers to keep,
    and put it in its place.
    """
    if _build.keeps_serving:
        return
    built = Path(config.site_dir)
    without_dates(built)
    try:
        write_worker(built)
    except FileNotFoundError as error:
        log.info("Nothing is kept for offline: there is no %s", error.filename)
    if _build.site and not _is_refused():
        put_in_place(built, _build.site)
        config.site_dir = str(_build.site)
        log.info("The site is finished: %s", _build.site)


def _is_refused() -> bool:
    """Whether the engine will end this build for its warnings (`--strict`), after all events."""
    counters = (handler for name in ENGINES for handler in logging.getLogger(name).handlers)
    return any(each.get_counts() for each in counters if hasattr(each, "get_counts"))


def on_build_error(error: Exception) -> None:
    """Remove what was built so far; an earlier site stays."""
    if _build.site:
        workplace(_build.site)
