"""An organisation moves in: from the wheels, with own sets, over one version and the next."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from random import Random

import pytest
from built_pages import broken, document
from wheels import Elsewhere

from overlay_project import own, write
from own_sets import RISK, base_files, by_chance, made
from support import ROOT, build
from unruffled.blocks.course.view import course_data
from unruffled.copies import read_notes
from unruffled.keeping import Kept
from unruffled.model.library import Library
from unruffled.problems import Problem
from unruffled.project import inspect
from unruffled.upgrading import changes

MODULE = """\
---
title: Serve at our counter
summary: What is different at the counter of the Blue Shop.
menu: {below: Connect, after: connect/stay-calm.md}
objectives:
  - id: greet
    text: greet people at the counter
---

# Serve at our counter

```overview
```

Look up, and say good morning. See also [staying calm](stay-calm.md) and [empathy](empathy.md).
"""

HANDBOOK = """\
base: unruffled-handbook
limits: {line_words: 18}
without:
  - docs/connect/empathy.md
  - docs/lead/measure-impact.md
  - docs/contributing/
  - docs/authors/
"""


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Elsewhere:
    """An environment with both wheels, and without this repository."""
    return Elsewhere(tmp_path_factory.mktemp("elsewhere"), "hooks/unruffled_handbook")


def test_a_shop_moves_in_with_six_files_of_its_own(elsewhere: Elsewhere, tmp_path: Path) -> None:
    shop = tmp_path / "shop"
    done = elsewhere.run(
        *("unruffled", "init", "--on", "unruffled", str(shop)),
        *("--name", "The Blue Shop", "--title", "Blue handbook"),
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (shop / "docs/our-rules.md").unlink()  # the one page of its own is this module
    organisation = (shop / "organisation.yml").read_text(encoding="utf-8")
    for slot in ("abuse_policy", "authority_limits", "escalation_contact", "opening_hours"):
        organisation = organisation.replace(f'{slot}: ""', f"{slot}: Ask the shift lead.")
    organisation = organisation.replace('_procedure: ""', "_procedure: Call 112, then the lead.")
    files = {
        "organisation.yml": f'{organisation}brand: {{colour: "#0033a0", place: Blue}}\n',
        "handbook.yml": HANDBOOK,
        "docs/connect/counter.md": MODULE,
    }
    write(shop, files)
    before = {each: each.read_bytes() for each in elsewhere.package.parent.rglob("*.yml")}
    assert len([each for each in shop.rglob("*") if each.is_file()]) == 6
    site = elsewhere.built(shop, tmp_path / "site")
    assert {each: each.read_bytes() for each in before} == before
    page = document(site / "connect/counter/index.html")
    assert "Serve at our counter" in page.headings[0]
    assert "and empathy." in " ".join(" ".join(page.words).split())
    course = (site / "course/index.html").read_text(encoding="utf-8")
    assert "Serve at our counter" in course
    assert not (site / "connect/empathy").exists()
    assert not (site / "lead/measure-impact").exists()
    assert "connect/empathy/" not in (site / "sw.js").read_text(encoding="utf-8")
    manifest = json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert (manifest["name"], manifest["short_name"]) == ("Blue handbook", "Blue")
    assert manifest["theme_color"] == "#0033a0"
    assert broken(site) == []
    staged = elsewhere.run("unruffled", "stage", str(tmp_path / "tree"), cwd=shop)
    assert staged.returncode == 0, staged.stderr
    assert (tmp_path / "tree/docs/connect/stay-calm.md").is_file()


def test_a_set_by_chance_builds_and_every_link_resolves(tmp_path: Path) -> None:
    root = made(tmp_path / "own", by_chance(Random(3)))
    assert broken(build(tmp_path / "site", cwd=root)) == []


def faults(problems: list[Problem]) -> list[str]:
    return [str(each) for each in problems if each.severity == "error"]


@pytest.mark.parametrize("seed", range(20, 23))
def test_a_set_by_chance_has_no_fault_of_others(tmp_path: Path, seed: int) -> None:
    assert faults(inspect(made(tmp_path / "own", by_chance(Random(seed))))[1]) == []


SETS = {
    "retailer": (
        ["quizzes/offer-solutions.yml", "phrases/offer-solutions.yml"],
        ["docs/lead/", "docs/contributing/", "scenarios/late-parcel.yml"],
    ),
    "bank": (
        ["docs/resolve/set-boundaries.md", "letters/refusal.yml", "situations/threats.yml"],
        ["docs/resolve/negotiate-fairly.md", "docs/authors/"],
    ),
    "hospital desk": (
        ["situations/danger.yml", "docs/reference/danger.md"],
        ["docs/resolve/offer-solutions.md", "docs/after/service-recovery.md"],
    ),
    "telecoms in two countries": (
        ["quizzes/empathy.yml", "phrases/empathy.yml", "docs/connect/empathy.md"],
        ["docs/contributing/"],
    ),
    "two-person shop": ([], ["docs/lead/", "docs/train/", "docs/contributing/", "sessions/"]),
}
"""Who, what it takes over, and what it leaves out."""


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    """Version N of the content in a folder, to be changed into N + 1; and what changes then."""
    folder = tmp_path_factory.mktemp("base") / "content"
    command = ["docs", *(row for row in base_folders())]
    for name in command:
        shutil.copytree(ROOT / name, folder / name)
    for file in ROOT.glob("*.yml"):
        if file.name != "organisation.yml":
            shutil.copy(file, folder / file.name)
    random = Random(7)
    return folder, set(random.sample(base_files(), 200))


def base_folders() -> list[str]:
    return sorted({each.partition("/")[0] for each in base_files()} - {"docs"})


def next_version(folder: Path, paths: set[str]) -> None:
    for path in paths:
        file = folder / path
        text = file.read_text(encoding="utf-8")
        if path.endswith(".md"):
            text += "\nOne sentence more, in the next version.\n"
        else:
            text = f"# The next version.\n{text}"
        file.write_text(text, encoding="utf-8")


def editions(library: Library) -> dict[str, object]:
    """Return what a learner's record is compared with: quizzes, questions and their revisions."""
    data = course_data(library)
    return {name: quiz["questions"] for name, quiz in data["quizzes"].items()}


def test_five_sets_over_one_version_and_the_next(
    versions: tuple[Path, set[str]], tmp_path: Path
) -> None:
    folder, changed = versions
    kept = Kept()  # most of what the sets hold is the same
    before = {}
    for name, (copies, without) in SETS.items():
        files = {"handbook.yml": f"base: {folder}\nwithout: {json.dumps(without)}\n"}
        root = write(own(tmp_path / name, str(folder)), files)
        for path in copies:
            _copy(root, path)
        library, problems = inspect(root, kept=kept)
        assert faults(problems) == [], name
        before[name] = editions(library)
    next_version(folder, changed)
    for name, (copies, _) in SETS.items():
        root = tmp_path / name
        library, problems = inspect(root, kept=kept)
        assert faults(problems) == [], name
        noted = {each.place.path for each in problems if each.code == "HB128"}
        assert noted == set(copies) & changed, name
        found = changes(root, library, read_notes(root))
        assert set(found.moved) == noted
        assert found.alone == ()
        assert editions(library) == before[name], name
    assert len(changed) == 200
    assert any(set(copies) & changed for copies, _ in SETS.values())
    assert RISK


def _copy(root: Path, path: str) -> None:
    from click.testing import CliRunner

    from unruffled.cli import main

    done = CliRunner().invoke(main, ["--root", str(root), "copy", path])
    assert done.exit_code == 0, done.output
