"""`make bench`: how long an agent waits from a key to what the finder shows.

Among 5,000 phrases, with the processor slowed down four times, words and a complaint are typed.
Each key is timed from its event until the frame after the results are in the page.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parents[2] / "hooks")]

from playwright.sync_api import Page  # noqa: E402
from slow import line, slow_page  # noqa: E402

from support import build  # noqa: E402
from unruffled.publishing.offline import write_worker  # noqa: E402
from waiting import until  # noqa: E402

PHRASES = 5000
PAUSE = 120
"""Milliseconds between two keys: 100 words a minute."""
TYPED = (
    "shouting",
    "refund",
    "manager please",
    "solicitor",
    "hold music for fifty minutes and then you cut me off",
)

WATCH = """
  window.times = [];
  let pressed, seen;
  const told = () => {
    const since = pressed;
    requestAnimationFrame(() => window.times.push(performance.now() - since));
  };
  addEventListener("input", ({ timeStamp }) => {
    pressed = timeStamp;
    if (seen) return;
    seen = new MutationObserver(told);
    seen.observe(document.querySelector(".finder-told"), { childList: true, subtree: true });
  }, { capture: true });
"""
"""The message changes with the results, in the same frame."""


def grow(data: dict[str, Any]) -> dict[str, Any]:
    """Make 5,000 phrases of the words of the real ones, the frequent words more often."""
    chance = random.Random(4)
    real = data["phrases"]
    texts = [text for each in real for text in (each["say"], each["why"], *each["hears"])]
    texts += [text for card in data["cards"] for text in card["hears"]]
    words = " ".join(texts).split()

    def sentence(length: int) -> str:
        return " ".join(chance.choice(words) for _ in range(length))

    data["phrases"] = [
        real[number % len(real)]
        | {"id": f"t/p{number}", "say": sentence(14), "hears": [sentence(7), sentence(7)]}
        for number in range(PHRASES)
    ]
    return data


def type_all(page: Page) -> Iterator[float]:
    """Type every text, a key at a time; yield the times."""
    field = page.get_by_role("searchbox", name="Their words")
    for text in TYPED:
        field.fill(text[0])  # nothing is looked for before the second letter
        page.evaluate("new Promise(requestAnimationFrame).then(() => (window.times.length = 0))")
        # Evenly, as a fast typist: to look after every key whether it is done would be work, too.
        page.keyboard.type(text[1:], delay=PAUSE)
        until(page, f"() => window.times.length === {len(text) - 1}")
        yield from page.evaluate("window.times")


READY = """(async () => {
  const finder = document.querySelector("unruffled-finder");
  finder.field.focus();
  await Promise.all([finder.loaded, finder.pages]);
  finder.field.value = "warm";
  finder.field.dispatchEvent(new Event("input", { bubbles: true }));
})()"""
"""The data is there, and the search has run once."""


def main() -> None:
    """Build the site, give it many phrases, type, print."""
    with tempfile.TemporaryDirectory() as name:
        site = build(Path(name) / "site")
        file = site / "assets" / "desk.json"
        data = grow(json.loads(file.read_text(encoding="utf-8")))
        file.write_text(json.dumps(data), encoding="utf-8")
        write_worker(site)  # else browsers refuse the file
        with slow_page(site, "phrases/", WATCH, READY) as page:
            times = list(type_all(page))
    print(line(f"key to results, {PHRASES:,} phrases, {len(times)} keys", times))


if __name__ == "__main__":
    main()
