"""Rules for addresses: each has one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from ..blocks.made import PHRASEBOOK, TAKE_ALONG
from ..blocks.registry import FAMILIES, WORDS
from ..loading import fences
from ..model.library import Library
from ..problems import Place
from ..text.urls import fold, output_file, page_url
from .made_pages import is_told
from .registry import Finding, once, rule

FILES = frozenset(
    {
        *("404.html", "manifest.webmanifest", "sitemap.xml", "sw.js"),
        *("assets/keeping.json", "assets/policy.json", "digests.txt"),
        *("assets/search.json", "assets/search-words.json"),
        *(path for family in FAMILIES.values() for path in family.data),
    }
)
"""Files of the finished site that the generator and its engine write."""

NOT_PUBLISHED = ("overrides/", "templates/")


class _Source(NamedTuple):
    """What becomes a file of the site: the file it becomes, its own path, its name, its place.

    What is made by itself for no one thing has no place. ``thing`` says that it is made of a
    file of content.
    """

    output: str
    path: str
    name: str
    place: Place | None
    thing: bool = False


@once
def _sources(library: Library) -> tuple[_Source, ...]:
    def output(path: str) -> str:
        return output_file(path, directories=library.directories)

    found = [
        _Source(output(path), path, f"docs/{path}", Place(library.shown_path(path)))
        for path in sorted(library.files)
        if not path.startswith(NOT_PUBLISHED) and "/." not in f"/{path}"
    ]
    found += [
        _Source(output(path), path, library.shared[path], None)
        for path in sorted({*library.generated, *library.replaced})
        if path in library.shared
    ]
    found += [_Source(path, path, f"{path}, which the site writes", None) for path in sorted(FILES)]
    for model, pages in library.homes.items():
        for name, thing in library.of(model).items():
            place = thing.at("id")
            made = (each.format(name) for each in pages)
            found += [
                _Source(output(path), path, f"the page of {place.path}", place, True)
                for path in made
                if path in library.generated or path in library.replaced
            ]
    return tuple(found)


@rule(
    "ST140",
    meaning="Two sources have one address, so that one of them would not be published.",
    cure="Rename one of the two.",
)
def one_source_an_address(library: Library) -> Iterator[Finding]:
    """What has the address of something else is not published, or hides it."""
    told: set[Place] = set()
    for sources in _groups(library):
        places = _to_tell(library, sources)
        for place in places:
            if place not in told:
                told.add(place)
                yield _clash(library, place, sources)


def _groups(library: Library) -> Iterator[list[_Source]]:
    """Yield what has one address, where it is more than one source."""
    groups: dict[str, list[_Source]] = defaultdict(list)
    for source in _sources(library):
        groups[fold(source.output)].append(source)
    for group in groups.values():
        # Two files whose paths differ in capitals are told of as such.
        files = {fold(each.path) for each in group}
        if len(group) > 1 and (len(files) > 1 or len({each.path for each in group}) == 1):
            yield group


def _to_tell(library: Library, sources: list[_Source]) -> list[Place]:
    """Return where to say that the sources have one address; nothing where it is meant."""
    things = [each for each in sources if each.thing]
    pages = [each for each in sources if each.place and not each.thing]
    if len(pages) == 1 and _stands_in(library, pages[0], sources):
        return []
    if things:
        if any(is_told(library, each.path) for each in sources):
            return []
        # Of phrase tables with such a name, PH101 speaks.
        return [each.place for each in things if each.place and not _is_told(library, each)]
    if len(pages) < len(sources):
        return [each.place for each in pages if each.place]
    listed = {path for path, _ in library.nav}
    spare = [each for each in pages if each.path not in listed] or pages
    return [each.place for each in spare[-1:] if each.place]


def _is_told(library: Library, thing: _Source) -> bool:
    """Whether another rule tells it: of a phrase table whose name a page beside it has."""
    taken = map(library.path_of, (PHRASEBOOK, TAKE_ALONG))
    return bool(thing.place and thing.place.path.startswith("phrases/") and thing.path in taken)


def _stands_in(library: Library, page: _Source, sources: list[_Source]) -> bool:
    """Whether an author's page takes the place of one that is made, and shows what it shows."""
    if any(each.path != page.path for each in sources) or len(sources) > 2:
        return False
    made = library.replaced.get(page.path)
    if made is None:
        return False
    wanted = {(each.kind, each.names) for each in fences.find(made.split("\n"), WORDS)}
    shown = {(each.kind, each.names) for each, _ in library.pages[page.path].fences}
    return not wanted or bool(wanted & shown)


def _clash(library: Library, place: Place, sources: list[_Source]) -> Finding:
    mine = next(each for each in sources if each.place == place)
    others = list(dict.fromkeys(each.name for each in sources if each is not mine))
    address = page_url(mine.path, directories=library.directories) or "the first page"
    cause = f"{mine.name} and {' and '.join(others)} have one address: {address}"
    cure = "Give it another id, and its file the same name." if mine.thing else None
    same = mine.path in library.replaced and not mine.thing
    if same:
        cure = "Rename the page, or put the fence on it that the other page shows."
    return Finding(place, cause, cure)


@rule(
    "ST141",
    meaning="A page takes the place of one that is made by itself.",
    cure="If that is meant, nothing is to be done; else rename the page.",
    severity="note",
)
def pages_in_place_of_others_are_meant(library: Library) -> Iterator[Finding]:
    """Who wrote such a page by chance wonders where the other one is."""
    for sources in _groups(library):
        pages = [each for each in sources if each.place and not each.thing]
        if len(pages) == 1 and pages[0].place and _stands_in(library, pages[0], sources):
            other = next(each.name for each in sources if each is not pages[0])
            yield Finding(pages[0].place, f"{pages[0].name} takes the place of {other}")
