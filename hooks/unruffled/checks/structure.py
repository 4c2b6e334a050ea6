"""Rules for the site as a whole: everything is reachable and nothing is forgotten."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from ..assets import ADDRESS, package_files
from ..model.base import is_id
from ..model.library import Library
from ..problems import Place, closest, nearest
from ..text.urls import split
from .registry import Finding, rule
from .written import target_of, written_links

UNLISTED = frozenset({"index.md", "404.md"})
"""Pages that readers reach without a link."""


@rule(
    "ST101",
    meaning="No page links to this page, and the navigation does not list it.",
    cure="Add it to `nav` in mkdocs.yml, or link to it from a page; a handbook that is built on "
    "another one can write `menu: {below: A section}` into the page's front matter.",
)
def no_orphans(library: Library) -> Iterator[Finding]:
    """A page that nothing leads to is not read."""
    listed = {path for path, _ in library.nav}
    targets = (
        (link.page, target_of(library, link)[0]) for link in written_links(library) if link.inside
    )
    linked = {target for start, target in targets if target != start}
    for path, page in library.pages.items():
        asks = library.menu is not None and page.meta.menu  # it is told where that fails
        known = asks or path in listed | linked | UNLISTED
        if library.nav and not known and not page.generated:
            yield Finding(page.place, f'nothing leads to "{path}"')


@rule(
    "ST102",
    meaning="The navigation names a page that does not exist.",
    cure="Correct the path in mkdocs.yml, or write the page.",
)
def nav_exists(library: Library) -> Iterator[Finding]:
    """The navigation promises what is there."""
    for path, place in library.nav:
        if path not in library.pages and not library.is_unread(path):
            cause = f'the navigation names "{path}", which does not exist'
            ours = [each for each, page in library.pages.items() if not page.generated]
            guess = closest(path, ours)
            yield Finding(place, f"{cause}: {nearest(path, [guess] if guess else library.pages)}")


@rule("ST107", meaning="The navigation lists a page twice.", cure="Remove one of the two lines.")
def nav_is_without_doubles(library: Library) -> Iterator[Finding]:
    """A page that stands twice in the menu has two ways back and two neighbours."""
    seen: dict[str, int] = {}
    for path, place in library.nav:
        if path in seen:
            yield Finding(place, f'the navigation lists "{path}" in line {seen[path]} already')
        seen.setdefault(path, place.line)


@rule(
    "ST103",
    meaning="No page shows this quiz.",
    cure="Put a quiz fence with its id on its module page.",
)
def quizzes_are_shown(library: Library) -> Iterator[Finding]:
    """A quiz that no page shows cannot be taken."""
    shown = _shown(library, "quiz")
    for name, quiz in library.quizzes.items():
        if name not in shown and is_id(name) and not _unread(library, quiz.module):
            cure = f"put a fence ```quiz with the line `{name}` on {quiz.module or 'its page'}"
            yield Finding(quiz.at("id"), f'no page shows the quiz "{name}"', cure)


@rule(
    "ST104",
    meaning="No page shows this phrase table.",
    cure="Put a phrases fence with its id on its module page.",
)
def tables_are_shown(library: Library) -> Iterator[Finding]:
    """A table that no page shows cannot be used."""
    shown = _shown(library, "phrases")
    for name, table in library.phrases.items():
        if name not in shown and is_id(name) and not _unread(library, table.module):
            cure = f"put a fence ```phrases with the line `{name}` on {table.module or 'its page'}"
            yield Finding(table.at("id"), f'no page shows the phrase table "{name}"', cure)


def _unread(library: Library, page: str | None) -> bool:
    """Whether there is a file for the page, whose name keeps it from being read."""
    return page not in library.pages and f"docs/{page}" in library.partial


def _shown(library: Library, kind: str) -> set[str]:
    return {
        name
        for page in library.pages.values()
        if not page.generated
        for fence in page.fences_of(kind)
        for name in fence.names
    }


@rule(
    "ST112",
    meaning="mkdocs.yml asks every page to load a style or a script that does not exist.",
    cure="Correct the path: it begins below docs/. The generator's own need no mention.",
)
def asked_files_are_there(library: Library) -> Iterator[Finding]:
    """A page without its script is dead, and one without its style is bare; nobody is told."""
    there = library.files | package_files().keys()
    for path, place in library.asked:
        name = split(path)[0].removeprefix("./")
        if name not in there:
            alike = [each for each in there if each.endswith(posixpath.splitext(name)[1])]
            guess = _same_name(name, alike) or closest(name, alike)
            cause = f'mkdocs.yml asks every page to load "{path}", which does not exist'
            yield Finding(place, f'{cause}: did you mean "{guess}"?' if guess else cause)


def _same_name(path: str, known: Iterable[str]) -> str:
    """Return the one file that lies elsewhere under the same name; nothing where it is not one."""
    name = posixpath.basename(path)
    found = [each for each in known if posixpath.basename(each) == name]
    return found[0] if len(found) == 1 else ""


@rule(
    "ST113",
    meaning="A file lies in the generator's folder of a site, and could hide one of its.",
    cure="Move it to another folder. Own styles and scripts are named in `extra_css` and "
    "`extra_javascript` of mkdocs.yml, and come after the generator's.",
)
def nothing_takes_the_place_of_ours(library: Library) -> Iterator[Finding]:
    """A copy of our script would go on as it is when the package behind it changes."""
    for path in sorted(library.files):
        if path.startswith(f"{ADDRESS}/"):
            yield Finding(Place(f"docs/{path}"), f'"{ADDRESS}/" is the folder of the generator')
