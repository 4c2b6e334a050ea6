"""The log of kills and faults: what the record acknowledged is there, whatever its browser does.

`make soak` runs all of it, or, where it has fewer minutes, a part of each kind of fault. One line
is printed for each kind, with how many answers the store acknowledged and how many were lost;
the last line is the sum, as JSON. Exit status 1 if any was lost, or if a page said something that
was not so.
"""

from __future__ import annotations

import argparse
import functools
import json
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "browser"), str(TESTS.parent / "hooks")]

from killing import fresh, kill_while_answering  # noqa: E402
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright  # noqa: E402
from record_helpers import attempt, bare_site, call  # noqa: E402
from test_record_faults import GONE, THEME, broken, gone, walk  # noqa: E402

import kinds_project  # noqa: E402
from browser_setup import find_browser, launch_arguments  # noqa: E402
from support import serve  # noqa: E402

KILLS, TABS, EACH = 50, 2, 1_000
WHOLE = 8.0
"""How many minutes all of it takes on a slow machine."""
FEWEST_KILLS, FEWEST_ANSWERS = 3, 50
SEND = """window.kept = [];
window.told = new Set();
window.go = (async () => {
  for (let n = 0; n < argument.count; n += 1) {
    const id = argument.prefix + n;
    const { kept, reason } = await append([{ ...argument.entry, id, question: `q${n % 9}` }]);
    told.add(reason);
    if (kept) window.kept.push(id);
    window.between?.(n);
  }
})()"""
QUOTA = """
window.full = false;
const real = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (names, mode, ...all) {
  const transaction = real.call(this, names, mode, ...all);
  if (window.full && mode === "readwrite") {
    const value = new DOMException("no", "QuotaExceededError");
    Object.defineProperty(transaction, "error", { value });
    setTimeout(() => { try { transaction.abort(); } catch {} });
  }
  return transaction;
};
window.between = n => { window.full = n % 10 > 5; };
"""
STALE = """
const handles = new Set(), real = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (...all) {
  handles.add(this);
  if (this.stale) throw new DOMException("closing", "InvalidStateError");
  return real.apply(this, all);
};
window.between = n => { if (n % 7 === 0) for (const each of handles) each.stale = true; };
"""
NO_CHANNEL = """
window.BroadcastChannel = function () { throw new DOMException("no", "SecurityError"); };
"""
CLOCKS = """
const realNow = Date.now;
let shift = 0;
Date.now = () => realNow() + shift;
window.between = n => {
  shift = [0, 36e5, -36e5, 864e5 * 400, -864e5 * 400, 25 * 36e5][n % 6];
};
"""
NO_FAREWELL = "addEventListener('pagehide', event => event.stopImmediatePropagation(), true);"
"""What a page leaves to the next one when it closes is no part of this: a crash leaves nothing."""
FAULTS = {
    "full": QUOTA,
    "stale handle": STALE,
    "throwing constructor": NO_CHANNEL,
    "clocks": CLOCKS,
}
REASONS = {"full": {"kept", "full"}}
"""What may be said of a fault; of the others, only that all is kept."""


def send(page: Page, prefix: str, count: int) -> None:
    call(page, SEND, {"prefix": prefix, "count": count, "entry": attempt()}, "store")


def look(context: BrowserContext) -> list[dict[str, Any]]:
    """Return what is stored, as a page that was opened later reads it."""
    page = context.new_page()
    page.goto("")
    found = call(page, "return everything()")
    counted = call(page, "return [...(await views()).values()].reduce((n, each) => n + each.n, 0)")
    assert counted == len(found["entries"]), "the views do not follow from the log"
    return found["entries"]


def faulty(browser: Browser, address: str, name: str, count: int) -> tuple[int, int]:
    """Answer while a fault comes and goes; return how many were acknowledged, and lost."""
    context = browser.new_context(base_url=address)
    context.set_default_timeout(600_000)
    context.add_init_script(NO_FAREWELL + FAULTS[name])
    page = context.new_page()
    page.goto("")
    send(page, "f", count)
    page.evaluate("window.go")
    kept, told = page.evaluate("[kept, [...told]]")
    assert {*told} <= REASONS.get(name, {"kept"}), f"{name}: told as {told}"
    page.close()
    entries = look(context)
    order = [each["at"] for each in entries]
    assert order == sorted(order) and len({*order}) == len(order), f"{name}: order"
    ids = {each["id"] for each in entries}
    context.close()
    return len(kept), len([each for each in kept if each not in ids])


def tabs(browser: Browser, address: str, count: int) -> tuple[int, int]:
    """Answer in some tabs at once."""
    context = browser.new_context(base_url=address)
    context.set_default_timeout(600_000)
    pages = [context.new_page() for _ in range(TABS)]
    for number, page in enumerate(pages):
        page.goto("")
        send(page, f"t{number}-", count)
    kept = []
    for page in pages:
        page.evaluate("window.go")
        kept += page.evaluate("kept")
    ids = {each["id"] for each in look(context)}
    context.close()
    return len(kept), len([each for each in kept if each not in ids])


def without(browser: Browser, folder: Path, part: float) -> int:
    """Go through every page of the course without each part of a browser; return how many ways.

    With a ``part`` below 1, some of the ways are left out, spread over all of them.
    """
    ways = [(name, how) for name in GONE for how in ("throws", "undefined")]
    ways = ways[:: max(1, round(1 / part))]
    with serve(kinds_project.build(folder)) as address:
        for name, how in ways:
            with broken(browser, address, gone(name, how), theme=name in THEME) as page:
                walk(page, stored=name != "indexedDB")
    return len(ways)


def main() -> int:
    """Run what is asked for, or all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, help="only so many kills")
    parser.add_argument("--minutes", type=float, help=f"all of it takes about {WHOLE:g}")
    parser.add_argument("--address", help="where a bare page with the scripts is served")
    parser.add_argument("--folder", type=Path, help="where the profile lies")
    given = parser.parse_args()
    part = 1.0 if given.minutes is None else min(1.0, max(0.01, given.minutes / WHOLE))
    kills = given.kills or max(FEWEST_KILLS, round(part * KILLS))
    count = max(FEWEST_ANSWERS, round(part * EACH))
    with ExitStack() as stack:
        folder = given.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        address = given.address or stack.enter_context(bare_site(folder / "bare"))
        playwright = stack.enter_context(sync_playwright())
        profile = fresh(folder / "profile")
        log = kill_while_answering(playwright, profile, address, kills)
        sums = {"kills": log.kills, "acknowledged": len(log.acknowledged), "lost": len(log.lost)}
        show(f"kill -9, {log.kills} times", (sums["acknowledged"], sums["lost"]))
        if not given.kills:
            browser = playwright.chromium.launch(
                executable_path=find_browser(), args=launch_arguments()
            )
            work: dict[str, Callable[[], tuple[int, int]]] = {
                f"{TABS} tabs, {count} answers each": lambda: tabs(browser, address, count)
            }
            for name in FAULTS:
                work[name] = functools.partial(faulty, browser, address, name, count)
            for name, run in work.items():
                found = run()
                show(name, found)
                sums["acknowledged"] += found[0]
                sums["lost"] += found[1]
            (folder / "kinds").mkdir()
            ways = without(browser, folder / "kinds", part)
            print(f"without parts of a browser: {ways} ways through every page, all of them work")
            browser.close()
    print(json.dumps(sums))
    return int(sums["lost"] > 0)


def show(name: str, found: tuple[int, int]) -> None:
    """Print one line of the log."""
    print(f"{name:32} {found[0]:6,} acknowledged, {found[1]} lost", flush=True)


if __name__ == "__main__":
    sys.exit(main())
