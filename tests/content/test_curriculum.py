"""The map from what the course has to teach to where its pages teach it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from real import LIBRARY
from support import ROOT

MODULES = sorted(path for path, page in LIBRARY.pages.items() if page.is_module)
MAPS = sorted((Path(__file__).parent / "curriculum").glob("*.yml"))
LEAST_TESTED = 2
"""Questions for each objective: one may be answered by luck."""


def read(path: Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


POINTS = [
    pytest.param(data["module"], point, id=f"{path.stem}: {point['point'][:50]}")
    for path in MAPS
    for data in [read(path)]
    for point in data["points"]
]


def under(page_path: str, heading: str) -> str:
    """The text below a heading, down to the next one of its level or above."""
    page = LIBRARY.pages[page_path]
    lines = (ROOT / "docs" / page_path).read_text(encoding="utf-8").splitlines()
    found = next((each for each in page.headings if each.text == heading), None)
    assert found, f"{page_path} has no heading {heading!r}"
    ends = (
        each.place.line
        for each in page.headings
        if each.place.line > found.place.line and each.level <= found.level
    )
    return "\n".join(lines[found.place.line : next(ends, len(lines) + 1) - 1])


def test_every_module_has_its_map() -> None:
    assert sorted(read(path)["module"] for path in MAPS) == MODULES


@pytest.mark.parametrize(("module", "point"), POINTS)
def test_a_point_of_the_curriculum_is_on_its_page(module: str, point: dict) -> None:
    assert point["says"] in under(module, point["heading"])


@pytest.mark.parametrize("module", MODULES)
def test_every_objective_is_tested_by_two_questions(module: str) -> None:
    page = LIBRARY.pages[module]
    asked = [q.objective for quiz in LIBRARY.quiz_of(page) for q in quiz.questions]
    few = {
        each.id: n for each in page.meta.objectives if (n := asked.count(each.id)) < LEAST_TESTED
    }
    assert few == {}
