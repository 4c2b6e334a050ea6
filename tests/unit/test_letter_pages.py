"""Letters: their pages, what leads to them, and what the finder is given."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from support import ROOT
from unruffled.blocks.desk.data import desk_data
from unruffled.model.library import Library
from unruffled.project import inspect
from unruffled.rendering import Renderer

SOUND = ROOT / "tests/faults/spare/letters/late.yml"
PAGE = "letters/late.md"


def project(root: Path, text: str) -> tuple[Library, Renderer]:
    (root / "letters").mkdir()
    (root / "letters/late.yml").write_text(text, "utf-8")
    library, problems = inspect(root)
    return library, Renderer(library, problems)


@pytest.fixture
def made(small: Path) -> tuple[Library, Renderer]:
    return project(small, SOUND.read_text("utf-8"))


def shown(made: tuple[Library, Renderer], path: str) -> str:
    library, renderer = made
    text = library.generated.get(path) or (ROOT / "tests/faults/base/docs" / path).read_text()
    return "\n".join(renderer.page(path, text.split("\n"), str))


def test_both_letters_stand_whole_on_the_page_with_a_reason_for_each_paragraph(made) -> None:
    html = shown(made, PAGE)
    assert html.index("It will come soon.") < html.index("Soon is not a time.")
    for each in made[0].letters["late"].after:
        assert html.index(f">{each.write[:4]}") < html.index(each.why)
    assert html.count('class="letter-why"') == 2
    assert '<span class="gap" data-gap="day">[day]</span>' in html
    assert "by Thursday." in html


def test_what_is_copied_is_the_whole_letter_with_its_gaps(made) -> None:
    words = re.search(r'data-words="([^"]*)"', shown(made, PAGE))[1]
    assert "\n" not in words  # a blank line would end the HTML for a Markdown converter
    said = "Dear {customer_name},\n\nIt is late. You'll hear from me by {day}."
    assert unescape(words) == said


def test_no_blank_line_stands_in_the_html_of_a_letter(made) -> None:
    """Another engine reads it as a part of Markdown."""
    html = shown(made, PAGE)
    block = html[html.index("<unruffled-letter") : html.index("</unruffled-letter>")]
    assert re.search(r"\n[ \t]*\n", block) is None


def test_its_card_its_module_and_the_list_lead_to_a_letter(made) -> None:
    assert "In writing: " in shown(made, "desk/shouting.md")
    assert "In writing: " not in shown(made, "desk/silent.md")
    assert "See it in a whole letter: " in shown(made, "connect/greeting.md")
    assert "Late</a> (E-mail). When it is late." in shown(made, "letters/index.md")


def test_a_letter_with_a_fault_shows_the_fault_and_nothing_leads_to_it(small: Path) -> None:
    made = project(small, SOUND.read_text("utf-8").replace("channel: email", "channel: [fax]"))
    assert "letters/late.yml" in shown(made, PAGE)
    assert "unruffled-letter" not in shown(made, PAGE)
    assert "In writing" not in shown(made, "desk/shouting.md")
    assert desk_data(made[0])["letters"] == []


def test_without_letters_there_is_no_list(small: Path) -> None:
    assert [path for path in inspect(small)[0].generated if path.startswith("letters/")] == []


def test_the_finder_is_given_what_customers_write(made) -> None:
    assert desk_data(made[0])["letters"] == [
        {
            "id": "letter:late",
            "url": "letters/late/",
            "label": "Late",
            "about": "When it is late.",
            "hears": ["It is late again"],
            "situation": ["shouting"],
            "channel": ["email"],
        }
    ]
