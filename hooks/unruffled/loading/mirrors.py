"""Pages of the site that are files of the repository's top level, where code hosts look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.made import MadePage
from ..text.escaping import as_markdown, as_yaml
from ..words import marked
from .files import read
from .wrapping import without_merge_marks

if TYPE_CHECKING:
    from pathlib import Path

    from ..model.library import Library
    from ..problems import Problem

MIRRORS = (
    MadePage(
        "changelog", "changelog.md", "", "the page of CHANGELOG.md", sources=("CHANGELOG.md",)
    ),
    MadePage(
        "contributing",
        "contributing/index.md",
        "",
        "the page of CONTRIBUTING.md",
        sources=("CONTRIBUTING.md",),
    ),
)
"""Pages that show one Markdown file each, with the file's own title."""

LICENCES = {
    "LICENSE": {"MIT License": "Code: the MIT licence"},
    "LICENSE-content": {
        "Creative Commons Attribution 4.0": "Texts and data: Creative Commons Attribution 4.0"
    },
}
"""File → how a text begins, and its heading on the page of licences; of others, the file's name."""

LICENCE = MadePage(
    "licence", "licence.md", marked("Licence"), "the page of the licences", sources=tuple(LICENCES)
)

MADE = (*MIRRORS, LICENCE)


def files_of(library: Library) -> dict[str, str]:
    """Return the file that each mirror shows, by the page's path under docs/."""
    return {library.path_of(page): page.sources[0] for page in MIRRORS}


def mirrored_pages(
    root: Path, words: frozenset[str], library: Library
) -> tuple[dict[str, str], list[Problem]]:
    """Return the Markdown of each mirrored page by its path under docs/, and what is wrong with
    the files: one that cannot be read is left out."""
    texts = {}
    problems: list[Problem] = []
    shown = files_of(library)
    for name in (*shown.values(), *LICENCES):
        text, faults = read(root, name, whole=False)
        problems += faults
        if text is not None:
            texts[name], merges = without_merge_marks(text, name, words)
            problems += merges
    pages = {}
    for path, name in shown.items():
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
        pages[library.path_of(LICENCE)] = _licences(library, parts)
    return pages, problems


def _licences(library: Library, parts: list[str]) -> str:
    title, heading = library.title_of(LICENCE), as_markdown(library.heading_of(LICENCE))
    head = "" if title == heading else f"---\ntitle: {as_yaml(title)}\n---\n\n"
    return head + "\n\n".join([f"# {heading}", *parts]) + "\n"


def _heading(name: str, text: str) -> str:
    known = LICENCES[name].items()
    return next((heading for begins, heading in known if text.strip().startswith(begins)), name)
