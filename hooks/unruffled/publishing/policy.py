"""The content security policy that a finished site needs.

The theme and our templates write small scripts into the pages, which have to run before anything
is painted. A policy allows each by the digest of its text. They differ with the theme's version and
with the depth of a page, so the policy is read from the built pages.
"""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser
from pathlib import Path

SCRIPTS = frozenset({"", "module", "text/javascript", "application/javascript", "importmap"})
"""Values of `type` with which a browser runs what stands in a `<script>`, or obeys it."""


class _Inline(HTMLParser):
    """Collects the texts of the scripts that stand in a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.texts: list[str] = []
        self._reads = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._reads = (
            tag == "script" and "src" not in given and (given.get("type") or "").lower() in SCRIPTS
        )
        if self._reads:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._reads = False

    def handle_data(self, data: str) -> None:
        if self._reads:
            self.texts[-1] += data


def inline_scripts(html: str) -> list[str]:
    """Return the texts of the scripts that stand in a page, as a browser takes their digest."""
    page = _Inline()
    page.feed(html.replace("\r\n", "\n"))
    page.close()
    return page.texts


def policy(site: Path) -> str:
    """Return the value of the header ``Content-Security-Policy`` for the finished ``site``."""
    digests = {
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for file in site.rglob("*.html")
        for text in inline_scripts(file.read_text(encoding="utf-8"))
    }
    scripts = " ".join(["'self'", *(f"'sha256-{each}'" for each in sorted(digests))])
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {scripts}",
            "img-src 'self' data: blob:",  # icons in the styles, and pictures that a page makes
            "object-src 'none'",
            "base-uri 'self'",
        )
    )
