"""What the translator of a browser must leave as it is: commands, keys, ids."""

from __future__ import annotations

import re

_CODE = re.compile(r"<(?P<tag>code|pre)(?=[\s>])(?![^>]*\btranslate=)")


def untranslated(html: str) -> str:
    """Return a page with `translate="no"` on all its code."""
    return _CODE.sub(r'<\g<tag> translate="no"', html)
