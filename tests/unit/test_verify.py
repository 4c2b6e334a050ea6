from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from support import serve
from unruffled.cli import main
from unruffled.publishing.digests import DIGESTS, read_digests, write_digests

FILES = {
    "index.html": "home",
    "a b/ü.html": "a page",
    "sw.js": "worker",
    ".git/config": "none of it",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    write_digests(folder)
    return folder


@pytest.fixture
def served(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


def verify(*words: object) -> Result:
    return CliRunner().invoke(main, ["verify", *map(str, words)])


def test_the_list_is_read_by_the_usual_program(site: Path) -> None:
    assert list(read_digests((site / DIGESTS).read_text("utf-8"))) == sorted(FILES)[1:]
    program = shutil.which("sha256sum")
    if program is None:  # on a computer without it, nothing is left to ask
        return
    done = subprocess.run([program, "-c", DIGESTS], cwd=site, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    (site / "sw.js").write_text("other", encoding="utf-8")
    assert subprocess.run([program, "-c", DIGESTS], cwd=site, capture_output=True).returncode == 1


def test_a_site_that_nobody_has_changed_is_the_one_that_was_built(site: Path, served: str) -> None:
    for place in (site, served):
        done = verify(place)
        assert done.exit_code == 0, done.output
        assert "all 3 files" in done.output
        assert "whoever changes files can change it" in done.output
        assert "whoever" not in verify(place, site).output


def test_what_was_changed_is_named_in_a_folder_and_behind_an_address(
    site: Path, served: str, tmp_path: Path
) -> None:
    built = shutil.copytree(site, tmp_path / "built")
    (site / "index.html").write_text("somebody else's", encoding="utf-8")
    (site / "a b/ü.html").unlink()
    (site / "new.html").write_text("new", encoding="utf-8")
    common = ["a b/ü.html: is missing", "index.html: is another file"]
    for place, told in ((site, [*common, "new.html: is not in the list"]), (served, common)):
        for other in ([], [built], [built / DIGESTS]):
            done = verify(place, *other)
            assert done.exit_code == 1
            assert done.output.splitlines()[:-1] == told
            assert f"{len(told)} of 3 files differ" in done.output


def test_two_builds_are_compared_without_a_list(site: Path, tmp_path: Path) -> None:
    (site / DIGESTS).unlink()
    other = shutil.copytree(site, tmp_path / "other")
    assert verify(site, other).exit_code == 0
    (other / "sw.js").write_text("x", encoding="utf-8")
    assert "sw.js: is another file" in verify(site, other).output


@pytest.mark.parametrize(
    ("text", "why"),
    [("", "it is empty"), ("abc  index.html\n", "line 1 is no digest"), (None, "it is not there")],
)
def test_what_is_no_list_is_refused_in_a_sentence(
    site: Path, tmp_path: Path, text: str | None, why: str
) -> None:
    other = tmp_path / "list.txt"
    if text is not None:
        other.write_text(text, encoding="utf-8")
    done = verify(site, other)
    assert done.exit_code == 1
    assert why in done.output


def test_what_is_no_site_and_a_server_that_is_not_there_are_told(site: Path) -> None:
    assert "neither a folder nor an address" in verify("nowhere", site).output
    done = verify("http://127.0.0.1:9/", site)
    assert done.exit_code == 1
    assert "http://127.0.0.1:9/a%20b/%C3%BC.html cannot be reached" in done.output
    assert "Traceback" not in done.output
