"""An organisation's colours in the styles and icons of this package, so that all can be read.

Each colour of ours that belongs to the look keeps its luminance, and takes hue and strength from
the organisation's. So every contrast by WCAG 2.2 stays what it is: whoever checked it once has
checked it for all. Colours that mean something (right, wrong, code) stay as they are.
"""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass
from functools import cached_property

from coloraide import Color

DEEP = "#0d4a57"
"""Ours, of bars and buttons: the organisation's own takes its place, if white can be read on it."""

INK = frozenset(
    {"#0a5d6b", "#0a6675", "#86d3dc", "#8edce0", "#a5e6e9", "#003c46", "#74c0c2", "#005f6f"}
)
"""Ours of links and of what can be pressed: the second colour, if there is one."""

LINK = "#0a5d6b"

PALE = "#d5e9e8"
"""The palest words on bars."""

FAINT = 0.7
"""How much of white is in the names of the theme's tabs, on bars."""

TEXT = 4.5
"""The least contrast of a text, by WCAG 2.2."""

FAMILY = (170.0, 245.0)
"""Hues (in OKLCH) of the colours that belong to our look."""

STRONG = 0.045
"""From this chroma on, a colour is one; below it, a grey with a tint."""

_MIDDLE = 0.18
"""The luminance that is as far from black as from white: darker colours are rounded down."""

_HEX = re.compile(r"(?<=[\s:,(\"'])#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6})(?=[\s;,)!\"'}])")


@dataclass(frozen=True)
class Shades:
    """All shades that are made of one colour, or of two: `#ffd400`."""

    colour: str
    second: str = ""

    @cached_property
    def bar(self) -> str:
        """The colour of bars and buttons: the organisation's, or darker: words have to be read."""
        most = _luminance(self.colour)
        shown = _at_most(self.colour, most)
        while not _can_be_read(shown):
            most *= 0.97
            shown = _at_most(self.colour, most)
        return shown

    @cached_property
    def link(self) -> str:
        """The colour of links in light colours: as far from the words around them as ours."""
        return _like(self.second or self.colour, _luminance(LINK), None)

    def of(self, ours: str) -> str:
        """Return the organisation's colour for one of ours; ours, where it has a meaning."""
        if ours not in self._known:
            self._known[ours] = self._made(ours)
        return self._known[ours]

    @cached_property
    def _known(self) -> dict[str, str]:
        return {DEEP: self.bar, LINK: self.link}

    def _made(self, ours: str) -> str:
        was = Color(ours).convert("oklch")
        chroma, hue = was["chroma"], was["hue"]
        if not FAMILY[0] <= hue <= FAMILY[1] or chroma < 0.004:
            return ours
        own = self.second if ours in INK and self.second else self.colour
        return _like(own, was.luminance(), chroma if chroma < STRONG else None)

    def text(self, text: str) -> str:
        """Return the text of a style or of a drawing with the organisation's colours."""

        def instead(match: re.Match[str]) -> str:
            whole = match[0].lower()
            return f"{self.of(whole[:7])}{whole[7:]}"

        return _HEX.sub(instead, text)

    def png(self, raw: bytes) -> bytes:
        """Return a picture that has a palette with the organisation's colours in it."""
        start = raw.find(b"PLTE")
        if start < 0:
            return raw
        (size,) = struct.unpack(">I", raw[start - 4 : start])
        palette = raw[start + 4 : start + 4 + size]
        colours = (f"#{palette[at : at + 3].hex()}" for at in range(0, size, 3))
        body = b"PLTE" + b"".join(bytes.fromhex(self._mixed(each)[1:]) for each in colours)
        rest = raw[start + 8 + size :]
        return raw[:start] + body + struct.pack(">I", zlib.crc32(body)) + rest

    def _mixed(self, ours: str) -> str:
        """Return the colour for one at the edge between two of ours: near `DEEP`, much of it."""
        near = Color(ours).distance(DEEP, space="oklab")
        return self.bar if near < 0.03 else self.of(ours)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2.2, from 1 to 21."""
    return float(Color(one).contrast(other, method="wcag21"))


def _luminance(colour: str) -> float:
    return float(Color(colour).luminance())


def _can_be_read(bar: str) -> bool:
    """Whether all words on a bar can be read: the palest, and white that is seen through."""
    faint = Color("#fff").mix(bar, 1 - FAINT, space="srgb").to_string(hex=True)
    return min(contrast(PALE, bar), contrast(faint, bar)) >= TEXT


def _at_most(colour: str, luminance: float) -> str:
    """Return the colour itself if it is dark enough, else a darker one of the same hue."""
    plain = str(Color(colour).convert("srgb").to_string(hex=True))
    return plain if _luminance(plain) <= luminance else _like(plain, luminance, None)


def _like(colour: str, luminance: float, chroma: float | None) -> str:
    """Return a colour like ``colour`` with exactly this luminance; with ``chroma``, a grey that is
    tinted no more than that.

    Light adds up: what is scaled down keeps its hue, and so does what is mixed with white.
    """
    red, green, blue = Color(colour).convert("srgb-linear").coords()
    now = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    if luminance <= now:
        light = [each * luminance / now for each in (red, green, blue)]
    else:
        part = (luminance - now) / (1 - now)
        light = [each + (1 - each) * part for each in (red, green, blue)]
    if chroma is not None:
        strength = Color("srgb-linear", light).convert("oklch")["chroma"]
        part = min(1.0, chroma / strength) if strength else 0.0
        light = [luminance + (each - luminance) * part for each in light]
    return _rounded(light, dark=luminance < _MIDDLE)


def _rounded(light: list[float], *, dark: bool) -> str:
    """Return linear light as `#rrggbb`: dark colours never lighter, light ones never darker."""
    shown = Color("srgb-linear", light).convert("srgb").coords()
    slip = 1e-6 if dark else -1e-6
    steps = (int(each * 255 + slip) if dark else -int(-(each * 255 + slip) // 1) for each in shown)
    return "#" + "".join(f"{min(255, max(0, each)):02x}" for each in steps)
