"""Two invented languages: every word comes from the catalogue, and finds its place on the page."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

import languages
from languages import LANGUAGES, Language
from shared import once
from support import build, serve

TOUCHING = (Path(__file__).parent / "touching.js").read_text(encoding="utf-8")
ENGLISH = re.compile(r"(?<![\w./@{-])(?:[a-z]{3,}|[A-Z][a-z]{2,})(?![\w/}-])")
"""A word in small letters: authors of this project write in capitals, its languages otherwise."""

Visit = Callable[..., Page]

LIKE = ("train/sheets/", "train/keys/", "m/", "desk/", "phrases/", "practice/maps/")
"""Folders of pages of one kind: the first few are enough."""
FEW = 2
MOST = 200
"""How much is touched on one page, at most."""
PARTS = 4
"""The pages are looked at in as many tests, so that the workers share them."""
PHONE: ViewportSize = {"width": 360, "height": 740}
LAPTOP: ViewportSize = {"width": 1280, "height": 900}
NO_WORDS = {"kB", "MB", *calendar.month_name, *calendar.day_name}
"""Units; and names of months and days: a browser says those of an unknown language in English."""


@pytest.fixture(scope="module", params=LANGUAGES, ids=lambda each: each.name)
def spoken(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Language, Path, str]]:
    """The marked project in a language: the language, its site and its address."""
    language = request.param

    def make(folder: Path) -> None:
        languages.write(folder, language)
        build(folder / "site", cwd=folder)

    site = once(tmp_path_factory, f"spoken-{language.name}", make) / "site"
    with serve(site) as address:
        yield language, site, address


def pages_of(site: Path) -> list[str]:
    """Return the addresses of the pages, of many of one kind the first few."""
    every = sorted(each.parent.relative_to(site).as_posix() for each in site.rglob("index.html"))
    chosen: list[str] = []
    for path in every:
        folder = next((each for each in LIKE if path.startswith(each)), "")
        same = sum(each.startswith(folder) for each in chosen) if folder else 0
        if same < FEW or path in ("m/all", "m/own-test"):
            chosen.append(path)
    return chosen


def english(page: Page) -> list[str]:
    """Return what a page says, or has said, in words that are of no catalogue and no author."""
    heard: list[str] = page.evaluate("[...heard]")
    return sorted(text for text in heard if set(ENGLISH.findall(text)) - NO_WORDS)


def misplaced(page: Page) -> list[str]:
    """Return what is cut or lies over others in both windows, before and after touching."""
    wrong: list[str] = []
    for look in (PHONE, LAPTOP):
        page.set_viewport_size({"width": look["width"], "height": look["height"]})
        wrong += page.evaluate("misplaced()")
        page.evaluate("async most => (await touchAll(most)) && quiet()", MOST)
        wrong += page.evaluate("misplaced()")
    return sorted(set(wrong))


@pytest.mark.parametrize("part", range(PARTS))
def test_all_words_are_of_the_catalogue_and_longer_ones_are_neither_cut_nor_over_others(
    spoken: tuple[Language, Path, str], visit_at: Callable[[str], Visit], part: int
) -> None:
    _, site, address = spoken
    visit = visit_at(address)
    found = {}
    for path in pages_of(site)[part::PARTS]:
        page = visit(f"{path}/".removeprefix("./"), TOUCHING, viewport=PHONE)
        page.evaluate("quiet()")
        wrong = {"misplaced": misplaced(page), "not in the catalogue": english(page)}
        if any(wrong.values()):
            found[path] = wrong
        page.context.close()
    assert found == {}


def test_lines_run_as_the_language_does(
    spoken: tuple[Language, Path, str], visit_at: Callable[[str], Visit]
) -> None:
    language, _, address = spoken
    page = visit_at(address)("")
    wanted = "rtl" if language.name == languages.MIRRORED else "ltr"
    assert page.locator("body").get_attribute("dir") == wanted
    assert page.locator("html").get_attribute("lang") == language.name
