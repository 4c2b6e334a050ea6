"""What the conversion of a page depends on besides its text, and what its template can see."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from inspect import isroutine
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension

from ..keeping import text_digest
from ..model.page import FrontMatter

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink

OF_ONE_PAGE = {"description", *FrontMatter.model_fields} - {"hide", "icon", "status", "title"}
"""What the theme shows of a page's front matter on no other page, if at all."""

APART = frozenset({"site_dir", "config_file_path", "hooks", "plugins", "theme"})
"""Settings that no page shows, and those that are looked at one by one."""


def link(entry: AnchorLink) -> list[Any]:
    """Return an entry of a page's contents as JSON has it."""
    return [entry.title, entry.id, entry.level, [link(each) for each in entry.children]]


def seen_of(page: Page) -> Iterable[str]:
    """Yield what a template can see of a page."""
    yield from (page.content or "", str(page.title), page.url, as_text(page.meta))
    yield from (str(page.edit_url), str(page.canonical_url), str(page.is_homepage))
    yield as_text([link(each) for each in page.toc])
    for other in (page.previous_page, page.next_page):
        yield f"{other.title} {other.url}" if other else ""


def menu(items: Iterable[Any]) -> Iterable[str]:
    """Yield what a template can see of the menu: titles, addresses, and the settings of pages."""
    for item in items:
        yield f"{type(item).__name__} {item.title} {getattr(item, 'url', '')}"
        meta = getattr(item, "meta", {}).items()
        yield as_text({name: value for name, value in meta if name not in OF_ONE_PAGE})
        yield from menu(item.children or ())
        yield "."


def settings(config: MkDocsConfig, extension: object) -> str:
    """Return the digest of what the conversion of a page depends on besides its text."""
    names = [str(each) for each in config.markdown_extensions if each is not extension]
    links = dict(config.validation.links.items())
    parts = (names, config.mdx_configs, config.use_directory_urls, links)
    return text_digest(*map(as_text, parts))


def shown(config: MkDocsConfig) -> dict[str, Any]:
    """Return what a template can see of the settings."""
    plain = {name: value for name, value in config.items() if name not in APART}
    theme = {name: config.theme[name] for name in sorted(config.theme)}
    plugins = {name: dict(getattr(each, "config", {})) for name, each in config.plugins.items()}
    return plain | {"theme": theme, "plugins": plugins, "dirs": list(config.theme.dirs)}


def as_text(value: Any) -> str:
    """Return any value of the settings as a text that can be compared."""
    return json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: Any) -> Any:
    """Return a value of the settings so that it can be compared."""
    if isinstance(value, str | int | float | bool | None):
        return str(value) if isinstance(value, str) else value
    if isinstance(value, Mapping):
        return [[str(name), _plain(each)] for name, each in value.items()]
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, set | frozenset):
        return sorted(map(as_text, value))
    if isroutine(value) or isinstance(value, type):
        return f"{value.__module__}.{value.__qualname__}"
    if isinstance(value, Extension):
        return type(value).__qualname__
    return [
        type(value).__qualname__,
        _plain(vars(value)) if hasattr(value, "__dict__") else str(value),
    ]
