"""XML as text."""

from __future__ import annotations

from xml.etree import ElementTree as ET


def document(root: ET.Element) -> str:
    """Return a document that says that it is UTF-8, whatever the machine writes by itself.

    Nothing is indented here: a space in a text is a space.
    """
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
