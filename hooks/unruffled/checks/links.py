"""Rules for links, in pages and in YAML texts."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from ..anchors import anchors_of, reference_anchor
from ..model.library import Library
from ..model.page import Page
from ..problems import Place, closest, nearest
from ..text.markup import links_gone_wrong
from ..text.urls import output_file, resolve
from .registry import Finding, once, rule
from .texts import texts

WEB = frozenset({"http", "https"})
SCHEMES = WEB | {"mailto", "tel"}

_SCHEME = re.compile(r"\s*(?P<scheme>[a-z][a-z0-9+.-]*):", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s/:#?]+@[^@\s/:#?]+\.[a-z]+", re.IGNORECASE)
_HERE = re.compile(
    r"(?:https?:)?//(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])(?=[:/?#]|$)", re.IGNORECASE
)
_OWN_DISK = re.compile(r"[a-z]:|file:|\\|~[\\/]|/(?:users|home)/", re.IGNORECASE)
"""How a path begins on the writer's own computer."""
_MARKDOWN_LINK = re.compile(r"""\]\(\s*<?([^)>"'\n]{0,500}[^)>"'\s])""")


class Written(NamedTuple):
    """A link, where it stands, and the page (under docs/) that it is relative to."""

    target: str
    place: Place
    page: str
    picture: bool = False
    html: str = ""

    @property
    def scheme(self) -> str:
        """What stands before its colon, in small letters."""
        found = _SCHEME.match(self.target)
        return found["scheme"].lower() if found else ""

    @property
    def inside(self) -> bool:
        """Whether it leads to something of the site."""
        elsewhere = self.scheme or self.target.startswith("//") or self.on_own_disk
        return not elsewhere

    @property
    def on_own_disk(self) -> bool:
        """Whether it is a path of the writer's own computer."""
        return bool(_OWN_DISK.match(self.target))

    @property
    def name(self) -> str:
        """How messages call it."""
        if self.html and self.html != "img":
            return f'"{self.target}" in `<{self.html}>`'
        return f'the {"picture" if self.picture else "link"} "{self.target}"'


@once
def written_links(library: Library) -> tuple[Written, ...]:
    """Return every link of the pages, of the texts in YAML, and of the objectives."""
    on_pages = (
        Written(link.target, link.place, page.path, link.picture, link.html)
        for page in library.pages.values()
        for link in page.links
    )
    in_texts = (
        Written(target, text.place, "", False)
        for text in texts(library)
        if "](" in text.value and text.inline
        for target in _MARKDOWN_LINK.findall(text.value)
    )
    to_read = (
        Written(objective.read, objective.at("read"), page.path)
        for page in library.pages.values()
        for objective in page.meta.objectives
        if objective.read
    )
    return (*on_pages, *in_texts, *to_read)


@once
def _anchors(library: Library, path: str) -> frozenset[str]:
    """Return every id that a link to the page at ``path`` may name."""
    return anchors_of(library.pages[path], library)


def target_of(library: Library, link: Written) -> tuple[str, str, Page | None]:
    """Return where a link inside the site leads: path under docs/, fragment, page if any."""
    path, _, fragment = link.target.partition("#")
    path = unquote(path.partition("?")[0])
    if link.html and path:
        target = _sources(library).get(_output(library, link, path), "")
    else:
        target = resolve(path, link.page) if path else link.page
    return target, unquote(fragment), library.pages.get(target)


@once
def _sources(library: Library) -> dict[str, str]:
    """Return the path under docs/ of everything that has an address, by the file it becomes."""
    made = (each.path for each in library.downloads)
    paths = (*library.files, *library.pages, *made)
    return {output_file(path, directories=library.directories): path for path in paths}


def _output(library: Library, link: Written, path: str) -> str:
    """Return the file of the finished site that a path in HTML leads to from its page."""
    start = posixpath.dirname(output_file(link.page, directories=library.directories))
    found = posixpath.normpath(posixpath.join(start, path))
    is_folder = path.endswith("/") or path.rpartition("/")[2] in (".", "..")
    return posixpath.normpath(posixpath.join(found, "index.html")) if is_folder else found


@rule("LK101")
def target_exists(library: Library) -> Iterator[Finding]:
    """A link that leads nowhere costs an agent the seconds she has."""
    for link in written_links(library):
        if not link.inside or link.target.startswith("/"):
            continue
        target, _, page = target_of(library, link)
        if before := forgotten(link.target):
            cure = f"write {before} before it: `{before}{link.target}`"
            yield Finding(link.place, f'"{link.target}" is read as the name of a file', cure)
        elif link.html:
            continue
        elif "\\" in link.target:
            cure = f"write it with slashes: `{link.target.replace(chr(92), '/')}`"
            yield Finding(link.place, f'"{link.target}" has backslashes in its path', cure)
        elif page is None and target and not _there(library, target) and not _bare(link.target):
            cause = f'"{link.target}" leads to docs/{target}, which does not exist'
            yield Finding(link.place, f"{cause}: {_guess(library, link, target)}")


def _there(library: Library, target: str) -> bool:
    """Whether there is such a file, be it one with faults that keep it from being read."""
    return target in library.files or library.is_unread(target)


def forgotten(target: str) -> str:
    """Return what an address outside the site lacks in front, if it is one."""
    if target.casefold().startswith("www."):
        return "https://"
    return "mailto:" if _EMAIL.fullmatch(target) else ""


def _guess(library: Library, link: Written, target: str) -> str:
    """Name the file that was probably meant, as a path to write on this page."""
    page = target.endswith(".md")
    ours = [path for path in library.files if path.endswith(".md") == page]
    made = [path for path in library.generated if page]
    best = _of_that_name(target, ours) or closest(target, ours) or closest(target, made)
    if not best:
        return nearest("", [from_page(link, path) for path in ours])
    mark, fragment = link.target.partition("#")[1:]
    return f'did you mean "{from_page(link, best)}{mark}{fragment}"?'


def _of_that_name(target: str, files: list[str]) -> str:
    """Return the file with the same name in another folder, if there is one only."""
    name = posixpath.basename(target).casefold()
    same = [path for path in files if posixpath.basename(path).casefold() == name]
    return same[0] if len(same) == 1 else ""


def from_page(link: Written, path: str) -> str:
    """Return the path under docs/ as it is to be written where the link stands."""
    return posixpath.relpath(path, posixpath.dirname(link.page) or ".")


@rule("LK102")
def fragment_exists(library: Library) -> Iterator[Finding]:
    """A fragment that is not there leaves the reader at the top of a long page."""
    for link in written_links(library):
        if not link.inside or "#" not in link.target or link.target.startswith("/"):
            continue
        if not link.page and link.target.startswith("#"):
            cure = f"write the page's path before it: `connect/empathy.md{link.target}`"
            yield Finding(link.place, f'"{link.target}" names no page', cure)
            continue
        _, fragment, page = target_of(library, link)
        if page is not None and fragment and not _doubtful(library, link, page, fragment):
            known = _anchors(library, page.path)
            if fragment not in known:
                cause = f'{page.path} has no place "#{fragment}": {nearest(fragment, known)}'
                yield Finding(link.place, cause)


def _doubtful(library: Library, link: Written, page: Page, fragment: str) -> bool:
    """Whether another rule has said already why the place is not there."""
    sources = [f"docs/{page.path}"]
    for kind, folder in (("quiz", "quizzes"), ("phrases", "phrases")):
        names = (name for fence in page.fences_of(kind) for name in fence.names)
        sources += [library.file_of(folder, name) for name in names]
    unlisted = page.path == link.page and page.meta.evidence and fragment in _references(library)
    return page.cut_off or bool(unlisted) or not library.partial.isdisjoint(sources)


@once
def _references(library: Library) -> set[str]:
    return {reference_anchor(name) for name in library.reference_by_id}


@rule("LK103")
def links_are_files(library: Library) -> Iterator[Finding]:
    """Absolute paths break under a project's sub-path; addresses without .md are not checked."""
    for link in written_links(library):
        if not link.inside or forgotten(link.target):
            continue
        if link.target.startswith("/"):
            yield Finding(link.place, f'"{link.target}" begins with /')
        elif _bare(link.target) and not link.html:
            yield Finding(link.place, f'"{link.target}" is not a path to a file')


def _bare(target: str) -> bool:
    path = target.partition("#")[0].partition("?")[0]
    last = path.rsplit("/", 1)[-1]
    return bool(path) and ("." not in last or last.endswith(".html") or last in (".", ".."))


@rule("LK104")
def schemes_are_allowed(library: Library) -> Iterator[Finding]:
    """Anything else is a script or a mistake."""
    for link in written_links(library):
        allowed = WEB if link.picture else SCHEMES
        if link.scheme and link.scheme not in allowed and not link.on_own_disk:
            what = "what a page loads" if link.picture else "a link"
            cure = "Put the file under docs/assets/, and write its path." if link.picture else None
            yield Finding(link.place, f'"{link.scheme}:" is not allowed in {what}', cure)
        elif link.target.startswith("//") and not link.picture:
            yield Finding(link.place, f'"{link.target}" has no scheme', "begin it with https:")


@rule("LK105")
def pictures_are_ours(library: Library) -> Iterator[Finding]:
    """The site works offline, and tells no other host who reads it."""
    for link in written_links(library):
        elsewhere = link.scheme in WEB or link.target.startswith("//")
        if link.picture and elsewhere and not _HERE.match(link.target):
            yield Finding(link.place, f"{link.name} lies on another host")


@rule("LK106")
def links_are_links(library: Library) -> Iterator[Finding]:
    """A link with its brackets wrong is shown as text, and nobody can follow it."""
    written = [
        (slip.place, slip.written)
        for page in library.pages.values()
        for slip in page.slips_of("link")
    ]
    for text in texts(library):
        if text.inline:
            written += [(text.place, wrong) for wrong in links_gone_wrong(text.value)]
    for place, wrong in written:
        cause = "has no path" if wrong.rstrip(" )").endswith("(") else "is not read as a link"
        yield Finding(place, f'"{wrong}" {cause}')


@rule("LK107")
def links_lead_to_all_readers(library: Library) -> Iterator[Finding]:
    """The preview's address works on the writer's computer, and on no other."""
    for link in written_links(library):
        if _HERE.match(link.target):
            yield Finding(link.place, f'"{link.target}" leads to your own computer')
        elif link.on_own_disk:
            cause = f'"{link.target}" is a path on your own computer'
            name = re.split(r"[\\/]", link.target)[-1]
            where = "docs/assets/images/" if link.picture else "docs/"
            cure = f"Copy {name or 'the file'} to {where}, and write its path from this page."
            yield Finding(link.place, cause, cure)


@rule("LK108")
def pictures_have_words(library: Library) -> Iterator[Finding]:
    """Who cannot see the picture is told what it shows."""
    for page in library.pages.values():
        for link in page.links:
            if link.wordless:
                cure = (
                    f"write what it shows: `![what it shows]({link.target})`; "
                    'if it only decorates the page, put `{ alt="" }` behind it'
                )
                if link.html:
                    cure = 'write what it shows: `alt="…"`; `alt=""` if it only decorates the page'
                yield Finding(link.place, f'the picture "{link.target}" has no words', cure)
