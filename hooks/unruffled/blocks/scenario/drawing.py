"""Draw the graph of a scenario: rows by the number of turns, boxes, and arrows between them.

A library in pure Python, grandalf, calls itself under development at version 0.8, and is under the
GPL or the EPL; Graphviz is a program to install. A graph of fifteen boxes needs neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ...model.scenario import Scenario
from ...words import Words

WIDE, HIGH = 132, 46
GAP, RISE = 26, 92
EDGE = 22
"""Sizes in the picture's own units, which are pixels on a screen that is wide enough."""


@dataclass(frozen=True)
class Box:
    """A node or an ending, with its place (the middle of its upper edge)."""

    id: str
    number: int
    words: str
    x: float
    y: float
    outcome: str = ""


@dataclass(frozen=True)
class Arrow:
    """A way from one box to another, as an SVG path; `broken` where only broken techniques go."""

    path: str
    broken: bool


@dataclass(frozen=True)
class Drawing:
    """A picture of a scenario."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    wide: int = WIDE
    high: int = HIGH


def draw(scenario: Scenario, words: Words) -> Drawing:
    """Lay out a scenario without faults."""
    ways = _ways(scenario)
    rows = _rows(scenario, ways)
    width = max(len(row) for row in rows) * (WIDE + GAP) + 2 * EDGE
    numbers = {each.id: number for number, each in enumerate(scenario.places, 1)}
    boxes = {}
    for depth, row in enumerate(rows):
        left = (width - len(row) * (WIDE + GAP) + GAP) / 2
        for place, name in enumerate(row):
            ending = scenario.ending_by_id.get(name)
            boxes[name] = Box(
                id=name,
                number=numbers[name],
                words=words.said(ending.outcome.label) if ending else name.replace("-", " "),
                x=left + place * (WIDE + GAP) + WIDE / 2,
                y=EDGE + depth * RISE,
                outcome=ending.outcome.value if ending else "",
            )
    arrows = [Arrow(_path(boxes[one], boxes[to]), broken) for (one, to), broken in ways.items()]
    height = len(rows) * RISE - (RISE - HIGH) + 2 * EDGE
    return Drawing(width, height, tuple(boxes.values()), tuple(arrows))


def _ways(scenario: Scenario) -> dict[tuple[str, str], bool]:
    """Return the ways between places; True where every reply that takes it breaks a technique."""
    found: dict[tuple[str, str], bool] = {}
    for node in scenario.nodes:
        for reply in node.replies:
            for jump in reply.next:
                way = (node.id, jump.go)
                found[way] = found.get(way, True) and reply.breaks is not None
    return found


def _rows(scenario: Scenario, ways: dict[tuple[str, str], bool]) -> list[list[str]]:
    """Return the places in rows: nodes by their fewest turns, the endings at the bottom.

    Each row is in the order of the middle of what leads to it, so that few arrows cross.
    """
    depth = {scenario.start: 0}
    waiting = [scenario.start]
    for one in waiting:
        for start, to in ways:
            if start == one and to not in depth and to in scenario.node_by_id:
                depth[to] = depth[one] + 1
                waiting.append(to)
    lost = max(depth.values()) + 1
    depth |= {name: lost for name in scenario.node_by_id if name not in depth}
    bottom = max(depth.values()) + 1
    depth |= {each.id: bottom for each in scenario.endings}
    rows: list[list[str]] = [[] for _ in range(bottom + 1)]
    for name, deep in depth.items():
        rows[deep].append(name)
    for above, row in pairwise(rows):
        middle = {name: _middle(name, above, ways) for name in row}
        row.sort(key=middle.__getitem__)
    return rows


def _middle(name: str, above: list[str], ways: dict[tuple[str, str], bool]) -> float:
    places = [place / len(above) for place, one in enumerate(above) if (one, name) in ways]
    return sum(places) / len(places) if places else 0.5


def _path(one: Box, to: Box) -> str:
    """Return a curve from below one box to above another, or around the side where it goes back."""
    if to.y > one.y:
        start, end, bend = one.y + HIGH, to.y - 5, (to.y - one.y - HIGH) / 2
        curve = f"{one.x:g} {start + bend:g} {to.x:g} {end - bend:g} {to.x:g} {end:g}"
        return f"M{one.x:g} {start:g}C{curve}"
    side = WIDE / 2
    out = max(one.x, to.x) + side + GAP
    start, end = one.y + HIGH / 2, to.y + HIGH / 2
    curve = f"{out:g} {start:g} {out:g} {end:g} {to.x + side + 5:g} {end:g}"
    return f"M{one.x + side:g} {start:g}C{curve}"
