"""A browser of its own that is killed, as an empty battery does it: without a word."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Error, Page, Playwright
from record_helpers import attempt, call

from browser_setup import find_browser, launch_arguments

PATIENCE = 30
ANSWER = """window.acknowledged = [];
window.working = (async () => {
  for (let n = 0; ; n += 1) {
    const id = `${argument.prefix}-${n}`;
    const { kept } = await append([{ ...argument.entry, id, question: `q${n % 7}` }]);
    if (!kept) throw new Error("not kept");
    acknowledged.push(id);
    await tellTest(id);
  }
})().catch(() => {});"""
"""Answers one after the other; tells the test of each as soon as the store says that it is kept."""


@dataclass
class Log:
    """What the store said that it had kept, and what was found afterwards."""

    acknowledged: set[str] = field(default_factory=set)
    found: set[str] = field(default_factory=set)
    kills: int = 0

    @property
    def lost(self) -> set[str]:
        return self.acknowledged - self.found


@contextlib.contextmanager
def running(playwright: Playwright, profile: Path, address: str) -> Iterator[tuple[Page, int]]:
    """Start a browser with a profile; yield a page of `address` and the browser's process."""
    port_file = profile / "DevToolsActivePort"
    port_file.unlink(missing_ok=True)
    path = find_browser() or playwright.chromium.executable_path
    command = [path, f"--user-data-dir={profile}", "--remote-debugging-port=0", "--no-first-run"]
    headless = [] if "headless" in path else ["--headless=new"]
    process = subprocess.Popen(
        [*command, *headless, *launch_arguments(), "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        until = time.monotonic() + PATIENCE
        while not (port_file.is_file() and (lines := port_file.read_text().splitlines())):
            assert process.poll() is None and time.monotonic() < until, "the browser does not start"
            process_wait(0.05)
        browser = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{lines[0]}")
        page = browser.contexts[0].new_page()
        page.goto(address)
        yield page, process.pid
        with contextlib.suppress(Error):
            browser.close()
    finally:
        kill(process.pid)
        process.wait()


def process_wait(seconds: float) -> None:
    """Wait for a process outside of the browser, which says nothing when it is ready."""
    time.sleep(seconds)


def kill(pid: int) -> None:
    """End a browser with all its processes at once (`kill -9`)."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


def kill_while_answering(
    playwright: Playwright, profile: Path, address: str, kills: int, seed: int = 0
) -> Log:
    """Answer without a pause, kill the browser at some moment; at the end, look what is there."""
    chance = random.Random(seed)
    log = Log()
    for number in range(kills):
        wanted = chance.randint(1, 40)
        delay = chance.random() * 0.02
        told: list[str] = []
        with running(playwright, profile, address) as (page, pid):
            page.expose_function("tellTest", lambda name, told=told: told.append(name))
            argument = {"prefix": f"k{number}", "entry": attempt()}
            with contextlib.suppress(Error):
                call(page, ANSWER, argument, "store")
                while len(told) < wanted:
                    page.wait_for_timeout(1)
                page.wait_for_timeout(delay * 1000)
            kill(pid)
        log.kills += 1
        log.acknowledged.update(told)
    with running(playwright, profile, address) as (page, _):
        found = call(page, "return everything()")
        seen = call(page, "return [...(await views()).values()].reduce((n, each) => n + each.n, 0)")
    log.found = {each["id"] for each in found["entries"]}
    assert seen == len(log.found), "the views do not follow from the log"
    return log


def fresh(profile: Path) -> Path:
    """Return an empty folder for a profile."""
    shutil.rmtree(profile, ignore_errors=True)
    profile.mkdir(parents=True)
    return profile
