from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

import kinds_project
import slowest
import support
from shared import once

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The same examples in every run, and none judged by the clock: a busy machine is not a fault.
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.load_profile("steady")


def pytest_configure(config: pytest.Config) -> None:
    """Have the slowest listed; as hooks of this file they would not see what a session makes."""
    if not config.pluginmanager.has_plugin("slowest"):
        config.pluginmanager.register(slowest, "slowest")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly once a test run."""
    return once(tmp_path_factory, "site", support.build)


@pytest.fixture(scope="session")
def kinds_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the project with every kind of question, built strictly once a test run."""
    return once(tmp_path_factory, "kinds", kinds_project.build) / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the real site, served under a sub-path."""
    with support.serve(site) as url:
        yield url


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser a process, for all tests in it: a second one cannot be started beside it."""
    # Loaded here: most tests need no browser.
    from playwright.sync_api import sync_playwright

    from browser_setup import find_browser, launch_arguments

    with sync_playwright() as playwright:
        path = find_browser()
        browser = playwright.chromium.launch(executable_path=path, args=launch_arguments())
        yield browser
        browser.close()
