"""A badge as a certificate to print: an SVG picture with the signed credential in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from textwrap import wrap
from xml.etree import ElementTree as ET

from ...blocks.made import BADGE
from ...branded import shades_of
from ...model.library import Library
from ...text.urls import page_url
from ...text.xml import document
from .awards import Award

_SVG = "http://www.w3.org/2000/svg"
_OURS = "https://purl.imsglobal.org/ob/v3p0"
_COLOUR = "#0d4a57"
_LETTERS = 44
"""How many letters of a title fit a line."""


def certificate(award: Award, token: str, library: Library, until: date | None = None) -> str:
    """Return the text of the picture; ``token`` is the signed credential."""
    shades = shades_of(library)
    colour = shades.bar if shades else _COLOUR
    root = ET.Element(
        "svg",
        {
            "xmlns": _SVG,
            "xmlns:openbadges": _OURS,
            "viewBox": "0 0 1122 794",
            "width": "1122",
            "height": "794",
            "role": "img",
            "font-family": "sans-serif",
            "text-anchor": "middle",
            "direction": library.words.direction,
        },
    )
    lines = list(_lines(award, library, until))
    ET.SubElement(root, "title").text = " ".join(text for text, _ in lines)
    ET.SubElement(root, "openbadges:credential", {"verify": token})
    ET.SubElement(root, "rect", {"width": "1122", "height": "794", "fill": "#fff"})
    frame = {"x": "30", "y": "30", "width": "1062", "height": "734", "fill": "none"}
    ET.SubElement(root, "rect", {**frame, "stroke": colour, "stroke-width": "6"})
    top = (794 - sum(size * 1.7 for _, size in lines)) / 2
    for text, size in lines:
        top += size * 1.7
        fill = colour if size > 30 else "#222"
        line = {"x": "561", "y": f"{top - size * 0.4:.0f}", "font-size": str(size), "fill": fill}
        ET.SubElement(root, "text", line).text = text
    return document(root)


def _lines(award: Award, library: Library, until: date | None) -> Iterator[tuple[str, int]]:
    """Yield each line with the size of its letters."""
    words = library.words
    yield library.organisation.name, 26
    yield words.gettext("Badge"), 22
    yield from ((line, 48) for line in wrap(award.who, 34))
    yield words.gettext("has shown"), 22
    yield from ((line, 36) for line in wrap(award.title, _LETTERS))
    day = words.long_day(date.fromisoformat(award.day))
    yield from ((line, 22) for line in wrap(f"{award.shown} {day}.", 84))
    if until:
        day = words.long_day(until)
        yield words.gettext("Good until {day}.", day=day), 22
    badges = library.organisation.badges
    page = page_url(library.path_of(BADGE), directories=library.directories)
    where = f"{badges.home}{page}" if badges else ""
    for line in wrap(
        words.gettext("Signed. Anybody can check this file at {site}", site=where), 84
    ):
        yield line, 18
