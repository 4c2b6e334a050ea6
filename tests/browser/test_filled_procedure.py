"""The cards of an organisation that has filled in its file: a real procedure of eight lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect
from test_desk import CARDS, SMALL, fits, go, sheets

import support
from shared import once

RISKS = [name for name, card in CARDS.items() if card.safety]
LINES = [
    "**Harm to a person:** stay with them. Raise the red flag, and line 9 calls for help.",
    "**Caller in Ireland or Britain:** line 9 calls 112 or 999 there, with their address.",
    "**Caller anywhere else:** line 9 has the list of countries, and a helpline for each.",
    "**Fire, gas, current:** they leave and call. You end the call, and then you tell line 9.",
    "**A threat to you:** end it, and tell security on line 7. They call the police for you.",
    "**Nobody answers:** the duty manager, whose number is on the wall beside the door.",
    "**Note** the words and the times, and whom you told. Write nothing about an illness.",
    "**Afterwards** you are off the phones for half an hour, and for longer if you say so.",
]
ORGANISATION = {
    "name": "Northwind Energy",
    "handbook_title": "Steady",
    "slots": {
        "abuse_policy": "Warn once. Then end it, and write down the time and the words.",
        "authority_limits": "Up to 50 euros.",
        "escalation_contact": "The shift lead on line 2, then line 3. The fraud desk on line 5.",
        "opening_hours": "Day and night.",
        "emergency_procedure": "\n".join(f"- {line}" for line in LINES),
    },
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of this handbook with the file of an organisation that has filled it in."""

    def make(folder: Path) -> None:
        project = support.copy_project(folder / "project")
        text = yaml.safe_dump(ORGANISATION, allow_unicode=True)
        (project / "organisation.yml").write_text(text, encoding="utf-8")
        support.build(folder / "site", cwd=project)

    with support.serve(once(tmp_path_factory, "filled", make) / "site") as url:
        yield url


def test_a_procedure_of_eight_lines_keeps_the_first_words_in_sight_and_one_page(visit_at, filled):
    visit = visit_at(filled)
    page = visit("desk/", **SMALL)
    found = {}
    for name in RISKS:
        go(page, f"desk/{name}/")
        expect(page.locator(".card-now .phrase-copy")).to_have_count(len(CARDS[name].say))
        usual = fits(page)
        page.evaluate("document.documentElement.toggleAttribute('data-call', true)")
        found[name] = (usual, fits(page), sheets(page))
    assert {name: each for name, each in found.items() if each != (True, True, [1, 1])} == {}
    bare = visit("desk/", **SMALL, java_script_enabled=False)
    for name in RISKS:
        bare.goto(f"desk/{name}/")
        assert fits(bare), name


def test_the_procedure_takes_the_place_of_the_general_words_on_cards_and_pages(visit_at, filled):
    visit = visit_at(filled)
    page = visit("desk/danger/")
    slot = page.locator(".card-slot").first
    expect(slot.locator("li")).to_have_count(len(LINES))
    expect(page.locator(".card-call, .card-general")).to_have_count(0)
    go(page, "desk/scam/")  # it has none of its own, and keeps its words
    expect(page.locator(".card-call li")).to_have_count(len(CARDS["scam"].call.who))
    go(page, "connect/empathy/")
    expect(page.locator(".organisation-slot li")).to_have_count(len(LINES))
