"""Rules for fences: what a page asks the core to put in."""

from __future__ import annotations

from collections.abc import Iterator

from ..blocks.base import Block
from ..blocks.registry import BLOCKS, WORDS
from ..model.library import Library
from ..model.page import Fence, Page
from ..problems import Place, nearest
from .registry import Finding, rule


def _fences(library: Library) -> Iterator[tuple[Page, Fence, Place]]:
    for page in library.pages.values():
        yield from ((page, fence, place) for fence, place in page.fences)


@rule("FN101", meaning="A fence names something that does not exist.", cure="Correct the name.")
def named_thing_exists(library: Library) -> Iterator[Finding]:
    """A fence that names nothing would leave a hole in the page."""
    for _, fence, place in _fences(library):
        block = BLOCKS[fence.kind]
        known, most = block.known(library), block.most
        if most is not None and len(fence.names) > most:
            cure = f"leave {'one name' if most else 'nothing'} between the backticks"
            yield Finding(place, f"the fence `{fence.kind}` holds too much", cure)
        elif not fence.names and most != 0:
            cure = f"write the name on a line of its own: {nearest('', known)}"
            yield Finding(place, f"the fence `{fence.kind}` names nothing", cure)
        else:
            yield from _unknown_names(library, block, fence, place)


def _unknown_names(library: Library, block: Block, fence: Fence, place: Place) -> Iterator[Finding]:
    known = block.known(library)
    for offset, name in enumerate(fence.names, 1):
        # A file with faults that keep it from being read is told of by itself.
        if name not in known and block.file_of(library, name) not in library.partial:
            cause = f'there is no {block.noun or block.word} "{name}": {nearest(name, known)}'
            yield Finding(Place(place.path, place.line + offset), cause)


@rule(
    "FN102",
    meaning="A fence does not stand at the margin.",
    cure="Take away what stands before the three backticks.",
)
def at_the_margin(library: Library) -> Iterator[Finding]:
    """Inside a list or a box the core does not see it."""
    for _, fence, place in _fences(library):
        if fence.indented:
            yield Finding(place, f"the fence `{fence.kind}` does not stand at the margin")


@rule("FN103", meaning="A fence is never closed.", cure="Add a line of three backticks below it.")
def closed(library: Library) -> Iterator[Finding]:
    """An open fence swallows the rest of the page."""
    for _, fence, place in _fences(library):
        if not fence.closed:
            yield Finding(place, f"the fence `{fence.kind}` that opens here is not closed")
    for page in library.pages.values():
        for slip in page.slips_of("fence-uneven"):
            cause = f"the lines of the fence {slip.written} are not indented as the first of them"
            yield Finding(slip.place, cause, "Indent all of them alike, the last one, too.")
        for slip in page.slips_of("fence-open"):
            yield Finding(slip.place, f"the fence {slip.written} that opens here is not closed")


@rule(
    "FN104",
    meaning="The same fence stands twice on a page.",
    cure="Keep one; addresses on a page must be unique.",
)
def once_a_page(library: Library) -> Iterator[Finding]:
    """Addresses and answers on a page must be unique."""
    for page in library.pages.values():
        seen: set[tuple[str, str]] = set()
        for fence, place in page.fences:
            shown = {(fence.kind, name) for name in fence.names or ("",)}
            if seen & shown:
                yield Finding(place, f"the fence `{fence.kind}` shows the same thing again")
            seen |= shown


@rule(
    "FN105",
    meaning="A fence needs something that the page's front matter does not give.",
    cure="Add it to the front matter, or remove the fence.",
)
def front_matter_gives_what_it_needs(library: Library) -> Iterator[Finding]:
    """`overview` shows the summary and objectives, `sources` the evidence."""
    for page, fence, place in _fences(library):
        if place.path in library.partial:
            continue
        need = BLOCKS[fence.kind].need
        if need and not need.met(page):
            cause = f"the fence `{fence.kind}` needs {need.words}"
            yield Finding(place, cause, f"add {need.words} to the front matter")


@rule(
    "FN106",
    meaning="A fence has a word that is very like one of ours.",
    cure="Correct the word after the backticks, or the page shows the fence as code.",
)
def kind_is_spelt_right(library: Library) -> Iterator[Finding]:
    """A word that the core does not know is shown as code."""
    for page in library.pages.values():
        for word, place in page.misspelt:
            yield Finding(place, f'a fence of the kind "{word}": {nearest(word, WORDS)}')
