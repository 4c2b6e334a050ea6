"""The trainer's page of assignments keeps what was made, and sends it."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

from playwright.sync_api import Page, expect
from test_assignments import ASSIGN, choose, link, make
from test_team import saved

CALENDAR = "Save the days for a calendar"


def kept(page: Page) -> list[str]:
    return page.locator(".assign-links li b").all_inner_texts()


def test_the_form_survives_a_reload_and_begins_anew_when_asked(visit) -> None:
    page = visit(ASSIGN)
    first = make(page, "Calm first", Pass_mark="70")
    page.get_by_label("Due on").fill("2027-03-31")
    page.get_by_label("until midnight in").select_option("Asia/Tokyo")
    page.get_by_label("Test: on").check()
    whole = link(page)
    assert whole != first
    page.wait_for_timeout(500)  # it is kept a moment after the last letter
    page.reload()
    expect(page.get_by_label("Link", exact=True)).to_have_value(whole)
    page.get_by_role("button", name="Begin anew").click()
    expect(page.get_by_label("Title")).to_have_value("")
    expect(page.locator("[name=step]:checked")).to_have_count(0)


def test_links_that_were_given_are_in_a_list_and_can_be_opened_to_change(visit) -> None:
    page = visit(ASSIGN)
    choose(page, "Show empathy", "Escalate well", "The parcel that is four days late")
    page.get_by_label("Draw one test").check()
    page.get_by_label("Questions to draw").fill("7")
    page.get_by_label("Attempts").fill("2")
    page.get_by_label("Keep questions").check()
    page.get_by_label("Title").fill("Drawn")
    drawn = link(page)
    page.get_by_role("button", name="Copy the link").click()
    expect(page.locator(".assign-links li")).to_have_count(1)
    page.get_by_role("button", name="Begin anew").click()
    make(page, "Calm")
    page.get_by_role("button", name="Keep it in the list").click()
    expect(page.locator(".assign-links li")).to_have_count(2)
    page.reload()
    expect(page.locator(".assign-links li")).to_have_count(2)
    assert kept(page) == ["Calm", "Drawn"]
    page.get_by_role("button", name="Open to change: Drawn").click()
    expect(page.get_by_label("Title")).to_be_focused()
    expect(page.get_by_label("Link", exact=True)).to_have_value(drawn)
    page.get_by_role("button", name="Take off the list: Calm").click()
    expect(page.locator(".assign-links li")).to_have_count(1)


def test_the_key_that_is_here_is_offered(visit) -> None:
    page = visit("train/results/")
    saved(page, "Make a key")
    shown = page.get_by_label("Public key")
    expect(shown).to_have_value(re.compile(r"^[\w-]{43}\.[\w-]{43}$"))
    public = shown.input_value()
    page.goto(ASSIGN)
    make(page)
    offer = page.get_by_role("button", name="Use the key that this browser has")
    offer.click()
    expect(page.get_by_label("Your public key")).to_have_value(public)
    expect(offer).to_be_hidden()
    # With a key, what nobody else can read comes first, and the open file last.
    page.goto(link(page))
    buttons = page.locator(".assigned-hand-in button")
    expect(buttons.first).to_have_text(re.compile("^Save it sealed"))
    expect(page.get_by_role("button", name="Save the result file")).to_be_hidden()
    page.get_by_text("Save it open").click()
    expect(page.get_by_role("button", name="Save the result file")).to_be_visible()


def test_a_mail_and_the_days_of_a_calendar_are_written(visit) -> None:
    page = visit(ASSIGN)
    make(page, "Calm; first, & kind", A_note="Be brave.")
    expect(page.get_by_role("button", name=CALENDAR)).to_be_hidden()
    page.get_by_label("Due on").fill("2027-03-31")
    mail = page.get_by_role("link", name="Write a mail").get_attribute("href")
    assert mail is not None
    assert urlsplit(mail).scheme == "mailto"
    query = parse_qs(urlsplit(mail).query)
    assert query["subject"] == ["Calm; first, & kind"]
    assert link(page) in unquote(mail)
    assert "It is due on 31 March 2027." in query["body"][0]
    text = saved(page, CALENDAR).replace("\n ", "")
    assert re.findall(r"DTSTART;VALUE=DATE:(\d+)", text) == [
        *("20270331", "20270414", "20270428", "20270526")
    ]
    assert r"SUMMARY:Due: Calm\; first\, & kind" in text
    assert f"URL:{link(page)}" in text
