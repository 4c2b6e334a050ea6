"""`make bench`: a conversation of 500 nodes, how long its check takes, and how long a turn.

The check is timed alone, on one that was read already, as the best of five. Then the page is played
with the processor slowed down four times: each turn from the event of the click until the frame
that shows the customer's answer and the next replies.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import yaml

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parents[2] / "hooks")]

from inputs import write  # noqa: E402
from playwright.sync_api import Page  # noqa: E402
from slow import line, press, slow_page  # noqa: E402

from support import build  # noqa: E402
from unruffled.checks.registry import run  # noqa: E402
from unruffled.project import load  # noqa: E402

NODES, TURNS = 500, 100
CHECKED = 0.2
"""Seconds."""
TECHNIQUES = """
techniques:
  - {id: listen, label: Listen, module: modules/module-0.md}
"""

WATCH = """
  window.times = [];
  addEventListener("click", ({ target, timeStamp }) => {
    if (!target.closest?.(".scene-choices")) return;
    requestAnimationFrame(() => window.times.push(performance.now() - timeStamp));
  }, { capture: true });
"""
"""The page is changed while the click is handled, so it is in the next frame: as in answers.py."""


def scenario() -> dict[str, Any]:
    """Make a long conversation: mostly on, at times back or ahead, with conditions."""
    chance = random.Random(500)
    said = "That is a long time to wait for something that was promised to you for Monday"

    def reply(number: int, place: int) -> dict[str, Any]:
        near = min(NODES - 1, max(0, number + chance.choice([-3, 1, 2, 5])))
        on = f"n{number + 1}" if number < NODES - 1 else "good"
        jumps = [{"calm": 3, "go": f"n{near}"}, {"go": on if place == 0 else f"n{near}"}]
        if place == 2 and number % 50 == 0:
            jumps = [{"go": "bad"}]
        return {
            "say": f"{said}, {number} and {place}.",
            "uses" if place == 0 else "breaks": "listen",
            "effect": {"calm": chance.randint(-1, 1), "trust": chance.randint(-1, 1)},
            "feedback": f"{said}: so it is better to say it back.",
            "next": [{"go": on}] if place == 0 else jumps,
        }

    ending = dict.fromkeys(("title", "text", "debrief"), said)
    return {
        "id": "long",
        "title": "A long conversation",
        "summary": said,
        "channel": "phone",
        "setting": said,
        "customer": dict.fromkeys(("name", "wants", "feels", "brief"), "Ana"),
        "calm": 2,
        "trust": 2,
        "start": "n0",
        "nodes": [
            {
                "id": f"n{number}",
                "customer": f"{said}? {number}.",
                "cues": ["speaks fast"],
                "replies": [reply(number, place) for place in range(3)],
            }
            for number in range(NODES)
        ],
        "endings": [
            ending | {"id": "good", "outcome": "resolved_with_trust"},
            ending | {"id": "bad", "outcome": "walked_away"},
        ],
        "questions": [f"{said}?", f"{said}!"],
    }


def checking(project: Path) -> float:
    """Return the seconds that the rules take for the conversation, less those without it."""
    library, problems = load(project)
    assert problems == [], problems[:3]
    found = [each for each in run(library) if each.place.path.startswith("scenarios/")]
    assert {each.code for each in found} <= {"SC107", "SC110"}, found[:3]
    with_it = min(_seconds(library) for _ in range(5))
    (project / "scenarios" / "long.yml").rename(project / "long.yml")
    without = min(_seconds(load(project)[0]) for _ in range(5))
    (project / "long.yml").rename(project / "scenarios" / "long.yml")
    return with_it - without


def _seconds(library: Any) -> float:
    for each in library.scenarios.values():
        vars(each).pop("node_by_id", None)  # nothing is left over from the run before
        vars(each).pop("ending_by_id", None)
    start = time.perf_counter()
    run(library)
    return time.perf_counter() - start


READY = "customElements.whenDefined('unruffled-scenario').then(() => 0)"


def play(page: Page) -> list[float]:
    """Give the first reply at every turn, and return the times."""
    for number in range(TURNS):
        press(page, page.locator(".scene-choices button").first, number + 1)
    return page.evaluate("window.times")


def main() -> None:
    """Write the conversation, check it, build it, play it, print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = folder / "project"
        write(project, "ours", pages=1, each=1)
        text = yaml.safe_dump(scenario(), sort_keys=False, allow_unicode=True, width=1000)
        (project / "scenarios").mkdir(exist_ok=True)
        (project / "scenarios" / "long.yml").write_text(text, encoding="utf-8")
        with (project / "vocabulary.yml").open("a", encoding="utf-8") as file:
            file.write(TECHNIQUES)
        seconds = checking(project)
        with slow_page(build(folder / "site", cwd=project), "practice/long/", WATCH, READY) as page:
            times = play(page)
    check = f"checking a conversation of {NODES} nodes, s"
    print(f"{check:<58}{seconds:>12.3f}  <= {CHECKED}")
    print(line(f"reply to answer, {TURNS} turns of it", times))


if __name__ == "__main__":
    main()
