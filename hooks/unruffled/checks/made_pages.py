"""Rules for `pages` in handbook.yml: addresses and titles of pages that are made by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.handbook import FILE
from ..model.library import Library
from ..model.made import MadePage, fault_of, fault_of_spot
from ..problems import Place, nearest
from ..text.lookalikes import odd
from ..text.urls import fold, output_file
from .registry import Finding, once, rule


def _own(library: Library, part: str) -> Iterator[tuple[MadePage, str, Place]]:
    """Yield what handbook.yml says itself of one part (`path`) of the pages that there are."""
    for page in library.made:
        own = library.handbook.pages.get(page.name)
        value = getattr(own, part) if own else None
        if own and value is not None:
            yield page, value, own.at(part)


@rule(
    "HB107",
    meaning="handbook.yml names a page that the generator neither makes nor leads to.",
    cure="Use one of the names on the page about handbook.yml in the authors' guide.",
)
def pages_are_known(library: Library) -> Iterator[Finding]:
    """What is said of a page that there is not changes nothing."""
    known = [page.name for page in library.made]
    for name in library.handbook.pages:
        if name not in known:
            place = library.handbook.origin.key("pages", name)
            cause = f'there is no page "{name}"{odd(name)}: {nearest(name, known)}'
            yield Finding(place, cause)


@rule(
    "HB108",
    meaning="handbook.yml gives a page the address of another one.",
    cure="Give one of the two another address.",
)
def addresses_differ(library: Library) -> Iterator[Finding]:
    """Of two pages with one address, only one is published."""
    for (place, page), other in _clashes(library).items():
        address = library.handbook.address_of(page)
        yield Finding(place, f'"{address}" is the address of {other}, too')


def is_told(library: Library, path: str) -> bool:
    """Whether it is told already that handbook.yml gives ``path`` to two pages."""
    address = library.handbook.address_of
    return any(page.has(path, address(page)) for _, page in _clashes(library))


@once
def _clashes(library: Library) -> dict[tuple[Place, MadePage], str]:
    """Return what each page that was moved to another's address meets there."""
    found = {}
    earlier: dict[str, str] = {}
    moved = [each for each in _own(library, "path") if not each[0].is_written]
    names = {page.name for page, _, _ in moved}
    for page in library.made:
        if page.name not in names and not page.is_written:
            earlier.setdefault(_output(library, page), page.noun)
    for page, _, place in sorted(moved, key=lambda each: each[2]):
        output = _output(library, page)
        other = earlier.get(output) or ("" if page.of else _thing_at(library, output))
        if other:
            found[place, page] = other
        earlier.setdefault(output, page.noun)
    return found


def _output(library: Library, page: MadePage) -> str:
    address = library.handbook.address_of(page)
    kind = page.of.__name__ if page.of else ""
    # Cards and letters may share a folder; only where two share a name, another rule tells it.
    return fold(f"{kind}{output_file(address, directories=library.directories)}")


def _thing_at(library: Library, output: str) -> str:
    """Return what messages call the thing whose page has an address, if there is one."""
    for page in library.made:
        for name, thing in library.of(page.of).items() if page.of else ():
            path = library.path_of(page, name)
            if fold(output_file(path, directories=library.directories)) == output:
                return f"the page of {thing.at().path}"
    return ""


@rule(
    "HB109",
    meaning="An address in handbook.yml leads out of docs/, or cannot be published.",
    cure="Write a path below docs/ in plain names: `words/index.md`, or `words/{}.md` for pages "
    "of which each thing has one.",
)
def addresses_can_be_published(library: Library) -> Iterator[Finding]:
    """What lies outside of docs/ is no page of the site, and `{}` keeps pages apart."""
    for page, address, place in _own(library, "path"):
        if fault := fault_of(page, address):
            yield Finding(place, fault)


@rule(
    "HB110",
    meaning="A title in handbook.yml is for a page that has its own, or does not fit its pages.",
    cure="Write the title into the page itself; or `{}` once, for what each of many is called.",
)
def titles_fit(library: Library) -> Iterator[Finding]:
    """Pages with one title cannot be told apart in a list."""
    for part in ("title", "heading"):
        for page, text, place in _own(library, part):
            if not page.title:
                yield Finding(place, f"{page.noun} has the title that stands on the page")
            elif fault := fault_of_spot(page, text):
                yield Finding(place, fault)
    for page, _, place in _own(library, "note"):
        if page.of or not page.title:
            yield Finding(place, f"{page.noun} can have no note", "remove the note")


@rule(
    "HB111",
    meaning="handbook.yml leads to a page that nobody has written.",
    cure="Write the page, or correct its path.",
)
def written_pages_are_there(library: Library) -> Iterator[Finding]:
    """The pages that would lead to it do without the link."""
    for page, path, place in _own(library, "path"):
        missing = page.is_written and path not in library.pages and not fault_of(page, path)
        if missing and f"docs/{path}" not in library.partial and FILE not in library.partial:
            known = [each for each, found in library.pages.items() if not found.generated]
            yield Finding(place, f"there is no docs/{path}: {nearest(path, known)}")
