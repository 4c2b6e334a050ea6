"""Who comes by the front page finds everything by links in the text, without menu and search."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from built_pages import HOME, address_of, html_files

STEPS = 3
"""How many links a reader follows at most, from the front page on."""

_CONTENT = re.compile(r'<article class="md-content__inner.*?</article>', re.DOTALL)


class Links(HTMLParser):
    """The addresses that the links of a text lead to, but for those of the theme's buttons."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and "md-content__button" not in (given.get("class") or ""):
            self.found.append(given.get("href") or "")


def links(page: Path, site: Path) -> set[str]:
    """Return the pages of the site that the text of a page leads to."""
    text = "".join(_CONTENT.findall(page.read_text(encoding="utf-8")))
    whole = (urlsplit(urljoin(address_of(page, site), each)) for each in Links(text).found)
    return {each._replace(query="", fragment="").geturl() for each in whole}


def steps_to(site: Path) -> dict[str, int]:
    """Return how many links each page is away from the front page."""
    pages = {address_of(page, site): page for page in html_files(site)}
    found, edge = {HOME: 0}, {HOME}
    while edge:
        step = found[next(iter(edge))] + 1
        edge = {to for at in edge for to in links(pages[at], site)} & pages.keys() - found.keys()
        found |= dict.fromkeys(edge, step)
    return found


def test_every_page_is_reached_by_links_in_the_text_within_three_steps(site: Path) -> None:
    found = steps_to(site)
    pages = {address_of(page, site) for page in html_files(site)} - {f"{HOME}404.html"}
    assert len(pages) > 200
    far = {page.removeprefix(HOME): found.get(page, 0) for page in pages}
    assert {page: step for page, step in far.items() if step > STEPS} == {}
    assert sorted(page.removeprefix(HOME) for page in pages - found.keys()) == []
