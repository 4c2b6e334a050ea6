"""Addresses of wheels with their digests, for a base that no package index holds."""

from __future__ import annotations

import urllib.request
from pathlib import Path

SUMS = "SHA256SUMS"
"""What `make release` writes beside the wheels: a digest, two spaces and a name in each line."""


def wheel_lines(place: str) -> str:
    """Return the lines of requirements.txt for all wheels at ``place``, a folder or an address.

    pip compares each with its digest. Raises OSError where ``SUMS`` cannot be read there, and
    ValueError where it names no wheel.
    """
    address = place if "://" in place else Path(place).resolve().as_uri()
    address = address.rstrip("/")
    with urllib.request.urlopen(f"{address}/{SUMS}", timeout=30) as answer:
        text = answer.read().decode("utf-8")
    pairs = (line.split() for line in text.splitlines() if line.strip())
    lines = [
        f"{pair[1].partition('-')[0].replace('_', '-')} @ {address}/{pair[1]}#sha256={pair[0]}"
        for pair in pairs
        if len(pair) == 2 and pair[1].endswith(".whl")
    ]
    if not lines:
        raise ValueError(f"{address}/{SUMS} names no wheel")
    return "\n".join(lines)
