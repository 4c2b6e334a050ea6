"""The two distributions: what is in them, and that the same sources make the same bytes."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from support import ROOT
from unruffled.model.content import CONTENT

NAMES = ("unruffled", "unruffled_handbook")
TYPES = (".d.ts", "tsconfig.json")
"""What only the checker of scripts reads."""


def tool(root: Path) -> ModuleType:
    """Return the release tool of a copy of the project, as a module."""
    spec = importlib.util.spec_from_file_location("release", root / ".ci/release.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def copy(target: Path) -> Path:
    """Copy the project, in another order of its files and at another time."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    for name in sorted(filter(None, done.stdout.split("\0")), reverse=True):
        if not name.startswith("tests/") and (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target / name)
    for file in sorted(target.rglob("*"), reverse=True):
        os.utime(file, (1_700_000_000, 1_700_000_000))
    return target


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheels of the project, by name."""
    files = tool(ROOT).release(tmp_path_factory.mktemp("dist"), draft=True)
    return {file.name.split("-")[0]: file for file in files if file.suffix == ".whl"}


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_there_is_one_wheel_for_the_generator_and_one_for_the_content(
    made: dict[str, Path],
) -> None:
    assert set(made) == set(NAMES)


def test_the_same_sources_make_the_same_wheels(made: dict[str, Path], tmp_path: Path) -> None:
    other = copy(tmp_path / "a copy, elsewhere")
    again = tool(other).release(tmp_path / "dist", draft=True)
    bytes_of = {file.name: file.read_bytes() for file in again if file.suffix == ".whl"}
    assert bytes_of == {file.name: file.read_bytes() for file in made.values()}


def test_the_generator_has_all_that_a_site_needs_and_no_content(made: dict[str, Path]) -> None:
    names = names_in(made["unruffled"])
    package = ROOT / "hooks/unruffled"
    files = {
        f"unruffled/{file.relative_to(package).as_posix()}"
        for file in package.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and not file.name.endswith(TYPES)
    }
    assert files <= names
    assert {name.split("/")[0] for name in names} == {"unruffled", "unruffled-0.1.0.dist-info"}


def test_the_content_is_whole(made: dict[str, Path]) -> None:
    names = names_in(made["unruffled_handbook"])
    own = [each for each in (ROOT / "docs", *(ROOT / row.path for row in CONTENT)) if each.exists()]
    files = [file for each in own for file in ([each] if each.is_file() else each.rglob("*"))]
    wanted = {file.relative_to(ROOT).as_posix() for file in files if file.is_file()}
    wanted -= {"organisation.yml"}  # each handbook has its own
    assert {f"unruffled_handbook/content/{path}" for path in wanted} <= names


def test_a_version_without_its_part_in_the_changelog_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = tool(ROOT)
    assert release.changes_of("1.2.0", "# Changes\n\n## 1.2.0\n\nNew.\n\n## 1.1.0\n") == (
        "## 1.2.0\n\nNew.\n"
    )
    monkeypatch.setattr(release, "changes_of", lambda *_: "")
    with pytest.raises(SystemExit, match="has no part"):
        release.release(tmp_path / "dist")


def test_the_digests_are_those_of_the_wheels(made: dict[str, Path]) -> None:
    folder = next(iter(made.values())).parent
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split("  ") for line in lines)}
    hashes = {file.name: tool(ROOT).digest(file) for file in made.values()}
    assert listed == hashes
