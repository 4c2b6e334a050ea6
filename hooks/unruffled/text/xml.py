"""XML as text."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from .escaping import UNSHOWN


def document(root: ET.Element) -> str:
    """Return a document that says that it is UTF-8, whatever the machine writes by itself.

    Nothing is indented here: a space in a text is a space. Control characters are left out: a
    document with one can be read by no program.
    """
    for element in root.iter():
        element.text = element.text and UNSHOWN.sub("", element.text)
        element.tail = element.tail and UNSHOWN.sub("", element.tail)
        for name, value in element.attrib.items():
            element.set(name, UNSHOWN.sub("", value))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
