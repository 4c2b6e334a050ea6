"""One call from a folder to everything known about it: read, complete, check."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .checks import run
from .loading import load
from .loading.markdown_source import read_page
from .render.pages import generated_pages

if TYPE_CHECKING:
    from pathlib import Path

    from .model.library import Library
    from .problems import Problem


def inspect(root: Path) -> tuple[Library, list[Problem]]:
    """Read the project at ``root``; return its Library and all problems, sorted by place.

    The Library holds the pages that are made from data, too. Never raises for an
    author's mistake.
    """
    library, problems = load(root)
    library = _with_generated_pages(library, root)
    return library, sorted(set(problems + run(library)))


MIRRORS = {
    "changelog.md": ("CHANGELOG.md",),
    "contributing/index.md": ("CONTRIBUTING.md",),
    "licence.md": ("LICENSE", "LICENSE-content"),
}
"""Pages of the site that are files of the repository's top level, where code hosts look."""


def _mirrored_pages(root: Path) -> dict[str, str]:
    pages = {}
    for path, names in MIRRORS.items():
        files = [root / name for name in names if (root / name).is_file()]
        if files:
            # Links of the top level begin with docs/; on the site they begin there.
            up = "../" * path.count("/")
            texts = (file.read_text(encoding="utf-8") for file in files)
            pages[path] = "\n\n".join(texts).replace("](docs/", f"]({up}")
    return pages


def _with_generated_pages(library: Library, root: Path) -> Library:
    made = generated_pages(library) | _mirrored_pages(root)
    texts = {path: text for path, text in made.items() if path not in library.pages}
    pages = dict(library.pages)
    for path, text in texts.items():
        page, _ = read_page(f"docs/{path}", text)
        pages[path] = replace(page, generated=True)
    return replace(library, pages=pages, generated=texts)
