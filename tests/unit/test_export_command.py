"""`unruffled export`: what it writes, and what it refuses."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from support import ROOT, run
from unruffled.cli import main
from unruffled.formats.phrases import FORMATS

BASE = ROOT / "tests" / "faults" / "base"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small sound project with two phrases, to write into."""
    return shutil.copytree(BASE, tmp_path / "project")


def call(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "export", *arguments])


def say_branch(root: Path) -> None:
    file = root / "phrases" / "greeting.yml"
    text = file.read_text("utf-8").replace("Good morning.", "{customer_name}, at {branch}.")
    text = text.replace("[R01]\n", "[R01]\n    example: Sam, at Hill Road. How can I help?\n")
    file.write_text(text, "utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_it_writes_every_phrase_to_a_file_or_the_screen(root: Path, form: str) -> None:
    out = root / "file"
    done = call(root, form, "--out", str(out))
    assert done.output == f"2 phrases written to {out}\n"
    assert call(root, form).stdout_bytes == out.read_bytes()


def test_line_ends_and_the_byte_order_mark_go_through_a_pipe_as_they_are() -> None:
    done = run("unruffled", "--root", str(BASE), "export", "csv", PYTHONUTF8="0")
    assert done.stdout.startswith("\ufeffid,")
    assert done.stderr == ""


def test_filters_work_together(root: Path) -> None:
    done = call(root, "json", "--situation", "silent", "--channel", "chat", "--table", "greeting")
    assert [each["id"] for each in json.loads(done.stdout)["phrases"]] == ["greeting/good-morning"]


def test_a_filter_that_nothing_fits_writes_no_file(root: Path) -> None:
    done = call(root, "json", "--moment", "close", "--tone", "warm", "--out", str(root / "file"))
    assert (done.exit_code, done.output) == (1, "Error: nothing fits: leave out a filter\n")
    assert not (root / "file").exists()


def test_a_value_that_is_not_known_is_a_matter_of_usage(root: Path) -> None:
    done = call(root, "json", "--situation", "shoutng")
    assert done.exit_code == 2
    assert 'did you mean "shouting"?' in done.output


def test_content_with_faults_is_not_exported(root: Path) -> None:
    file = root / "phrases" / "greeting.yml"
    file.write_text(file.read_text("utf-8").replace("tone: warm", "tone: wram"), "utf-8")
    done = call(root, "json", "--out", str(root / "file"))
    assert done.exit_code == 1
    assert "phrases/greeting.yml:11:11: HB101" in done.output
    assert not (root / "file").exists()


def test_a_gap_without_a_word_is_exported_as_a_blank(root: Path) -> None:
    say_branch(root)
    done = call(root, "gorgias")
    assert done.exit_code == 0
    assert "{{ticket.customer.firstname}}, at ___. How" in done.stdout


def test_the_word_of_the_organisation_takes_the_place_of_the_blank(root: Path) -> None:
    say_branch(root)
    with (root / "organisation.yml").open("a", encoding="utf-8") as file:
        file.write('exports:\n  gorgias:\n    branch: "{{ticket.tags}}"\n')
    done = call(root, "gorgias")
    assert "{{ticket.customer.firstname}}, at {{ticket.tags}}. How" in done.stdout


def test_a_file_that_cannot_be_written_is_named(root: Path) -> None:
    done = call(root, "espanso", "--out", str(root / "nowhere" / "file.yml"))
    assert done.exit_code == 1
    assert "nowhere/file.yml cannot be written: No such file" in done.output.replace("\\", "/")


def test_a_new_phrase_leaves_the_triggers_of_the_others(root: Path) -> None:
    def triggers() -> list[str]:
        return [each["trigger"] for each in yaml.safe_load(call(root, "espanso").stdout)["matches"]]

    before = triggers()
    file = root / "phrases" / "greeting.yml"
    head, first, *rest = file.read_text("utf-8").partition("  - id: good-morning")
    new = (first + rest[0]).partition("  - id: ten-minutes")[0]
    new = new.replace("good-morning", "good").replace("Good morning", "Hello")
    file.write_text(head + new + first + rest[0], "utf-8")
    assert triggers() == [";gre.good;", *before]
