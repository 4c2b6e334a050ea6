from __future__ import annotations

from pathlib import Path

import pytest

from support import run

FLAGS = [(), ("--strict",), ("-q",), ("--strict", "-q")]


def append(file: Path, line: str) -> int:
    """Add a line to `file`; return its number."""
    text = file.read_text(encoding="utf-8").rstrip("\n")
    file.write_text(f"{text}\n{line}\n", encoding="utf-8")
    return text.count("\n") + 2


def break_in_four_files(project: Path) -> list[str]:
    """Put a fault of each sort into the content; return where and what must be reported."""
    quiz = append(project / "quizzes" / "greeting.yml", "colour: red")
    table = append(project / "phrases" / "greeting.yml", "title: Again")
    broken = append(project / "quizzes" / "farewell.yml", "nothing: [closes, this")
    page = append(project / "docs" / "connect" / "greeting.md", "\nSee [it](gone.md).") + 1
    return [
        f"quizzes/greeting.yml:{quiz}:1: KY101",
        f"phrases/greeting.yml:{table}:1: YA102",
        f"quizzes/farewell.yml:{broken}:10: YA101",
        f"docs/connect/greeting.md:{page}:10: LK101",
    ]


@pytest.mark.parametrize("flags", FLAGS, ids=" ".join)
def test_a_build_with_faults_fails_names_them_all_and_writes_nothing(
    small: Path, tmp_path: Path, flags: tuple[str, ...]
) -> None:
    expected = break_in_four_files(small)
    target = tmp_path / "site"
    target.mkdir()
    (target / "index.html").write_text("the site of yesterday", encoding="utf-8")
    done = run("mkdocs", "build", *flags, "--site-dir", str(target), cwd=small)
    output = done.stdout + done.stderr
    assert done.returncode != 0
    assert [fault for fault in expected if fault not in output] == []
    assert "Traceback" not in output
    assert [file.name for file in target.iterdir()] == ["index.html"]
    assert (target / "index.html").read_text(encoding="utf-8") == "the site of yesterday"


def test_the_same_build_without_faults_succeeds(small: Path, tmp_path: Path) -> None:
    """So the test above fails for the faults, not for something else."""
    flags = ("--strict", "--site-dir", str(tmp_path / "site"))
    done = run("mkdocs", "build", *flags, cwd=small)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_the_command_and_the_build_report_the_same(small: Path, tmp_path: Path) -> None:
    expected = break_in_four_files(small)
    done = run("unruffled", "check", cwd=small)
    assert done.returncode == 1
    assert [fault for fault in expected if fault not in done.stdout] == []
    built = run("mkdocs", "build", "--site-dir", str(tmp_path / "site"), cwd=small)
    faults = [line for line in done.stdout.splitlines() if ": " in line and "OR101" not in line]
    assert [line for line in faults if line not in built.stdout + built.stderr] == []
