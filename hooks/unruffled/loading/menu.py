"""mkdocs.yml: the menu, the names of its settings, language and form of addresses, and no more.

It is read as nodes: the file may carry tags of its engine.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

import yaml

from ..catalogue import declare
from ..model.roots import MenuEntry
from ..problems import Place, Problem, closest, nearest, problem
from ..text.lookalikes import odd
from .depth import too_deep
from .nearly import unprintable_problem
from .parser import Loader
from .source import Source
from .syntax import syntax_problem

declare(
    "ST108",
    meaning="mkdocs.yml has a setting that does not exist.",
    cure="Correct its name, or remove it: a strict build stops at it.",
)
declare(
    "ST109",
    meaning="An entry of the navigation is no page.",
    cure="Write `- path.md`, `- Title: path.md`, or a title with entries indented below it.",
)

FILE = "mkdocs.yml"

SETTINGS = frozenset(
    {
        *("INHERIT", "copyright", "dev_addr", "docs_dir", "draft_docs", "edit_uri"),
        *("edit_uri_template", "exclude_docs", "extra", "extra_css", "extra_javascript"),
        *("extra_templates", "hooks", "markdown_extensions", "mdx_configs", "nav", "not_in_nav"),
        *("plugins", "remote_branch", "remote_name", "repo_name", "repo_url", "site_author"),
        *("site_description", "site_dir", "site_name", "site_url", "strict", "theme"),
        *("use_directory_urls", "validation", "watch"),
    }
)
"""What MkDocs and ProperDocs know; a strict build stops at any other."""

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//|#")


@dataclass
class Menu:
    """The pages that the navigation lists, each with its place; the section of each; and of the
    settings the site's language, and whether addresses end in a slash."""

    pages: list[tuple[str, Place]] = field(default_factory=list)
    sections: dict[str, str] = field(default_factory=dict)
    language: tuple[str, Place | None] = ("", None)
    """That of the theme, with its place; empty where none is named."""
    directories: bool = True
    own_colours: bool = False
    """Whether the theme is told which colours to take."""
    entries: tuple[MenuEntry, ...] | None = None
    """The navigation as it is written; None where there is none."""
    asked: list[tuple[str, Place]] = field(default_factory=list)
    """The styles and scripts of `extra_css` and `extra_javascript`, but for those elsewhere."""
    elsewhere: list[tuple[str, str, Place]] = field(default_factory=list)
    """Those elsewhere, each with what it is: `styles` or `scripts`."""


def read_menu(text: str, files: Collection[str], path: str = FILE) -> tuple[Menu, list[Problem]]:
    """Return the menu of mkdocs.yml and the faults of its form; ``files`` are those of docs/.

    ``path`` is how messages name the file.
    """
    source = Source(path)
    if found := unprintable_problem(text, source) or too_deep(text, source):
        return Menu(), [found]
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        return Menu(), [syntax_problem(error, text, source)]
    if not isinstance(node, yaml.MappingNode):
        cause = "the file is empty" if node is None else "the file is not a block of keys"
        return Menu(), [problem("YA108", source.start, cause, "Begin it with `site_name: …`.")]
    problems = list(_unknown(node, source))
    nav = _value(node, "nav")
    menu = Menu(
        language=_language(_value(_value(node, "theme"), "language"), source),
        directories=_text(_value(node, "use_directory_urls"), "yes") in ("true", "yes", "on"),
        own_colours=_value(_value(node, "theme"), "palette") is not None,
    )
    _sort_asked(menu, node, source)
    if nav is None or (isinstance(nav, yaml.ScalarNode) and not nav.value):
        return menu, problems  # the engine lists every page by itself
    if not isinstance(nav, yaml.SequenceNode):
        return menu, [*problems, _fault(nav, source, "`nav` is no list")]
    menu.entries = tuple(_entries(nav, set()))
    for item, title in _items(nav, "", set()):
        if isinstance(item, yaml.ScalarNode) and item.value:
            problems += _entry(item, title, menu, source, files)
        else:
            problems.append(_fault(item, source, _shape(item)))
    return menu, problems


def _value(node: yaml.Node | None, name: str) -> yaml.Node | None:
    """Return the value of a key; None where it is not there."""
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for key, value in node.value if key.value == name), None)


def _text(node: yaml.Node | None, usual: str) -> str:
    return node.value.casefold() if isinstance(node, yaml.ScalarNode) and node.value else usual


def _language(node: yaml.Node | None, source: Source) -> tuple[str, Place | None]:
    return (_text(node, ""), source.place(node.start_mark)) if node else ("", None)


def _sort_asked(menu: Menu, node: yaml.MappingNode, source: Source) -> None:
    for kind, path, place in _asked(node, source):
        if not _ELSEWHERE.match(path):
            menu.asked.append((path, place))
        elif not path.startswith("#"):
            menu.elsewhere.append((kind, path, place))


def _asked(node: yaml.MappingNode, source: Source) -> Iterator[tuple[str, str, Place]]:
    """Yield the files that every page is to load: what each is, its address and its place."""
    for name, kind in (("extra_css", "styles"), ("extra_javascript", "scripts")):
        found = _value(node, name)
        for item in found.value if isinstance(found, yaml.SequenceNode) else ():
            path = _value(item, "path") if isinstance(item, yaml.MappingNode) else item
            if not isinstance(path, yaml.ScalarNode) or path.tag != "tag:yaml.org,2002:str":
                continue  # an address that the engine is told from outside
            yield kind, path.value, source.place(path.start_mark)


def _unknown(node: yaml.MappingNode, source: Source) -> Iterator[Problem]:
    for key, _ in node.value:
        if isinstance(key, yaml.ScalarNode) and key.value not in {*SETTINGS, "<<"}:
            cause = f'unknown setting "{key.value}"{odd(key.value)}'
            if guess := closest(key.value, SETTINGS):
                cause = f'{cause}: did you mean "{guess}"?'
            yield problem("ST108", source.place(key.start_mark), cause)


def _items(node: yaml.Node, title: str, seen: set[int]) -> Iterator[tuple[yaml.Node, str]]:
    """Yield each entry of the menu with its section; and what is none, whatever it is.

    What an alias names again is passed over: its entries stand where they are written.
    """
    for item in node.value:
        if id(item) in seen:
            continue
        seen.add(id(item))
        if not isinstance(item, yaml.MappingNode) or len(item.value) != 1:
            yield item, title
            continue
        ((key, value),) = item.value
        if isinstance(value, yaml.SequenceNode) and value.value:
            yield from _items(value, str(key.value), seen)
        elif isinstance(value, yaml.ScalarNode):
            # A page may have a title of its own there; a section is a list.
            yield (value if value.value else item), title
        else:
            yield item, title


def _entries(node: yaml.SequenceNode, seen: set[int]) -> Iterator[MenuEntry]:
    """Yield what is written in a list of the navigation, without what is no entry."""
    for item in node.value:
        if id(item) in seen:
            continue
        seen.add(id(item))
        if isinstance(item, yaml.ScalarNode) and item.value:
            yield MenuEntry(target=item.value)
        elif isinstance(item, yaml.MappingNode) and len(item.value) == 1:
            ((key, value),) = item.value
            if isinstance(value, yaml.SequenceNode):
                yield MenuEntry(str(key.value), below=tuple(_entries(value, seen)))
            elif isinstance(value, yaml.ScalarNode) and value.value:
                yield MenuEntry(str(key.value), value.value)


def _shape(item: yaml.Node) -> str:
    if isinstance(item, yaml.SequenceNode):
        return "a list stands in the navigation without a title"
    if isinstance(item, yaml.MappingNode) and len(item.value) != 1:
        return "an entry of the navigation has two titles: one of them lacks its dash"
    return "an entry of the navigation leads nowhere"


def _entry(
    node: yaml.ScalarNode, title: str, menu: Menu, source: Source, files: Collection[str]
) -> Iterator[Problem]:
    path = node.value
    place = source.place(node.start_mark)
    if (glued := path.partition(":")[2]) in files and glued.endswith(".md"):
        cause = f'the colon and what follows it are read as one word: "{path}"'
        yield problem("ST109", place, cause, "put a space after the colon")
        path = glued
    if path.endswith(".md"):
        menu.pages.append((path, place))
        menu.sections[path] = title
        return
    if _ELSEWHERE.match(path) or path in files:
        menu.sections[path] = title
        return
    meant = _page_of(path, files)
    cause = f'the navigation names "{path}"{odd(path)}, which has no .md at its end'
    if meant in files:
        menu.pages.append((meant, place))
        menu.sections[meant] = title
        yield problem("ST109", place, cause, f"write `{meant}`")
    else:
        pages = [each for each in files if each.endswith(".md")]
        guess = closest(meant, pages)
        cause = f"{cause}: {nearest(meant, [guess] if guess else pages)}"
        yield problem("ST109", place, cause)


def _page_of(path: str, files: Collection[str]) -> str:
    """Return the page that an entry without .md was probably meant for."""
    name = path.replace("\\", "/").strip("/").removeprefix("docs/")
    stem = re.sub(r"\.(?:html?|md|markdown|txt)$", "", name, flags=re.IGNORECASE)
    options = (f"{stem}.md", f"{name}/index.md")
    return next((each for each in options if each in files), options[0])


def _fault(node: yaml.Node, source: Source, cause: str) -> Problem:
    return problem("ST109", source.place(node.start_mark), cause)
