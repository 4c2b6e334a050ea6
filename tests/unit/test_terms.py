"""The preview of a term: at its first use in our own text, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from unruffled.blocks.glossary.view import Previews
from unruffled.model.reference import Term
from unruffled.words import Words

NOD = Term(id="verbal-nod", term="verbal nod", also=("verbal nods",), meaning="Mm-hm.")


def marked(*lines: str) -> str:
    return "\n".join(Previews([NOD]).mark(lines))


def test_the_first_use_gets_a_button_and_the_second_does_not() -> None:
    text = marked("Use verbal nods.", "A verbal nod is short.")
    assert text.count("<button") == 1
    assert text.startswith(
        'Use <button type="button" class="term" popovertarget="term-verbal-nod">'
    )


@pytest.mark.parametrize(
    "line",
    [
        "## Verbal nod",
        "| verbal nod | yes |",
        ":   A verbal nod would do.",
        "    *A verbal nod.*",
        "`verbal nod`",
        "[a verbal nod](#x)",
        'He says "verbal nod".',
        "<b title='verbal nod'>",
        "**Verbal nod.**",
        "adverbal nodding",
    ],
)
def test_headings_tables_talks_links_and_code_are_left_alone(line: str) -> None:
    assert marked(line) == line


def test_the_preview_holds_the_meaning_and_the_way_to_the_glossary() -> None:
    previews = Previews([NOD])
    previews.mark(["A verbal nod."])
    html = previews.html(Markup.escape, "../reference/glossary/", Words())
    assert 'popover id="term-verbal-nod"' in html
    assert "Mm-hm." in html
    assert 'href="../reference/glossary/#verbal-nod"' in html


def test_a_page_without_terms_gets_nothing() -> None:
    previews = Previews([NOD])
    assert previews.mark(["Nothing here."]) == ["Nothing here."]
    assert previews.html(Markup.escape, "x", Words()) == ""


@given(st.lists(st.text(max_size=60), max_size=5))
def test_no_text_is_lost_and_none_is_marked_twice(lines: list[str]) -> None:
    text = "\n".join(Previews([NOD]).mark(lines))
    bare = text.replace('<button type="button" class="term" popovertarget="term-verbal-nod">', "")
    assert bare.replace("</button>", "") == "\n".join(lines).replace("</button>", "")
    assert text.count("<button") <= 1 + "\n".join(lines).count("<button")
