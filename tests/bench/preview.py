"""`python tests/bench/preview.py`: how long an author waits for a saved edit in a live preview.

This handbook, 500 made pages and 2,000 are served by `mkdocs serve`, each beside stock Material
with pruned menus that serves the same text as plain Markdown. In each round, both get the same
edit: a letter in a page, and one in a question. It prints processor time of the server and the time
on the clock, from the file that is written to the page that is there. It takes some minutes;
`--pages 500` is one project only, and `--pages 0` is this handbook.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

import yaml

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parents[2] / "hooks")]

from inputs import ROOT, write  # noqa: E402
from run import QUIET, row  # noqa: E402

from unruffled.model.library import Library  # noqa: E402
from unruffled.project import inspect  # noqa: E402
from unruffled.publishing.settings import EXTENSIONS, FEATURES  # noqa: E402
from unruffled.rendering import Renderer  # noqa: E402
from unruffled.text.escaping import as_markdown  # noqa: E402

SIZES = (0, 500, 2000)
"""How many pages are made; 0 stands for this handbook."""
QUESTIONS, PART, ROUNDS, DEADLINE = 5, 25, 3, 900
BAR, SECONDS = 0.1, 0.5
CONTENT = (
    *("assignments", "letters", "paths", "phrases", "quizzes", "reply-rules", "scenarios"),
    *("sessions", "situations", "voice"),
)

_EPOCH = re.compile(r"livereload\((\d+), \d+\)")
_BLOCK_ENDS = re.compile(r"</(?:p|li|h\d|tr|td|th|dt|dd|summary|legend|button|option)>|<br>")
_TAG = re.compile(r"<[^>]*>")


class Edit(NamedTuple):
    """A text that stands once in a file, and the page that shows it."""

    file: str
    text: str
    page: str


class Wait(NamedTuple):
    """What an edit took: processor time of the server, and time on the clock."""

    seconds: float
    clock: float


@dataclass
class Server:
    """A live preview that runs."""

    root: Path
    url: str
    process: subprocess.Popen[bytes]

    def wait(self, edit: Edit, number: int) -> Wait:
        """Change the text, and wait until the page has it."""
        file = self.root / edit.file
        before = file.read_text(encoding="utf-8")
        assert edit.text in before, f"{file} has no {edit.text}"
        epoch = self._epoch(edit.page)
        spent, start = _spent(self.process.pid), time.monotonic()
        file.write_text(before.replace(edit.text, f"{edit.text} edited{number}", 1), "utf-8")
        while self._seen(epoch) <= epoch:
            self._alive(start)
        assert f"edited{number}" in self._page(edit.page), f"{edit.page} does not show the edit"
        return Wait(_spent(self.process.pid) - spent, time.monotonic() - start)

    def _alive(self, start: float) -> None:
        if self.process.poll() is not None or time.monotonic() - start > DEADLINE:
            sys.exit(f"the preview of {self.root} has ended, or is too slow")

    def _seen(self, epoch: int) -> int:
        with urllib.request.urlopen(f"{self.url}livereload/{epoch}/1", timeout=DEADLINE) as answer:
            return int(answer.read())

    def _epoch(self, page: str) -> int:
        found = _EPOCH.search(self._page(page))
        assert found, f"{page} is not from a live preview"
        return int(found[1])

    def _page(self, page: str) -> str:
        with urllib.request.urlopen(self.url + page, timeout=DEADLINE) as answer:
            text: str = answer.read().decode("utf-8")
        return text


def _spent(process: int) -> float:
    """Return the processor time of a process, as /proc has it."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(root: Path) -> Iterator[Server]:
    """Serve a project, once its first build is done."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{listener.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    with (root / "said.txt").open("wb") as said:
        env = os.environ | QUIET | {"SITE_URL": ""}
        process = subprocess.Popen(command, cwd=root, env=env, stdout=said, stderr=said)
    try:
        start = time.monotonic()
        while not _answers(f"http://{address}/"):
            if process.poll() is not None or time.monotonic() - start > DEADLINE:
                sys.exit((root / "said.txt").read_text(encoding="utf-8")[-2000:])
            time.sleep(0.2)
        yield Server(root, f"http://{address}/", process)
    finally:
        process.terminate()
        process.wait()


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=DEADLINE):
            return True
    except urllib.error.URLError:
        return False


def made(folder: Path, pages: int) -> tuple[Path, list[Edit]]:
    """Write a project with so many pages of questions, and say what is edited in it."""
    root = folder / "ours"
    write(root, "ours", pages, QUESTIONS, PART)
    number = pages // 2
    page = f"docs/modules/module-{number}.md"
    quiz = f"quizzes/module-{number}.yml"
    line = _found(r"(A line on [^\n.]+)", root / page)
    stem = _found(r"stem: (\S+ \S+ \S+)", root / quiz)
    address = f"modules/module-{number}/"
    return root, [Edit(page, line, address), Edit(quiz, stem, address)]


def handbook(folder: Path) -> tuple[Path, list[Edit]]:
    """Copy this handbook, and say what is edited in it."""
    root = folder / "ours"
    ignore = shutil.ignore_patterns("__pycache__")
    for name in ("docs", "hooks", *CONTENT):
        shutil.copytree(ROOT / name, root / name, ignore=ignore)
    for file in (*ROOT.glob("*.yml"), *ROOT.glob("*.md"), *ROOT.glob("LICENSE*")):
        shutil.copy(file, root / file.name)
    page, quiz = "docs/connect/empathy.md", "quizzes/empathy.yml"
    words = r"(?m)^(?: {6,})?([A-Z][a-z]+ \w+ \w+ \w+)"
    return root, [
        Edit(name, _found(words, root / name), "connect/empathy/") for name in (page, quiz)
    ]


def _found(pattern: str, file: Path) -> str:
    """Return the first text of a file that can be edited."""
    found = re.search(pattern, file.read_text(encoding="utf-8"))
    assert found, f"{file} has no {pattern}"
    return found[1]


def stock(root: Path, target: Path, edits: list[Edit]) -> list[Edit]:
    """Write the same text for stock Material; return the same edits in it."""
    library, _ = inspect(root)
    renderer = Renderer(library)
    for path, page in library.pages.items():
        text = library.generated.get(path)
        if text is None:
            text = (root / "docs" / path).read_text(encoding="utf-8")
        lines = text.split("\n")
        # A template of ours is not among those of the theme.
        head = [each for each in lines[: page.starts] if not each.startswith("template:")]
        body = renderer.page(path, lines[page.starts :], as_plain)
        _write(target / "docs" / path, "\n".join([*head, *body]))
    _write(target / "mkdocs.yml", yaml.safe_dump(_settings(library), allow_unicode=True))
    return [each._replace(file=f"docs/{each.page.rstrip('/')}.md") for each in edits]


def as_plain(html: str) -> str:
    """Return what a block says as paragraphs of Markdown."""
    lines = (unescape(_TAG.sub("", each)) for each in _BLOCK_ENDS.split(html))
    texts = (" ".join(each.split()) for each in lines)
    return "\n\n".join(as_markdown(each) for each in texts if each)


def _settings(library: Library) -> dict[str, Any]:
    """Return the settings of stock Material with the features and the Markdown of ours."""
    return {
        "site_name": "Example",
        "theme": {"name": "material", "font": False, "features": list(FEATURES)},
        "plugins": ["search"],
        "nav": [each.as_setting() for each in library.entries],
        "markdown_extensions": [{name: values} for name, values in EXTENSIONS.items()],
        "validation": {"links": {"not_found": "ignore", "unrecognized_links": "ignore"}},
    }


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def measured(pages: int, rounds: int) -> list[tuple[Wait, Wait]]:
    """Return, for each edit, the best of ours and of stock Material: noise only adds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        root, edits = made(folder, pages) if pages else handbook(folder)
        others = stock(root, folder / "stock", edits)
        with served(root) as ours, served(folder / "stock") as theirs:
            pairs = zip(edits, others, strict=True)
            return [_rounds(rounds, (ours, each), (theirs, other)) for each, other in pairs]


def _rounds(count: int, *sides: tuple[Server, Edit]) -> tuple[Wait, Wait]:
    rounds = []
    for number in range(count):
        print(f"round {number + 1}: {sides[0][1].file}", file=sys.stderr)
        rounds.append([server.wait(edit, number) for server, edit in sides])
    ours, theirs = zip(*rounds, strict=True)
    return _best(ours), _best(theirs)


def _best(waits: Any) -> Wait:
    return Wait(min(each.seconds for each in waits), min(each.clock for each in waits))


def report(pages: int, waits: list[tuple[Wait, Wait]]) -> str:
    """Return the table for one project."""
    lines = [row(f"{pages:,} made pages" if pages else "this handbook", "", "bar")]
    for what, (ours, theirs) in zip(("a page", "a question"), waits, strict=True):
        ratio = ours.seconds / theirs.seconds
        bar = f"<= {SECONDS} s" if not pages else ""
        both = f"{ours.seconds:.2f}, {theirs.seconds:.2f}"
        lines += [
            row(f"an edit of {what}, processor time, s: ours, stock", both, bar),
            row("  ours / stock", f"{ratio:.3f}", f"<= {BAR}"),
            row("  time on the clock, s: ours, stock", f"{ours.clock:.2f}, {theirs.clock:.2f}"),
        ]
    return "\n".join(lines)


def main() -> None:
    """Serve, edit, print."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--pages", type=int, action="append", help="0 stands for this handbook")
    reader.add_argument("--rounds", type=int, default=ROUNDS)
    asked = reader.parse_args()
    for pages in asked.pages or SIZES:
        print(report(pages, measured(pages, asked.rounds)), flush=True)


if __name__ == "__main__":
    main()
