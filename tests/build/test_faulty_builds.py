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
    quiz = append(project / "quizzes" / "active-listening.yml", "colour: red")
    table = append(project / "phrases" / "offer-solutions.yml", "title: Again")
    broken = append(project / "quizzes" / "set-boundaries.yml", "nothing: [closes, this")
    page = append(project / "docs" / "connect" / "active-listening.md", "\nSee [it](gone.md).") + 1
    return [
        f"quizzes/active-listening.yml:{quiz}:1: KY101",
        f"phrases/offer-solutions.yml:{table}:1: YA102",
        f"quizzes/set-boundaries.yml:{broken}:10: YA101",
        f"docs/connect/active-listening.md:{page}:10: LK101",
    ]


@pytest.mark.parametrize("flags", FLAGS, ids=" ".join)
def test_a_build_with_faults_fails_names_them_all_and_writes_nothing(
    project: Path, tmp_path: Path, flags: tuple[str, ...]
) -> None:
    expected = break_in_four_files(project)
    target = tmp_path / "site"
    target.mkdir()
    (target / "index.html").write_text("the site of yesterday", encoding="utf-8")
    done = run("mkdocs", "build", *flags, "--site-dir", str(target), cwd=project)
    output = done.stdout + done.stderr
    assert done.returncode != 0
    assert [fault for fault in expected if fault not in output] == []
    assert "Traceback" not in output
    assert [file.name for file in target.iterdir()] == ["index.html"]
    assert (target / "index.html").read_text(encoding="utf-8") == "the site of yesterday"


def test_the_same_build_without_faults_succeeds(project: Path, tmp_path: Path) -> None:
    """So the test above fails for the faults, not for something else."""
    flags = ("--strict", "--site-dir", str(tmp_path / "site"))
    done = run("mkdocs", "build", *flags, cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_the_command_and_the_build_report_the_same(project: Path, tmp_path: Path) -> None:
    expected = break_in_four_files(project)
    done = run("unruffled", "check", cwd=project)
    assert done.returncode == 1
    assert [fault for fault in expected if fault not in done.stdout] == []
    built = run("mkdocs", "build", "--site-dir", str(tmp_path / "site"), cwd=project)
    faults = [line for line in done.stdout.splitlines() if ": " in line and "OR101" not in line]
    assert [line for line in faults if line not in built.stdout + built.stderr] == []
