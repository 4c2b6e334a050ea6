"""A network or a host that sends something else under a right address: it is never kept, never
answered from the cache, told to the reader, and right at the next visit."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from deployments import CONTROLLED, WAITING, deploy, visited, window
from playwright.sync_api import Browser, Page, expect

from support import BASE, Quiet, serve
from unruffled.publishing.offline import kept
from waiting import until

PAGES = ("index.html", "404.html", "a/index.html")
NEEDED = "a/index.html"
FORMS = ("redirect", "away", "sign-in", "cut", "newer", "empty", "type", "slow", "refused")
FILES = tuple(f"files/{form}.csv" for form in FORMS)
SIGN_IN = b"<!doctype html><title>Sign in</title><h1>Sign in</h1>"

KEPT = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      if (url.includes("?note=")) continue;
      const bytes = await (await cache.match(url)).arrayBuffer();
      const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      const hex = [...sum].map((each) => each.toString(16).padStart(2, "0"));
      found[new URL(url).pathname] = hex.join("");
    }
  }
  return found;
}"""
"""Path → digest of everything in the cache storage."""

WAITS = """async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)"""
HELD = """async () => (await navigator.serviceWorker.getRegistration())?.installing?.state ?? ''"""
STATE = """async () => {
  const { active, waiting, installing } = (await navigator.serviceWorker.getRegistration()) ?? {};
  return [active, waiting, installing].map((each) => each?.state ?? "");
}"""


class Wrong(Quiet):
    """Sends some files in another form: `forms` is path → form."""

    forms: dict[str, str] = {}  # noqa: RUF012
    go_on = threading.Event()

    def do_GET(self) -> None:
        path = self.path.removeprefix(BASE).partition("?")[0]
        form = self.forms.get(path)
        if form is None:
            return super().do_GET()
        right = (Path(self.directory) / path).read_bytes()
        if form in ("redirect", "away"):
            self.send_response(302)
            self.send_header("Location", BASE if form == "redirect" else "http://127.0.0.1:1/")
            self.end_headers()
            return None
        bodies = {"cut": right[:20], "newer": right + b"<!-- newer -->", "empty": b""}
        body = bodies.get(form, right if form == "slow" else SIGN_IN)
        self.send_response(403 if form == "refused" else 200)
        kind = "application/json" if form == "type" else "text/html"
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if form == "slow":
            self.wfile.write(body[:10])
            self.wfile.flush()
            self.go_on.wait(60)
            self.connection.close()  # and the rest never comes
            return
        self.wfile.write(body)


@pytest.fixture
def wrong() -> Iterator[type[Wrong]]:
    Wrong.forms, Wrong.go_on = {}, threading.Event()
    yield Wrong
    Wrong.go_on.set()


@pytest.fixture
def live(tmp_path: Path) -> Path:
    deploy(tmp_path / "live", "First", PAGES, files=FILES)
    return tmp_path / "live"


def listed(site: Path) -> dict[str, str]:
    return {BASE + path: digest for path, digest in kept(site).items()}


def publish(file: Path, text: str, seconds: int) -> None:
    """Write a file as if it were later: the server tells by the second whether it is newer."""
    file.write_text(text, encoding="utf-8")
    at = time.time() + seconds
    os.utime(file, (at, at))


def refused(page: Page, wrong: type[Wrong], form: str) -> None:
    """Open a page while the needed file has a form; wait until it is told that it was refused."""
    wrong.forms = {NEEDED: form}
    wrong.go_on = threading.Event()
    page.evaluate("self.caches && caches.delete(`unruffled notes ${new URL('.', location)}`)")
    page.goto("")
    if form == "slow":
        until(page, f"async () => (await ({HELD})()) === 'installing'")
        wrong.go_on.set()
    note = page.locator(".offline")
    expect(note).to_contain_text("could not be kept for offline: a/.")
    cause = "It did not come" if form == "slow" else "your network changes pages"
    expect(note).to_contain_text(cause)


def test_a_wrong_needed_file_refuses_the_build_and_the_next_visit_has_it(
    chromium: Browser, live: Path, wrong: type[Wrong]
) -> None:
    with serve(live, wrong) as address, contextlib.closing(window(chromium, address)) as context:
        page = context.new_page()
        page.goto("no-such-page/")
        for form in FORMS:  # of the first build: nothing is kept, and nothing answers
            refused(page, wrong, form)
            expect(page.locator(".offline")).to_contain_text("pages need a network")
            until(page, f"async () => !(await ({STATE})()).some(Boolean)")
            found = page.evaluate(KEPT)
            assert found.items() <= listed(live).items()
            assert BASE + NEEDED not in found
        wrong.forms = {}
        page.goto("")
        until(page, CONTROLLED)
        expect(page.locator(".offline")).to_have_text("")
        assert page.evaluate(KEPT) == listed(live)

        first = listed(live)
        deploy(live, "Second", PAGES, files=FILES)
        for form in FORMS:  # of the next build: the old one stays
            refused(page, wrong, form)
            expect(page.locator(".offline")).to_contain_text("The earlier version stays")
            expect(page.locator("h1")).to_have_text("First")
            until(page, f"async () => String(await ({STATE})()) === 'activated,,'")
            assert page.evaluate(KEPT)[BASE + NEEDED] == first[BASE + NEEDED]
            page.goto("a/")
            expect(page.locator("h1")).to_have_text("First")
        page.get_by_role("button", name="Hide").click()
        page.reload()
        expect(page.locator(".offline")).to_have_text("")
        wrong.forms = {}
        page.goto("")
        until(page, WAITS)
        page.goto("a/", wait_until="commit")
        expect(page.locator("h1")).to_have_text("Second")
        until(page, CONTROLLED)
        until(page, f"async () => Object.keys(await ({KEPT})()).length === {len(kept(live))}")
        assert page.evaluate(KEPT) == listed(live)


def test_a_wrong_optional_file_is_left_out_told_the_second_time_and_fetched_later(
    chromium: Browser, live: Path, wrong: type[Wrong]
) -> None:
    wrong.forms = dict(zip(FILES, FORMS, strict=True))
    wrong.go_on.set()
    with serve(live, wrong) as address, contextlib.closing(window(chromium, address)) as context:
        page = visited(context)
        right = {
            path: sum_ for path, sum_ in listed(live).items() if path[len(BASE) :] not in FILES
        }
        assert page.evaluate(KEPT) == right
        expect(page.locator(".offline")).to_have_text("")
        # A page that asks for one has what the server sends; it is not kept for that.
        assert "Sign in" in page.evaluate("fetch('files/sign-in.csv').then((each) => each.text())")
        page.goto("a/")
        note = page.locator(".offline")
        expect(note).to_contain_text(f"csv and {len(FILES) - 1} more. ")
        assert page.evaluate(KEPT) == right
        wrong.forms = {}
        page.goto("")
        until(page, f"async () => Object.keys(await ({KEPT})()).length === {len(kept(live))}")
        assert page.evaluate(KEPT) == listed(live)
        expect(note).to_have_text("")


def test_what_something_has_changed_in_the_cache_is_not_answered(
    chromium: Browser, live: Path, wrong: type[Wrong]
) -> None:
    with serve(live, wrong) as address, contextlib.closing(window(chromium, address)) as context:
        page = visited(context)
        page.evaluate("""async () => {
          const name = (await caches.keys()).find((each) => each.includes("files"));
          const cache = await caches.open(name);
          for (const { url } of await cache.keys()) await cache.put(url, new Response("Changed"));
        }""")
        page.goto("a/")
        expect(page.locator("h1")).to_have_text("First")
        until(page, f"async () => (await ({KEPT})())['{BASE}{NEEDED}'] === '{kept(live)[NEEDED]}'")


def test_right_bytes_under_a_wrong_type_are_kept_with_the_right_one(
    chromium: Browser, live: Path, wrong: type[Wrong]
) -> None:
    class Typeless(Quiet):
        def guess_type(self, path: str | os.PathLike[str]) -> str:
            return "text/html" if str(path).endswith("x.js") else super().guess_type(path)

    deploy(live, "First", PAGES, files=("x.js",))
    with serve(live, Typeless) as address, contextlib.closing(window(chromium, address)) as context:
        page = visited(context)
        kind = page.evaluate("fetch('x.js').then((each) => each.headers.get('content-type'))")
        assert kind == "text/javascript; charset=utf-8"


def test_an_empty_worker_takes_nothing_over_and_is_followed_by_the_right_one(
    chromium: Browser, live: Path
) -> None:
    with serve(live) as address, contextlib.closing(window(chromium, address)) as context:
        page, _ = visited(context), visited(context, "404.html")
        text = (live / "sw.js").read_text(encoding="utf-8")
        publish(live / "sw.js", "", 60)
        page.evaluate("navigator.serviceWorker.getRegistration().then((each) => each.update())")
        until(page, WAITS)
        page.goto("a/")
        expect(page.locator("h1")).to_have_text("First")
        assert page.evaluate(STATE) == ["activated", "installed", ""]
        assert page.evaluate(KEPT) == listed(live)
        publish(live / "sw.js", f"{text}// right again\n", 120)
        assert page.evaluate(WAITING) == "installed"
        page.goto("a/", wait_until="commit")
        expect(page.locator("h1")).to_have_text("First")
        until(page, f"async () => !(await ({WAITS})())")
        until(page, CONTROLLED)
        assert page.evaluate(KEPT) == listed(live)
