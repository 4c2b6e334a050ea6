from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from small_project import MODULE, OTHER, QUIZ

from unruffled.publishing.offline import REMOVER, WORKER

DEADLINE = 240
"""Seconds after which a preview that does not show a change counts as one that never will."""


@dataclass
class Preview:
    root: Path
    url: str
    log: Path
    process: subprocess.Popen[bytes]

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.url + path, timeout=DEADLINE) as answer:
                return answer.read().decode("utf-8")
        except urllib.error.URLError:
            return ""

    def terminal(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def wait(self, for_what: Callable[[], bool]) -> None:
        end = time.monotonic() + DEADLINE
        while not for_what():
            assert self.process.poll() is None, f"the server has ended:\n{self.terminal()}"
            assert time.monotonic() < end, f"waited in vain:\n{self.terminal()}"
            time.sleep(0.05)  # between two looks; how long it takes decides nothing

    def change(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.fixture
def preview(small: Path, tmp_path: Path) -> Iterator[Preview]:
    """`mkdocs serve` in a small project, answering."""
    address = f"127.0.0.1:{free_port()}"
    log = tmp_path / "terminal.txt"
    settings = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "TMPDIR": str(tmp_path)}
    with log.open("wb") as terminal:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
            cwd=small,
            env=os.environ | settings | {"SITE_URL": ""},
            stdout=terminal,
            stderr=subprocess.STDOUT,
        )
    made = Preview(small, f"http://{address}/", log, process)
    try:
        made.wait(lambda: "Serving on" in made.terminal() and made.page("") != "")
        yield made
    finally:
        process.terminate()
        process.wait(DEADLINE)


FAULT = f"{QUIZ}:4:1: KY101"


def test_a_fault_is_shown_in_place_and_gone_when_it_is_mended(preview: Preview) -> None:
    assert 'id="q.greeting.which-hello"' in preview.page(MODULE)
    preview.change(QUIZ, "pass_mark:", "pass_marc:")
    preview.wait(lambda: f">{FAULT.split(': ')[0]}</code>" in preview.page(MODULE))
    assert "KY101" in preview.page(MODULE)
    assert "<unruffled-quiz" not in preview.page(MODULE)
    # The rest of the page, and of the site, is there.
    assert '<h2 id="what-to-say"' in preview.page(MODULE)
    assert "<unruffled-phrases" in preview.page(MODULE)
    assert "<unruffled-quiz" in preview.page(OTHER)
    assert FAULT in preview.terminal()
    assert "Traceback" not in preview.terminal()

    preview.change(QUIZ, "pass_marc:", "pass_mark:")
    preview.wait(lambda: "<unruffled-quiz" in preview.page(MODULE))
    assert "cannot be shown" not in preview.page(MODULE)


@pytest.mark.parametrize(
    ("file", "key"), [("references.yml", "shows"), ("organisation.yml", "slots")]
)
def test_a_fault_in_a_file_of_many_pages_is_shown_where_its_block_would_be(
    preview: Preview, file: str, key: str
) -> None:
    preview.change(file, f"{key}:", f"{key}s:")
    preview.wait(lambda: f"{file} cannot be shown yet" in preview.page(OTHER))
    assert "KY101" in preview.page(OTHER)
    assert "<unruffled-quiz" in preview.page(OTHER)


def test_a_change_of_any_data_file_is_shown(preview: Preview) -> None:
    preview.change("phrases/greeting.yml", "title: ", "title: Newly named ")
    preview.wait(lambda: "Newly named" in preview.page("phrases/greeting/"))
    preview.change("organisation.yml", "name: Example Services", "name: Acme Bank")
    preview.wait(lambda: "Acme Bank has not filled" in preview.page(OTHER))
    preview.change("references.yml", "shows: First", "shows: Newly found, first")
    preview.wait(lambda: "Newly found" in preview.page(MODULE))
    preview.change("vocabulary.yml", "label: ", "label: Newly named ")
    preview.wait(lambda: "Newly named" in preview.page("phrases/"))


def test_a_preview_lets_no_browser_keep_it(preview: Preview) -> None:
    assert 'rel="manifest"' not in preview.page("")
    assert preview.page(WORKER) == REMOVER
