"""Find a browser for the tests, or get one: `python tests/browser_setup.py`, run by `make test`.

Chromium's headless shell is taken where there is one: the same engine without the windows around
it, which opens a page in half the time. Any other installed Chrome or Chromium will do. A
Debian-like system installs its own package (needs root); where there is no browser after that, the
system gets the one that Playwright offers.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SHELL = "chromium-headless-shell"
SOON = "-o Acquire::Retries=0 -o Acquire::http::Timeout=20"
"""Without a network it gives up soon; a browser that is there will do."""
COMMANDS = (
    SHELL,
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "chromium",
    "chromium-browser",
    "msedge",
    "microsoft-edge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "{PROGRAMFILES}/Google/Chrome/Application/chrome.exe",
    "{PROGRAMFILES(X86)}/Google/Chrome/Application/chrome.exe",
    "{LOCALAPPDATA}/Google/Chrome/Application/chrome.exe",
    "{PROGRAMFILES(X86)}/Microsoft/Edge/Application/msedge.exe",
)
HELP = """No Chrome or Chromium was found, and none could be installed.
Install one from your system's packages or from its maker, then run this command again."""


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def launch_arguments() -> list[str]:
    """Return what Chromium is started with: quiet, and able to run as root in a container.

    No other host can be reached; so a request to one fails at once and is seen.
    """
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    alone = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    return quiet + alone + ["--no-sandbox"] * is_root()


def find_browser() -> str | None:
    """Return the path of an installed browser, or None."""
    on_path = (shutil.which(name) for name in COMMANDS)
    usual = (place for place in map(_expanded, PLACES) if place and Path(place).is_file())
    return next(filter(None, on_path), None) or next(usual, None) or _playwrights_own()


def _expanded(place: str) -> str | None:
    try:
        return place.format_map(os.environ)
    except KeyError:
        return None


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def ways_to_install() -> list[list[str]]:
    """Return the commands to try, in order, until there is a browser; none where all is well.

    Debian's packages are tried even where there is a browser with windows: the shell is worth it.
    """
    apt = is_root() and shutil.which("apt-get")
    installed = find_browser()
    ways = []
    if apt and not shutil.which(SHELL):
        ways.append(f"apt-get {SOON} update -q && apt-get {SOON} install -y -q {SHELL}")
    if apt and not installed:
        ways.append(f"apt-get {SOON} install -y -q chromium")
    return [["sh", "-c", way] for way in ways] + [
        [sys.executable, "-m", "playwright", "install", "chromium"]
    ] * (not installed)


def main() -> int:
    for way in ways_to_install():
        print("Getting a browser for the tests:", *way, flush=True)
        if subprocess.run(way, check=False).returncode == 0 and find_browser():
            break
    if browser := find_browser():
        print(f"The browser tests use {browser}")
        return 0
    print(HELP, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
