"""Elements of QTI, in few words."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from .texts import html

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"


def make(parent: ET.Element | None, tag: str, words: str = "", **attributes: str) -> ET.Element:
    """Return a new element with its text, below ``parent`` if there is one."""
    made = ET.Element(tag, attributes) if parent is None else ET.SubElement(parent, tag, attributes)
    made.text = words or None
    return made


def flow(parent: ET.Element, text: str) -> ET.Element:
    """Put an author's text behind what ``parent`` holds; return ``parent``."""
    parsed = ET.fromstring(f"<x>{html(text)}</x>")
    _add(parent, parsed.text or "")
    parent.extend(parsed)
    return parent


def _add(parent: ET.Element, words: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words


def identifier(text: str) -> str:
    """Return a text as an identifier: letters, digits, hyphens, and no digit in front."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-").lower()
    return name if name[:1].isalpha() else f"q-{name}"
