"""Without a network: the list of what a browser keeps of a finished site, and its service worker.

It looks at the built files and at nothing else, so it serves every engine; which pages come first,
the site itself says (see rooms.py). Each file is listed with
the SHA-256 digest of its content: a browser keeps nothing else under its address, and after a new
deployment it fetches what has changed. The worker's own code is browser/worker/.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from ..assets import ADDRESS
from .digests import DIGESTS
from .policy import ALLOWED, HEADERS
from .rooms import KEEPING

WORKER = "sw.js"
"""At the root of the site, because a worker has no say above its own folder."""

PARTS = tuple(f"{ADDRESS}/browser/worker/{part}.js" for part in ("files", "keeping", "answering"))
"""What the worker is made of, in the order in which it builds on one another.

It is written into the worker: one file comes whole or not at all.
"""

OF_THEME = ("assets/javascripts/lunr/*", "assets/javascripts/workers/*")
"""What the theme's search loads, 1 MB of it to cut words of other languages than English: it is
off."""

NEVER = (
    WORKER,
    KEEPING,
    ALLOWED,
    DIGESTS,
    HEADERS,
    *PARTS,
    "*.map",  # asked for by a browser's developer tools only
    "sitemap.xml*",  # for search engines
    "robots.txt",
    "packages/*.zip",  # for a learning platform, not for a reader
    *OF_THEME,
)
"""Files of a site that no page needs. A name that begins with a dot is never listed, either."""

GROUPS = {
    "opened": (),
    "optional": ("exports/*",),
    "desk": ("404.html", "*.css", "*.js", "assets/*.json"),
    "rest": ("*.html", "*.json"),
}
"""How the files are kept. Each belongs to the group that ``KEEPING`` gives it, else to the first
one that has its name.

opened    the trainers' part and its answer sheets: kept when somebody opens them
optional  what a page can do without, such as a picture or a download, and every name not listed
desk      what a reader has who asks for less data: first page, cards, styles and scripts
rest      all other pages, and what the search reads
"""

OPTIONAL = "optional"

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".yml": "text/yaml; charset=utf-8",
}
"""A kept file has its type from here: a server that names another one would spoil it for good."""

REMOVER = """\
// Takes itself and what was kept away: a live preview shows each change, so it keeps nothing.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  const ours = (name) => name.endsWith(self.registration.scope);
  const clear = async () => {
    for (const name of await caches.keys()) if (ours(name)) await caches.delete(name);
    await self.registration.unregister();
  };
  event.waitUntil(clear());
});
"""
"""The worker of a site that is not kept. A browser that has an earlier one looks for it there."""


def kept(site: Path) -> dict[str, str]:
    """Return the files of ``site`` to keep: path below it → digest of the content; sorted."""
    files = {file.relative_to(site): file for file in site.rglob("*") if file.is_file()}
    return {
        path.as_posix(): hashlib.sha256(files[path].read_bytes()).hexdigest()
        for path in sorted(files)
        if not any(part.startswith(".") for part in path.parts)
        and not any(fnmatchcase(path.as_posix(), pattern) for pattern in NEVER)
    }


def listed(site: Path) -> dict[str, str]:
    """Return the group of each page that ``KEEPING`` of the finished ``site`` names, by its file.

    Raises FileNotFoundError where the site has no such list.
    """
    groups = json.loads((site / KEEPING).read_bytes())
    return {path: name for name, paths in groups.items() for path in paths}


def group_of(path: str, pages: Mapping[str, str]) -> str:
    """Return the name of the group (of GROUPS) that the file at ``path`` belongs to.

    ``pages`` are those that are ``listed``.
    """
    if path in pages:
        return pages[path]
    for name, patterns in GROUPS.items():
        if any(fnmatchcase(path, pattern) for pattern in patterns):
            return name
    return OPTIONAL


def worker(
    files: Mapping[str, str], sizes: Mapping[str, int], pages: Mapping[str, str], parts: list[str]
) -> str:
    """Return the text of the worker that keeps ``files``.

    ``sizes`` are their bytes, ``pages`` the groups of those that are ``listed``, ``parts`` the
    texts of its code. All stands in one block, so that a
    text that is cut anywhere is no worker.
    """
    groups: dict[str, dict[str, int]] = {name: {} for name in GROUPS}
    for path in files:
        groups[group_of(path, pages)][path] = sizes[path]
    used = {PurePosixPath(path).suffix for path in files}
    types = {suffix: name for suffix, name in TYPES.items() if suffix in used}
    lists = {"kept": files, "groups": groups, "types": types}
    lines = [f"self.{name} = {_json(value)};" for name, value in lists.items()]
    return "\n".join(["// Made by the build.", "{", *lines, *parts, "}", ""])


def write_worker(site: Path) -> dict[str, str]:
    """Write the worker of the finished ``site``; return the files that it keeps.

    Raises FileNotFoundError where the site lacks a part of the worker, or ``KEEPING``.
    """
    parts = [(site / part).read_text(encoding="utf-8") for part in PARTS]
    files = kept(site)
    sizes = {path: (site / path).stat().st_size for path in files}
    (site / WORKER).write_text(
        worker(files, sizes, listed(site), parts), encoding="utf-8", newline="\n"
    )
    return files


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
