"""Rules for the parts of a page that has a shape: their fences, and that nothing is empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..blocks.registry import WORDS
from ..model.library import Library
from ..model.page import Page
from ..model.phrases import PhraseTable
from ..model.quiz import Quiz
from ..problems import Place, closest
from .modules import shaped
from .registry import Finding, rule


@rule(
    "MD109",
    meaning="A page lacks a fence that its shape asks for, or has it under another heading.",
    cure="Put it where handbook.yml says: `above` the first heading, or under the one that "
    "`holds` it.",
)
def fences_stand_in_their_parts(library: Library) -> Iterator[Finding]:
    """A reader looks for the questions where every other module has them."""
    for page, shape in shaped(library):
        file = f"docs/{page.path}"
        if page.cut_off or file in library.partial:
            continue
        for kind in (*shape.above, *shape.holders):
            if kind in WORDS and not _is_excused(library, page, kind):
                yield from _misplaced(page, kind, shape.holders.get(kind, ""))


def _is_excused(library: Library, page: Page, kind: str) -> bool:
    """Whether the page need not have the fence, or another rule has said why it has not."""
    if any(closest(word, WORDS) == kind for word, _ in page.misspelt):
        return True
    if page.fences_of(kind):
        return False
    unshown = {
        "sources": not page.meta.evidence,
        "quiz": True,  # its objectives are tested by no question, or a quiz is shown by no page
        "phrases": any(table.module == page.path for table in library.phrases.values()),
    }
    return unshown.get(kind, False) and not _shown_elsewhere(library, page, kind)


def _shown_elsewhere(library: Library, page: Page, kind: str) -> bool:
    """Whether what belongs on this page is shown on another one only."""
    owned: dict[str, Mapping[str, Quiz | PhraseTable]]
    owned = {"quiz": library.quizzes, "phrases": library.phrases}
    mine = {name for name, value in owned.get(kind, {}).items() if value.module == page.path}
    shown = {
        name
        for other in library.pages.values()
        if not other.generated
        for fence in other.fences_of(kind)
        for name in fence.names
    }
    return bool(mine) and mine <= shown


def _misplaced(page: Page, kind: str, heading: str) -> Iterator[Finding]:
    """Find the fence that a page lacks, or has in another part than ``heading`` only."""
    own = next((each for each in page.headings if each.level == 2 and each.text == heading), None)
    if heading and own is None:
        return  # that the heading is missing is said already
    found = [(_part(page, place), place) for fence, place in page.fences if fence.kind == kind]
    if any(part == heading for part, _ in found):
        return
    where = f'under "## {heading}"' if heading else "between the title and the first ##"
    cure = f"put the fence ```{kind} {where}"
    if found:
        part, place = found[0]
        under = f'under "{part}"' if part else "above the first ##"
        yield Finding(place, f"the fence `{kind}` stands {under}", cure)
    else:
        yield Finding(own.place if own else page.place, f"the fence `{kind}` is missing", cure)


def _part(page: Page, place: Place) -> str:
    """Return the level-2 heading that a place stands under; empty above the first one."""
    above = [each.text for each in page.headings if each.level == 2 and each.place < place]
    return above[-1] if above else ""


@rule(
    "MD110",
    meaning="Nothing stands below a heading of a page that has a shape.",
    cure="Write the part; if there is nothing to say, say that.",
)
def parts_are_not_empty(library: Library) -> Iterator[Finding]:
    """A heading promises something below it."""
    for page, shape in shaped(library):
        # Where the fence is missing, that is said already.
        filled = {
            heading
            for kind, heading in shape.holders.items()
            if kind != "sources" or page.meta.evidence
        }
        for heading in page.headings:
            if heading.empty and heading.level > 1 and heading.text not in filled:
                yield Finding(heading.place, f'nothing stands below "{heading.text}"')


CONVERSATION = '<div class="conversation" markdown>'

_CONVERSATION_SLIPS = {
    "conversation-plain": "a conversation without the word `markdown` is shown as plain text",
    "conversation-misspelt": "the class is not spelt `conversation`",
    "conversation-open": "the conversation that begins here is not closed",
}


@rule(
    "MD111",
    meaning="The lines around a conversation are not as they should be.",
    cure='Begin it with `<div class="conversation" markdown>` and end it with `</div>`.',
)
def conversations_are_complete(library: Library) -> Iterator[Finding]:
    """With a slip in its first or last line, a conversation loses its looks, or eats the page."""
    for page in library.pages.values():
        for slip in page.slips:
            if cause := _CONVERSATION_SLIPS.get(slip.kind):
                opened = slip.kind == "conversation-open"
                cure = "put a line `</div>` below it" if opened else f"write `{CONVERSATION}`"
                yield Finding(slip.place, cause, cure)
