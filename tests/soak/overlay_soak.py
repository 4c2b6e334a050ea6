"""Own sets by chance over this handbook, and colours by chance, for minutes: `make soak` runs it.

No fault that is not the organisation's; each tenth set is built strictly, and its links lead
somewhere. All words and controls can be read in any colour. `--only N` plays a round again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "build"), str(HERE.parent.parent / "hooks")]

from built_pages import broken  # noqa: E402

from own_sets import by_chance, made  # noqa: E402
from support import build  # noqa: E402
from unruffled.problems import errors  # noqa: E402
from unruffled.project import inspect  # noqa: E402
from unruffled.shades import Shades  # noqa: E402
from unruffled_colours import unreadable  # noqa: E402

BUILT, COLOURS = 10, 50
"""Each so many sets one is built; so many colours are tried beside each set."""


def wrong_in(seed: int) -> list[str]:
    """Return what is wrong in the round ``seed``."""
    random = Random(seed)
    found = []
    for _ in range(COLOURS):
        colours = [f"#{random.randrange(1 << 24):06x}" for _ in range(2)]
        found += [f"{colours}: {each}" for each in unreadable(Shades(*colours))]
    with tempfile.TemporaryDirectory() as folder:
        root = made(Path(folder) / "own", by_chance(Random(seed)))
        found += map(str, errors(inspect(root)[1]))
        if not found and seed % BUILT == 0:
            found += map(str, broken(build(Path(folder) / "site", cwd=root)))
    return found


def main() -> int:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--minutes", type=float, default=5)
    reader.add_argument("--only", type=int)
    asked = reader.parse_args()
    end = time.process_time() + asked.minutes * 60
    seed = asked.only if asked.only is not None else 1000
    while True:
        if wrong := wrong_in(seed):
            print(f"round {seed} failed; --only {seed} plays it again:", *wrong[:20], sep="\n")
            return 1
        seed += 1
        if asked.only is not None or time.process_time() > end:
            print(
                f"{seed - 1000 if asked.only is None else 1} own sets, none with a fault of others"
            )
            return 0


if __name__ == "__main__":
    sys.exit(main())
