"""`make bench`: how long a learner waits from a choice to its feedback.

On a page of 25 questions, with the processor slowed down four times, a hundred answers are given.
Each is timed from the event of the click until the frame after its verdict is in the page. Beside
it, the same presses where each only puts a word into a bare page: what the browser and the machine
take by themselves.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parents[2] / "hooks")]

from inputs import write  # noqa: E402
from playwright.sync_api import Page  # noqa: E402
from slow import line, press, slow_page  # noqa: E402

from support import build  # noqa: E402

QUESTIONS, ANSWERS = 25, 100

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
PLAIN = f"""<!doctype html>{"<p><button>Check answer</button> <span></span>" * QUESTIONS}<script>
  window.times = [];
  addEventListener("click", ({{ target, timeStamp }}) => {{
    target.nextElementSibling.textContent += "Right. ";
    requestAnimationFrame(() => times.push(performance.now() - timeStamp));
  }});
</script>"""
READY = "Promise.all([...document.querySelectorAll('unruffled-question')].map(q => q.ready))"


def answer(page: Page) -> list[float]:
    """Answer every question of the page in turn, wrong and right, and return the times."""
    questions = page.locator("unruffled-question")
    for number in range(ANSWERS):
        asked = questions.nth(number % QUESTIONS)
        asked.locator("fieldset input").nth(number // QUESTIONS).check()
        press(page, asked.locator(".quiz-button"), number + 1)
    return page.evaluate("window.times")


def answer_plainly(page: Page) -> list[float]:
    page.goto("about:blank")  # without the policy of our pages
    page.set_content(PLAIN)
    for number in range(ANSWERS):
        press(page, page.locator("button").nth(number % QUESTIONS), number + 1)
    return page.evaluate("window.times")


def main() -> None:
    """Write a page, build it, answer it, print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "project", "ours", pages=1, each=QUESTIONS)
        site = build(folder / "site", cwd=folder / "project")
        with slow_page(site, "modules/module-0/", WATCH, READY) as page:
            times = answer(page)
        with slow_page(site, "modules/module-0/", "", READY) as page:
            plain = answer_plainly(page)
    ratio = statistics.median(times) / statistics.median(plain)
    print(line(f"choice to feedback, {ANSWERS} answers", times))
    print(f"{'over a word put into a bare page, medians, x':<58}{ratio:>12.2f}")


if __name__ == "__main__":
    main()
