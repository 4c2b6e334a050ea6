"""The notation of a wording: words, `{class}`, `[one|of these]`, `(may be left out)` and `...`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

MOST_PARTS = 14
"""How many parts a wording has at the most; nobody says more in one way."""
MOST_GAPS = 2
MOST_OPTIONAL = 4

_TOKEN = re.compile(
    r"""\.\.\.|…            # a gap
    |\{[^{}\[\]()|]*\}     # a class
    |[{}\[\]()|]
    |(?:(?!\.\.\.)[^\s{}\[\]()|…])+""",
    re.VERBOSE,
)
_CLASS_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CLOSED_BY = {"[": "]", "(": ")"}


class Fault(ValueError):
    """A wording that cannot be read: the cause, its code, and the class that is not there."""

    def __init__(self, code: str, cause: str, name: str = "") -> None:
        super().__init__(cause)
        self.code = code
        self.name = name


@dataclass(frozen=True)
class Word:
    """Words as they are written, until ``Words`` makes them plain."""

    text: str


@dataclass(frozen=True)
class ClassName:
    """Any entry of the class with this name."""

    name: str


@dataclass(frozen=True)
class Gap:
    """A few words, whatever they are, or none."""


@dataclass(frozen=True)
class Choice:
    """One of several; ``optional`` where it may be left out."""

    options: tuple[tuple[Part, ...], ...]
    optional: bool


Part = Word | ClassName | Gap | Choice


@lru_cache(maxsize=2**15)  # a project has some thousands, read by a check and by the build
def parts_of(text: str, *, gaps: bool = True) -> tuple[Part, ...]:
    """Read a wording, or with ``gaps`` false an entry of a class.

    Raises ``Fault`` for brackets that do not fit, and for what the browser could not follow.
    """
    parts = _Reader(_TOKEN.findall(text)).sequence()
    found = [index for index, part in enumerate(parts) if isinstance(part, Gap)]
    if found and not gaps:
        raise Fault("SF108", "an entry of a class has a gap")
    if 0 in found or len(parts) - 1 in found:
        raise Fault("SF108", "the gap has nothing before it or nothing behind it")
    if any(after - before == 1 for before, after in pairwise(found)):
        raise Fault("SF108", "two gaps stand side by side")
    if len(found) > MOST_GAPS:
        raise Fault("SF108", f"{len(found)} gaps, at most {MOST_GAPS} can be followed")
    if len(parts) > MOST_PARTS:
        raise Fault("SF108", f"{len(parts)} parts, at most {MOST_PARTS} can be followed")
    optional = sum(isinstance(part, Choice) and part.optional for part in parts)
    if optional > MOST_OPTIONAL:
        raise Fault("SF108", f"{optional} parts in ( ), at most {MOST_OPTIONAL} can be followed")
    return parts


class _Reader:
    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._at = 0

    def sequence(self) -> tuple[Part, ...]:
        parts: list[Part] = []
        while self._at < len(self._tokens):
            token = self._next()
            if token in _CLOSED_BY:
                parts.append(self._choice(token))
            elif token in ("...", "…"):
                parts.append(Gap())
            else:
                parts.append(_plain_part(token))
        return tuple(parts)

    def _next(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1]

    def _choice(self, opened: str) -> Choice:
        options: list[list[Part]] = [[]]
        while self._at < len(self._tokens):
            token = self._next()
            if token == _CLOSED_BY[opened]:
                if not all(options):
                    raise Fault(
                        "SF106", f"nothing stands on one side of the | in {opened} … {token}"
                    )
                return Choice(tuple(map(tuple, options)), optional=opened == "(")
            if token == "|":
                options.append([])
            elif token in ("...", "…"):
                raise Fault("SF108", f"a gap stands inside {opened} … {_CLOSED_BY[opened]}")
            elif token in _CLOSED_BY:
                raise Fault("SF106", f"a {token} stands inside {opened} … {_CLOSED_BY[opened]}")
            else:
                options[-1].append(_plain_part(token))
        raise Fault("SF106", f"the {opened} is not closed")


def _plain_part(token: str) -> Part:
    if token.startswith("{") and token.endswith("}"):
        name = token[1:-1].strip()
        if not _CLASS_NAME.fullmatch(name):
            raise Fault("SF106", f'"{token}" does not name a class')
        return ClassName(name)
    if token == "|":
        raise Fault("SF106", "a | stands outside of [ ] and ( )")
    if token in "{}[]()":
        raise Fault("SF106", f"the {token} has no counterpart")
    return Word(token)
