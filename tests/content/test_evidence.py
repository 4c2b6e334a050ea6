"""The pages claim no more of a source than was read of it."""

from __future__ import annotations

import re

import pytest

from real import LIBRARY
from support import ROOT

PAGES = {
    path: (ROOT / "docs" / path).read_text(encoding="utf-8")
    for path, page in LIBRARY.pages.items()
    if page.meta.evidence and not page.generated
}
ABSTRACTS = ("R10", "R12", "R17", "R24", "R31", "R32", "S09", "S10")
"""Sources that carry much, and of which only the abstract was read."""

SAYS = {
    "R12": "face to face",  # the recordings were made at airports, for a television series
    "R31": "freedom|often|exhaustion|ten times",  # autonomy, and not a say in how work is planned
    "S10": "promise",  # those to do better, before the next failure, can harm as well
}
"""What a paragraph that leans on a source has to say besides."""


def leaning_on(name: str) -> list[tuple[str, str]]:
    """The paragraphs of pages that cite a source."""
    return [
        (path, paragraph)
        for path, text in PAGES.items()
        for paragraph in re.split(r"\n\n|\n(?=- )", text)
        if f"](#{name.lower()})" in paragraph
    ]


@pytest.mark.parametrize("name", SAYS)
def test_a_paragraph_says_where_its_source_ends(name: str) -> None:
    found = leaning_on(name)
    assert found
    assert [path for path, words in found if not re.search(SAYS[name], words)] == []


@pytest.mark.parametrize("name", ABSTRACTS)
def test_what_was_read_as_an_abstract_says_so_below_each_page(name: str) -> None:
    assert "abstract" in LIBRARY.reference_by_id[name].limits


def test_two_reviews_that_disagree_are_named_together() -> None:
    first, second = ({path for path, _ in leaning_on(name)} for name in ("R03", "R04"))
    assert first == second != set()


def test_autonomy_is_not_called_a_say() -> None:
    for path, words in leaning_on("R31"):
        assert not re.search(r"\ba say\b", words), path


def test_every_source_stands_on_a_page() -> None:
    cited = {name for page in LIBRARY.pages.values() for name in page.meta.evidence}
    assert sorted(set(LIBRARY.reference_by_id) - cited) == []


def test_no_title_of_a_source_is_cut_and_each_has_a_place() -> None:
    for each in LIBRARY.references.references:
        assert "…" not in each.title, each.id
        assert "..." not in each.title, each.id
        assert each.source or each.link or each.doi, each.id
