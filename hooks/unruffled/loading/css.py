"""The addresses in CSS and in `srcset`: what a browser fetches for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_ADDRESS = re.compile(
    r"""(?P<call>url\(\s*|image-set\(\s*|@import\s+|,\s*)?"""
    r"""(?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)')|url\(\s*(?P<bare>[^"'()\s][^"'()\s]*)""",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"https?:|//", re.IGNORECASE)
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".avif")
_CANDIDATE = re.compile(r"(?P<url>[^\s,](?:\S*[^\s,])?)(?P<rest>,|[^,]*)")


def addresses(css: str) -> Iterator[str]:
    """Yield what `url()`, `image-set()` and `@import` name, with escapes undone."""
    text = _COMMENT.sub(" ", css)
    text = _ESCAPE.sub(lambda match: _character(match[1]) if match[1] else match[2], text)
    in_set = False
    for match in _ADDRESS.finditer(text):
        call = (match["call"] or "").casefold().strip()
        if match["bare"]:
            yield match["bare"]
            continue
        in_set = call.startswith("image-set") or (in_set and call == ",")
        if in_set or call.startswith(("url", "@import")):
            yield (match["double"] or match["single"] or "").strip()


def remote(addresses: Iterable[str]) -> Iterator[str]:
    """Yield those of ``addresses`` that lie on another host."""
    return (each for each in addresses if _ELSEWHERE.match(each))


def _character(digits: str) -> str:
    number = int(digits, 16)
    return chr(number) if 0 < number < 0x110000 else "\ufffd"


def candidates(srcset: str) -> Iterator[str]:
    """Yield the addresses of a `srcset`, without their sizes."""
    for match in _CANDIDATE.finditer(srcset):
        yield match["url"]
