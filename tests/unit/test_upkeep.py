"""Files that somebody has to read again: which, when, and what a reader is told of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from support import ROOT
from unruffled.assets import named
from unruffled.checks.upkeep import the_last_look_is_past
from unruffled.cli import main
from unruffled.model.library import Library
from unruffled.model.organisation import Organisation
from unruffled.model.page import Fence
from unruffled.model.upkeep import Upkeep
from unruffled.project import inspect
from unruffled.rendering import Renderer
from unruffled.rendering.assets import assets_of
from unruffled.upkeep import believed, day_of_seconds, due_by, due_of, in_words, looked_at, today
from unruffled.words import Words

BASE = inspect(ROOT / "tests/faults/base")[0]
LOOKED = named("looked.js")


def card(name: str, **given: str) -> Library:
    """The base with days in one of its cards; `silent` is for somebody at risk."""
    changed = BASE.cards[name].model_copy(update=given)
    return replace(BASE, cards={**BASE.cards, name: changed})


def test_a_file_is_due_after_a_year_and_a_card_for_somebody_at_risk_after_half() -> None:
    days = {"reviewed": "2026-03-12"}
    dated = {name: card(name, **days) for name in ("shouting", "silent")}
    due = {name: due_of(library.cards[name], library) for name, library in dated.items()}
    assert due == {"shouting": "2027-03-12", "silent": "2026-09-10"}


@pytest.mark.parametrize(("day", "due"), [("2026-09-09", False), ("2026-09-10", True)])
def test_a_file_is_due_from_its_day_on(day: str, due: bool) -> None:
    library = card("silent", reviewed="2026-03-12")
    files = {each.place.path for each in due_by(library, day)}
    assert ("situations/silent.yml" in files) == due


@pytest.mark.parametrize(("day", "faults"), [("2026-03-12", 0), ("2026-03-11", 1), ("", 0)])
def test_only_a_day_to_come_is_a_fault_and_a_build_asks_no_clock(day: str, faults: int) -> None:
    library = replace(card("silent", reviewed="2026-03-12"), day=day)
    assert len(list(the_last_look_is_past(library))) == faults


def test_an_organisation_says_after_how_many_days() -> None:
    library = card("silent", reviewed="2026-03-12")
    upkeep = Upkeep(days=30, risk_days=7)
    own = replace(library, organisation=Organisation(name="Own", upkeep=upkeep))
    assert due_of(own.cards["silent"], own) == "2026-03-19"


def test_what_nobody_ever_looked_at_comes_first_and_then_what_is_due_first() -> None:
    library = card("silent", reviewed="2026-03-12")
    files = [each.file for each in looked_at(library)]
    assert files[-1] == "situations/silent.yml"
    assert files[:-1] == sorted(files[:-1])


def test_only_modules_and_pages_that_say_so_are_looked_at() -> None:
    assert [each.page for each in looked_at(BASE) if each.file.startswith("docs/")] == [
        "connect/greeting.md"
    ]


def test_a_card_tells_its_day_and_holds_back_that_it_is_due() -> None:
    library = card("silent", reviewed="2026-03-12", owner="The shift lead")
    html = Renderer(library).block("desk/silent.md", Fence("card", "silent", 0, 3))
    assert 'Last looked at: <time datetime="2026-03-12">12 March 2026</time>' in html
    assert 'data-due="2026-09-10"' in html
    due = " <b>Due for another look since 10 September 2026.</b>"
    assert f"<span hidden>{due}</span>" in html
    assert "Last looked at" not in Renderer(BASE).block("x.md", Fence("card", "silent", 0, 3))


def test_a_module_tells_its_day() -> None:
    path = "connect/greeting.md"
    page = BASE.pages[path]
    meta = page.meta.model_copy(update={"reviewed": "2026-03-12"})
    library = replace(BASE, pages={**BASE.pages, path: replace(page, meta=meta)})
    html = Renderer(library).block(path, Fence("overview", "", 0, 2))
    assert "12 March 2026" in html
    assert "12 March 2026" not in Renderer(BASE).block(path, Fence("overview", "", 0, 2))


def test_the_page_for_maintainers_lists_days_and_owners() -> None:
    library = card("silent", reviewed="2026-03-12", owner="The <shift> lead")
    html = Renderer(library).block("contributing/upkeep.md", Fence("upkeep", "", 0, 2))
    assert html.count("<li>") == len(looked_at(library))
    assert html.count("Nothing says when it was last looked at") == len(looked_at(library)) - 1
    assert "Owner: The &lt;shift&gt; lead." in html
    assert "Nobody owns it." in html


def test_only_a_block_that_tells_a_day_brings_the_script() -> None:
    dated = card("silent", reviewed="2026-03-12")
    shows = Fence("card", "silent", 0, 3)
    assert LOOKED in assets_of(shows, dated)
    assert LOOKED not in assets_of(shows, card("shouting"))
    assert LOOKED not in assets_of(Fence("overview", "", 0, 2), dated, "connect/greeting.md")


@pytest.mark.parametrize(
    ("seconds", "day"),
    [
        ("1790812800", "2026-10-01"),
        ("1790848800", "2026-10-02"),
        ("", ""),
        ("soon", ""),
        ("0", ""),
        ("315532800", ""),
        ("9" * 30, ""),
    ],
)
def test_the_day_of_a_reproducible_build_is_that_of_its_source(seconds: str, day: str) -> None:
    assert day_of_seconds(seconds) == day


def test_a_day_is_said_in_words() -> None:
    assert in_words("2026-03-02", Words()) == "2 March 2026"
    assert in_words("2026-03-02", Words("de")) == "2. März 2026"


def due(day: str, root: Path) -> str:
    result = CliRunner().invoke(main, ["--root", str(root), "check", "--due", day])
    return f"{result.exit_code} {result.output}"


def test_the_check_lists_what_is_due_by_a_day_and_is_content(small: Path) -> None:
    told = due("2026-10-01", small)
    assert told.startswith("0 ")
    assert "situations/silent.yml:1:1: UP103" in told
    assert "UP103" not in CliRunner().invoke(main, ["--root", str(small), "check"]).output


def test_the_check_refuses_what_is_no_day(small: Path) -> None:
    assert due("1st of May", small).startswith("2 ")


def test_the_check_finds_a_look_that_is_later_than_its_clock(small: Path) -> None:
    with (small / "situations/silent.yml").open("a", encoding="utf-8") as file:
        file.write("reviewed: 2098-01-01\n")
    done = CliRunner().invoke(main, ["--root", str(small), "check"])
    assert done.exit_code == 1
    assert "UP102" in done.output
    assert not [each for each in inspect(small)[1] if each.code == "UP102"]


@pytest.mark.parametrize(("later", "day"), [(0, "2026-03-12"), (10, "2026-03-12"), (11, "")])
def test_a_clock_that_is_behind_most_of_many_files_is_not_believed(later: int, day: str) -> None:
    model = BASE.cards["silent"]
    days = ["2026-03-13"] * later + ["2026-03-12"] * 9
    cards = {
        f"card-{number}": model.model_copy(update={"reviewed": each})
        for number, each in enumerate(days)
    }
    assert believed(replace(BASE, cards=cards), "2026-03-12") == day
    assert believed(BASE, today()) == today()
