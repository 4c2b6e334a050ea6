"""The site on a small web server, as `unruffled caddy` configures it."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from server_setup import find_server
from support import run
from watching import watch

SERVER = find_server()
pytestmark = pytest.mark.skipif(SERVER is None, reason="there is no caddy: tests/server_setup.py")


@pytest.fixture(scope="module")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real site on Caddy."""
    done = run("unruffled", "caddy", str(site))
    assert done.returncode == 0, done.stderr
    folder = tmp_path_factory.mktemp("caddy")
    file = folder / "Caddyfile"
    # The door for commands is closed: several tests may run beside one another.
    file.write_text("{\n\tadmin off\n\tauto_https off\n}\n" + done.stdout, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    at = f"http://127.0.0.1:{port}"
    own = {"HANDBOOK": at, "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    command = [SERVER or "", "run", "--config", str(file), "--adapter", "caddyfile"]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, env=os.environ | own, stdout=log, stderr=log)
        try:
            _wait(at, server, folder / "log")
            yield f"{at}/"
        finally:
            server.terminate()
            server.wait()


def _wait(at: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(200):
        assert server.poll() is None, log.read_text(encoding="utf-8")
        try:
            urllib.request.urlopen(at)
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(log.read_text(encoding="utf-8"))


def asked(url: str, **headers: str) -> tuple[int, Message]:
    request = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.headers


def test_every_file_is_asked_for_again_and_comes_packed(address: str) -> None:
    for path in ("", "sw.js", "connect/empathy/", "assets/course.json"):
        status, headers = asked(address + path, **{"Accept-Encoding": "gzip"})
        assert (status, headers["Cache-Control"]) == (200, "no-cache"), path
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Content-Encoding"] == "gzip"
        again, _ = asked(address + path, **{"If-None-Match": headers["Etag"].removesuffix("-gzip")})
        assert again in (200, 304)
    status, headers = asked(f"{address}sw.js")
    assert asked(f"{address}sw.js", **{"If-None-Match": headers["Etag"]})[0] == 304
    assert "javascript" in headers["Content-Type"]


def test_the_pages_with_a_trainers_key_can_be_in_no_frame(address: str) -> None:
    for path in ("train/results/", "train/assign/", "train/results/index.html"):
        _, headers = asked(address + path)
        assert headers["X-Frame-Options"] == "DENY"
        (rules,) = headers.get_all("Content-Security-Policy") or []
        assert "frame-ancestors 'none'" in rules
    _, headers = asked(f"{address}connect/empathy/")
    assert headers["X-Frame-Options"] is None


def test_a_wrong_address_has_the_page_for_it(address: str) -> None:
    status, headers = asked(f"{address}no/such/page/")
    assert status == 404
    assert headers["Content-Type"].startswith("text/html")
    assert headers["Content-Security-Policy"]


def test_pages_work_there(chromium: Browser, address: str) -> None:
    context = chromium.new_context(base_url=address)
    trouble = watch(context, address)
    page = context.new_page()
    for path in ("", "connect/empathy/", "train/results/", "desk/", "course/"):
        page.goto(path)
        page.wait_for_load_state("networkidle")
    page.goto("connect/empathy/")
    expect(page.locator("unruffled-quiz").first).to_be_visible()
    assert trouble == []
    context.close()
