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
    "LICENSE": {"MIT License": "Code: the MIT licence"},
    "LICENSE-content": {
        "Creative Commons Attribution 4.0": "Texts and data: Creative Commons Attribution 4.0"
    },
}
"""File → how a text begins, and its heading on the page of licences; of others, the file's name."""


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
        f"## {_heading(name, texts[name])}\n\n```text\n{texts[name].strip()}\n```"
        for name in LICENCES
        if name in texts
    ]
    if parts:
        pages["licence.md"] = "\n\n".join(["# Licence", *parts]) + "\n"
    return pages, problems


def _heading(name: str, text: str) -> str:
    known = LICENCES[name].items()
    return next((heading for begins, heading in known if text.strip().startswith(begins)), name)
