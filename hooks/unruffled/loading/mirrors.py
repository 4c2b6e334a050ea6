"""Pages of the site that are files of the repository's top level, where code hosts look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .files import read
from .wrapping import without_merge_marks

if TYPE_CHECKING:
    from pathlib import Path

    from ..problems import Problem

MIRRORS = {"changelog.md": "CHANGELOG.md", "contributing/index.md": "CONTRIBUTING.md"}
"""Page under docs/ → the Markdown file that it shows."""

SHARED = {
    **{page: f"the page of {name}" for page, name in MIRRORS.items()},
    "licence.md": "the page of the licences",
}
"""What messages call these pages."""

LICENCES = {
    "LICENSE": "Code: the MIT licence",
    "LICENSE-content": "Texts and data: Creative Commons Attribution 4.0",
}
"""File → its heading on the page of licences."""


def mirrored_pages(root: Path, words: frozenset[str]) -> tuple[dict[str, str], list[Problem]]:
    """Return the Markdown of each mirrored page by its path under docs/, and what is wrong with
    the files: one that cannot be read is left out."""
    texts = {}
    problems: list[Problem] = []
    for name in (*MIRRORS.values(), *LICENCES):
        text, faults = read(root, name, whole=False)
        problems += faults
        if text is not None:
            texts[name], merges = without_merge_marks(text, name, words)
            problems += merges
    pages = {}
    for path, name in MIRRORS.items():
        if name in texts:
            # Links of the top level begin with docs/; on the site they begin there.
            up = "../" * path.count("/")
            pages[path] = texts[name].replace("](docs/", f"]({up}")
    parts = [
        f"## {heading}\n\n```text\n{texts[name].strip()}\n```"
        for name, heading in LICENCES.items()
        if name in texts
    ]
    if parts:
        pages["licence.md"] = "\n\n".join(["# Licence", *parts]) + "\n"
    return pages, problems
