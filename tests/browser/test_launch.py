"""Launch links: what learners answer goes to a real store; without a link, nothing does."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe import looks, violations
from click.testing import CliRunner
from playwright.sync_api import Browser, BrowserContext, Page, expect

import lrs
import lrs_setup
import support
from unruffled.cli import main
from unruffled.formats.statements import launch_link

pytestmark = pytest.mark.skipif(not lrs_setup.find_store(), reason="Ralph is not installed here")

NAME = "Records of the academy"
LATER = "2099-12-31"
REGISTRATION = "0b8f1c2a-1f5e-4c1e-9b0a-6f3d2a1c0b9f"


class Place:
    """A small site whose organisation has a store, and that store."""

    def __init__(self, root: Path, address: str, store: lrs.Store) -> None:
        self.root, self.address, self.store = root, address, store

    def link(self, who: str, **more: str) -> str:
        given = {"endpoint": self.store.endpoint, "auth": self.store.auth, "until": LATER} | more
        page, account = f"{self.address}launch/", (self.address, who)
        return launch_link(page, account=account, registration=REGISTRATION, **given)

    def told(self, who: str) -> list[tuple[str, str]]:
        """Return what the store holds of somebody: each verb, and of what."""
        return [
            (each["verb"]["id"].rpartition("/")[2], each["object"]["id"].partition("#")[2])
            for each in self.store.statements()
            if each["actor"]["account"]["name"] == who
        ]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("launch")
    root = shutil.copytree(support.ROOT / "tests/faults/base", folder / "project")
    port = lrs.free_port()
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("theme: material\nplugins: [search, unruffled]\n")
    with (root / "organisation.yml").open("a", encoding="utf-8") as file:
        endpoint = f"https://127.0.0.1:{port}/xAPI/"
        file.write(f"stores:\n- name: {NAME}\n  endpoint: {endpoint}\n")
    practise = "id: practise\ntitle: Practise\ntasks:\n- quiz: greeting\n"
    (root / "assignments" / "practise.yml").write_text(practise, encoding="utf-8")
    site = support.build(folder / "site", cwd=root)
    with support.serve(site) as address:
        origin = address.removesuffix(support.BASE)
        with lrs.running(folder, [origin], port) as store:
            yield Place(root, address, store)


@pytest.fixture
def window_of(chromium: Browser) -> Iterator[Callable[..., tuple[Page, list[str]]]]:
    """Open an address in a browser of its own; return the page, and what it asks of the store."""
    contexts: list[BrowserContext] = []

    def open_page(address: str, **options: Any) -> tuple[Page, list[str]]:
        usual: dict[str, Any] = {"ignore_https_errors": True, "service_workers": "block"}
        context = chromium.new_context(**usual, reduced_motion="reduce", **options)
        contexts.append(context)
        asked: list[str] = []
        context.on(
            "request",
            lambda request: asked.append(request.url) if "/xAPI/" in request.url else None,
        )
        page = context.new_page()
        page.goto(address)
        return page, asked

    yield open_page
    for context in contexts:
        context.close()


def said(page: Page) -> Any:
    return expect(page.locator("unruffled-launch > p"))


def line(page: Page) -> Any:
    return expect(page.locator(".offline").last)


def answer(page: Page, number: int = 0) -> None:
    """Answer a question of the page the first way."""
    question = page.locator("unruffled-question").nth(number)
    question.locator("input").first.check()
    question.get_by_role("button", name="Check answer").click()


def until(told: Callable[[], Any], wanted: Any, page: Page) -> None:
    """Wait until the store holds what is wanted."""
    for _ in range(60):
        if told() == wanted:
            return
        page.wait_for_timeout(250)
    assert told() == wanted


def test_a_learner_agrees_once_and_then_answers_arrive_also_after_a_time_offline(place, window_of):
    page, asked = window_of(place.link("ana"))
    said(page).to_contain_text("Nothing is sent before you agree.")
    assert page.url == f"{place.address}launch/"
    assert asked == []
    expect(page.locator("unruffled-launch dl")).to_contain_text(NAME)
    page.get_by_role("button", name="Agree and begin").click()
    said(page).to_contain_text(f"reported to {NAME}, as ana")
    until(lambda: place.told("ana"), [("initialized", "")], page)

    page.goto(f"{place.address}connect/greeting/")
    line(page).to_have_text(f"What you answer is reported to {NAME}.")
    answer(page)
    until(lambda: [verb for verb, _ in place.told("ana")], ["initialized", "answered"], page)

    page.context.set_offline(True)
    answer(page, 1)
    line(page).to_contain_text("does not answer. 1 report waits in this browser.")
    page.context.set_offline(False)
    line(page).to_have_text(f"What you answer is reported to {NAME}.")
    ids = [each["id"] for each in place.store.statements()]
    assert len(ids) == len(set(ids))
    assert [verb for verb, _ in place.told("ana")] == ["initialized", "answered", "answered"]

    kept = page.evaluate("[JSON.stringify(localStorage), JSON.stringify(sessionStorage)]")
    token = place.store.auth.split()[1]
    assert [token in each for each in kept] == [False, True]
    assert page.evaluate("document.cookie") == ""
    again = page.context.new_page()
    again.goto(place.link("ana"))
    expect(again.get_by_role("button", name="Agree and begin")).to_have_count(0)
    said(again).to_contain_text(f"reported to {NAME}, as ana")


def test_what_the_store_gives_back_is_what_the_record_holds(place, window_of, tmp_path):
    page, _ = window_of(place.link("lee"))
    page.get_by_role("button", name="Agree and begin").click()
    said(page).to_contain_text("reported to")
    page.goto(f"{place.address}connect/greeting/")
    answer(page)
    answer(page, 1)
    until(lambda: len(place.told("lee")), 3, page)
    everything = "assets/unruffled/browser/core/everything.js"
    code = f"import('{place.address}{everything}').then((all) => all.readables())"
    record = page.evaluate(code)
    table = tmp_path / "people.csv"
    table.write_text("name,pseudonym\nLee Cruz,lee\n", "utf-8")
    token = tmp_path / "token"
    token.write_text(place.store.auth, "utf-8")
    os.environ["SSL_CERT_FILE"] = str(place.store.certificate)
    try:
        options = ("--auth", str(token), "--assignment", "practise", "--people", str(table))
        command = ("--root", str(place.root), "results", "from-lrs", *options)
        done = CliRunner().invoke(main, [*command, "--out", str(tmp_path / "results")])
    finally:
        del os.environ["SSL_CERT_FILE"]
    assert done.exit_code == 0, done.output
    (file,) = (tmp_path / "results").glob("lee-cruz-*.json")
    found = json.loads(file.read_text("utf-8"))
    assert found["name"] == "Lee Cruz"
    assert found["entries"] == record


def test_without_a_link_nothing_is_sent_and_after_stopping_nothing_more(place, window_of):
    page, asked = window_of(f"{place.address}connect/greeting/")
    answer(page)
    expect(page.locator(".quiz-panel")).to_contain_text("1 of")
    loaded = "performance.getEntriesByType('resource').map(({ name }) => name)"
    assert not any("sending" in each or "outbox" in each for each in page.evaluate(loaded))
    page.goto(f"{place.address}launch/")
    said(page).to_contain_text("needs the link")
    page.goto(place.link("kim"))
    page.get_by_role("button", name="No, send nothing").click()
    said(page).to_contain_text("Nothing was sent")
    assert asked == []
    page.goto("about:blank")
    page.goto(place.link("kim"))
    page.get_by_role("button", name="Agree and begin").click()
    said(page).to_contain_text("reported to")
    page.get_by_role("button", name="Send nothing more").click()
    said(page).to_contain_text("Nothing more is sent")
    page.goto(f"{place.address}connect/greeting/")
    answer(page, 1)
    # What was answered before the link is the learner's own.
    assert place.told("kim") == [("initialized", "")]


def test_a_token_that_the_store_does_not_know_begins_nothing(place, window_of):
    page, _ = window_of(place.link("max", auth="Basic Zm9yZWlnbjp0b2tlbg=="))
    page.get_by_role("button", name="Agree and begin").click()
    said(page).to_contain_text(f"{NAME} does not know the token in this link.")
    page.goto(f"{place.address}connect/greeting/")
    answer(page)
    expect(page.locator(".quiz-panel")).to_contain_text("1 of")
    assert (
        page.evaluate("Object.keys(localStorage).some((name) => /statements/.test(name))") is False
    )
    assert place.told("max") == []


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"endpoint": "https://elsewhere.example/xapi/"}, "which is no store of your organisation"),
        ({"endpoint": "http://127.0.0.1:9/xAPI/"}, "without encryption"),
        ({"until": "2020-01-01"}, "By the clock of this device, the link is over."),
        ({"auth": "none"}, "no token"),
    ],
)
def test_a_link_that_is_not_good_is_refused_with_a_word(place, window_of, more, words):
    page, asked = window_of(place.link("eve", **more))
    said(page).to_contain_text(words)
    assert asked == []
    assert page.evaluate("sessionStorage.length") == 0


def test_a_store_that_is_gone_loses_nothing(place, window_of):
    page, _ = window_of(f"{place.address}launch/")
    page.context.route("**/xAPI/**", lambda route: route.abort())
    page.goto(place.link("sam"))
    page.get_by_role("button", name="Agree and begin").click()
    said(page).to_contain_text("does not answer. 1 report waits in this browser. Nothing is lost.")
    page.goto(f"{place.address}connect/greeting/")
    answer(page)
    line(page).to_contain_text("2 reports wait in this browser.")
    page.context.unroute("**/xAPI/**")
    page.goto(f"{place.address}launch/")
    until(lambda: [verb for verb, _ in place.told("sam")], ["initialized", "answered"], page)


def test_clocks_that_are_wrong_and_put_right_lose_no_answer_and_double_none(place, window_of):
    page, _ = window_of(f"{place.address}launch/")
    page.clock.set_system_time("2031-05-04T10:00:00")  # years ahead
    page.goto(place.link("kai"))
    page.get_by_role("button", name="Agree and begin").click()
    said(page).to_contain_text("reported to")
    page.goto(f"{place.address}connect/greeting/")
    answer(page)
    until(lambda: len(place.told("kai")), 2, page)
    page.clock.set_system_time("2019-05-04T10:00:00")  # years behind, on the same page
    answer(page, 1)
    until(lambda: len(place.told("kai")), 3, page)
    page.clock.set_system_time("2026-11-29T10:00:00")
    page.goto(f"{place.address}connect/greeting/")
    answer(page)
    until(lambda: len(place.told("kai")), 4, page)
    entry = "urn:uuid:0d4f8c0e-6a1b-5d0c-9b52-7f6f2f2a9e11"
    entries = [
        each["result"]["extensions"][entry]
        for each in place.store.statements()
        if each["actor"]["account"]["name"] == "kai" and "result" in each
    ]
    assert len({each["id"] for each in entries}) == 3
    # In the order in which they were given, whatever the clock said.
    times = [each["t"] for each in sorted(entries, key=lambda each: each["at"])]
    assert [each // 31_557_600_000 for each in times] == [61, 49, 56]


def test_what_was_answered_without_a_session_stays_here_when_a_clock_was_put_back(place, window_of):
    page, _ = window_of(f"{place.address}launch/")
    page.clock.set_system_time("2031-05-04T10:00:00")
    page.goto(place.link("noa"))
    page.get_by_role("button", name="Agree and begin").click()
    said(page).to_contain_text("reported to")
    page.goto("about:blank")
    alone = page.context.new_page()  # another tab: it has no session
    alone.clock.set_system_time("2026-11-29T10:00:00")
    alone.goto(f"{place.address}connect/greeting/")
    answer(alone)
    expect(alone.locator(".quiz-panel")).to_contain_text("1 of")
    alone.goto(place.link("noa"))
    said(alone).to_contain_text("reported to")
    until(lambda: len(place.told("noa")), 1, alone)
    alone.goto(f"{place.address}connect/greeting/")
    answer(alone, 1)
    until(lambda: len(place.told("noa")), 2, alone)
    assert [verb for verb, _ in place.told("noa")] == ["initialized", "answered"]


def test_a_link_that_is_opened_again_in_its_tab_takes_over_what_other_tabs_had(place, window_of):
    page, _ = window_of(place.link("uma"))
    page.get_by_role("button", name="Agree and begin").click()
    said(page).to_contain_text("reported to")
    page.goto("about:blank")  # the tab keeps its session, and sends nothing from here
    page.context.route("**/sending.js", lambda route: route.abort())  # later than the link
    alone = page.context.new_page()
    alone.goto(f"{place.address}connect/greeting/")
    answer(alone)
    expect(alone.locator(".quiz-panel")).to_contain_text("1 of")
    page.goto(place.link("uma"))
    until(lambda: [verb for verb, _ in place.told("uma")], ["initialized", "answered"], page)


@looks
def test_the_page_that_asks_can_be_used_by_everybody(place, window_of, window, scheme):
    page, _ = window_of(place.link("ida"), color_scheme=scheme, **window)
    expect(page.get_by_role("button", name="Agree and begin")).to_be_visible()
    assert violations(page) == []
