"""`make bench`: 500 result files of 60 questions, read, analysed and drawn.

With the processor slowed down four times: from the event that brings the files to the last row of
the table, and the longest time for which the page did not answer. Against the same files only
parsed.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parents[2] / "hooks")]

from slow import slow_page  # noqa: E402

from result_files import class_of  # noqa: E402
from support import build  # noqa: E402
from waiting import until  # noqa: E402

PEOPLE, QUESTIONS = 500, 60
QUIZZES = [
    "set-boundaries",
    "escalate",
    "active-listening",
    "empathy",
    "de-escalation",
    "follow-up",
    "stay-calm",
    "offer-solutions",
    "set-expectations",
    "service-recovery",
]
TOTAL, FREEZE = 2000, 200
"""Milliseconds."""
WATCH = """
  window.tasks = [];
  new PerformanceObserver(list => tasks.push(...list.getEntries())).observe({ type: "longtask" });
  addEventListener("change", ({ target, timeStamp }) => {
    if (target.name === "files") window.began = timeStamp;
  }, { capture: true });
"""
READY = "customElements.whenDefined('unruffled-team')"
DRAWN = f"""document.querySelectorAll(".team-people tbody tr").length === {PEOPLE} &&
  (window.ended ??= performance.now())"""
LONGEST = """Math.max(0, ...tasks.filter(({ startTime }) => startTime >= began)
  .map(({ duration }) => duration))"""
PARSE = """async () => {
  const files = [...document.querySelector("[name=folder]").files];
  const before = performance.now();
  for (const file of files) JSON.parse(await file.text());
  return performance.now() - before;
}"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = build(Path(folder) / "site")
        course = json.loads((site / "assets/course.json").read_text("utf-8"))
        files = Path(folder) / "results"
        files.mkdir()
        for number, text in enumerate(class_of(course, QUIZZES, PEOPLE, QUESTIONS)[1]):
            (files / f"{number:03}.json").write_text(text, "utf-8")
        with slow_page(site, "train/results/", WATCH, READY) as page:
            page.locator("[name=files]").set_input_files(sorted(files.iterdir()))
            until(page, f"() => {DRAWN}")
            spent = page.evaluate("ended - began")
            longest = page.evaluate(LONGEST)
        with slow_page(site, "train/integrity/", "", "0") as page:
            page.goto("about:blank")  # without the policy of our pages
            page.set_content('<input type="file" name="folder" multiple>')
            page.locator("input").set_input_files(sorted(files.iterdir()))
            plain = page.evaluate(PARSE)
    print(f"\n{f'{PEOPLE} results of {QUESTIONS} questions, 4 x slowed':<58}{'':>12}  bar")
    print(f"{'read, analysed and drawn, ms':<58}{spent:>12.0f}  <= {TOTAL}")
    print(f"{'longest time without an answer, ms':<58}{longest:>12.0f}  <= {FREEZE}")
    print(f"{'over the same files only parsed, x':<58}{spent / plain:>12.2f}")


if __name__ == "__main__":
    main()
