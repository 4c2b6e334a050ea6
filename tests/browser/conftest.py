from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import voices
from playwright.sync_api import Browser, Page, expect
from record_helpers import bare_site, windows
from visiting import PATIENCE, Shared, Visit, opening

from browser_setup import find_browser, launch_arguments
from support import serve

expect.set_options(timeout=PATIENCE)


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


@pytest.fixture(scope="module")
def shared_kinds(chromium: Browser, kinds_address: str) -> Iterator[Shared]:
    shared = Shared(chromium, kinds_address)
    yield shared
    shared.close()


@pytest.fixture
def visit_same_kinds(request: pytest.FixtureRequest, shared_kinds: Shared) -> Iterator[Visit]:
    """Open a page as `visit_kinds` does, once for the cases of a test that differ only by `kind`.

    Each of them uses another question. What goes wrong on the page fails the case in which it did.
    """
    cases = {name: case for name, case in request.node.callspec.params.items() if name != "kind"}
    failed = request.session.testsfailed
    yield functools.partial(shared_kinds.open, f"{request.node.originalname} {cases}")
    if request.session.testsfailed > failed:
        shared_kinds.close()
    shared_kinds.check()


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
