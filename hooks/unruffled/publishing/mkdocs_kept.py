"""What MkDocs makes of a page is kept: its text in HTML, its file.

Where a plugin, a hook, an extension of Markdown or a template is at work that this package does not
know, nobody can tell what it depends on. Then that part is made anew each time.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from markdown.extensions import Extension
from mkdocs.structure.toc import AnchorLink, TableOfContents

from ..keeping import Asked, Plain, text_digest
from .mkdocs_doors import FilesAsked, Said, Templates
from .mkdocs_seen import as_text, link, menu, seen_of, settings, shown
from .settings import EXTENSIONS

if TYPE_CHECKING:
    from jinja2 import Environment, Template
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from ..keeping import Kept
    from ..model.library import Library
    from ..rendering.extension import FenceExtension

PLUGINS = frozenset({"search", "material/search", "unruffled"})
"""Of these it is known what they do to a page."""

KNOWN = frozenset(
    {
        *EXTENSIONS,
        *("abbr", "extra", "fenced_code", "footnotes", "meta", "nl2br", "smarty", "wikilinks"),
        *(
            f"pymdownx.{name}"
            for name in ("betterem", "caret", "critic", "details", "keys", "mark")
        ),
        *(f"pymdownx.{name}" for name in ("inlinehilite", "smartsymbols", "tabbed", "tasklist")),
    }
)
"""Extensions of Markdown that read nothing but their text and their settings."""


class PagesKept:
    """What is kept of the pages of one build."""

    def __init__(
        self, kept: Kept, library: Library, extension: FenceExtension, config: MkDocsConfig
    ) -> None:
        self.kept = kept
        self.library = library
        self.extension = extension
        self.config = config
        self.nav: Navigation | None = None
        self.env: Environment | None = None
        self.said: dict[str, list[Any]] = {}
        self.settings = settings(config, extension)
        self._site = ""
        self._frame = Said()
        self.files: Files | None = None

    def begin(self, library: Library, files: Files) -> None:
        """Begin another build of the same pages, with another Library."""
        self.library = library
        self.kept.ask_outside(partial(_where, files))

    def hear(self) -> None:
        """Note what the engine says from now on, until ``heard``: of the menu, and of no page."""
        self._frame.__enter__()

    def heard(self, nav: Navigation) -> None:
        """Note the menu: every page shows a part of it."""
        self._frame.__exit__()
        self.nav = nav

    def say_frame_again(self) -> None:
        """Say what the engine said of the menu."""
        _say(self._frame.records)

    def is_current(self, path: str) -> bool:
        """Whether what a page was made of besides its text is still the same."""
        return self.kept.is_current("pages", path, self.library)

    def say_again(self, path: str) -> None:
        """Say what the engine said when the page was converted."""
        _say(self.said.get(path, ()))

    def in_menu(self, page: Page) -> str:
        """Return what other pages can show of a page."""
        return text_digest(*menu([page]))

    def take(self, page: Page, files: Files) -> None:
        """Let a page take its HTML from what is kept; ``files`` are all of the site."""
        self.kept.ask_outside(partial(_where, files))
        # What the engine calls next for the page.
        page.__dict__["render"] = partial(self._render, page)

    def _render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        given = text_digest(
            *(page.markdown or "", self.settings, self.extension.renderer.reports),
            *(page.file.url, str(page.file.inclusion)),
        )

        def make(asked: Library) -> dict[str, Any]:
            return self._made(cast(Asked, asked), page, config, files)

        before = self.kept.made["pages"]
        made = self.kept.of(
            *("pages", page.file.src_uri, self.library, make),
            given=given,
            form=Plain(),
            parts=True,
        )
        self.said[page.file.src_uri] = made["said"]
        if self.kept.made["pages"] == before:
            self.say_again(page.file.src_uri)
        _put(page, made, files)

    def _made(self, asked: Asked, page: Page, config: MkDocsConfig, files: Files) -> dict[str, Any]:
        with Said() as said, self.extension.asking(asked):
            type(page).render(page, config, cast("Files", FilesAsked(files, asked)))
        return {
            "content": page.content,
            "toc": [link(each) for each in page.toc],
            "title": page._title_from_render,
            "anchors": sorted(page.present_anchor_ids or ()),
            "links": {file.src_uri: to for file, to in (page.links_to_anchors or {}).items()},
            "said": said.records,
        }

    def environment(self, env: Environment, files: Files) -> Environment:
        """Return the templates: those of pages are filled only where a page could differ."""
        self.files = files
        self.env = self._environment(env)
        return self.env

    def _environment(self, env: Environment) -> Environment:
        theme = self.config.theme
        if theme.name != "material" or theme.custom_dir or self.nav is None:
            return env  # such a template may show the day, or what other pages say
        self._site = text_digest(as_text(shown(self.config)), *menu(self.nav))
        return cast("Environment", Templates(env, self._written))

    def _written(self, template: Template, context: Mapping[str, Any]) -> str:
        page: Page = context["page"]
        given = text_digest(self._site, str(template.name), *seen_of(page))
        return self.kept.of(
            *("finished pages", page.file.src_uri, self.library),
            lambda _: template.render(context),
            given=given,
            form=Plain(),
        )


def unknown(config: MkDocsConfig, ours: object) -> str:
    """Return what is at work on pages that is not known; empty if all is."""
    hooks: Any = config.hooks
    plugins = sorted({*config.plugins} - PLUGINS - hooks.keys())
    strange = sorted(name for name, hook in hooks.items() if not _is_ours(hook, ours))
    others = (each for each in config.markdown_extensions if not isinstance(each, Extension))
    extensions = sorted(name for each in others if (name := _short(each)) not in KNOWN)
    return ", ".join([*plugins, *strange, *extensions])


def _short(name: str) -> str:
    """Return an extension as settings call it: `tables` for `markdown.extensions.tables`."""
    return name.removeprefix("markdown.extensions.").partition(":")[0]


def _is_ours(hook: object, ours: object) -> bool:
    events = [each for name, each in vars(hook).items() if name.startswith("on_")]
    return all(getattr(each, "__self__", None) is ours for each in events)


def _where(files: Files, path: str) -> str:
    file = files.get_file_from_path(path)
    return f"{file.url} {file.inclusion}" if file else "-"


def _say(records: Iterable[Sequence[Any]]) -> None:
    for name, level, message in records:
        logging.getLogger(name).log(level, "%s", message)


def _put(page: Page, made: dict[str, Any], files: Files) -> None:
    page.content = made["content"]
    page.toc = TableOfContents([_anchor(each) for each in made["toc"]])
    for each in page.toc.items[:1]:
        # MkDocs sets it, and declares it nowhere.
        each.active = True  # type: ignore[attr-defined]
    page._title_from_render = made["title"]
    page.present_anchor_ids = set(made["anchors"])
    found = ((files.get_file_from_path(path), to) for path, to in made["links"].items())
    page.links_to_anchors = {file: to for file, to in found if file}


def _anchor(written: list[Any]) -> AnchorLink:
    title, name, level, children = written
    anchor = AnchorLink(title, name, level)
    anchor.children = [_anchor(each) for each in children]
    return anchor
