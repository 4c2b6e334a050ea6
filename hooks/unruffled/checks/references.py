"""Rules for references.yml, vocabulary.yml and organisation.yml."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.library import Library
from ..model.organisation import SLOT_LABELS
from .ids import repeated, unknown
from .registry import Finding, rule


@rule("RF101")
def ids_are_unique(library: Library) -> Iterator[Finding]:
    """A citation or a filter must mean one thing."""
    yield from repeated(library.references.references, "reference")
    yield from repeated(library.vocabulary.situations, "situation")


@rule("RF102")
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


@rule("OR101")
def slots_are_filled(library: Library) -> Iterator[Finding]:
    """An empty slot is a note, not a fault: the handbook works without it."""
    slots = library.organisation.slots
    if library.organisation.origin is None or "organisation.yml" in library.partial:
        return
    for name, label in SLOT_LABELS.items():
        if not getattr(slots, name):
            place = library.organisation.at("slots", name)
            yield Finding(place, f'the slot "{name}" ({label}) is empty')
