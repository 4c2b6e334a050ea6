"""Somebody who has all public files tries every answer of a question against every hash in them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from hashlib import blake2s, sha256
from itertools import chain, combinations, islice, permutations, product
from typing import Any

HEXADECIMAL = re.compile(r"(?<![0-9a-zA-Z])[g-z]?([0-9a-f]{6,64})(?![0-9a-zA-Z])")
SIZES = range(3, 17)
"""In bytes; what is shorter is met by chance."""
MOST = 20_000
"""Answers that are tried of one question."""


def hashes_in(texts: Iterable[str]) -> set[str]:
    """Return everything in public texts that may be a hash."""
    return {each for text in texts for each in HEXADECIMAL.findall(text)}


def guesses(question: Any) -> list[tuple[str, ...]]:
    """Return every right answer that the question could have, in the form that is hashed."""
    return list(islice(_guesses(question), MOST))


def _guesses(question: Any) -> Iterator[tuple[str, ...]]:
    names = getattr(question, "names", ())
    listed = sorted(names.values() if isinstance(names, dict) else names)
    if question.kind in {"single", "true_false"}:
        yield from ((name,) for name in listed)
    elif question.kind in {"multiple", "spot"}:
        yield from chain.from_iterable(combinations(listed, n) for n in range(1, len(listed) + 1))
    elif question.kind == "ordering":
        yield from permutations(listed)
    elif question.kind == "choose_in_text":
        yield from product(*(sorted(gap.names) for gap in question.gaps))
    elif question.kind in {"matching", "sorting"}:
        yield from _pairings(question, listed)


def _pairings(question: Any, listed: list[str]) -> Iterator[tuple[str, ...]]:
    if question.kind == "matching":
        tries: Iterable[tuple[str, ...]] = permutations(sorted(question.match_names), len(listed))
    else:
        tries = product(sorted(question.category_names.values()), repeat=len(listed))
    for each in tries:
        yield tuple(f"{a}={b}" for a, b in zip(listed, each, strict=True))


def hashes_of(question: Any, guess: tuple[str, ...]) -> Iterator[str]:
    """Yield what a guess would be published as, by all that is known of how hashes are made."""
    number = str(question.revision)
    for head in ((question.kind, number), (question.kind,), (question.id, *guess), ()):
        text = "\n".join([*head, *guess]).encode()
        yield f"{zlib.crc32(text):08x}"
        whole = sha256(text).hexdigest()
        for size in SIZES:
            short = blake2s(text, digest_size=size).hexdigest()
            yield from (short, short[1:], whole[: 2 * size])


def found_out(question: Any, public: set[str]) -> bool:
    """Whether the right answer, and it alone, stands behind a hash that is public."""
    tried = guesses(question)
    if len(tried) < 2:
        return False
    alone = {name for guess in tried if len(guess) == 1 for name in guess}
    hits = [g for g in tried if any(h in public and h not in alone for h in hashes_of(question, g))]
    return len(hits) == 1 and sorted(hits[0]) == sorted(question.key)
