"""Plain words: who reads it on a break, in a second language, gets to the end."""

from __future__ import annotations

import re
from pathlib import Path

import prose
import pytest
import textstat

from support import ROOT

PAGES = [path for path in sorted((ROOT / "docs").rglob("*.md")) if "vendor" not in path.parts]
HIGHEST_GRADE = 8.0
"""The years of school that a text asks for."""
FORMULAS = (textstat.flesch_kincaid_grade, textstat.automated_readability_index)
"""The first counts syllables, by a dictionary where it has the word; the second counts letters, and
so holds the first to account."""
LONGEST = 30

textstat.set_lang("en_GB")
each_page = pytest.mark.parametrize(
    "page", [pytest.param(page, id=str(page.relative_to(ROOT / "docs"))) for page in PAGES]
)


@each_page
@pytest.mark.parametrize("formula", FORMULAS, ids=lambda formula: formula.__name__)
def test_a_page_asks_for_no_more_than_eight_years_of_school(page: Path, formula) -> None:
    sentences = [re.sub(r"[.!?…:]*[\"”)]*$", ".", each) for each in prose.sentences_of(page)]
    grade = formula(" ".join(sentences))
    assert grade <= HIGHEST_GRADE, grade


@each_page
def test_no_sentence_is_longer_than_a_reader_can_hold(page: Path) -> None:
    long = [
        each
        for each in prose.sentences_of(page)
        if len(prose.without_quotations(each).split()) > LONGEST
    ]
    assert long == []
