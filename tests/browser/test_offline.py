"""After one visit the whole site works without a server, and a new deployment is taken up."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from deployments import CONTROLLED, NAMES, WAITING, deploy, visited, window
from pages import MODULE, TAKE_ALONG
from playwright.sync_api import Browser, Page, expect

from support import BASE, serve
from unruffled.publishing.offline import group_of, kept, listed
from waiting import until
from watching import watch

WORKS = "You are offline. Everything here still works."
ANSWERS = """async (addresses) => {
  const failed = [];
  for (const address of addresses) {
    const answer = await fetch(address).catch(() => ({ status: "none" }));
    if (!answer.ok || !(await answer.arrayBuffer()).byteLength) failed.push(address);
  }
  return failed;
}"""
STILL = "navigator.serviceWorker.getRegistration().then(({ waiting }) => waiting?.state)"


class Offline:
    """A window in which the site was visited once; its server has ended since."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.trouble = watch(page.context, address)

    def calm(self) -> None:
        assert self.trouble == []


@pytest.fixture(scope="module")
def visit_before(chromium: Browser, site: Path) -> Iterator[Offline]:
    with serve(site) as address:
        context = window(chromium, address)
        page = visited(context)
    yield Offline(page, address)
    context.close()


@pytest.fixture
def offline(visit_before: Offline) -> Offline:
    visit_before.page.goto("about:blank")  # breaks off what the last page was still loading
    visit_before.trouble.clear()
    return visit_before


def test_every_file_is_answered_and_every_page_by_each_of_its_addresses(offline, site):
    everything = list(kept(site))
    assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} <= set(everything)
    groups = listed(site)
    files = [path for path in everything if group_of(path, groups) != "opened"]
    pages = [path for path in files if path.endswith("/index.html")]
    assert len(pages) > 40
    folders = [path.removesuffix("index.html") for path in pages]
    asked = [*files, *folders, "phrases/?situation=shouting", "phrases/index.html?tone=warm"]
    offline.page.goto("")
    assert offline.page.evaluate(ANSWERS, [offline.address + each for each in asked]) == []
    offline.calm()


OPENED = (
    *("", MODULE, "course/test/", "course/record/", TAKE_ALONG, "desk/shouting/"),
    *("phrases", "desk/index.html", "hosting/#privacy", "phrases/?situation=shouting"),
)


def test_a_page_of_each_kind_opens(offline):
    page = offline.page
    for path in OPENED:
        page.goto(path)
        expect(page.locator("h1")).to_have_count(1)
        assert page.url == offline.address + (path if path != "phrases" else "phrases/")
        page.wait_for_load_state("networkidle")  # else the next page would break it off
    offline.calm()


def test_a_wrong_address_shows_the_page_for_it(offline):
    assert offline.page.goto("desk/no-such-page/").status == 404
    expect(offline.page.get_by_role("heading", level=1)).to_have_text("This page is not here")


def test_the_search_of_the_site_works(offline):
    offline.page.goto("hosting/")
    offline.page.wait_for_load_state("networkidle")
    offline.page.get_by_role("button", name="Search").click()
    offline.page.get_by_role("searchbox").press_sequentially("manager")
    expect(offline.page.locator(".search-dialog .finder-card").first).to_be_visible()
    offline.page.get_by_role("searchbox").fill("proxy")  # a word of a page's text
    expect(offline.page.locator(".search-dialog .finder-page").first).to_be_visible()
    offline.calm()


def test_an_answer_is_recorded(offline):
    page = offline.page
    page.goto("connect/active-listening/")
    question = page.locator("unruffled-question[data-kind=single]").first
    question.locator("input").first.check()
    question.get_by_role("button", name="Check answer").click()
    expect(page.locator(".quiz-panel").first).to_contain_text("1 of")
    # In the menu: with it, all is loaded that the next page would break off.
    expect(page.locator(".tick").first).to_be_attached()
    page.goto("course/record/")
    expect(page.locator("unruffled-record")).to_contain_text("1 answer")
    offline.calm()


def test_the_page_says_that_it_is_offline_and_takes_it_back(offline):
    page = offline.page
    page.goto("desk/")
    note = page.locator(".offline")
    expect(note).to_have_attribute("role", "status")
    expect(note).to_have_text("")
    page.context.set_offline(True)
    expect(note).to_have_text(WORKS)
    page.reload()
    expect(note).to_have_text(WORKS)
    page.context.set_offline(False)
    expect(note).to_have_text("")


def test_all_phrases_can_be_taken_along(offline, site):
    page = offline.page
    page.context.set_offline(True)
    page.goto(TAKE_ALONG)
    link = page.locator("unruffled-exports a[data-format=csv]")
    expect(page.locator(".export-count")).to_contain_text("The file will hold")
    with page.expect_download() as download:
        link.click()
    assert download.value.path().read_bytes() == (site / "exports/phrases.csv").read_bytes()
    page.context.set_offline(False)
    offline.calm()


def test_a_browser_can_install_it(offline):
    offline.page.goto("")
    session = offline.page.context.new_cdp_session(offline.page)
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # The windows of tests are private ones, and those install nothing; a browser without windows
    # does not say so.
    assert {error["errorId"] for error in errors} <= {"in-incognito"}
    assert session.send("Page.getAppManifest")["errors"] == []


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """A folder with a first deployment."""
    deploy(tmp_path / "live", "First", ("index.html", "404.html", "old/index.html"))
    return tmp_path / "live"


def test_a_new_deployment_comes_with_the_next_page_and_never_under_a_reader(chromium, live):
    with serve(live) as address, contextlib.closing(window(chromium, address)) as context:
        page, other = visited(context), visited(context, "old/")
        other.get_by_label("Reply").fill("I am sorry")
        trouble = watch(context, address)
        deploy(live, "Second", ("index.html", "404.html", "new/index.html"))
        assert page.evaluate(WAITING) == "installed"
        expect(page.locator("h1")).to_have_text("First")
        page.goto("#place")  # within the page: nothing is opened
        expect(page.locator("h1")).to_have_text("First")
        with page.expect_download() as download:
            page.get_by_role("link", name="Save").click()
        # Some browsers ask the worker for a download, some the server.
        saved = Path(download.value.path()).read_text(encoding="utf-8")
        assert saved in ("words.csv: First\n", "words.csv: Second\n")
        assert page.evaluate(STILL) == "installed"
        page.goto("new/#place", wait_until="commit")
        expect(page.locator("h1")).to_have_text("Second")
        assert page.url == f"{address}new/#place"
        until(page, CONTROLLED)
        expect(other.locator("h1")).to_have_text("First")
        expect(other.get_by_label("Reply")).to_have_value("I am sorry")
        names = page.evaluate(NAMES)
        assert f"{BASE}new/index.html" in names
        assert f"{BASE}old/index.html" not in names
        assert len(names) == len(set(names)) == len(kept(live))
        assert trouble == []
        assert page.goto("old/").status == 404


def test_a_preview_at_the_same_address_takes_the_worker_away(chromium, live):
    with serve(live) as address, contextlib.closing(window(chromium, address)) as context:
        page = visited(context)
        deploy(live, "Preview", ("index.html",), keep=False)
        page.evaluate("navigator.serviceWorker.getRegistration().then(each => each.update())")
        until(page, "async () => !(await caches.keys()).length")
        page.goto("")
        expect(page.locator("h1")).to_have_text("Preview")
        found = "async () => !(await navigator.serviceWorker.getRegistrations()).length"
        until(page, found)
        page.reload()
        page.wait_for_load_state("networkidle")
        assert page.evaluate(found)


NO_ROOM = """async () => {
  const { installing } = await navigator.serviceWorker.register("sw.js");
  while (!["activated", "redundant"].includes(installing.state)) {
    await new Promise((done) => installing.addEventListener("statechange", done, { once: true }));
  }
  return installing.state;
}"""


def test_a_full_disk_keeps_nothing_and_breaks_nothing(chromium, live):
    with serve(live) as address, contextlib.closing(window(chromium, address)) as context:
        trouble = watch(context, address)
        page = context.new_page()
        room = {"origin": address.removesuffix(BASE), "quotaSize": 1}
        context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", room)
        page.goto("")
        assert page.evaluate(NO_ROOM) == "redundant"
        page.goto("old/")
        expect(page.locator("h1")).to_have_text("First")
        assert trouble == []


REFUSED = """if (navigator.serviceWorker) {
  navigator.serviceWorker.register = () => Promise.reject(new Error("not here"));
}"""
ABSENT = "Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });"


@pytest.mark.parametrize("setup", [REFUSED, ABSENT], ids=["refused", "absent"])
def test_a_browser_that_keeps_nothing_shows_the_page_all_the_same(visit, setup):
    page = visit("desk/", setup, service_workers="allow")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".offline")).to_have_text("")
    page.context.set_offline(True)
    expect(page.locator(".offline")).to_have_text("You are offline.")
