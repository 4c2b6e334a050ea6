"""The page on which a badge is checked: dropped, chosen or pasted, and nothing is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe import looks, violations
from playwright.sync_api import FilePayload, Page, expect

import result_files as made
import support
from badges import ANA, certificates, issued, project, result


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of the site of a small project that gives badges, and a certificate of it."""
    root, key = project(tmp_path_factory.mktemp("badges"))
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("theme: material\nplugins: [search, unruffled]\n")
    done = issued(root, key, ana=made.file_of(result()))
    assert done.exit_code == 0, done.output
    (picture,) = certificates(root)
    with support.serve(support.build(Path(f"{root}-site"), cwd=root)) as url:
        yield url, picture


@pytest.fixture
def page(visit_at: Callable[[str], Any], home: tuple[str, str]) -> Page:
    return visit_at(home[0])("badge/")


def choose(page: Page, text: str) -> None:
    given: FilePayload = {
        "name": "ana.svg",
        "mimeType": "image/svg+xml",
        "buffer": text.encode(),
    }
    page.get_by_label("Certificate (SVG)").set_input_files(given)


def said(page: Page, words: str) -> None:
    expect(page.locator(".badge-result strong")).to_have_text(words)


@looks
def test_a_certificate_that_is_chosen_is_believed_and_shown(
    visit_at: Callable[[str], Any], home: tuple[str, str], window, scheme
) -> None:
    page = visit_at(home[0])("badge/", **window, color_scheme=scheme)
    choose(page, home[1])
    said(page, "✓ Signed by Example Services, whole, and good today.")
    expect(page.locator(".badge-result dl")).to_contain_text(f"Ana Ito ({ANA})")
    expect(page.locator(".badge-result dl")).to_contain_text("21 September 2026")
    assert violations(page) == []


def test_a_badge_that_is_pasted_is_checked_for_whom_it_should_be(page: Page, home) -> None:
    page.get_by_label("Or paste the badge").fill(home[1])
    page.get_by_label("Whose badge should it be?").fill("lee@org.example")
    page.get_by_role("button", name="Check the badge").click()
    said(page, f"✗ It is signed, but for somebody else: {ANA}.")
    page.get_by_label("Whose badge should it be?").fill(ANA)
    page.get_by_role("button", name="Check the badge").click()
    said(page, "✓ Signed by Example Services, whole, and good today.")


def test_a_badge_that_was_changed_is_not_shown_as_if_it_were_true(page: Page, home) -> None:
    head, _, rest = home[1].partition('verify="')
    token, _, tail = rest.partition('"')
    # Its signature is another, and what was signed can be read no more.
    for changed in (f"{token[:-6]}AAAAAA", token.replace("eyJ", "eyK")):
        choose(page, home[1])
        said(page, "✓ Signed by Example Services, whole, and good today.")
        choose(page, f'{head}verify="{changed}"{tail}')
        said(page, "✗ It was changed after it was signed, or cut.")
    choose(page, f'{head}verify="{token[:-200]}"{tail}')
    said(page, "✗ The badge is cut: its end is missing. Ask for the whole file.")
    expect(page.locator(".badge-result dl")).to_have_count(0)


def test_a_dropped_file_is_checked_and_no_other_page_loads_the_script(
    visit_at: Callable[[str], Any], home
) -> None:
    visit = visit_at(home[0])
    page = visit("badge/")
    page.evaluate(
        """(text) => {
            const data = new DataTransfer();
            data.items.add(new File([text], "ana.svg"));
            const drop = new DragEvent("drop", { dataTransfer: data, bubbles: true });
            document.querySelector("unruffled-badge").dispatchEvent(drop);
        }""",
        home[1],
    )
    said(page, "✓ Signed by Example Services, whole, and good today.")
    loaded = "performance.getEntriesByType('resource').map(({ name }) => name)"
    assert any("badge" in each for each in page.evaluate(loaded))
    page.goto("./")
    assert not any("badge" in each for each in page.evaluate(loaded))


def test_without_scripts_the_page_says_so(visit_at: Callable[[str], Any], home) -> None:
    page = visit_at(home[0])("badge/", java_script_enabled=False)
    expect(page.locator(".badge-without")).to_be_visible()
    expect(page.locator(".badge-form")).to_be_hidden()
