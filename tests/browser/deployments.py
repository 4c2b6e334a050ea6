"""A small site with a worker of its own, put into a folder again and again."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from unruffled.assets import ADDRESS, package_files
from unruffled.publishing.offline import PARTS, REMOVER, WORKER, write_worker
from unruffled.publishing.rooms import KEEPING
from unruffled.words import Words
from unruffled.words.scripts import translated
from waiting import until

ELEMENT = "assets/unruffled/browser/site/offline.js"
BESIDE = tuple(
    f"assets/unruffled/browser/{name}.js"
    for name in ("site/keeping", "site/refused", "dom/make", "dom/announce", "core/words")
)
CONTROLLED = "() => navigator.serviceWorker.controller?.state === 'activated'"
WAITING = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update();
  const coming = registration.installing ?? registration.waiting;
  while (coming.state === "installing") {
    await new Promise((done) => coming.addEventListener("statechange", done, { once: true }));
  }
  return coming.state;
}"""
NAMES = """async () => {
  const names = (await caches.keys()).map((name) => caches.open(name));
  const keys = (await Promise.all(names)).map((cache) => cache.keys());
  return (await Promise.all(keys)).flat().map(({ url }) => new URL(url).pathname).sort();
}"""
PAGE = """<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>{text}</title>
{head}<h1>{text}</h1><input aria-label="Reply"><a href="{up}words.csv" download>Save</a>
<script type="module" src="{up}{element}"></script>"""
FIRST = ("index.html", "desk/", "offline/")
OPENED = ("train/",)
"""Where the addresses begin of what such a site keeps first, and of what when it is opened."""
MANIFEST = '<link rel="manifest" href="manifest.webmanifest">'


def window(chromium: Browser, address: str, **options: Any) -> BrowserContext:
    context = chromium.new_context(base_url=address, reduced_motion="reduce", **options)
    context.set_default_timeout(10_000)
    return context


def visited(context: BrowserContext, path: str = "") -> Page:
    """Open a page and stay until the worker keeps the site."""
    page = context.new_page()
    page.goto(path)
    until(page, CONTROLLED)
    return page


def deploy(
    folder: Path,
    text: str,
    pages: tuple[str, ...],
    *,
    keep: bool = True,
    files: tuple[str, ...] = ("words.csv",),
) -> None:
    """Put a small site in the place of the one in `folder`; every page and file says `text`."""
    shutil.rmtree(folder, ignore_errors=True)
    for path in (*PARTS, ELEMENT, *BESIDE):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        script = package_files()[path].read_text(encoding="utf-8")
        said = translated(path.removeprefix(f"{ADDRESS}/"), script, Words())
        (folder / path).write_text(said, encoding="utf-8")
    for path in pages:
        up = "../" * path.count("/")
        fill = {"text": text, "head": MANIFEST * keep, "up": up, "element": ELEMENT}
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(PAGE.format(**fill), encoding="utf-8")
    for path in files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"{path}: {text}\n", encoding="utf-8")
    listed = {
        "desk": [path for path in pages if path.startswith(FIRST)],
        "opened": [path for path in pages if path.startswith(OPENED)],
    }
    (folder / KEEPING).parent.mkdir(parents=True, exist_ok=True)
    (folder / KEEPING).write_text(json.dumps(listed), encoding="utf-8")
    if keep:
        write_worker(folder)
    else:
        (folder / WORKER).write_text(REMOVER, encoding="utf-8")
    # The server tells by the second whether a file is newer; the deployments are a minute apart.
    at = time.time() + 60 * (text != "First")
    for file in filter(Path.is_file, folder.rglob("*")):
        os.utime(file, (at, at))
