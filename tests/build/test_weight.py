from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import urljoin

from built_pages import HOME, address_of, document, fault_of, html_files, imports

from bench.inputs import write
from unruffled.project import inspect
from unruffled.render import Renderer

SCRIPT_AND_STYLE = 8 * 1024
"""The most that a page with a quiz loads of our elements' files, each packed by gzip -9."""

HTML_A_QUESTION = 1200
"""The most bytes of HTML that a question has besides its texts."""


def our_files(page: Path, site: Path) -> set[Path]:
    """Return the elements' files that a page loads, with those that they import."""

    def file(target: str, start: str) -> Path:
        assert fault_of(target, start, site) == ""
        return site / urljoin(start, target).removeprefix(HOME)

    start = address_of(page, site)
    named = [
        file(target, start)
        for tag, target in document(page).references
        if "/js/" in target or "/css/elements/" in target
    ]
    found: set[Path] = set()
    while named:
        found.add(each := named.pop())
        if each.suffix == ".js":
            inside = (file(target, address_of(each, site)) for target in imports(each))
            named += [other for other in inside if other not in found]
    return found


def packed(files: set[Path]) -> int:
    return sum(len(gzip.compress(file.read_bytes(), compresslevel=9)) for file in files)


def uses(page: Path) -> bool:
    return bool(re.search("<unruffled-(quiz|phrases)", document(page).text))


def test_a_page_with_a_quiz_loads_little(site: Path) -> None:
    quizzes = [page for page in html_files(site) if "<unruffled-quiz" in document(page).text]
    loaded = {page: our_files(page, site) for page in quizzes}
    assert len(quizzes) >= 3
    for files in loaded.values():
        assert {"quiz.css", "quiz.js", "question.js", "scoring.js"} <= {each.name for each in files}
        assert packed(files) <= SCRIPT_AND_STYLE


def test_a_page_without_quiz_or_phrases_loads_nothing_of_them(site: Path) -> None:
    others = [page for page in html_files(site) if not uses(page)]
    assert len(others) > 5
    assert {
        page.parent.name: our_files(page, site) for page in others if our_files(page, site)
    } == {}


def test_styles_of_every_page_hold_nothing_of_the_elements(site: Path) -> None:
    """What every page loads must not take over what only some should."""
    common = list((site / "assets" / "css").glob("*.css"))
    assert common
    assert [file.name for file in common if "unruffled-" in file.read_text(encoding="utf-8")] == []


def test_a_question_adds_little_html_to_its_texts(tmp_path: Path) -> None:
    texts = write(tmp_path, "ours", pages=2, each=20)
    library, _ = inspect(tmp_path)
    renderer = Renderer(library)
    shown = [
        renderer.block(path, fence)
        for path, page in library.pages.items()
        for fence in page.fences_of("quiz")
    ]
    assert sum(html.count("<unruffled-question") for html in shown) == 40
    assert (sum(len(html.encode()) for html in shown) - texts) / 40 <= HTML_A_QUESTION
