"""Patterns of rules for replies as regular expressions, for linters that have no others."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

BETWEEN = r"(?:[^\w']+|(?='))"
"""Between two words; nothing stands before what is left of one, as in "I'll"."""
GAP = rf"(?:\S+{BETWEEN}){{0,5}}?"
FIGURE = r"[£$€]?\d[\d.,:]*\w*"
_TOKEN = re.compile(r"\s*(\.\.\.|!\(|<[a-z-]+>\??|\)\??|[(|^$#?]|[^\s()|^$<>?!]+)")
_WORD = re.compile(r"'?[a-z*][a-z'*]*|\d+")
_SIGN = re.compile(r"[(|)]|[^(|)]+")
DEEPEST = 12


class Untold(Exception):
    """A pattern that says more than one regular expression can."""


def apart(pattern: str) -> list[str]:
    """Return what a pattern offers to choose from, so that one that is untold spoils no other."""
    if pattern.startswith("/"):
        return [pattern]
    parts, depth = [""], 0
    for token in _SIGN.findall(pattern):
        depth += (token == "(") - (token == ")")
        if token == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += token
    return [part.strip() for part in parts]


def expression(pattern: str, words: Mapping[str, Sequence[str]], depth: int = 0) -> str:
    """Return the regular expression for a pattern; raise Untold where there is none."""
    if pattern.startswith("/"):
        raise Untold(pattern)
    tokens = _TOKEN.findall(pattern)[::-1]
    made = _alternatives(tokens, words, depth)
    if tokens or depth > DEEPEST:
        raise Untold(pattern)
    return made


def _alternatives(tokens: list[str], words: Mapping[str, Sequence[str]], depth: int) -> str:
    found = []
    while True:
        found.append(_sequence(tokens, words, depth))
        if not tokens or tokens[-1] != "|":
            return found[0] if len(found) == 1 else f"(?:{'|'.join(found)})"
        tokens.pop()


def _sequence(tokens: list[str], words: Mapping[str, Sequence[str]], depth: int) -> str:
    made, join = "", ""
    while tokens and tokens[-1][0] not in "|)":
        token = tokens.pop()
        if token == "...":
            join = BETWEEN + GAP
            continue
        if token == "!(":
            made, join = made + join + _none(tokens, words, depth), ""
            continue
        item, optional = _item(token, tokens, words, depth)
        if not optional:
            made, join = made + join + item, BETWEEN
        else:
            made += f"(?:{join}{item})?" if join else f"(?:{item}{BETWEEN})?"
    if not made or not join:
        raise Untold("there is no word at its end")
    return made


def _none(tokens: list[str], words: Mapping[str, Sequence[str]], depth: int) -> str:
    inner = _alternatives(tokens, words, depth)
    tokens.pop()
    return rf"(?!(?:{inner})\b)"


def _item(
    token: str, tokens: list[str], words: Mapping[str, Sequence[str]], depth: int
) -> tuple[str, bool]:
    if token == "(":
        inner = _alternatives(tokens, words, depth)
        return f"(?:{inner})", bool(tokens) and tokens.pop() == ")?"
    if token == "#":
        return FIGURE, False
    if token.startswith("<"):
        each = (expression(one, words, depth + 1) for one in words[token.strip("<>?")])
        return f"(?:{'|'.join(each)})", token.endswith("?")
    plain = _WORD.findall(token)
    if token in "!(^$?" or not plain:
        raise Untold(token)
    return BETWEEN.join(re.escape(word).replace(r"\*", r"[\w']*") for word in plain), False
