"""Rules for how an organisation looks: its logo is there, and its colours can be read."""

from __future__ import annotations

from collections.abc import Iterator

from ..branded import shades_of
from ..model.library import Library
from ..problems import closest
from .registry import Finding, rule


@rule(
    "OR103",
    meaning="A colour is too light for words on it, or as words: a darker one is shown.",
    cure="Nothing has to be done. If another shade is better, write that.",
    severity="note",
)
def colours_can_be_read(library: Library) -> Iterator[Finding]:
    """What cannot be read helps nobody, whoever chose the colour."""
    brand, shades = library.organisation.brand, shades_of(library)
    if brand is None or shades is None:
        return
    from ..shades import TEXT, contrast  # for handbooks with colours only

    if contrast(shades.bar, brand.colour) > 1.001:
        has = contrast(brand.colour, "#fff")
        cause = f"white words on {brand.colour} would have a contrast of {has:.1f} : 1, and 4.5 is "
        cause += f"the least: bars and buttons have {shades.bar}"
        yield Finding(brand.at("colour"), cause)
    if brand.second and (has := contrast(brand.second, "#fff")) < TEXT:
        cause = f"links in {brand.second} would have a contrast of {has:.1f} : 1 on white: "
        yield Finding(brand.at("second"), f"{cause}they have {shades.link}")


@rule(
    "OR104",
    meaning="The logo is not there.",
    cure="Put the picture into docs/assets/, and write its path from docs/ on.",
)
def the_logo_is_there(library: Library) -> Iterator[Finding]:
    """A bar with a broken picture in it is on every page."""
    brand = library.organisation.brand
    if brand and brand.logo and brand.logo not in library.files:
        pictures = [each for each in library.files if not each.endswith(".md")]
        guess = closest(brand.logo, pictures)
        cause = f'there is no "docs/{brand.logo}"'
        yield Finding(brand.at("logo"), f'{cause}: did you mean "{guess}"?' if guess else cause)
