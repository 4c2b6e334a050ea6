"""Each folder in cases/ holds one author's mistake: the files that differ from base/.

Its expected.txt names every problem that must be reported, one a line, and nothing else may be:

    path:line:column CODE words that the message must contain

removed.txt, where there is one, names the files of base/ that the case does not have. day.txt holds
the day of `check --due`, epoch.txt the value of SOURCE_DATE_EPOCH.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from unruffled.catalogue import CATALOGUE
from unruffled.problems import Problem
from unruffled.project import inspect

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").iterdir())


def problems_of(case: Path, target: Path) -> list[Problem]:
    shutil.copytree(HERE / "base", target, dirs_exist_ok=True)
    shutil.copytree(case, target, dirs_exist_ok=True)
    for path in removed(case):
        (target / path).unlink()
    with pytest.MonkeyPatch.context() as patch:
        if epoch := said(case, "epoch.txt"):
            patch.setenv("SOURCE_DATE_EPOCH", epoch)
        return inspect(target, due=said(case, "day.txt"))[1]


def said(case: Path, name: str) -> str:
    """Return what a file beside expected.txt holds; nothing where there is none."""
    return (case / name).read_text(encoding="utf-8").strip() if (case / name).exists() else ""


def removed(case: Path) -> list[str]:
    """Return the files of base/ that the case does not have: those that it names otherwise."""
    listed = case / "removed.txt"
    return listed.read_text(encoding="utf-8").split() if listed.exists() else []


def expectations(case: Path) -> list[tuple[str, str, str]]:
    """Return (place, code, words) of every line in the case's expected.txt."""
    lines = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    parts = [(*line.split(" ", 2), "")[:3] for line in lines]
    return [(place, code, words) for place, code, words in parts]


def codes(case: Path) -> set[str]:
    return {code for _, code, _ in expectations(case)}


def test_the_base_is_sound(tmp_path: Path) -> None:
    assert problems_of(HERE / "base", tmp_path) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_is_reported_at_its_place_and_nothing_else_is(case: Path, tmp_path: Path) -> None:
    problems = problems_of(case, tmp_path)
    expected = expectations(case)
    found = [(str(each.place), each.code) for each in problems]
    assert sorted(found) == sorted((place, code) for place, code, _ in expected)
    for place, code, words in expected:
        messages = [
            f"{each.cause} {each.cure}"
            for each in problems
            if (str(each.place), each.code) == (place, code)
        ]
        assert any(words in message for message in messages), (words, messages)


def test_every_code_of_the_catalogue_has_a_case_named_after_it() -> None:
    named = {case.name.split("-")[0] for case in CASES}
    assert set(CATALOGUE) == named - {"sound", "many"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_expects_what_its_name_says(case: Path) -> None:
    prefix = case.name.split("-")[0]
    if prefix == "sound":
        assert codes(case) == set()
    elif prefix == "many":
        assert len(codes(case)) >= 5
    else:
        assert prefix in codes(case)


def test_faults_of_all_files_come_in_one_run_sorted_by_place(tmp_path: Path) -> None:
    places = [each.place for each in problems_of(HERE / "cases" / "many-in-all-files", tmp_path)]
    assert places == sorted(places)
    assert len({place.path for place in places}) >= 9
