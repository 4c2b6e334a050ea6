"""Rules for the policy of pages: what stands in them does not run, but for what is allowed."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import family
from ..model.library import Library
from .allowing import how_to_allow, is_allowed
from .registry import Finding, rule

family("PO", "What pages may load and run")


@rule(
    "PO101",
    meaning="A script or a handler stands in a page, and browsers are told not to run it.",
    cure="Move it to a file below docs/assets/, and name that in `extra_javascript` in mkdocs.yml. "
    "Or write `inline: [scripts]` below `allows` in handbook.yml.",
)
def no_script_stands_in_a_page(library: Library) -> Iterator[Finding]:
    """A text that was copied from elsewhere can bring a script with it."""
    yield from _inline(library, "script")


@rule(
    "PO102",
    meaning="A style stands in a page, and browsers are told to pass it over.",
    cure="Give the element a class, and put the style into a file that `extra_css` in mkdocs.yml "
    "names. Or write `inline: [styles]` below `allows` in handbook.yml.",
)
def no_style_stands_in_a_page(library: Library) -> Iterator[Finding]:
    """Without it, the page looks otherwise than its author has seen it elsewhere."""
    yield from _inline(library, "style")


def _inline(library: Library, kind: str) -> Iterator[Finding]:
    if f"{kind}s" in library.handbook.allows.inline:
        return
    for page in library.pages.values():
        for slip in page.slips_of(f"inline-{kind}"):
            yield Finding(slip.place, f"`{slip.written}` stands in the page")


@rule(
    "PO103",
    meaning="Every page is to load a style or a script from another host.",
    cure="Put the file under docs/assets/, and name that. Or let `allows` in handbook.yml name "
    "the host.",
)
def every_page_loads_what_is_ours(library: Library) -> Iterator[Finding]:
    """The site works offline, and tells no other host who reads it."""
    for kind, address, place in library.elsewhere:
        if not is_allowed(library, (kind,), address):
            cause = f'"{address}" lies on another host'
            yield Finding(place, cause, how_to_allow((kind,), address))
