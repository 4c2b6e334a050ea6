"""What several kinds of tests need: the project's root, builds, a server under a sub-path."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import yaml

from unruffled.model import content

ROOT = Path(__file__).parent.parent
FOLDERS = tuple(row.name for row in content.FOLDERS if (ROOT / row.name).is_dir())
"""The folders of content beside docs/."""
TOP = ("mkdocs.yml", *(row.path for row in content.FILES))
"""What is read beside them, and …"""
MIRRORED = ("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "LICENSE-content")
"""… what the site shows as pages."""
HANDBOOK = ROOT / "tests/faults/base/handbook.yml"
"""The decisions of the projects that tests write: headings, slots, channels."""
BASE = "/handbook/"
"""The sub-path that the tests serve the site under, as GitHub Pages does for a project."""


def headings() -> list[str]:
    """Return the headings that HANDBOOK prescribes for a module."""
    (shape,) = yaml.safe_load(HANDBOOK.read_text(encoding="utf-8"))["shapes"]
    return [part["heading"] for part in shape["parts"]]


def run(*command: str, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a module of this environment (`run("mkdocs", "build")`), output captured."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"} | env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def build(target: Path, *, cwd: Path = ROOT, engine: str = "mkdocs") -> Path:
    """Build the project at `cwd` strictly into `target`, as the deployment does; return it."""
    done = run(
        engine,
        "build",
        "--strict",
        "--site-dir",
        str(target),
        cwd=cwd,
        SITE_URL=f"https://example.org{BASE}",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return target


class Quiet(http.server.SimpleHTTPRequestHandler):
    """What a host of plain files does, without a log."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(BASE):
            return str(Path(self.directory) / "outside-of-the-site")
        return super().translate_path("/" + path.removeprefix(BASE))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def handle(self) -> None:
        # A window that closes lets its requests go.
        with contextlib.suppress(ConnectionError):
            super().handle()

    def log_message(self, *_: object) -> None:
        pass


@contextlib.contextmanager
def serve(folder: Path, handles: type[Quiet] = Quiet) -> Iterator[str]:
    """Serve `folder` under BASE on a free port of the loopback; yield the address."""
    handler = functools.partial(handles, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()


def copy_project(target: Path) -> Path:
    """Copy this project to ``target`` without its tests and what tools have made."""
    made = {"site", "dist", "tests", "node_modules"}

    def left_out(folder: str, names: list[str]) -> set[str]:
        top = {name for name in names if name.startswith(".") or name in made}
        return {"__pycache__"} | (top if Path(folder) == ROOT else set())

    return Path(shutil.copytree(ROOT, target, ignore=left_out))
