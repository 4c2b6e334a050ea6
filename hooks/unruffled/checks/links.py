"""Rules for links, in pages and in YAML texts."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from ..blocks.registry import BLOCKS, anchors_of
from ..model.library import Library
from ..model.page import Page
from ..model.reference import reference_anchor
from ..problems import closest, nearest
from ..text.markup import links_gone_wrong
from .allowing import KINDS_OF_TAG, how_to_allow, is_allowed
from .registry import Finding, once, rule
from .texts import texts
from .written import Written, forgotten, from_page, target_of, written_links

WEB = frozenset({"http", "https"})
SCHEMES = WEB | {"mailto", "tel"}

_HERE = re.compile(
    r"(?:https?:)?//(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])(?=[:/?#]|$)", re.IGNORECASE
)


@once
def _anchors(library: Library, path: str) -> frozenset[str]:
    """Return every id that a link to the page at ``path`` may name."""
    return anchors_of(library.pages[path], library)


@rule(
    "LK101",
    meaning="A link leads to a file that does not exist.",
    cure="Correct the link's path.",
)
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
    """Whether there is such a file, be it one with faults that keep it from being read; or was,
    before this handbook left it out."""
    return target in library.files or library.is_unread(target) or f"docs/{target}" in library.gone


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


@rule(
    "LK102",
    meaning="A link leads to a heading or place that the page does not have.",
    cure="Correct the part after #, or give the heading that id.",
)
def fragment_exists(library: Library) -> Iterator[Finding]:
    """A fragment that is not there leaves the reader at the top of a long page."""
    for link in written_links(library):
        if not link.inside or "#" not in link.target or link.target.startswith("/"):
            continue
        if not link.page and link.target.startswith("#"):
            fragment = link.target[1:]
            having = (path for path, each in library.pages.items() if fragment in each.anchors)
            whole = f"{next(having, 'folder/page.md')}{link.target}"
            cure = f"write the page's path before it: `{whole}`"
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
    for fence, _ in page.fences:
        sources += [BLOCKS[fence.kind].file_of(library, name) for name in fence.names]
    unlisted = page.path == link.page and page.meta.evidence and fragment in _references(library)
    return page.cut_off or bool(unlisted) or not library.partial.isdisjoint(sources)


@once
def _references(library: Library) -> set[str]:
    return {reference_anchor(name) for name in library.reference_by_id}


@rule(
    "LK103",
    meaning="A link into the site is not written as a path to a Markdown file.",
    cure="Link to the .md file, relative to this page: the site may live under any address.",
)
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


@rule(
    "LK104",
    meaning="A link uses a scheme that is not allowed.",
    cure="Use https:, http:, mailto:, tel: or a path.",
)
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


@rule(
    "LK105",
    meaning="A picture, or something else that a page loads, lies on another host.",
    cure="Put the file under docs/assets/: no page asks another host for anything. Or let "
    "`allows` in handbook.yml name the host.",
)
def pictures_are_ours(library: Library) -> Iterator[Finding]:
    """The site works offline, and tells no other host who reads it."""
    for link in written_links(library):
        elsewhere = link.scheme in WEB or link.target.startswith("//")
        if link.picture and elsewhere and not _HERE.match(link.target):
            kinds = KINDS_OF_TAG.get(link.html, ("pictures",))
            if not is_allowed(library, kinds, link.target):
                cause = f"{link.name} lies on another host"
                yield Finding(link.place, cause, how_to_allow(kinds, link.target))


@rule(
    "LK106",
    meaning="A link is not written as Markdown reads it, or has no path.",
    cure="Write `[the words](the/path.md)`: no space between, and the path in round brackets.",
)
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


@rule(
    "LK107",
    meaning="A link leads to the writer's own computer.",
    cure="Link to the .md file, relative to this page: the preview's address is yours alone.",
)
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


@rule(
    "LK108",
    meaning="A picture has no alternative text.",
    cure='Write what it shows: `![what it shows](path)`; or `![](path){ alt="" }` for decoration.',
)
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
