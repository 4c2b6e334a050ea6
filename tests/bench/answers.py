"""`make bench`: how long a learner waits from a choice to its feedback.

On a page of 25 questions, with the processor slowed down four times, a hundred answers are given.
Each is timed from the event of the click until the frame after its verdict is in the page. The
first visit is over: the worker has kept the site, which keeps a processor busy for seconds.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parents[2] / "hooks")]

from inputs import write  # noqa: E402
from playwright.sync_api import Page, sync_playwright  # noqa: E402

from browser_setup import find_browser, launch_arguments  # noqa: E402
from support import build, serve  # noqa: E402

QUESTIONS, ANSWERS, SLOWED, PAUSE = 25, 100, 4, 200
SETTLED = 3000
"""Milliseconds that the browser itself is still busy for after its start."""
BAR = 50
"""Milliseconds: what follows sooner is felt to be at once (Miller 1968)."""

WATCH = """
  window.times = [];
  addEventListener("click", ({ target, timeStamp }) => {
    if (!target.matches?.(".quiz-button")) return;
    const { verdict } = target.closest("unruffled-question");
    const look = () => {
      if (!verdict.textContent) return;
      requestAnimationFrame(() => {
        window.times.push(performance.now() - timeStamp);
        seen.disconnect();
      });
    };
    const seen = new MutationObserver(look);
    seen.observe(verdict, { childList: true, characterData: true, subtree: true });
  }, { capture: true });
"""
READY = "Promise.all([...document.querySelectorAll('unruffled-question')].map(q => q.ready))"


def answer(page: Page) -> list[float]:
    """Answer every question of the page in turn, wrong and right, and return the times."""
    questions = page.locator("unruffled-question")
    for number in range(ANSWERS):
        asked = questions.nth(number % QUESTIONS)
        asked.locator("fieldset input").nth(number // QUESTIONS).check()
        press = asked.locator(".quiz-button")
        press.scroll_into_view_if_needed()
        place = press.bounding_box()
        page.wait_for_timeout(PAUSE)
        # By hand, and no look at the page meanwhile: that would be work of its own.
        page.mouse.click(place["x"] + 20, place["y"] + 15)
        page.wait_for_timeout(PAUSE)
        page.wait_for_function(f"window.times.length === {number + 1}")
    return page.evaluate("window.times")


def measure(site: Path) -> list[float]:
    """Return the milliseconds of each answer."""
    with serve(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=launch_arguments()
        )
        context = browser.new_context(base_url=address, reduced_motion="reduce")
        page = context.new_page()
        page.add_init_script(WATCH)
        page.goto("modules/module-0/")
        page.evaluate(READY)
        page.evaluate("navigator.serviceWorker.ready.then(() => 0)")
        page.wait_for_timeout(SETTLED)
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        times = answer(page)
        browser.close()
    return times


def report(times: list[float]) -> str:
    """Return the line: the time that 95 of a hundred answers do not exceed, and the middle one."""
    slow = statistics.quantiles(times, n=20)[-1]
    name = f"choice to feedback, {len(times)} answers, p95, ms"
    return f"{name:<58}{slow:>12.0f}  <= {BAR} (median {statistics.median(times):.0f})"


def main() -> None:
    """Write a page, build it, answer it, print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "project", "ours", pages=1, each=QUESTIONS)
        print(report(measure(build(folder / "site", cwd=folder / "project"))))


if __name__ == "__main__":
    main()
