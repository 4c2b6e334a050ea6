"""`make bench`: what 5,000 questions cost, beside the same text as plain Markdown.

It writes its inputs into a temporary folder, builds them, and prints a table. It never fails
for time: a machine at work elsewhere would decide. What it prints is processor time, which a
busy machine changes less than the time on the clock.
"""

from __future__ import annotations

import gc
import gzip
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parents[2] / "hooks")]

from inputs import ROOT, Form, write  # noqa: E402

PAGES, EACH, ROUNDS = 200, 25, 3
QUESTIONS = PAGES * EACH
FORMS: tuple[Form, ...] = ("floor", "plain", "ours")
QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "SITE_URL": "https://example.org/bench/"}
QUIZ = ("blocks/quiz/quiz.css", "blocks/quiz/quiz.js", "kinds/single/single.js")
"""What a page with single-choice questions names; the scripts import others."""

IMPORT = re.compile(r'(?:\bfrom|\bimport) ?"(?P<file>[^"]+)"')


class Cost(NamedTuple):
    """What a build took: seconds of processor time, and bytes of memory at most."""

    seconds: float
    memory: int


def cost(root: Path, site: Path) -> Cost:
    """Build the project at `root` as a process of its own; return what it took."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            command, cwd=root, env=os.environ | QUIET, stdout=output, stderr=output
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            sys.exit(output.read().decode("utf-8"))
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def measure(folder: Path) -> dict[Form, float]:
    """Build the three forms in turn, several times; return the best of each: noise only adds."""
    times: dict[Form, list[float]] = {form: [] for form in FORMS}
    for number in range(ROUNDS):
        for form in FORMS:
            print(f"round {number + 1} of {ROUNDS}: {form}", file=sys.stderr)
            times[form].append(cost(folder / form, folder / f"{form}-site").seconds)
    return {form: min(times[form]) for form in FORMS}


def html_a_question(site: Path, texts: int) -> float:
    """Return the bytes of quiz HTML a question has besides its texts."""
    quizzes = (
        re.search("<unruffled-quiz.*</unruffled-quiz>", file.read_text(encoding="utf-8"), re.S)
        for file in (site / "modules").rglob("*.html")
    )
    return (sum(len(quiz[0].encode()) for quiz in quizzes if quiz) - texts) / QUESTIONS


def packed(site: Path) -> int:
    """Return the bytes of script and style for a quiz as published, each file packed by gzip -9."""
    files, new = set(), [site / "assets/unruffled" / name for name in QUIZ]
    while new:
        files.add(file := new.pop().resolve())
        inside = IMPORT.finditer(file.read_text(encoding="utf-8"))
        found = {(file.parent / match["file"]).resolve() for match in inside}
        new += found - files
    return sum(len(gzip.compress(file.read_bytes(), compresslevel=9)) for file in files)


def breakdown(root: Path) -> dict[str, float]:
    """Return the seconds of processor time of our parts, measured in this process."""
    sys.path.insert(0, str(ROOT / "hooks"))
    from unruffled.checks import run
    from unruffled.project import inspect, load
    from unruffled.rendering import Renderer

    gc.disable()  # as in a build, where it rests while we read
    start = time.process_time()
    library, _ = load(root)
    loaded = time.process_time()
    run(library)
    checked = time.process_time()
    library, _ = inspect(root)
    began = time.process_time()
    renderer = Renderer(library)
    for path, page in library.pages.items():
        for fence, _ in page.fences:
            renderer.block(path, fence)
    done = time.process_time()
    return {"load": loaded - start, "check": checked - loaded, "render": done - began}


def row(name: str, value: str, bar: str = "") -> str:
    """Return one line of the table."""
    return f"{name:<62}{value:>12}  {bar}".rstrip()


def report(times: dict[Form, float], parts: dict[str, float], html: float, weight: int) -> str:
    """Return the table."""
    over_plain = (times["ours"] - times["plain"]) / QUESTIONS * 1000
    over_floor = (times["ours"] - times["floor"]) / QUESTIONS * 1000
    rest = times["ours"] - times["floor"] - sum(parts.values())
    lines = [
        row(f"{QUESTIONS:,} questions in {PAGES} pages, best of {ROUNDS}", "", "bar"),
        row("the pages without the questions (floor), s", f"{times['floor']:.2f}"),
        row("the questions as plain Markdown (plain), s", f"{times['plain']:.2f}"),
        row("the questions as quizzes (ours), s", f"{times['ours']:.2f}"),
        row("ours / plain", f"{times['ours'] / times['plain']:.2f}", "<= 1.0"),
        row("(ours - plain) a question, ms", f"{over_plain:.3f}", "<= 0.1"),
        row("(ours - floor) a question, ms", f"{over_floor:.3f}"),
        *(row(f"  of it {name}", f"{each / QUESTIONS * 1000:.3f}") for name, each in parts.items()),
        row("  of it the engine, theme and search", f"{rest / QUESTIONS * 1000:.3f}"),
        row("HTML a question over its texts, bytes", f"{html:,.0f}", "<= 1,200"),
        row(
            "script and style of single-choice quizzes, gzip -9, bytes", f"{weight:,}", "<= 12,288"
        ),
    ]
    return "\n".join(lines)


def main() -> None:
    """Write, build, measure, print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = [write(folder / form, form, PAGES, EACH) for form in FORMS][-1]
        times = measure(folder)
        html = html_a_question(folder / "ours-site", texts)
        parts = breakdown(folder / "ours")
        weight = packed(folder / "ours-site")
    print(report(times, parts, html, weight))


if __name__ == "__main__":
    main()
