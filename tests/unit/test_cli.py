"""`unruffled check`, `schema` and `stage`, called as in a terminal."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from commands import call, mistake

from support import run
from unruffled.project import load
from unruffled.report import FORMATS
from unruffled.schemas import schemas


def test_check_exits_with_0_when_there_are_only_notes(root: Path) -> None:
    done = call(root, "check")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1].startswith("no faults")


def test_check_exits_with_1_and_names_the_fault(small: Path) -> None:
    mistake(small)
    done = call(small, "check")
    assert done.exit_code == 1
    assert 'quizzes/greeting.yml:4:1: KY101 unknown key "passmark"' in done.output
    assert done.stdout.splitlines()[-1].startswith("1 fault in 1 file")


def test_a_home_in_which_nothing_can_be_written_changes_nothing(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", os.devnull)
    monkeypatch.setenv("XDG_CACHE_HOME", f"{os.devnull}/cache")
    done = call(small, "check")
    assert done.exit_code == 0, done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_exits_with_1_on_a_fault(small: Path, form: str) -> None:
    mistake(small)
    assert call(small, "check", "--format", form).exit_code == 1


def test_check_writes_json_that_programs_read(small: Path) -> None:
    mistake(small)
    report = json.loads(call(small, "check", "--format", "json").output)
    assert report["errors"] == 1
    codes = {row["code"]: row for row in report["problems"]}
    assert codes["KY101"]["file"] == "quizzes/greeting.yml"


def test_check_writes_annotations(small: Path) -> None:
    mistake(small)
    lines = call(small, "check", "--format", "github").output.splitlines()
    assert any(line.startswith("::error file=quizzes/greeting.yml,line=4") for line in lines)


def test_a_folder_without_a_project_is_refused(tmp_path: Path) -> None:
    done = call(tmp_path, "check")
    assert done.exit_code == 1
    assert "no mkdocs.yml" in done.output


def test_a_message_gets_through_a_pipe_that_cannot_carry_its_letters(small: Path) -> None:
    with (small / "quizzes" / "greeting.yml").open("a", encoding="utf-8") as quiz:
        quiz.write("\nłódź: →\n")
    for form in FORMATS:
        done = run(
            "unruffled",
            "check",
            "--format",
            form,
            cwd=small,
            PYTHONIOENCODING="cp1252",
            PYTHONUTF8="0",
        )
        assert "KY101" in done.stdout
        assert re.fullmatch(r"(Reused \d+ of \d+ rules\.\n)?", done.stderr)


def test_an_unknown_format_is_a_matter_of_usage(small: Path) -> None:
    assert call(small, "check", "--format", "xml").exit_code == 2


def test_schema_writes_the_schemas(small: Path) -> None:
    assert call(small, "schema").exit_code == 0
    written = {path.name: path.read_text("utf-8") for path in (small / "schemas").iterdir()}
    assert written == schemas(load(small)[0].handbook)


def test_stage_refuses_content_with_faults_and_a_folder_in_use(small: Path) -> None:
    target = small / "staged"
    target.mkdir()
    (target / "mine.txt").write_text("mine")
    assert call(small, "stage", str(target)).exit_code == 1
    assert [path.name for path in target.iterdir()] == ["mine.txt"]
    mistake(small)
    done = call(small, "stage", str(small / "other"))
    assert done.exit_code == 1
    assert "KY101" in done.output
    assert not (small / "other").exists()


def test_a_staged_page_has_its_ids_in_other_scripts_and_no_comment(small: Path) -> None:
    page = small / "docs" / "index.md"
    text = "<!-- a note -->\n\n## Привет #\n\nx\n\n## Plain\n\ny\n\n## Ещё {#own}\n\nz\n"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{text}", encoding="utf-8")
    assert call(small, "stage", str(small / "other")).exit_code == 0
    staged = (small / "other" / "docs" / "index.md").read_text(encoding="utf-8").split("\n")
    assert [line for line in staged if line.startswith("## ")] == [
        "## Привет {: #привет }",
        "## Plain",
        "## Ещё {#own}",
    ]
    assert "<!--" not in "".join(staged)
