"""What people, programs and malice do to a file: one change, chosen by a random number."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from unruffled.text.lookalikes import COLONS, DASHES, QUOTES

SIGNS = "_*`~[](){}<>#|\\!&\"'-+=.,:;@/% \tx1é\u00a0\u200b\u3000\x00\x07\u2028\ufeff🙂"
PIECES = (
    *(": ", "- ", "[", "{", "}", '"', "'", "&a", "*a", "!t", "? ", "|", "%", "@", "`", "#", "\t"),
    *("---", "...", "<<: *a", "[a]: b", "a: {b: [", "kind: [single]", "id:", "- - -", "\x07"),
    *("```quiz", "```", "````", "## ", "](http://[x)", "](%zz#%)", "<a id=", "{#x}", "\u2028"),
    *("\x0c", "\ufeff", "\r", "\x85", "\\", "(to write)", "{slot}", "[x](#)", "[](a.md#b)"),
    *("<!--", "-->", "<div markdown>", "!!python/object:os.system ", "&a [*a]", "\\x03", "[^1]"),
    *("=", "~", "{", "}", "::", "->", "$CATEGORY: a", "ANSWER: A", "A. ", "%50%", "#", "\n\n"),
)

Mutator = Callable[[Random, str], str]


def _lines(rng: Random, text: str) -> str:
    """Do something to a line: lose it, double it, move it, change its indent, cut it."""
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    line = lines[at]
    half = rng.randint(0, len(line))
    lines[at : at + 1] = rng.choice(
        (
            [],
            [line, line],
            [rng.choice(lines)],
            [f"  {line}"],
            [line.removeprefix(" ")],
            [line.lstrip()],
            [line[:half]],
            [line[:half], line[half:]],
            [line.upper()],
            [line.replace(": ", ":", 1)],
        )
    )
    return "\n".join(lines)


def _piece(rng: Random, text: str) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice(PIECES) + text[at:]


def _cut(rng: Random, text: str) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + text[at + rng.choice((1, 2, 10, 100, 10**9)) :]


def _value(rng: Random, text: str) -> str:
    """Put something else in the place of one value, quoted or not."""
    found = [*re.finditer(r"(?<=: )\S.*", text)]
    if not found:
        return text
    place = rng.choice(found)
    new = rng.choice((rng.choice(PIECES), f'"{rng.choice(PIECES)}"', "", _word(rng)))
    return text[: place.start()] + new + text[place.end() :]


def _word(rng: Random) -> str:
    piece = rng.choice((*SIGNS, *PIECES, "[a](", "{{ ", "<a ", "![", "a.", "1. ", "> "))
    return piece * (rng.choice((100, 3000, 50_000)) // len(piece))


def _long(rng: Random, text: str) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + _word(rng) + text[at:]


def _deep(rng: Random, text: str) -> str:
    sign = rng.choice(("[", "{a: ", "- ", "? ", "> ", "1. ", "<div>", "[{a: ", "* ", "!a ", "("))
    at = rng.choice([0, *(found.end() for found in re.finditer(r": |\n+", text))])
    return text[:at] + sign * rng.choice((20, 60, 900, 20_000)) + text[at:]


def _lookalike(rng: Random, text: str) -> str:
    """Change a sign of YAML into one that looks like it, as word processors do."""
    pattern, signs = rng.choice(
        ((r"(?<=\n)( *)-(?= )", DASHES), (r"(?<=\w):(?= )", COLONS), (r"[\"']", QUOTES))
    )
    spaces = "\u00a0\u2007\u202f\u3000\u200b\t"
    if rng.random() < 0.4:
        pattern, signs = r"(?<=[:-]) ", spaces
    found = [*re.finditer(pattern, text)]
    if not found:
        return text
    place = rng.choice(found)
    margin = place[1] if place.re.groups else ""
    return text[: place.start()] + margin + rng.choice(signs) + text[place.end() :]


def _merge(rng: Random, text: str) -> str:
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    other = lines[rng.randrange(len(lines))]
    base = ["||||||| base", other] if rng.random() < 0.5 else []
    marks = ["<<<<<<< HEAD", lines[at], *base, "=======", other, ">>>>>>> theirs"]
    if rng.random() < 0.3:
        del marks[rng.randrange(len(marks))]
    lines[at : at + 1] = marks
    return "\n".join(lines)


def _chat(rng: Random, text: str) -> str:
    above = rng.choice(("Here it is:\n\n```yaml\n", "```\n", "Sure!\n\n", "yaml\nCopy code\n"))
    return above + text + rng.choice(("```\n", "", "\n```\n\nShall I go on?\n", "\nThat is it.\n"))


CHANGES: tuple[Mutator, ...] = (
    *(_lines, _lines, _lines, _piece, _piece, _value, _value),
    *(_cut, _long, _deep, _lookalike, _lookalike, _merge, _chat),
)


def changed(rng: Random, text: str) -> str:
    """Return `text` after one to three changes."""
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        text = rng.choice(CHANGES)(rng, text)
    return text


def as_bytes(rng: Random, text: str) -> bytes:
    """Return the text as an editor may save it: mostly as it should."""
    text = text.replace("\n", rng.choice(("\n", "\n", "\r\n", "\r")))
    if rng.random() < 0.85:
        return text.encode("utf-8", "replace")
    coding = rng.choice(("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"))
    raw = text.encode(coding, "replace")
    if rng.random() < 0.3:
        at = rng.randint(0, len(raw))
        raw = raw[:at] + rng.randbytes(rng.choice((1, 4, 200))) + raw[at:]
    return raw
