"""Pages of the site that are files of the repository's top level, where code hosts look."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MIRRORS = {"changelog.md": "CHANGELOG.md", "contributing/index.md": "CONTRIBUTING.md"}
"""Page under docs/ → the Markdown file that it shows."""

LICENCES = {
    "LICENSE": "Code: the MIT licence",
    "LICENSE-content": "Texts and data: Creative Commons Attribution 4.0",
}
"""File → its heading on the page of licences."""


def mirrored_pages(root: Path) -> dict[str, str]:
    """Return the Markdown of each mirrored page by its path under docs/."""
    pages = {}
    for path, name in MIRRORS.items():
        if (root / name).is_file():
            # Links of the top level begin with docs/; on the site they begin there.
            up = "../" * path.count("/")
            pages[path] = _read(root / name).replace("](docs/", f"]({up}")
    parts = [
        f"## {heading}\n\n```text\n{_read(root / name).strip()}\n```"
        for name, heading in LICENCES.items()
        if (root / name).is_file()
    ]
    if parts:
        pages["licence.md"] = "\n\n".join(["# Licence", *parts]) + "\n"
    return pages


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8-sig", errors="replace")
