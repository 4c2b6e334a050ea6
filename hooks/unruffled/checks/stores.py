"""Rules for stores of learning records."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import family
from ..model.library import Library
from .registry import Finding, rule

family("LS", "Stores of learning records")


@rule(
    "LS101",
    meaning="Two stores of learning records have one address or one name.",
    cure="Remove the second one, or give it its own.",
)
def stores_differ(library: Library) -> Iterator[Finding]:
    """Learners agree to a name, and a link leads to an address: neither may mean two."""
    seen: set[str] = set()
    for number, store in enumerate(library.organisation.stores):
        for key, value in (("name", store.name), ("endpoint", store.address)):
            if value in seen:
                place = library.organisation.at("stores", number, key)
                yield Finding(place, f'another store has "{value}", too')
            seen.add(value)
