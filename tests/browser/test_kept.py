"""Which files a browser keeps at once, and which when somebody opens them or asks for them."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

import pytest
from deployments import NAMES, deploy, visited, window
from playwright.sync_api import Browser, Error, expect

from support import BASE, ROOT, serve
from unruffled.assets import package_files
from unruffled.publishing.offline import group_of, kept, listed, write_worker
from waiting import until

PAGES = (
    *("index.html", "404.html", "a/index.html", "desk/index.html", "desk/shouting/index.html"),
    *("offline/index.html", "train/keys/a/index.html", "train/keys/b/index.html"),
)
SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"
BLOCK = "assets/unruffled/blocks/kept/kept.js"


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """A deployed site, with the page that says what is kept."""
    site = tmp_path / "live"
    deploy(site, "First", PAGES, files=("words.csv", "picture.png"))
    page = site / "offline/index.html"
    block = (ROOT / "hooks/unruffled/blocks/kept/kept.html").read_text(encoding="utf-8")
    script = f'<script type="module" src="../{BLOCK}"></script>'
    page.write_text(page.read_text(encoding="utf-8") + block + script, encoding="utf-8")
    (site / BLOCK).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(package_files()[BLOCK], site / BLOCK)
    write_worker(site)
    return site


def names(site: Path, *groups: str) -> list[str]:
    pages = listed(site)
    return sorted(BASE + path for path in kept(site) if group_of(path, pages) in groups)


def size(site: Path, *groups: str) -> int:
    pages = listed(site)
    found = (path for path in kept(site) if group_of(path, pages) in groups)
    return sum((site / path).stat().st_size for path in found)


def test_pages_for_trainers_are_kept_when_they_are_opened(chromium: Browser, live: Path) -> None:
    with contextlib.closing(window(chromium, "")) as context:
        with serve(live) as address:
            page = context.new_page()
            page.goto(address)
            until(page, "async () => Boolean(navigator.serviceWorker.controller)")
            everybody = names(live, "desk", "rest", "optional")
            assert page.evaluate(NAMES) == everybody
            page.goto(f"{address}train/keys/a/")
            opened = f"{BASE}train/keys/a/index.html"
            until(page, f"async () => (await ({NAMES})()).includes('{opened}')")
            assert page.evaluate(NAMES) == sorted([*everybody, opened])
            page.goto(f"{address}offline/")
            now = page.locator(".kept-now")
            expect(now).to_contain_text(f"keeps {len(everybody) + 1} files of this site")
            expect(now).to_contain_text("Of the 2 pages for trainers, 1 are kept")
            expect(page.get_by_role("button", name="Keep everything")).to_be_hidden()
        # The server has ended.
        page.goto(f"{address}train/keys/a/")
        expect(page.locator("h1")).to_have_text("First")
        assert page.goto(f"{address}train/keys/b/").status == 503
        expect(page.locator("h1")).to_have_text("You are offline")
        page.get_by_role("link", name="To the handbook").click()
        expect(page.locator("h1")).to_have_text("First")
        assert page.goto(f"{address}train/no-such-page/").status == 404
        # Somebody else's site below the handbook: the browser speaks for itself.
        with pytest.raises(Error, match="ERR_"):
            page.goto(f"{address}other/page")


def test_who_asks_for_less_data_has_the_desk_and_the_rest_on_a_press(
    chromium: Browser, live: Path
) -> None:
    with serve(live) as address, contextlib.closing(window(chromium, address)) as context:
        context.add_init_script(SAVES_DATA)
        page = visited(context)
        assert page.evaluate(NAMES) == [BASE, *names(live, "desk")]  # and the note of it
        page.goto("offline/")
        now = page.locator(".kept-now")
        left = names(live, "rest", "optional")
        missing = f"{round(size(live, 'rest', 'optional') / 1000)} kB"
        expect(now).to_contain_text(f"Not kept: {len(left)} files, {missing}.")
        expect(now).to_contain_text(f"{round(size(live, 'desk') / 1000)} kB.")
        page.get_by_role("button", name=f"Keep everything ({missing})").click()
        expect(page.locator(".kept-said")).to_have_text("Everything is kept.")
        assert page.evaluate(NAMES) == [BASE, BASE, *names(live, "desk", "rest", "optional")]
        # So it stays, with the next build, too.
        deploy(live, "Second", PAGES, files=("words.csv", "picture.png"))
        page.goto("a/")
        until(page, "async () => (await navigator.serviceWorker.getRegistration()).waiting")
        page.goto("a/", wait_until="commit")
        expect(page.locator("h1")).to_have_text("Second")
        every = [BASE, BASE, *names(live, "desk", "rest", "optional")]
        until(page, f"async () => String(await ({NAMES})()) === {','.join(every)!r}")


def test_what_was_opened_is_kept_of_the_next_build_as_well(chromium: Browser, live: Path) -> None:
    with serve(live) as address, contextlib.closing(window(chromium, address)) as context:
        page = visited(context)
        page.goto("train/keys/a/")
        opened = f"{BASE}train/keys/a/index.html"
        until(page, f"async () => (await ({NAMES})()).includes('{opened}')")
        deploy(live, "Second", PAGES, files=("words.csv", "picture.png"))
        page.goto("a/")
        until(page, "async () => (await navigator.serviceWorker.getRegistration()).waiting")
        page.goto("a/", wait_until="commit")
        expect(page.locator("h1")).to_have_text("Second")
        every = sorted([opened, *names(live, "desk", "rest", "optional")])
        until(page, f"async () => String(await ({NAMES})()) === {','.join(every)!r}")
