"""One call from a folder to everything known about it: read, complete, check."""

from __future__ import annotations

import contextlib
import gc
from dataclasses import replace
from typing import TYPE_CHECKING

from .checks import run
from .export import downloads
from .loading import load
from .loading.markdown_source import read_page
from .mirrors import MIRRORS, mirrored_pages
from .render.pages import generated_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .model.library import Library
    from .problems import Problem


def inspect(root: Path) -> tuple[Library, list[Problem]]:
    """Read the project at ``root``; return its Library and all problems, sorted by place.

    The Library holds the pages that are made from data, too. Never raises for an
    author's mistake.
    """
    with _collector_at_rest():
        library, problems = load(root)
        library = replace(library, downloads=downloads(library))
        library = _with_generated_pages(library, root)
        return library, sorted(set(problems + run(library)))


@contextlib.contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Reading makes a million small objects that all stay; looking for rubbish among them is
    a twelfth of the time of a large build."""
    resting = not gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not resting:
            gc.enable()


def _with_generated_pages(library: Library, root: Path) -> Library:
    made = generated_pages(library) | mirrored_pages(root)
    texts = {path: text for path, text in made.items() if path not in library.pages}
    pages = dict(library.pages)
    for path, text in texts.items():
        # A fault is shown where it can be mended: in the file that the page is a mirror of.
        page, _ = read_page(MIRRORS.get(path, f"docs/{path}"), text)
        pages[path] = replace(page, path=path, generated=True)
    replaced = {path: text for path, text in made.items() if path not in texts}
    return replace(library, pages=pages, generated=texts, replaced=replaced)
