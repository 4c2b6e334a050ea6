"""Without a network: the list of what a browser keeps of a finished site, and its service worker.

It looks at the built files and at nothing else, so it serves every engine. Each file is listed with
a digest of its content: after a new deployment, a browser fetches what has changed. The worker's
own code is docs/assets/js/worker.js, on Workbox (docs/assets/vendor/workbox/).
"""

from __future__ import annotations

import hashlib
import json
from fnmatch import fnmatchcase
from pathlib import Path

WORKER = "sw.js"
"""At the root of the site, because a worker has no say above its own folder."""

PARTS = (
    # In the order in which they build on one another.
    *(f"assets/vendor/workbox/workbox-{part}.prod.js" for part in
      ("core", "routing", "strategies", "precaching")),
    "assets/js/worker.js",
)  # fmt: skip
"""What the worker imports; the browser keeps these by itself, together with the worker."""

NEVER = (
    WORKER,
    *PARTS,
    "*.map",  # asked for by a browser's developer tools only
    "sitemap.xml*",  # for search engines
    "robots.txt",
    "assets/images/readme-*",  # pictures of the README, on no page
    "packages/*.zip",  # for a learning platform, not for a reader
)
"""Files of a site that no page needs. A name that begins with a dot is never listed, either."""

LANGUAGES = "assets/javascripts/lunr/*"
"""What the search loads for other languages than English: 1 MB."""

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
    never = NEVER if _speaks_other_languages(site) else (*NEVER, LANGUAGES)
    files = {file.relative_to(site): file for file in site.rglob("*") if file.is_file()}
    return {
        path.as_posix(): _digest(files[path])
        for path in sorted(files)
        if not any(part.startswith(".") for part in path.parts)
        and not any(fnmatchcase(path.as_posix(), pattern) for pattern in never)
    }


def worker(files: dict[str, str], parts: dict[str, str]) -> str:
    """Return the text of the worker that keeps ``files``.

    ``parts`` are the scripts that it imports, with their digests. They stand in the text, too: a
    browser takes a worker for a new one when a byte of it differs.
    """
    imports = ", ".join(json.dumps(f"{path}?{digest}") for path, digest in parts.items())
    listed = json.dumps(files, ensure_ascii=False, separators=(",", ":"))
    return f"// Made by the build.\nself.kept = {listed};\nimportScripts({imports});\n"


def write_worker(site: Path) -> dict[str, str]:
    """Write the worker of the finished ``site``; return the files that it keeps.

    Raises FileNotFoundError where the site lacks a part of the worker.
    """
    files = kept(site)
    text = worker(files, {part: _digest(site / part) for part in PARTS})
    (site / WORKER).write_text(text, encoding="utf-8", newline="\n")
    return files


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]


def _speaks_other_languages(site: Path) -> bool:
    """Say whether the site's search has to cut words of another language than English."""
    try:
        index = json.loads((site / "search" / "search_index.json").read_bytes())
        return index["config"]["lang"] != ["en"]
    except (OSError, ValueError, LookupError, TypeError):
        return True  # another search: what it needs is not known here
