"""Edits by chance to a small project, for minutes: `make soak` runs it.

Each is built with what is kept, shown by a preview, and built anew: all three are the same, byte by
byte. 500 edits are made at least. `--only N` plays a round of 25 again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import warnings
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "build"), str(HERE.parent.parent / "hooks")]

from test_cached_builds import STEPS, preview, walk  # noqa: E402

FEWEST = 500
"""Edits, however many minutes are asked for."""


def wrong_in(seed: int) -> list[str]:
    """Return what is wrong in the round ``seed``."""
    with tempfile.TemporaryDirectory() as folder:
        if wrong := walk(Path(folder) / "builds", seed, STEPS):
            return wrong
        return preview(Path(folder) / "preview", seed, STEPS)[0]


def main() -> int:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--minutes", type=float, default=5)
    reader.add_argument("--only", type=int)
    asked = reader.parse_args()
    warnings.simplefilter("ignore", DeprecationWarning)
    end = time.process_time() + asked.minutes * 60
    seed, edits = asked.only if asked.only is not None else 1000, 0
    while asked.only is None or not edits:
        if wrong := wrong_in(seed):
            print(f"round {seed} failed; --only {seed} plays it again:", *wrong[:20], sep="\n")
            return 1
        seed, edits = seed + 1, edits + 2 * STEPS
        print(f"{edits} edits, and all is the same", file=sys.stderr, flush=True)
        if edits >= FEWEST and time.process_time() > end:
            break
    print(f"{edits} edits: each build with what was kept is the same as a clean one")
    return 0


if __name__ == "__main__":
    sys.exit(main())
