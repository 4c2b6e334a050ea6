"""Plain text put into another notation, so that it means itself there."""

from __future__ import annotations

import re
from html import escape

UNSHOWN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""Characters that no page can show, and no XML may hold."""


def as_markdown(text: str) -> str:
    """Return plain text as Markdown, on one line, that shows it as it is.

    Control characters are left out.
    """
    text = UNSHOWN.sub("", text)
    return re.sub(r"([\\`*_{}\[\]()#!])", r"\\\1", escape(" ".join(text.split()), quote=False))


def as_yaml(text: str) -> str:
    """Return plain text as a quoted YAML value on one line, whatever characters it has.

    Control characters are left out: no page can show them, and no other program reads them.
    """
    text = UNSHOWN.sub("", text)
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    if not quoted.isprintable():
        quoted = "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in quoted)
    return f'"{quoted}"'
