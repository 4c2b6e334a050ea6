"""Real content and bank files, changed by chance, for minutes: `make soak` runs it.

No traceback, no wait over two seconds, no fault in a file that is sound. Each round has a seed,
`N:K`, that `--only N:K` plays again. A round that fails becomes a test of its own.
"""

from __future__ import annotations

import argparse
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent / "hooks")]

from click.testing import CliRunner  # noqa: E402

from mutating import as_bytes, changed  # noqa: E402
from support import FOLDERS, MIRRORED, ROOT, TOP  # noqa: E402
from unruffled.cli import main  # noqa: E402
from unruffled.formats.banks import ENDINGS, READERS, WRITERS, bank_of  # noqa: E402
from unruffled.loading.source import Source  # noqa: E402
from unruffled.loading.yaml_source import read_yaml  # noqa: E402
from unruffled.project import inspect, load  # noqa: E402
from unruffled.rendering import Renderer  # noqa: E402

SLOW = 2.0
"""Seconds of processor time that one round may take longer than the sound project."""
HANG = 30
"""Seconds of processor time after which a round is given up. A busy machine makes none of them."""
UNREAD = re.compile(r"YA1(?:01|03|04|05|06|08|09|13|14|15|16)")
"""The codes of a file of which nothing could be read."""


class Failed(Exception):
    """What must not happen has happened."""


class Project:
    """A copy of the real project, in which a few files are changed at a time."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        skipped = shutil.ignore_patterns("vendor", "js", "images")
        for name in ("docs", *FOLDERS):
            shutil.copytree(ROOT / name, folder / name, ignore=skipped)
        for name in (*TOP, *MIRRORED):
            shutil.copy(ROOT / name, folder / name)
        globs = (*(f"{name}/*.yml" for name in FOLDERS), "docs/**/*.md")
        found = (file for each in globs for file in folder.glob(each))
        pages = (file.relative_to(folder).as_posix() for file in found)
        self.files = [*TOP, *MIRRORED[:2], *sorted(p for p in pages if "/assets/" not in p)]
        self.sound = {path: (folder / path).read_bytes() for path in self.files}
        begun = time.process_time()
        self.usual = {str(each) for each in inspect(folder)[1]}
        self.takes = time.process_time() - begun
        library = load(folder)[0]
        quizzes = [each for each in library.quizzes.values() if each.questions]
        self.banks = {form: self._banks(form, quizzes) for form in READERS if form in WRITERS}
        self.banks["aiken"] = [
            "\n\n".join(
                f"{item.stem}\nA. {item.options[0].text}\nB. {item.options[-1].text}\nANSWER: A"
                for item in bank_of(quiz).items
                if len(item.options) > 1
            )
            for quiz in quizzes
        ]

    def _banks(self, form: str, quizzes: list) -> list[str]:
        made = (WRITERS[form](bank_of(quiz))[0] for quiz in quizzes)
        return [each if isinstance(each, str) else each.decode("utf-8-sig") for each in made]

    def play(self, seed: str) -> str:
        """Play one round; return what it was about. Raises Failed, or what the code raises."""
        rng = Random(seed)
        return self._bank(rng) if rng.random() < 0.25 else self._content(rng)

    def _content(self, rng: Random) -> str:
        paths = rng.sample(self.files, rng.choice((1, 1, 1, 2, 4)))
        for path in paths:
            text = self.sound[path].decode()
            (self.root / path).write_bytes(as_bytes(rng, changed(rng, text)))
        try:
            library, problems = inspect(self.root)
            self._hold_places(problems, paths)
            self._show(library, problems, rng)
        finally:
            for path in paths:
                (self.root / path).write_bytes(self.sound[path])
        return ", ".join(paths)

    def _hold_places(self, problems: list, paths: list[str]) -> None:
        new = [each for each in problems if str(each) not in self.usual]
        for each in new:
            file = self.root / each.place.path
            if not file.is_file():
                raise Failed(f"a fault in a file that is not there: {each}")
            lines = _lines_of(file.read_bytes())
            line = lines[each.place.line - 1] if 1 <= each.place.line <= len(lines) else None
            if line is None or not 1 <= each.place.column <= len(line) + 1:
                raise Failed(f"a place outside of its file: {each}")
        unread = {each.place.path for each in new if UNREAD.match(each.code)}
        if unread >= set(paths) and not any(path.endswith(".md") for path in paths):
            for each in new:
                if each.place.path not in paths:
                    raise Failed(f"{paths} cannot be read, and a sound file is told of: {each}")

    def _show(self, library, problems: list, rng: Random) -> None:
        """Make a few pages as a live preview does, faults or not."""
        renderer = Renderer(library, problems)
        for path in rng.sample(sorted(library.generated), 2):
            renderer.page(path, library.generated[path].split("\n"), str)

    def _bank(self, rng: Random) -> str:
        form = rng.choice(list(self.banks))
        text = rng.choice(self.banks[form])
        file = self.root / f"bank{ENDINGS.get(form, '.txt')}"
        file.write_bytes(as_bytes(rng, changed(rng, text)))
        target = self.root / "quizzes/soaked.yml"
        target.unlink(missing_ok=True)
        command = ["--root", str(self.root), "bank", "import", form, str(file), "--id", "soaked"]
        command += ["--module", "connect/empathy.md", "--objective", "name-it"]
        done = CliRunner().invoke(main, command)
        try:
            if done.exception and not isinstance(done.exception, SystemExit):
                raise done.exception
            if target.exists():
                _, problems = read_yaml(target.read_text("utf-8"), Source("quizzes/soaked.yml"))
                if problems:
                    raise Failed(f"the quiz that was written is no YAML: {problems[0]}")
        finally:
            target.unlink(missing_ok=True)
            file.unlink()
        return f"bank import {form}"


def _lines_of(raw: bytes) -> list[str]:
    """Return the lines as an editor counts them, whatever the coding of the file."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = raw.decode("utf-16", "replace")
    elif raw[1:60:2].count(0) > 20:
        text = raw.decode("utf-16-le", "replace")
    elif raw[:60:2].count(0) > 20:
        text = raw.decode("utf-16-be", "replace")
    else:
        text = raw.decode("utf-8-sig", "replace")
    return re.split(r"\r\n|\r|\n", text)


def _too_long(*_: object) -> None:
    raise Failed(f"no answer after {HANG} s of processor time")


def work(seed: int, first: int, minutes: float, notes: Path) -> int:
    """Play rounds until the time is over; write each into ``notes`` before it is played."""
    signal.signal(signal.SIGPROF, _too_long)
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder) / "project")
        failures: Counter[str] = Counter()
        slowest = (0.0, "", "")
        number = first
        while time.process_time() < minutes * 60:
            name = f"{seed}:{number}"
            notes.write_text(name)
            signal.setitimer(signal.ITIMER_PROF, HANG)
            begun = time.process_time()
            what = ""
            try:
                what = project.play(name)
            except Exception as error:  # whatever it is, it is reported
                _report(failures, name, error)
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
            taken = time.process_time() - begun
            slowest = max(slowest, (taken, name, what))
            if taken > project.takes + SLOW:
                _report(failures, name, Failed(f"{taken:.1f} s of processor time: {what}"))
            number += 1
    print(f"{number - first} rounds from seed {seed}:{first} on; {failures.total()} failed")
    print(f"the slowest took {slowest[0]:.2f} s: {slowest[1]}, {slowest[2]}")
    return 1 if failures else 0


def _report(failures: Counter[str], name: str, error: Exception) -> None:
    """Print a failure, the first few of each sort."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    sort = f"{type(error).__name__} {where} {str(error)[:40] if not where else ''}"
    failures[sort] += 1
    if failures[sort] <= 3:
        print(
            f"FAILED --only {name}: {type(error).__name__}: {str(error)[:500]} {where}", flush=True
        )


def only(name: str) -> int:
    """Play one round again, with its traceback."""
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder) / "project")
        begun = time.process_time()
        print(project.play(name))
        print(f"{time.process_time() - begun:.2f} s")
    return 0


def watch(minutes: float, seed: int) -> int:
    """Let another process play, so that one that crashes or hangs is noticed, and go on."""
    status = 0
    first = 0
    left = minutes
    with tempfile.TemporaryDirectory() as folder:
        notes = Path(folder) / "round"
        while left > 0.05:
            begun = time.monotonic()
            command = [sys.executable, __file__, "--work", str(notes), "--seed", str(seed)]
            command += ["--first", str(first), "--minutes", str(left)]
            done = subprocess.run(command, check=False)
            if done.returncode in (0, 1):
                return done.returncode or status
            status = 1
            last = notes.read_text()
            print(f"FAILED --only {last}: the process ended with {done.returncode}", flush=True)
            first = int(last.partition(":")[2]) + 1
            left -= (time.monotonic() - begun) / 60
    return status


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=20.0, help="of processor time")
    parser.add_argument("--seed", type=int, default=None, help="another one each day if not given")
    parser.add_argument("--only", help="play the round N:K again")
    parser.add_argument("--first", type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    wanted = parsed()
    seed = wanted.seed if wanted.seed is not None else int(time.time()) // 86_400
    if wanted.only:
        sys.exit(only(wanted.only))
    if wanted.work:
        sys.exit(work(seed, wanted.first, wanted.minutes, wanted.work))
    sys.exit(watch(wanted.minutes, seed))
