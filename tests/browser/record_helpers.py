"""The learner's record without a site around it: a bare page that loads the modules as they are."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from support import BASE, serve
from unruffled.assets import package_files
from watching import watch

BARE = '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Bare</title>'
CALL = """async ([core, names, text]) => {
  const modules = await Promise.all(names.map(name => import(`${core}${name}.js`)));
  const argument = JSON.parse(text);
  with (Object.assign({}, ...modules)) return await (async () => { %s })();
}"""
"""What the modules export are names of the body: `with` needs no text as code, which the policy of
a page refuses."""
RAW = """
const raw = version => new Promise((done, fail) => {
  const request = indexedDB.open("unruffled /handbook/", version);
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
  request.onupgradeneeded = () => window.upgrade?.(request.result);
});
const change = async (store, work) => {
  const db = await raw();
  const transaction = db.transaction(store, "readwrite");
  work(transaction.objectStore(store));
  await new Promise(done => (transaction.oncomplete = done));
  db.close();
};
"""
"""What a test does to the database behind the back of the modules."""

FULL = """
window.full = true;
for (const name of ["add", "put"]) {
  const real = IDBObjectStore.prototype[name];
  IDBObjectStore.prototype[name] = function (...all) {
    if (window.full) throw new DOMException("no room", "QuotaExceededError");
    return real.apply(this, all);
  };
}
"""

Window = Callable[..., Page]
PARTS = "store transfer everything"


@contextlib.contextmanager
def bare_site(folder: Path) -> Iterator[str]:
    """Serve a bare page and the scripts; yield the address."""
    for path, file in package_files().items():
        if path.endswith(".js"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, folder / path)
    (folder / "index.html").write_text(BARE, encoding="utf-8")
    (folder / "other.html").write_text(BARE, encoding="utf-8")
    with serve(folder) as address:
        yield address


@contextlib.contextmanager
def windows(chromium: Browser, address: str) -> Iterator[Window]:
    """Yield what opens a page: `window(setup, context)`; nothing on it may make an error."""
    contexts: list[BrowserContext] = []
    trouble: list[list[str]] = []

    def window(setup: str = "", context: BrowserContext | None = None) -> Page:
        if context is None:
            context = chromium.new_context(base_url=address)
            contexts.append(context)
            trouble.append(watch(context, address))
        if setup:
            context.add_init_script(setup)
        page = context.new_page()
        page.goto("")
        return page

    yield window
    for context in contexts:
        context.close()
    found = [each for words in trouble for each in words]
    assert found == [], found


def call(page: Page, body: str, argument: Any = None, modules: str = PARTS) -> Any:
    """Run `body` with what the modules export, and `argument`; return what it returns."""
    core = f"{BASE}assets/unruffled/browser/core/"
    return page.evaluate(CALL % (RAW + body), [core, modules.split(), json.dumps(argument)])


def attempt(question: str = "q1", share: float = 1, **more: Any) -> dict[str, Any]:
    """Return an answer as a page hands it over."""
    return {
        "type": "attempt",
        "quiz": "z",
        "question": question,
        "kind": "single",
        "rev": "r1",
        "response": ["a"],
        "share": share,
        "points": share,
        "max": 1,
        "tries": 1,
        "hints": 0,
        "seed": 7,
        "mode": "practice",
        "run": "u",
    } | more


def result(**more: Any) -> dict[str, Any]:
    """Return the result of a test as a page hands it over."""
    return {
        "type": "result",
        "quiz": "z",
        "mode": "test",
        "run": "u",
        "seed": 7,
        "drawn": ["z/q1"],
        "points": 1,
        "max": 1,
        "percent": 100,
        "passed": True,
    } | more


def entry(name: str, at: int = 1_700_000_000_000, **more: Any) -> dict[str, Any]:
    """Return an answer as it is stored."""
    return {"v": 1, "id": name, "at": at, "t": at} | attempt(**more)


def answer(page: Page, *entries: dict[str, Any]) -> dict[str, Any]:
    """Append entries; return what the store says of them."""
    return call(page, "return append(argument)", list(entries))


def views(page: Page) -> dict[str, Any]:
    return call(page, "return Object.fromEntries(await views())")


def record(page: Page) -> dict[str, Any]:
    return call(page, "return everything()")


def asked(page: Page) -> list[str]:
    """Return the questions of the readable answers, in the order of the record."""
    return [each["question"] for each in record(page)["entries"] if each["type"] == "attempt"]


def log(page: Page) -> list[dict[str, Any]]:
    """Return what stands in the database itself."""
    return call(
        page,
        """const db = await raw();
        const request = db.transaction("log").objectStore("log").getAll();
        await new Promise(done => (request.onsuccess = done));
        db.close();
        return request.result""",
    )


def until_written(page: Page) -> None:
    """Wait until no answer waits to be stored."""
    body = "while (held.size + unsaved.size) await new Promise(requestAnimationFrame)"
    call(page, body, modules="waiting")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with bare_site(tmp_path_factory.mktemp("bare")) as address:
        yield address


@pytest.fixture
def window(chromium: Browser, bare: str) -> Iterator[Window]:
    with windows(chromium, bare) as opened:
        yield opened


def again(page: Page) -> Page:
    """Leave the page, and come back with a new one of the same browser."""
    context = page.context
    page.close()
    page = context.new_page()
    page.goto("")
    return page
