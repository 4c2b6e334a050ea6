"""`python tests/bench/large.py`: what ten times as many questions cost.

It builds 5,000 questions and 50,000, in pages of 25 and a menu with parts of 25 pages, and prints
processor time, memory and the weight of a page beside one another. It takes some minutes.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parents[2] / "hooks")]

from inputs import write  # noqa: E402
from run import EACH, Cost, cost, row  # noqa: E402

PAGES, TIMES, PART = 200, 10, 25


def page_weight(site: Path) -> int:
    """Return the bytes of a page in the middle of the course."""
    return len((site / f"modules/module-{PAGES // 2}/index.html").read_bytes())


def main() -> None:
    """Write both, build both, print."""
    costs: list[Cost] = []
    weights: list[int] = []
    with tempfile.TemporaryDirectory() as name:
        for pages in (PAGES, PAGES * TIMES):
            root, site = Path(name) / f"{pages}", Path(name) / f"{pages}-site"
            write(root, "ours", pages, EACH, PART)
            print(f"{pages * EACH:,} questions", file=sys.stderr)
            costs.append(cost(root, site))
            weights.append(page_weight(site))
    small, large = costs
    print(row(f"{PAGES * EACH * TIMES:,} questions over {PAGES * EACH:,}", "", "bar"))
    print(row("processor time, s", f"{small.seconds:.1f}, {large.seconds:.1f}"))
    print(row("processor time, x", f"{large.seconds / small.seconds:.2f}", "<= 11"))
    print(row("memory at most, MB", f"{small.memory / 1e6:.0f}, {large.memory / 1e6:.0f}"))
    print(row("memory, x", f"{large.memory / small.memory:.2f}", "<= 8"))
    print(row("a page of 25 questions, bytes", f"{weights[0]:,}, {weights[1]:,}"))


if __name__ == "__main__":
    main()
