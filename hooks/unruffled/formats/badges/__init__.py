"""Badges (Open Badges 3.0): what somebody has shown, signed by the organisation's key."""

from .awards import Award, Refused, awards
from .certificate import certificate
from .credential import Issue, credential, signed
from .identity import identity

__all__ = [
    "Award",
    "Issue",
    "Refused",
    "awards",
    "certificate",
    "credential",
    "identity",
    "signed",
]
