"""Files of the phrases that a reader has chosen: the bytes that the command writes."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from pages import TAKE_ALONG, library
from playwright.sync_api import Page, expect

from support import ROOT
from unruffled.cli import main
from unruffled.formats.phrases import FORMATS, chosen, entries

ENTRIES = entries(library())
AS_TEXT = [name for name, form in FORMATS.items() if not form.whole]
"""Those of which a choice can be taken."""
BROKEN = "window.fetch = () => Promise.reject(new Error('no network'));"


def command(form: str, wanted: dict[str, str], out: Path) -> bytes:
    """Return what `unruffled export` writes with these filters."""
    options = [part for name, value in wanted.items() for part in (f"--{name}", value)]
    done = CliRunner().invoke(
        main, ["--root", str(ROOT), "export", form, "--out", str(out), *options]
    )
    assert done.exit_code == 0, done.output
    return out.read_bytes()


def taken(page: Page, form: str) -> tuple[str, bytes]:
    """Take a file; return its name and content."""
    with page.expect_download() as download:
        page.locator(f'a[data-format="{form}"]').click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def count(page: Page, wanted: dict[str, str]) -> None:
    found = len(chosen(ENTRIES, wanted))
    expect(page.locator(".export-count")).to_have_text(
        f"The file will hold {found} of {len(ENTRIES)} phrases and letters."
    )


@pytest.mark.parametrize(
    ("wanted", "forms"),
    [
        ({"situation": "shouting"}, AS_TEXT),
        ({}, ["espanso", "csv"]),
        ({"moment": "close", "channel": "chat", "tone": "plain"}, ["json"]),
        ({"table": "set-boundaries"}, ["textexpander"]),
    ],
    ids=["all formats", "no filter", "three filters", "a table"],
)
def test_the_page_gives_what_the_command_writes(visit, tmp_path, wanted, forms):
    address = "&".join(f"{name}={value}" for name, value in wanted.items())
    page = visit(f"{TAKE_ALONG}?{address}")
    count(page, wanted)
    for form in forms:
        expected = (FORMATS[form].file, command(form, wanted, tmp_path / form))
        assert taken(page, form) == expected
    if wanted:
        expect(page.locator(".export-message")).to_contain_text(
            f"Saved: {FORMATS[form].file}, with"
        )


def test_a_choice_is_kept_in_the_address_and_what_is_unknown_is_ignored(visit):
    page = visit(f"{TAKE_ALONG}?situation=nothing&tone=warm&from=mail")
    count(page, {"tone": "warm"})
    page.get_by_role("combobox", name="Moment", exact=True).select_option("open")
    count(page, {"tone": "warm", "moment": "open"})
    assert page.url.endswith("?tone=warm&from=mail&moment=open")
    page.get_by_role("main").get_by_role("button", name="Clear").click()
    count(page, {})
    assert page.url.endswith("?from=mail")


def test_a_deck_is_taken_whole_whatever_is_chosen(visit):
    page = visit(f"{TAKE_ALONG}?situation=shouting")
    with page.expect_download() as download:
        page.get_by_role("link", name="Anki deck").click()
    whole = [each for each in ENTRIES if each.folder != "letters"]
    with zipfile.ZipFile(download.value.path()) as deck:
        database = deck.read("collection.anki2")
    assert download.value.suggested_filename == "phrases.apkg"
    with closing(sqlite3.connect(":memory:")) as notes:
        notes.deserialize(database)
        assert notes.execute("select count(*) from notes").fetchone() == (len(whole),)


def test_a_choice_that_nothing_fits_gives_no_file(visit):
    none = next(
        {"situation": each.source.situations[0], "moment": moment, "tone": tone}
        for each in ENTRIES
        for moment in ("open", "middle", "close")
        for tone in ("warm", "plain", "firm")
        if not chosen(
            ENTRIES, {"situation": each.source.situations[0], "moment": moment, "tone": tone}
        )
    )
    page = visit(f"{TAKE_ALONG}?{'&'.join(f'{name}={value}' for name, value in none.items())}")
    expect(page.locator(".export-count")).to_have_text("Nothing fits. Clear a filter.")
    page.locator('a[data-format="csv"]').click()
    expect(page.locator(".export-message")).to_have_text("Nothing fits. Clear a filter.")


def test_what_cannot_be_loaded_is_told_and_the_whole_files_stay(visit):
    page = visit(f"{TAKE_ALONG}?tone=warm", setup=BROKEN)
    page.locator('a[data-format="csv"]').click()
    expect(page.locator(".export-message")).to_contain_text("cannot be loaded")
    page.get_by_role("main").get_by_role("button", name="Clear").click()
    assert taken(page, "csv")[0] == "phrases.csv"


def test_without_scripts_the_whole_files_are_there(visit):
    page = visit(TAKE_ALONG, java_script_enabled=False)
    expect(page.locator("unruffled-exports form")).to_be_hidden()
    expect(page.locator(".export-count")).to_have_text(
        f"Each file holds all {len(ENTRIES)} phrases and letters."
    )
    expect(page.get_by_role("main")).to_contain_text("unruffled export")
    expect(page.locator(".export-files a:visible")).to_have_count(len(FORMATS))
