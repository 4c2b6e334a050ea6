"""Make items.json: what pingouin and scipy say of matrices of answers.

They are not among the project's dependencies, since only this needs them. Run it so:

    uv run --no-project --with pingouin==0.7.0 --with scipy==1.17.1 --with pandas==3.1.1 \
        python tests/vectors/make_items.py
"""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy
import pandas
import pingouin
from scipy import stats

PUBLISHED = """
1 1 1 1 1 1 0 1 1 0
1 0 1 1 0 1 1 1 0 1
1 1 1 1 0 1 1 0 0 1
0 0 1 0 0 0 1 0 0 0
0 0 0 0 0 1 0 0 1 0
1 1 1 0 1 1 1 1 1 1
1 1 0 1 1 1 0 1 1 1
1 1 1 1 1 1 1 1 0 1
0 1 0 1 1 1 1 1 0 1
1 1 0 1 1 0 1 1 1 0
"""
"""Ten students, ten questions: K. L. Wuensch, The Kuder-Richardson 20 (East Carolina University),
core.ecu.edu/wuenschk/StatHelp/KR20.txt. It gives difficulties and the variance of the totals."""


def matrices() -> dict[str, list[list[float | None]]]:
    chance = random.Random(7)
    shares = [0, 0.25, 1 / 3, 0.5, 2 / 3, 1]

    def drawn(
        people: int, items: int, of: list[float], gaps: float = 0
    ) -> list[list[float | None]]:
        rows = []
        for _ in range(people):
            able = chance.gauss(0, 1)
            row = [
                of[-1] if chance.gauss(able, 1) > item / items - 0.5 else chance.choice(of[:-1])
                for item in range(items)
            ]
            rows.append([None if chance.random() < gaps else each for each in row])
        return rows

    return {
        "published": [
            [int(each) for each in line.split()] for line in PUBLISHED.split("\n") if line
        ],
        "right or wrong": drawn(60, 20, [0, 1]),
        "shares": drawn(45, 12, shares),
        "few": drawn(5, 4, [0, 1]),
        "drawn from a pool": drawn(80, 15, shares, gaps=0.4),
        "many": drawn(400, 60, [0, 1]),
    }


def judged(rows: list[list[float | None]]) -> dict[str, object]:
    answers = numpy.array(rows, dtype=float)
    items = []
    for item in range(answers.shape[1]):
        own = answers[:, item]
        rest = numpy.delete(answers, item, axis=1)
        asked = ~numpy.isnan(own) & (~numpy.isnan(rest)).any(axis=1)
        others = numpy.nanmean(rest[asked], axis=1)
        varies = numpy.ptp(own[asked]) > 0 and numpy.ptp(others) > 0 and asked.sum() > 2
        r = float(stats.pearsonr(own[asked], others).statistic) if varies else None
        n = int((~numpy.isnan(own)).sum())
        items.append({"n": n, "difficulty": float(numpy.nanmean(own)), "discrimination": r})
    whole = answers[~numpy.isnan(answers).any(axis=1)]
    found: dict[str, object] = {"items": items, "alpha": None, "error": None}
    if len(whole) > 1:
        alpha, _ = pingouin.cronbach_alpha(data=pandas.DataFrame(whole))
        spread = float(numpy.std(whole.sum(axis=1), ddof=1))
        found |= {"alpha": float(alpha), "error": spread * (1 - float(alpha)) ** 0.5}
    return found


if __name__ == "__main__":
    cases = [{"name": name, "rows": rows, **judged(rows)} for name, rows in matrices().items()]
    place = Path(__file__).with_name("items.json")
    place.write_text(json.dumps(cases, separators=(",", ":")) + "\n", "utf-8")
