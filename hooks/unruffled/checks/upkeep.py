"""Rules for the days of the last look."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ..model.library import Library
from ..upkeep import kept_files
from .registry import Finding, rule


@rule("UP101", meaning="The day of the last look is none.", cure="Write a day that its month has.")
def the_last_look_is_a_day(library: Library) -> Iterator[Finding]:
    """Nobody looked on the 31st of June."""
    for each, _ in kept_files(library):
        try:
            datetime.date.fromisoformat(each.reviewed or "2027-01-01")
        except ValueError:
            yield Finding(each.at("reviewed"), f"there is no day {each.reviewed}")


@rule(
    "UP102",
    meaning="The day of the last look is still to come.",
    cure="Write the day when somebody read the file, and not the day of the next look.",
)
def the_last_look_is_past(library: Library) -> Iterator[Finding]:
    """What will be read is not read; it would be due too late."""
    for each, _ in kept_files(library):
        if library.day and each.reviewed and each.reviewed > library.day:
            cause = f"`reviewed` is {each.reviewed}, and the day given is {library.day}"
            yield Finding(each.at("reviewed"), cause)
