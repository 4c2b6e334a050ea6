"""Addresses inside the site: from a path under docs/ to a link that works under any base."""

from __future__ import annotations

import posixpath
import unicodedata


def page_url(path: str, *, directories: bool = True) -> str:
    """Return the address of a Markdown page relative to the site's root.

    ``connect/empathy.md`` → ``connect/empathy/`` with directory addresses, else
    ``connect/empathy.html``; ``index.md`` → ``""`` or ``index.html``. Any other file
    keeps its path.
    """
    stem, extension = posixpath.splitext(path)
    if extension != ".md":
        return path
    folder, name = posixpath.split(stem)
    if not directories:
        return f"{posixpath.join(folder, 'index' if name == 'README' else name)}.html"
    if name in ("index", "README"):
        return f"{folder}/" if folder else ""
    return f"{stem}/"


def output_file(path: str, *, directories: bool = True) -> str:
    """Return the file of the finished site that ``path`` (under docs/) becomes.

    ``connect/empathy.md`` → ``connect/empathy/index.html`` with directory addresses.
    """
    url = page_url(path, directories=directories)
    return f"{url}index.html" if url.endswith("/") or not url else url


def relative(target: str, page: str, *, directories: bool = True) -> str:
    """Return the link from ``page`` to ``target``, both paths under docs/.

    ``target`` may carry a fragment: ``connect/empathy.md#why-it-works``.
    """
    path, rest = split(target)
    if path == page and rest.startswith("#"):
        return rest  # a path, even to the same page, would drop a filter from the address
    goal = page_url(path, directories=directories)
    start = page_url(page, directories=directories)
    folder = posixpath.dirname(start) if not start.endswith("/") else start.rstrip("/")
    link = posixpath.relpath(goal or ".", folder or ".")
    if goal.endswith("/") or not goal:
        link = "./" if link == "." else f"{link}/"
    return f"{link}{rest}"


def fold(path: str) -> str:
    """Return a path as Windows and macOS compare it."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def beside(target: str, page: str) -> str:
    """Return ``target`` as an author writes it on ``page``: from file to file, under docs/."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def split(target: str) -> tuple[str, str]:
    """Return the path of a link and what follows it, beginning with ``?`` or ``#``."""
    end = min((target.index(mark) for mark in "?#" if mark in target), default=len(target))
    return target[:end], target[end:]


def resolve(target: str, page: str) -> str:
    """Return the path under docs/ that ``target``, written on ``page``, means.

    The result begins with ``..`` where the link leaves docs/.
    """
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), target))
