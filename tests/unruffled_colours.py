"""Which of our colours stand on which, and how much they must differ."""

from __future__ import annotations

import re
from functools import cache

from coloraide import Color

from support import ROOT
from unruffled.shades import Shades, contrast

TEXT, CONTROL = 4.5, 3.0
SITE = ROOT / "hooks/unruffled/browser/styles/tokens.css"

WORDS = (
    *("--md-default-fg-color", "--md-default-fg-color--light", "--md-default-fg-color--lighter"),
    *("--md-typeset-color", "--md-typeset-a-color", "--md-accent-fg-color"),
    *("--md-code-fg-color", "--md-code-hl-comment-color", "--u-right", "--u-wrong"),
)
GROUNDS = ("--md-default-bg-color", "--md-code-bg-color", "--u-ground")
FOOTER = (
    *("--md-footer-fg-color", "--md-footer-fg-color--light", "--md-footer-fg-color--lighter"),
)
PAIRS = (
    *((words, ground, TEXT) for words in WORDS for ground in GROUNDS),
    ("--md-primary-bg-color", "--md-primary-fg-color", TEXT),
    ("--md-primary-bg-color--light", "--md-primary-fg-color", TEXT),
    ("--md-accent-bg-color", "--md-accent-fg-color", TEXT),
    *((words, ground, TEXT) for words in FOOTER for ground in ("--md-footer-bg-color",)),
    ("--u-line", "--md-default-bg-color", CONTROL),
    ("--u-focus", "--md-default-bg-color", CONTROL),
    ("--u-focus", "--u-ground", CONTROL),
)
"""Words or a control, what is below them, and the least contrast by WCAG 2.2."""


@cache
def schemes() -> dict[str, dict[str, str]]:
    """Return our colours by their names, in light and in dark."""
    css = SITE.read_text(encoding="utf-8")
    light, _, dark = css.partition('[data-md-color-scheme="slate"]')
    found = {"--md-default-bg-color": "#ffffff"} | _named(light)
    return {"light": found, "dark": found | _named(dark)}


def _named(css: str) -> dict[str, str]:
    pairs = re.findall(r"(--[a-z-]+): (#[0-9a-f]{3}|#[0-9a-f]{6});", css)
    return {
        name: colour if len(colour) == 7 else "#" + "".join(each * 2 for each in colour[1:])
        for name, colour in pairs
    }


def unreadable(shades: Shades) -> list[tuple[str, str, str, float]]:
    """Return the pairs of each scheme whose contrast is too low, with the shades."""
    found = []
    for scheme, ours in schemes().items():
        for words, ground, least in PAIRS:
            one, other = (shades.text(f": {ours[name]};")[2:9] for name in (words, ground))
            if (has := contrast(one, other)) < least:
                found.append((scheme, words, ground, has))
    faint = Color("#fff").mix(shades.bar, 0.3, space="srgb").to_string(hex=True)
    if (has := contrast(faint, shades.bar)) < TEXT:
        found.append(("light", "the theme's tabs, with an opacity of 0.7", shades.bar, has))
    return found
