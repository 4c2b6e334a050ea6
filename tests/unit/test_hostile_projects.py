"""No command shows a traceback or waits, whatever lies in the project and whatever the console."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from commands import call

from support import ROOT
from unruffled.cli import main
from unruffled.project import inspect

BASE = ROOT / "tests/faults/base"
PAGE, QUIZ = "docs/connect/greeting.md", "quizzes/greeting.yml"
MODULE = ("--module", "connect/greeting.md")
COMMANDS = (
    ("check", "--format", "json"),
    ("new", "module", "connect/more"),
    ("new", "quiz", "more", *MODULE),
    ("new", "question", "greeting", "more", "--kind", "single", "--objective", "say-hello"),
    ("new", "scenario", "more"),
    ("new", "assignment", "more", "--quiz", "greeting"),
    ("export", "csv"),
    ("bank", "export", "qti"),
    ("scorm",),
    ("play", "late", "--route", "1"),
    ("stage", "staged"),
)


def _raw(content: bytes) -> Callable[[Path], None]:
    def put(file: Path) -> None:
        file.unlink(missing_ok=True)
        file.write_bytes(content)

    return put


def _link(file: Path) -> None:
    file.unlink(missing_ok=True)
    file.symlink_to("nowhere")


def _folder(file: Path) -> None:
    file.unlink(missing_ok=True)
    file.mkdir()


HURTS = {
    "empty": _raw(b""),
    "a list": _raw(b"- a\n- b\n"),
    "latin-1": lambda file: file.write_bytes(file.read_bytes() + b"\n# caf\xe9\n"),
    "utf-16": lambda file: file.write_bytes(file.read_text("utf-8").encode("utf-16")),
    "deep": _raw(b"a: " + b"[" * 5000),
    "a link to nothing": _link,
    "a folder": _folder,
}


@pytest.mark.parametrize("hurt", HURTS)
@pytest.mark.parametrize("path", ["mkdocs.yml", "vocabulary.yml", QUIZ, PAGE, "CHANGELOG.md"])
def test_no_command_shows_a_traceback(tmp_path: Path, hurt: str, path: str) -> None:
    for number, command in enumerate(COMMANDS):
        root = shutil.copytree(BASE, tmp_path / str(number))
        (root / "CHANGELOG.md").write_text("# Changes\n", encoding="utf-8")
        HURTS[hurt](root / path)
        last = [str(root / "out"), *command[1:]] if command[0] == "stage" else command[1:]
        out = ("--out", str(root / "out")) if command[0] in ("scorm", "bank") else ()
        last = last[:1] if command[0] == "stage" else last
        done = CliRunner().invoke(main, ["--root", str(root), command[0], *last, *out])
        assert done.exception is None or isinstance(done.exception, SystemExit), (command, done)


@pytest.mark.parametrize(
    "console",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["ascii", "cp1252", "no locale"],
)
def test_a_console_without_unicode_shows_every_message(
    small: Path, console: dict[str, str]
) -> None:
    (small / QUIZ).write_text("id: Grüße “😀”\ntitel: – 您好\n", encoding="utf-8")
    command = [sys.executable, "-m", "unruffled", "--root", str(small), "check"]
    env = os.environ | console | {"PYTHONPATH": str(ROOT / "hooks")}
    done = subprocess.run(command, env=env, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr
    assert re.fullmatch(rb"Reused 0 of \d+ rules\.\s*", done.stderr), done.stderr
    assert b"KY101" in done.stdout
    assert b"faults in 1 file" in done.stdout


def test_a_key_file_of_brackets_is_refused(tmp_path: Path, small: Path) -> None:
    key = tmp_path / "key.json"
    key.write_text("[" * 100_000, encoding="utf-8")
    sealed = tmp_path / "a.jwe"
    sealed.write_text("x", encoding="utf-8")
    done = call(small, "results", "open", str(sealed), "--key", str(key), "--out", str(tmp_path))
    assert done.exit_code == 1
    assert "is no private key" in done.output


SIGNS = (
    "_",
    "*",
    "`",
    "~",
    "[",
    "](",
    "[a](",
    "{",
    "{{ ",
    "{#a",
    "#a",
    "<",
    "<div ",
    " ",
    "a.",
    "![",
)
PLACES = {
    "paragraph": ("Saying it too fast.", "{}"),
    "heading": ("## Try it", "## Try it {} x"),
    "fence": ("```quiz", "```{}"),
    "title": ("title: Greet", "title: x{}x"),
    "braces": ("Saying it too fast.", "a {{{{{} {{: }}"),
}


@pytest.mark.thorough
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("sign", SIGNS)
def test_50_000_signs_on_a_page_take_no_time(small: Path, sign: str, place: str) -> None:
    old, new = PLACES[place]
    text = (small / PAGE).read_text(encoding="utf-8")
    (small / PAGE).write_text(text.replace(old, new.format(sign * 25_000), 1), encoding="utf-8")
    begun = time.process_time()
    inspect(small)
    # The square of it would be minutes; a tenth of a second is usual.
    assert time.process_time() - begun < 4


@pytest.mark.thorough
def test_20_000_fences_that_are_not_closed_take_no_time(small: Path) -> None:
    with (small / PAGE).open("a", encoding="utf-8") as page:
        page.write("\n```quiz\ngreeting\n" * 20_000)
    begun = time.process_time()
    inspect(small)
    assert time.process_time() - begun < 6
