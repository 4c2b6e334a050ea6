"""Rules for references.yml, vocabulary.yml and organisation.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.handbook import FILE as HANDBOOK
from ..model.library import Library
from ..model.organisation import Organisation
from ..problems import closest
from ..text.lookalikes import odd
from ..text.markup import is_glued
from .ids import no_page, repeated, unknown
from .registry import Finding, rule

FEWEST = 2
"""How many words a list of synonyms has at the least."""


@rule("RF101", meaning="An id stands twice in the list.", cure="Give each entry an id of its own.")
def ids_are_unique(library: Library) -> Iterator[Finding]:
    """A citation or a filter must mean one thing."""
    yield from repeated(library.references.references, "reference")
    yield from repeated(library.vocabulary.situations, "situation")
    yield from repeated(library.vocabulary.groups, "group")
    yield from repeated(library.vocabulary.terms, "term")
    yield from repeated(library.vocabulary.techniques, "technique")
    yield from repeated(library.vocabulary.gaps, "gap")
    yield from repeated(library.organisation.gaps, "gap")


@rule(
    "RF103",
    meaning="A list of synonyms has one word only, or a word that stands in another list.",
    cure="Put words that mean the same into one list.",
)
def words_stand_in_one_list(library: Library) -> Iterator[Finding]:
    """A word in two lists would make both mean the same."""
    seen: dict[str, tuple[int, int]] = {}
    vocabulary = library.vocabulary
    for row, words in enumerate(vocabulary.synonyms):
        if len(words) < FEWEST:
            cause = "a list of synonyms needs two words or more"
            yield Finding(vocabulary.at("synonyms", row), cause, "add one, or remove the list")
        for column, word in enumerate(words):
            if word.casefold() in seen:
                place = vocabulary.at("synonyms", *seen[word.casefold()])
                cause = f'"{word}" stands in line {place.line} already'
                yield Finding(vocabulary.at("synonyms", row, column), cause)
            seen.setdefault(word.casefold(), (row, column))


@rule(
    "RF104",
    meaning="A term of the glossary names a page that does not exist.",
    cure="Name a page from docs/ on: lessons/greeting.md; or leave out `see`.",
)
def terms_lead_to_pages(library: Library) -> Iterator[Finding]:
    """Who wants to know more follows the link."""
    for term in library.vocabulary.terms:
        yield from no_page(library, term, "see", term.see)


@rule(
    "RF105",
    meaning="A technique names a module that does not exist.",
    cure="Name the module's page from docs/ on: lessons/greeting.md.",
)
def techniques_are_taught(library: Library) -> Iterator[Finding]:
    """A debrief leads from a technique to the page that teaches it."""
    for each in library.vocabulary.techniques:
        yield from no_page(library, each, "module", each.module)


@rule(
    "RF102",
    meaning="A reference id is not in references.yml.",
    cure="Use the id of an entry in references.yml, or add the reference with its grade and "
    "limits.",
)
def cited_references_exist(library: Library) -> Iterator[Finding]:
    """A claim carries its evidence, so the evidence must be there."""
    known = library.reference_by_id
    if "references.yml" in library.partial:
        return
    for page in library.pages.values():
        if page.meta.evidence:
            yield from unknown(page.meta, "evidence", page.meta.evidence, known, "reference")
    for table in library.phrases.values():
        for phrase in table.phrases:
            yield from unknown(phrase, "evidence", phrase.evidence, known, "reference")
    for letter in library.letters.values():
        for each in letter.after:
            yield from unknown(each, "evidence", each.evidence, known, "reference")


@rule(
    "OR102",
    meaning="The name of a gap cannot be written in braces.",
    cure="Use letters, digits and _ alone: `meter_number`. Braces are written in the phrase.",
)
def placeholders_have_names(library: Library) -> Iterator[Finding]:
    """What a phrase has in braces is looked up here, letter by letter."""
    organisation = library.organisation
    for name in organisation.placeholders:
        bare = re.sub(r"\W+", "_", name).strip("_").lower()
        cure = f"write `{bare}:`, and `{{{bare}}}` in a phrase" if bare else None
        place = organisation.origin.key("placeholders", name)
        if name[:1] in "{[<$%" and name:
            yield Finding(place, f'the placeholder "{name}" is named without braces here', cure)
        elif not re.fullmatch(r"\w+", name):
            what = "a space" if re.search(r"\s", name) else "a sign that is no letter"
            cause = f'the placeholder "{name}" has {what} in its name{odd(name)}'
            yield Finding(place, cause, cure)


def _is_lost(organisation: Organisation, name: str) -> bool:
    """Whether there is a text for the slot, which is taken for a comment."""
    return name in organisation.slots and is_glued(organisation.origin.comment("slots", name))


@rule(
    "OR101",
    meaning="A slot of organisation.yml is empty: readers get general help, or are told whom to "
    "ask.",
    cure="Fill it in when you know the answer.",
    severity="note",
)
def slots_are_filled(library: Library) -> Iterator[Finding]:
    """An empty slot is a note, not a fault: the handbook works without it."""
    own = library.organisation
    if own.origin is None or {"organisation.yml", HANDBOOK} & library.partial:
        return
    listed = library.handbook.words["slots"]
    misspelt = {closest(name, listed) for name in own.slots if name not in listed}
    for name, label in listed.items():
        if name not in misspelt and not own.slots.get(name) and not _is_lost(own, name):
            place = own.at("slots", name)
            yield Finding(place, f'the slot "{name}" ({label}) is empty')
