"""What is a fact of one call: words that a line for every call has in a gap."""

from __future__ import annotations

from pydantic import Field

from .base import Model, Text
from .gaps import GapName


class Fact(Model):
    """Words that are true in one call, and the gap that stands for them in all others."""

    words: tuple[Text, ...] = Field(
        min_length=1, description="Whole words; one with a capital letter is meant with it."
    )
    after: tuple[Text, ...] = Field(
        default=(), description="Only behind one of these words; without it, anywhere."
    )
    gap: GapName = Field(description="The gap that is written in their place.")


_NUMBERS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "ninety", "hundred", "thousand"),
)
_MONTHS = (
    *("January", "February", "March", "April", "June", "July", "August", "September", "October"),
    *("November", "December"),
)

ENGLISH = (
    Fact(
        words=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        gap="day",
    ),
    Fact(words=_MONTHS, gap="date"),
    Fact(words=("May",), after=("in", "by", "until", "since", "of", "next", "last"), gap="date"),
    Fact(
        words=("noon", "midnight", "o'clock", "a.m.", "p.m.", "half past", "quarter past"),
        gap="time",
    ),
    Fact(words=_NUMBERS[:11], after=("at", "by", "until", "past"), gap="time"),
    Fact(words=("an hour", "half an hour", "a fortnight"), gap="duration"),
    Fact(
        words=(
            *("seconds", "minutes", "hours", "days", "weeks", "months", "years"),
            *("working days", "business days"),
        ),
        after=_NUMBERS,
        gap="duration",
    ),
    Fact(
        words=("pounds", "euros", "dollars", "pence", "cents", "per cent", "percent"),
        after=_NUMBERS,
        gap="amount",
    ),
    Fact(words=("times",), after=_NUMBERS, gap="number"),
    Fact(words=("Mr", "Mrs", "Ms", "Dr", "Prof"), gap="customer_name"),
)
"""The table for English: taken where vocabulary.yml has none."""
