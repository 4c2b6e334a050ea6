"""Links and pictures that are written as HTML: nothing turns them into addresses."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from ..model.library import Library
from ..problems import closest
from ..text.urls import resolve
from .registry import Finding, rule
from .written import Written, forgotten, from_page, target_of, written_links


@rule(
    "LK140",
    meaning="A link or picture in HTML leads to an address that the site does not have.",
    cure="Write it as a Markdown link or picture: only those are turned into addresses.",
)
def addresses_in_html_lead_somewhere(library: Library) -> Iterator[Finding]:
    """What stands in HTML reaches the reader as it is written: nothing turns it into an address."""
    for link in written_links(library):
        path = unquote(link.target.partition("#")[0].partition("?")[0])
        if not link.html or not link.inside or link.target.startswith("/") or not path:
            continue
        if forgotten(link.target) or target_of(library, link)[0]:
            continue
        cause = f"{link.name} is no address of this site"
        yield Finding(link.place, cause, _as_markdown(library, link, path))


def _as_markdown(library: Library, link: Written, path: str) -> str:
    """Say how to write a link of HTML in Markdown, which the site turns into an address."""
    mark, fragment = link.target.partition("#")[1:]
    target = resolve(path, link.page)
    plain = target.removesuffix("/").removesuffix("/index.html").removesuffix(".html")
    known = [each for each in (target, f"{plain}.md", f"{plain}/index.md") if each in library.pages]
    known += [target] * (target in library.files)
    best = known[0] if known else closest(target, library.files)
    words = from_page(link, best) + mark + fragment if best else "the/path.md"
    kind = "picture" if link.picture else "link"
    if link.html not in ("a", "img"):
        return "Count the path from the page's address: HTML is not changed. Look at it once built."
    sign = "![what it shows]" if link.picture else "[the words]"
    return f"Write it as a Markdown {kind}: `{sign}({words})`; the site makes the address."
