"""Who looks after a file, and when somebody last read it."""

from __future__ import annotations

from pydantic import Field

from .base import Day, Model, Text


class Kept(Model):
    """What every file has that somebody has to read again from time to time."""

    owner: Text | None = Field(
        default=None, max_length=80, description="Who looks after it: a role, a team or a person."
    )
    reviewed: Day | None = Field(
        default=None, description="The day when somebody last read all of it: 2027-03-31."
    )


class Upkeep(Model):
    """After how many days a file is due for another look."""

    days: int = Field(default=365, ge=1, le=3660, description="For every file but those below.")
    risk_days: int = Field(
        default=182, ge=1, le=3660, description="For cards with `safety: true`: somebody at risk."
    )
