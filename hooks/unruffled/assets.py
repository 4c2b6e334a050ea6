"""The scripts, styles and vendored files of this package, and their addresses on a site.

They lie in the package, beside what they belong to, and reach a site from there: the address of a
file is its path in the package, below ``ADDRESS``. So imports between scripts are the same in the
package and on the site, and no handbook carries a copy.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

ADDRESS = "assets/unruffled"
"""Where a site has the files of this package."""

PACKAGE = Path(__file__).parent

ROOMS = ("browser", "blocks", "kinds")
"""The folders of the package in which browser files lie."""

KINDS_OF_FILE = frozenset({".js", ".css", ".woff2", ".txt", ".svg", ".png"})
"""What of these folders is published: code, pictures, and fonts with their licences."""


@cache
def package_files() -> Mapping[str, Path]:
    """Return every browser file of the package: its path on a site → the file; sorted."""
    found = (file for room in ROOMS for file in (PACKAGE / room).rglob("*.*"))
    return {
        address_of(file): file
        for file in sorted(found)
        if file.suffix in KINDS_OF_FILE and file.is_file()
    }


def address_of(file: Path) -> str:
    """Return the path on a site (below docs/) of a file of the package."""
    return f"{ADDRESS}/{file.relative_to(PACKAGE).as_posix()}"


@cache
def _by_name() -> Mapping[str, str]:
    rooms = tuple(f"{ADDRESS}/{room}" for room in ("blocks", "browser/dom", "browser/styles"))
    return {path.rpartition("/")[2]: path for path in package_files() if path.startswith(rooms)}


def named(name: str) -> str:
    """Return the path on a site of the file called ``name`` (``quiz.js``); "" if there is none."""
    return _by_name().get(name, "")


def kind_files(kind: str, suffix: str) -> list[str]:
    """Return the script (".js") or style (".css") of a kind of question, if it has one.

    It is a path in this package.
    """
    path = f"kinds/{kind}/{kind}{suffix}"
    return [path] if f"{ADDRESS}/{path}" in package_files() else []
