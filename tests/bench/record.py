"""`make bench`: how long a learner with a long record waits for the ticks of the course page.

20,000 attempts at 250 questions lie in the browser, the processor is slowed down four times. What
is measured is the time from the start of the navigation, and from the start of our first script,
until every tick is there and right: those of the list and those of the menu. Once with what the
page before has kept of them, and once without, as after an import.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parents[2] / "hooks")]

from playwright.sync_api import (  # noqa: E402
    Browser,
    BrowserContext,
    Page,
    sync_playwright,
)

from browser_setup import find_browser, launch_arguments  # noqa: E402
from support import build, serve  # noqa: E402

ATTEMPTS, QUESTIONS, RUNS, SLOWED = 20_000, 250, 10, 4
BAR = 300
"""Milliseconds."""

STEP = 37
"""Coprime to the number of questions: answers go through all of them, in another order."""

FILL = """async ([site, refs, attempts, step]) => {
  const { add } = await import(`${site}assets/unruffled/browser/core/transfer.js`);
  const start = Date.now() - attempts * 6e5;
  await add(Array.from({ length: attempts }, (_, index) => {
    const [quiz, question, rev] = refs[(index * step) % refs.length];
    const t = start + index * 6e5, share = index % 7 ? 1 : 0;
    return { v: 1, id: `bench${index}`, type: "attempt", at: t, t, quiz, question, rev, share,
      kind: "single", response: ["a1b2c3"], points: share, max: 1, tries: 1, hints: 0,
      seed: index, mode: "practice", run: "bench" };
  }));
}"""
WATCH = """
  const right = () =>
    document.querySelectorAll("[data-quiz][data-state=done]").length === WANTED &&
    document.querySelectorAll(".md-nav--primary .tick.done").length >= WANTED;
  const look = new MutationObserver(() => {
    if (right()) {
      performance.mark("ticks");
      look.disconnect();
    }
  });
  look.observe(document, { subtree: true, childList: true, attributes: true });
"""
READ = """async () => {
  const ticks = () => performance.getEntriesByName("ticks")[0]?.startTime;
  while (!ticks()) await new Promise((go) => setTimeout(go, 20));
  const files = performance.getEntriesByType("resource");
  const ours = files.filter(({ name }) => name.includes("assets/unruffled"));
  return [ticks(), ticks() - Math.min(...ours.map(({ responseEnd }) => responseEnd))];
}"""


def enlarged(data: dict[str, Any]) -> dict[str, Any]:
    """Return the data of the course with ``QUESTIONS`` questions, the new ones in its quizzes."""
    quizzes = [quiz for quiz in data["quizzes"].values() if quiz["mode"] == "practice"]
    for number in range(QUESTIONS - sum(len(quiz["questions"]) for quiz in quizzes)):
        quiz = quizzes[number % len(quizzes)]
        quiz["questions"][f"made-up-{number}"] = [f"{number:08x}", "objective", 1]
    for quiz in quizzes:
        quiz["need"] = len(quiz["questions"])
    # A test is done by a result, and this record has only answers.
    data["modules"] = [
        each for each in data["modules"] if data["quizzes"].get(each["quiz"]) in quizzes
    ]
    return data


def measure(page: Page, address: str, *, kept: bool) -> tuple[float, float]:
    """Come from the home page; return milliseconds from navigation and from our first script."""
    page.goto(address, wait_until="networkidle")
    if not kept:
        page.evaluate("localStorage.clear()")
    page.goto(f"{address}course/", wait_until="commit")
    total, ours = page.evaluate(READ)
    return total, ours


def slowed(context: BrowserContext, wanted: int) -> Page:
    """Return a tab with a slow processor that notes when ``wanted`` ticks are right."""
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.add_init_script(WATCH.replace("WANTED", str(wanted)))
    return page


def prepare(browser: Browser, address: str, data: dict[str, Any]) -> BrowserContext:
    """Return a browser's profile with the record in it."""
    context = browser.new_context(viewport={"width": 1366, "height": 900})
    page = context.new_page()
    page.goto(f"{address}assets/images/logo.svg")
    refs = [
        [name, question, values[0]]
        for name, quiz in data["quizzes"].items()
        for question, values in quiz["questions"].items()
    ]
    page.evaluate(FILL, [address, refs, ATTEMPTS, STEP])
    page.close()
    return context


def main() -> None:
    """Visit the course page ``RUNS`` times in both states, and print how long it took."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(build(Path(folder))) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=launch_arguments()
        )
        file = Path(folder) / "assets/course.json"
        data = enlarged(json.loads(file.read_text("utf-8")))
        file.write_text(json.dumps(data), encoding="utf-8")
        page = slowed(prepare(browser, address, data), len(data["modules"]))
        measure(page, address, kept=True)  # fills the browser's cache
        print(f"{ATTEMPTS:,} attempts, {QUESTIONS} questions, processor slowed {SLOWED} times")
        for kept in (True, False):
            report(kept, [measure(page, address, kept=kept) for _ in range(RUNS)])
        browser.close()


def report(kept: bool, times: list[tuple[float, float]]) -> None:
    """Print median and worst of some visits."""
    state = "ticks kept" if kept else "record read"
    labels = ("from the navigation", "from our first script")
    for label, values in zip(labels, zip(*times, strict=True), strict=True):
        median, worst = statistics.median(values), max(values)
        print(f"{state:12} {label:22} median {median:4.0f} ms, worst {worst:4.0f} ms (bar {BAR})")


if __name__ == "__main__":
    main()
