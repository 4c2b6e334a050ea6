"""Plain text put into another notation, so that it means itself there."""

from __future__ import annotations

import re
from html import escape


def as_markdown(text: str) -> str:
    """Return plain text as Markdown, on one line, that shows it as it is."""
    return re.sub(r"([\\`*_{}\[\]()#!])", r"\\\1", escape(" ".join(text.split()), quote=False))


def as_yaml(text: str) -> str:
    """Return plain text as a quoted YAML value on one line, whatever characters it has."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    if not quoted.isprintable():
        quoted = "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in quoted)
    return f'"{quoted}"'
