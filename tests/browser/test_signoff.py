"""The rubric for one person and one contact: kept, saved, printed on one page, and collected."""

from __future__ import annotations

import csv
import io
import json
import re

from axe import looks, violations
from jsonschema import Draft202012Validator
from playwright.sync_api import Page, expect
from test_team import file, saved

from support import ROOT

PAGE, RESULTS = "train/rubric/", "train/results/"
SCHEMA = json.loads((ROOT / "schemas/signoff.json").read_text("utf-8"))
HEARD = "I see that it is late, and that it was for tomorrow. I'll find out, and ring by four."


def fill(page: Page, *levels: int, who: str = "Ana Silva", by: str = "Ben Okoro") -> None:
    page.get_by_label("Who", exact=True).fill(who)
    page.get_by_label("Observed by").fill(by)
    page.get_by_label("Day of the contact").fill("2026-11-20")
    page.get_by_label("What it was about").fill("A late parcel")
    for row, level in zip(page.locator("fieldset[data-row]").all(), levels, strict=False):
        if level:
            row.get_by_role("radio").nth(level - 1).check()
            row.get_by_label("The words you heard").fill(HEARD)


def sheet(page: Page) -> str:
    return saved(page, "Save the sheet as a file")


def pages_of(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


def test_a_sheet_says_what_follows_from_it_and_is_saved_as_its_schema_says(visit) -> None:
    page = visit(PAGE)
    verdict = page.locator(".rubric-verdict")
    expect(verdict).to_have_text("Nothing is judged yet.")
    page.get_by_role("button", name="Save the sheet").click()
    expect(page.get_by_label("Who", exact=True)).to_be_focused()
    fill(page, 3, 4, 0, 3)
    expect(verdict).to_have_text("Signed off: 3 or more in every row that came up. 3 rows came up.")
    page.locator("fieldset[data-row]").nth(1).get_by_role("radio").nth(1).check()
    expect(verdict).to_contain_text("Not yet: below 3 in Hears the customer out.")
    page.get_by_label("To practise").check()
    expect(verdict).to_contain_text("Practice: nothing is decided.")
    page.get_by_label("To decide").check()
    page.locator("fieldset[data-row]").nth(1).get_by_role("button").click()
    expect(verdict).to_contain_text("Signed off")
    found = json.loads(sheet(page))
    Draft202012Validator(SCHEMA).validate(found)
    assert (found["who"], found["result"], [row["level"] for row in found["rows"][:4]]) == (
        *("Ana Silva", "signed-off"),
        [3, 0, 0, 3],
    )


def test_what_is_filled_in_is_there_after_a_reload_until_it_is_cleared(visit) -> None:
    page = visit(PAGE)
    expect(page.locator(".rubric-verdict")).to_be_visible()
    fill(page, 3)
    page.wait_for_timeout(500)  # it is kept a moment after the last letter
    page.reload()
    expect(page.get_by_label("Who", exact=True)).to_have_value("Ana Silva")
    expect(page.locator(".rubric-verdict")).to_contain_text("1 row came up.")
    page.get_by_role("button", name="Next contact of this person").click()
    expect(page.get_by_label("Who", exact=True)).to_have_value("Ana Silva")
    expect(page.locator(".rubric-verdict")).to_have_text("Nothing is judged yet.")
    page.get_by_role("button", name="Clear all").click()
    page.reload()
    expect(page.get_by_label("Who", exact=True)).to_have_value("")


def test_what_may_be_a_customers_is_pointed_out(visit) -> None:
    page = visit(PAGE)
    warning = page.locator(".rubric-personal")
    expect(page.locator(".rubric-verdict")).to_be_visible()
    told_of = {"Order 12345678": True, "A late parcel": False, "x@y.example": True}
    for words, told in told_of.items():
        page.get_by_label("What it was about").fill(words)
        expect(warning).to_be_visible(visible=told)


def test_a_sheet_is_one_page_on_paper_empty_and_filled_in(visit) -> None:
    page = visit(PAGE)
    expect(page.locator(".rubric-verdict")).to_be_visible()
    assert pages_of(page) == 1
    fill(page, *[3] * 8)
    assert pages_of(page) == 1
    page.emulate_media(media="print")
    for words in ("Observer, date and signature:", "Second observer:", "The person:"):
        expect(page.get_by_text(words, exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Save the sheet")).to_be_hidden()


def test_results_collect_who_is_signed_off_by_whom_and_on_what(visit) -> None:
    page = visit(PAGE)
    expect(page.locator(".rubric-verdict")).to_be_visible()
    fill(page, 3, 3)
    ana = sheet(page)
    fill(page, 1, 3, by="Cy Park")
    other = sheet(page)
    fill(page, 4, 4, who="Dora", by="Cy Park")
    dora = sheet(page)
    page.goto(RESULTS)
    given = [ana, other, dora, dora.replace('"level": 4', '"level": 3', 1)]
    files = [file(f"{number}.json", text) for number, text in enumerate(given)]
    page.get_by_label("Result files").set_input_files(files)
    page.get_by_label("Who should have").fill("Ana Silva\nDora\nEva")
    place = page.locator(".team-signoffs")
    expect(place.locator(".team-sum")).to_have_text("1 of 2 is signed off. Without a sheet: Eva.")
    rows = {row.locator("th").inner_text(): row for row in place.locator("tbody tr").all()}
    expect(rows["Dora"]).to_contain_text("✓ 20 November 2026")
    expect(rows["Dora"]).to_contain_text("role-play: A late parcel")
    expect(rows["Dora"]).to_contain_text("altered after it was made, and not counted: 3.json")
    expect(rows["Ana Silva"]).to_contain_text("not yet")
    expect(rows["Ana Silva"]).to_contain_text("observers differ by two levels: Stays steady")
    table = saved(page, "Sign-offs as CSV").removeprefix("\ufeff")
    found = [(each["name"], each["observer"], each["marks"]) for each in _rows(table)]
    assert found == [
        *(("Ana Silva", "Ben Okoro", ""), ("Ana Silva", "Cy Park", "")),
        *(("Dora", "Cy Park", ""), ("Dora", "Cy Park", "altered")),
    ]


def _rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table)))


@looks
def test_axe_finds_nothing(visit, scheme, window) -> None:
    page = visit(PAGE, color_scheme=scheme, **window)
    expect(page.locator(".rubric-verdict")).to_be_visible()
    fill(page, 3, 1)
    page.get_by_label("What it was about").fill("Order 12345678")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_it_is_a_form_to_print(visit) -> None:
    page = visit(PAGE, java_script_enabled=False)
    expect(page.get_by_label("Who", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Save the sheet")).to_be_hidden()
