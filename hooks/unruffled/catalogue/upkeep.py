"""Upkeep: owners, and days of the last look."""

from __future__ import annotations

from .entry import Entry

UPKEEP: dict[str, Entry] = {
    "UP101": Entry("The day of the last look is none.", "Write a day that its month has."),
    "UP102": Entry(
        "The day of the last look is still to come.",
        "Write the day when somebody read the file, and not the day of the next look.",
    ),
    "UP103": Entry(
        "A file is due for another look.",
        "Read all of it, mend what is no longer true, and set `reviewed` to the day of that.",
        "note",
    ),
}
