"""`unruffled init`: a new handbook, and never over something else."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from unruffled.cli import main
from unruffled.project import inspect
from unruffled.scaffold import HANDBOOKS

NASTY = 'Salt & "pepper" <b>: 1'


def init(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["init", str(folder), *options])


@pytest.mark.parametrize("kind", HANDBOOKS)
def test_what_is_written_passes_its_check_without_a_note(tmp_path: Path, kind: str) -> None:
    done = init(tmp_path / "own", "--kind", kind, "--title", NASTY, "--name", NASTY)
    assert done.exit_code == 0, done.output
    library, problems = inspect(tmp_path / "own")
    assert problems == []
    assert library.organisation.handbook_title == library.organisation.name == NASTY
    assert library.pages["index.md"].title == NASTY


@pytest.mark.parametrize("kind", HANDBOOKS)
def test_every_page_is_in_the_menu(tmp_path: Path, kind: str) -> None:
    init(tmp_path, "--kind", kind)
    library, _ = inspect(tmp_path)
    listed = {path for path, _ in library.nav}
    assert {path for path, page in library.pages.items() if not page.generated} <= listed


def test_the_title_is_made_of_the_name_of_the_folder(tmp_path: Path) -> None:
    init(tmp_path / "fire-safety")
    settings = yaml.safe_load((tmp_path / "fire-safety/organisation.yml").read_text("utf-8"))
    assert settings["handbook_title"] == "Fire safety"


def test_the_version_is_written_down(tmp_path: Path) -> None:
    init(tmp_path)
    wanted = (tmp_path / "requirements.txt").read_text("utf-8").splitlines()
    assert f"unruffled=={version('unruffled')}" in wanted


def test_the_workflow_and_the_list_of_what_git_leaves_out_have_their_names(tmp_path: Path) -> None:
    init(tmp_path)
    assert (tmp_path / ".github/workflows/site.yml").is_file()
    assert (tmp_path / ".github/dependabot.yml").is_file()
    assert "/site/" in (tmp_path / ".gitignore").read_text("utf-8")


def test_editors_complete_from_schemas_that_are_there(tmp_path: Path) -> None:
    init(tmp_path, "--kind", "phrasebook")
    for file in (*tmp_path.glob("*.yml"), *tmp_path.glob("*/*.yml")):
        first = file.read_text("utf-8").splitlines()[0]
        if "$schema=" in first:
            assert (file.parent / first.partition("$schema=")[2]).is_file(), file


def test_a_folder_with_anything_in_it_is_refused_and_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    done = init(tmp_path)
    assert done.exit_code == 1
    assert "is not empty (it has letter.txt)" in done.output
    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("mine", encoding="utf-8")
    done = init(tmp_path / "own")
    assert done.exit_code == 1
    assert "is a file" in done.output
