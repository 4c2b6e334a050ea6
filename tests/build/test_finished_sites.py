"""The same sources make the same bytes, and what is not finished does not look like a site."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from small_project import write

from support import run
from unruffled.publishing.building import Building
from unruffled.publishing.digests import DIGESTS, read_digests
from unruffled.publishing.offline import WORKER

LATER = """import datetime, sys, time

now, later = time.time, 400.5 * 24 * 60 * 60
time.time = lambda: now() + later


class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)


datetime.datetime = Later
from mkdocs.__main__ import cli

cli()
"""
"""MkDocs, 400 days later."""

ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "HOME": "/dev/null",
    "USER": "somebody",
}
"""Another zone and user, a console of plain letters, and a home in which nothing can be written."""

SEEDS = ("1", "3")
"""With these, a set of the names of the project's two cards has two orders."""

KILLED = """import os, signal


def {event}(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
"""


def contents(site: Path) -> dict[str, bytes]:
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in site.rglob("*")
        if file.is_file()
    }


def test_two_builds_of_the_same_sources_are_equal_byte_by_byte(tmp_path: Path) -> None:
    first, second = write(tmp_path / "first"), write(tmp_path / "Größe & ähnlich" / "second")
    done = run("mkdocs", "build", "--strict", cwd=first, PYTHONHASHSEED=SEEDS[0])
    assert done.returncode == 0, done.stdout + done.stderr
    (tmp_path / "later.py").write_text(LATER, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(tmp_path / "later.py"), "build", "--strict"],
        cwd=second,
        env=os.environ | ELSEWHERE | {"NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": SEEDS[1]},
        umask=0o077,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    one, two = contents(first / "site"), contents(second / "site")
    assert {WORKER, "sitemap.xml.gz", "packages/greeting.zip", "desk/silent/index.html"} <= set(one)
    assert sorted(one) == sorted(two)
    assert [path for path in one if one[path] != two[path]] == []
    listed = read_digests(one[DIGESTS].decode())
    assert sorted([*listed, DIGESTS]) == sorted(one)
    assert "all" in run("unruffled", "verify", str(first / "site"), str(second / "site")).stdout


@pytest.mark.parametrize(("event", "earlier"), [("on_post_page", True), ("on_post_build", False)])
def test_a_build_that_is_killed_leaves_the_earlier_site_or_none(
    tmp_path: Path, event: str, earlier: bool
) -> None:
    project = write(tmp_path / "project", more=", kill.py")
    (project / "kill.py").write_text(KILLED.format(event=event), encoding="utf-8")
    site = project / "site"
    yesterday = {"index.html": b"yesterday", WORKER: b"yesterday", "a/b.html": b"b"}
    for path, text in yesterday.items() if earlier else ():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(text)
    done = run("mkdocs", "build", "--strict", cwd=project)
    assert done.returncode == -9, done.stdout + done.stderr
    seen = {path: text for path, text in contents(site).items() if not path.startswith(".")}
    assert seen == (yesterday if earlier else {})
    # Whatever it left behind, the next build is whole, and leaves nothing else.
    (project / "kill.py").write_text("", encoding="utf-8")
    done = run("mkdocs", "build", "--strict", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert {"index.html", WORKER} <= set(contents(site))
    assert [path for path in contents(site) if path.startswith(".")] == []
    assert not (site / "a").exists()


def test_a_build_that_ends_for_its_warnings_leaves_the_earlier_site(tmp_path: Path) -> None:
    project = write(tmp_path / "project", more=", warn.py")
    warning = "import logging\n\n\ndef on_post_build(**_):\n    "
    warning += 'logging.getLogger("mkdocs.warn").warning("something")\n'
    (project / "warn.py").write_text(warning, encoding="utf-8")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("yesterday", encoding="utf-8")
    done = run("mkdocs", "build", "--strict", cwd=project)
    assert done.returncode == 1
    assert contents(project / "site") == {"index.html": b"yesterday"}
    assert run("mkdocs", "build", cwd=project).returncode == 0
    assert WORKER in contents(project / "site")


def _limited() -> None:
    """Let no file become larger than the theme's script is: as a disk that is full."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (90_000, 90_000))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_full_disk_and_a_second_build_end_in_a_sentence_and_leave_the_earlier_site(
    tmp_path: Path,
) -> None:
    project = write(tmp_path / "project")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("yesterday", encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        preexec_fn=_limited,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "there is no room left for it" in done.stdout
    assert "Traceback" not in done.stderr
    assert contents(project / "site") == {"index.html": b"yesterday"}
    first = Building(project / "site")
    first.begin()
    done = run("mkdocs", "build", "--strict", cwd=project)
    assert done.returncode == 1
    assert f"another build of this site is at work (process {os.getpid()})" in done.stdout
    assert "Traceback" not in done.stderr
    first.leave()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends another signal")
def test_an_interrupt_leaves_the_earlier_site_and_nothing_else(tmp_path: Path) -> None:
    project = write(tmp_path / "project", more=", stop.py")
    stop = KILLED.format(event="on_post_page").replace("SIGKILL", "SIGINT")
    (project / "stop.py").write_text(stop, encoding="utf-8")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("yesterday", encoding="utf-8")
    done = run("mkdocs", "build", "--strict", cwd=project)
    assert done.returncode != 0
    assert "Aborted!" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(project / "site") == {"index.html": b"yesterday"}
