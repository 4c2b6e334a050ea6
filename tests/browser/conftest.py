from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import voices
from playwright.sync_api import Browser, BrowserContext, Page
from record_helpers import bare_site, windows

from browser_setup import find_browser, launch_arguments
from support import serve
from watching import watch

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def kinds_address(kinds_site: Path) -> Iterator[str]:
    """The address of the project with every kind of question."""
    with serve(kinds_site) as url:
        yield url


@pytest.fixture(scope="module")
def bare(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page that can load the modules as they are written: `record_helpers.call` runs them."""
    with (
        bare_site(tmp_path_factory.mktemp("bare")) as address,
        windows(chromium, address) as window,
    ):
        yield window()


@contextlib.contextmanager
def opening(chromium: Browser, address: str) -> Iterator[Visit]:
    contexts: list[BrowserContext] = []
    trouble: list[list[str]] = []

    def open_page(path: str, setup: str = "", **options: Any) -> Page:
        # What a worker keeps would hide what a server sends; test_offline.py lets it in.
        usual = {"reduced_motion": "reduce", "service_workers": "block"}
        options = {"viewport": {"width": 1366, "height": 900}} | usual | options
        context = chromium.new_context(base_url=address, **options)
        context.set_default_timeout(5_000)
        contexts.append(context)
        trouble.append(watch(context, address))
        if setup:
            context.add_init_script(setup)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    found = [each for words in trouble for each in words]
    assert found == []


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Visit]:
    """Open a page of the site in a window of its own: `visit("phrases/", color_scheme="dark")`.

    A test that uses it fails, too, when a page makes an error, a failed request, or a request to
    another host.
    """
    with opening(chromium, address) as open_page:
        yield open_page


@pytest.fixture
def visit_kinds(chromium: Browser, kinds_address: str) -> Iterator[Visit]:
    """Open a page of the project with every kind of question, as `visit` does of the site."""
    with opening(chromium, kinds_address) as open_page:
        yield open_page


@pytest.fixture
def visit_at(chromium: Browser) -> Iterator[Callable[[str], Visit]]:
    """Open pages of another site, as `visit` does of ours: `visit_at(address)("desk/")`."""
    with contextlib.ExitStack() as stack:
        yield lambda address: stack.enter_context(opening(chromium, address))


@pytest.fixture(scope="module")
def speaking(
    chromium: Browser, address: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visit]:
    """Open pages in a browser whose microphone hears `voices.LINE`, from the press on."""
    file = voices.write(tmp_path_factory.mktemp("sounds") / "line.wav", voices.LINE)
    browser = chromium.browser_type.launch(
        executable_path=find_browser(), args=launch_arguments() + voices.microphone(file)
    )
    with opening(browser, address) as visit:
        yield visit
    browser.close()
