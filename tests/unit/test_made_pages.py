"""The pages that are made, as the authors' guide lists them, and as handbook.yml moves them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from real import LIBRARY
from support import ROOT
from unruffled.blocks.pages import MADE
from unruffled.loading import mirrors
from unruffled.model.handbook import Handbook
from unruffled.model.library import Library
from unruffled.model.made import MadePage
from unruffled.project import inspect
from unruffled.rendering import Renderer

ALL = (*MADE, *mirrors.MADE)
GUIDE = (ROOT / "docs" / "authors" / "handbook.md").read_text(encoding="utf-8")
ONE = MadePage("list", "things/index.md", "Things", "the list", heading="All of them")
MANY = MadePage("thing", "things/{}.md", "Thing: {title}", "a thing", of=Handbook)


def library_of(pages: dict[str, dict[str, str]]) -> Library:
    """Return a Library of which nothing is known but what its handbook says of pages."""
    return replace(LIBRARY, handbook=Handbook.model_validate({"pages": pages}))


def test_no_two_pages_have_one_name_or_address() -> None:
    assert len({page.name for page in ALL}) == len(ALL)
    assert len({page.path for page in ALL}) == len(ALL)


def test_the_guide_for_authors_lists_every_page_with_its_address() -> None:
    listed = re.findall(r"^\| `([\w-]+)` \| `([^`]+\.md)` \|", GUIDE, re.MULTILINE)
    assert sorted(listed) == sorted((page.name, page.path) for page in ALL)


def test_without_a_word_in_the_handbook_a_page_is_as_its_maker_has_it() -> None:
    library = library_of({})
    assert library.path_of(MANY, "one") == "things/one.md"
    assert library.title_of(MANY, "One") == "Thing: One"
    assert (library.title_of(ONE), library.heading_of(ONE)) == ("Things", "All of them")


def test_a_title_of_the_handbook_is_the_heading_too_unless_it_has_one() -> None:
    library = library_of({"list": {"title": "Stuff"}})
    assert library.heading_of(ONE) == "Stuff"
    library = library_of({"list": {"title": "Stuff", "heading": "Top"}})
    assert (library.title_of(ONE), library.heading_of(ONE)) == ("Stuff", "Top")


@pytest.mark.parametrize("path", ["../one.md", "a/../../one.md", "things.md", ".git/{}.md"])
def test_an_address_that_cannot_be_is_not_used(path: str) -> None:
    library = library_of({"thing": {"path": path}})
    assert library.path_of(MANY, "one") == "things/one.md"


def test_a_note_of_the_handbook_stands_at_the_end_of_its_page_as_text(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "faults" / "base", tmp_path, dirs_exist_ok=True)
    with (tmp_path / "handbook.yml").open("a", encoding="utf-8") as file:
        file.write("pages:\n  phrasebook: {note: Ours are *free*.}\n")
    library, problems = inspect(tmp_path)
    assert problems == []
    assert library.generated["phrases/index.md"].endswith("\n\nOurs are \\*free\\*.\n")


@pytest.fixture(scope="module")
def sheet() -> Callable[[dict[str, str]], str]:
    """Return what makes the sheet of a conversation with the words of a handbook."""
    library, problems = inspect(ROOT / "tests" / "faults" / "base")
    assert problems == []

    def shown(roles: dict[str, str]) -> str:
        handbook = Handbook.model_validate({"roles": roles})
        renderer = Renderer(replace(library, handbook=handbook))
        lines = library.generated["practice/sheets/late.md"].split("\n")
        return "\n".join(renderer.page("practice/sheets/late.md", lines, lambda html: html))

    return shown


def test_a_handbook_names_the_parts_of_a_role_play(sheet: Callable[[dict[str, str]], str]) -> None:
    assert "<h2>For the other person</h2>" in sheet({})
    assert "<h2>For the guest</h2>" in sheet({"customer": "For the guest"})


def test_no_word_of_this_course_stands_on_a_sheet(sheet: Callable[[dict[str, str]], str]) -> None:
    assert re.findall(r"customer|agent|team lead", re.sub(r"<[^>]*>", " ", sheet({}))) == []
