"""Find a browser for the tests, or get one: `python tests/browser_setup.py`, run by `make test`.

An installed Chrome or Chromium is taken as it is. Where there is none, a Debian-like system
installs its own package (needs root), any other gets the browser that Playwright offers.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

COMMANDS = (
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
    """Return the commands to try, in order, on a system without a browser."""
    ways = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if is_root() and shutil.which("apt-get"):
        ways.insert(0, ["sh", "-c", "apt-get update && apt-get install -y chromium"])
    return ways


def main() -> int:
    for way in ways_to_install():
        if find_browser():
            break
        print("No browser yet; running:", *way, flush=True)
        subprocess.run(way, check=False)
    if browser := find_browser():
        print(f"The browser tests use {browser}")
        return 0
    print(HELP, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
