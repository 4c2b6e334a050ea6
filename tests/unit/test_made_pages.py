"""The pages that are made, as the authors' guide lists them, and as handbook.yml moves them."""

from __future__ import annotations

import re

import pytest

from support import ROOT
from unruffled.blocks.pages import MADE
from unruffled.loading import mirrors
from unruffled.model.handbook import Handbook
from unruffled.model.made import MadePage

ALL = (*MADE, *mirrors.MADE)
GUIDE = (ROOT / "docs" / "authors" / "handbook.md").read_text(encoding="utf-8")
ONE = MadePage("list", "things/index.md", "Things", "the list", heading="All of them")
MANY = MadePage("thing", "things/{}.md", "Thing: {}", "a thing", of=Handbook)


def test_no_two_pages_have_one_name_or_address() -> None:
    assert len({page.name for page in ALL}) == len(ALL)
    assert len({page.path for page in ALL}) == len(ALL)


def test_the_guide_for_authors_lists_every_page_with_its_address() -> None:
    listed = re.findall(r"^\| `([\w-]+)` \| `([^`]+\.md)` \|", GUIDE, re.MULTILINE)
    assert sorted(listed) == sorted((page.name, page.path) for page in ALL)


def test_without_a_word_in_the_handbook_a_page_is_as_its_maker_has_it() -> None:
    handbook = Handbook()
    assert handbook.path_of(MANY, "one") == "things/one.md"
    assert handbook.title_of(MANY, "One") == "Thing: One"
    assert (handbook.title_of(ONE), handbook.heading_of(ONE)) == ("Things", "All of them")


def test_a_title_of_the_handbook_is_the_heading_too_unless_it_has_one() -> None:
    handbook = Handbook.model_validate({"pages": {"list": {"title": "Stuff"}}})
    assert handbook.heading_of(ONE) == "Stuff"
    handbook = Handbook.model_validate({"pages": {"list": {"title": "Stuff", "heading": "Top"}}})
    assert (handbook.title_of(ONE), handbook.heading_of(ONE)) == ("Stuff", "Top")


@pytest.mark.parametrize("path", ["../one.md", "a/../../one.md", "things.md", ".git/{}.md"])
def test_an_address_that_cannot_be_is_not_used(path: str) -> None:
    handbook = Handbook.model_validate({"pages": {"thing": {"path": path}}})
    assert handbook.path_of(MANY, "one") == "things/one.md"
