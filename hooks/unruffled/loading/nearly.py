"""What is nearly YAML: a dash, a colon, a quote or a space that only looks like one.

A parser gives up somewhere below. The lines around tell what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from ..catalogue import declare
from ..problems import Problem, problem
from ..text.lookalikes import COLONS, DASHES, INVISIBLE, QUOTES
from .source import Mark, Source

declare(
    "YA101",
    meaning="The file is not valid YAML.",
    cure="Compare the indentation and the punctuation with a file that works.",
)
declare(
    "YA103",
    meaning="A tab is used for indentation.",
    cure="Indent with spaces; YAML allows no tabs.",
)
declare(
    "YA110",
    meaning="A # cuts a text short: what follows is taken for a comment.",
    cure='Put the whole text in double quotes: "…".',
)
declare(
    "YA116",
    meaning="A dash, a colon or a quote is not the one of the keyboard, but only looks like it.",
    cure="Type the sign anew. A word processor changes it while you write; a text editor does not.",
)

_NAME = r"""["']?[A-Za-z_][\w-]*["']?"""
_BULLET = re.compile(rf"[ \t]*(?P<at>[{re.escape(DASHES)}])[ \t{INVISIBLE}]*(?=\S)")
_COLON = re.compile(rf"[ \t]*(?:- +)?{_NAME}[ \t{INVISIBLE}]*(?P<at>[{COLONS}])")
_SPACE = re.compile(rf"[ \t]*(?:- +)*(?:-|{_NAME}[ \t]*:)(?P<at>[{INVISIBLE}])")
_TAB = re.compile(r"[ ]*(?:- +)*-(?P<at>\t)")
_CURLY = re.compile(rf"[ \t]*(?:- +)*(?:{_NAME}[ \t]*:[ \t]+)?(?P<at>[{QUOTES}])")
_LOST = re.compile(r"(?P<before>.*?[\[{,:] *)(?P<at>#[^\s#!])")

DASH_IT = "begin an entry with - (the hyphen on the keyboard) and a space"
COLON_IT = "write : (the colon on the keyboard) and a space"
_QUOTE_IT = 'write " (the straight quote on the keyboard) on both sides of the text'
_SPACE_IT = "write an ordinary space in its place"

_BLANK_AT_MARGIN = re.compile(f"^[ \t]*(?P<blank>[{INVISIBLE}])", re.MULTILINE)
_UNPRINTABLE = re.compile(
    f"{yaml.reader.Reader.NON_PRINTABLE.pattern}|[\x85\u2028\u2029]"
)  # the last three end a line in YAML and in no editor


def lookalike(error: yaml.MarkedYAMLError, text: str, source: Source) -> Problem | None:
    """Return the fault of a sign that only looks like one, near where the parser gave up."""
    lines = text.split("\n")
    for line in _near(error, lines):
        if found := _TAB.match(lines[line]):
            return _fault("YA103", source, line, found, "a tab stands behind the dash", _SPACE_IT)
        if found := _SPACE.match(lines[line]):
            return _fault("YA101", source, line, found, unseen(found["at"]), _SPACE_IT)
        if found := _BULLET.match(lines[line]):
            return _fault("YA116", source, line, found, no_dash(found["at"]), DASH_IT)
        if found := _COLON.match(lines[line]):
            cause = f"{found['at']} is no colon of YAML"
            return _fault("YA116", source, line, found, cause, COLON_IT)
    mark = error.problem_mark or error.context_mark
    if mark and mark.line < len(lines) and (found := _CURLY.match(lines[mark.line])):
        cause = f"the curly quote {found['at']} is no quote of YAML: it holds no text together"
        return _fault("YA116", source, mark.line, found, cause, _QUOTE_IT)
    return None


def lost_bracket(error: yaml.MarkedYAMLError, text: str, source: Source) -> Problem | None:
    """Return the fault of a # in brackets, which takes the closing bracket for a comment."""
    lines = text.split("\n")
    for line in _near(error, lines):
        if (found := _LOST.match(lines[line])) and re.search(r"[\[{]", found["before"]):
            cause = "what follows the # is taken for a comment, and so is the closing bracket"
            return _fault("YA110", source, line, found, cause, None)
    return None


def open_quote(begin: Mark, text: str, source: Source) -> Problem | None:
    """Return why a quote is not closed, where the author has closed it, but not for YAML."""
    line = text.split("\n")[begin.line]
    rest = line[begin.column + 1 :].rstrip()
    end = begin.column + 1 + len(rest)
    if line[begin.column] == '"' and rest.endswith('\\"'):
        place = source.at(begin.line, end - 2)
        cause = "the backslash before the last quote keeps it from closing the text"
        cure = "write \\\\ for a backslash, or use ' for both quotes"
        return problem("YA101", place, cause, cure)
    if rest[-1:] and rest[-1] in QUOTES:
        place = source.at(begin.line, end - 1)
        cause = f"{rest[-1]} is no quote of YAML, and does not close the text"
        return problem("YA116", place, cause, _QUOTE_IT)
    return None


def no_dash(sign: str) -> str:
    """Say that a sign does not begin an entry."""
    return f"{sign} is no dash of YAML, and begins no entry"


def unseen(sign: str) -> str:
    """Say that a character that looks like a space, or like nothing, stands here."""
    return f"an invisible character ({ord(sign):#06x}) stands here"


def in_plain(node: yaml.ScalarNode, source: Source) -> Problem | None:
    """Return the fault of a text or a key that a dash or colon was meant to divide.

    Such a text is valid YAML, and means something else than its author.
    """
    first = node.value.partition("\n")[0]
    if node.start_mark is None or getattr(node, "style", None) in ('"', "'", "|", ">"):
        return None
    column = node.start_mark.column
    for pattern in (_SPACE, _BULLET):
        if found := pattern.match(first):
            place = source.at(node.start_mark.line, column + found.start("at"))
            if pattern is _SPACE:
                return problem("YA101", place, unseen(found["at"]), _SPACE_IT)
            return problem("YA116", place, no_dash(found["at"]), DASH_IT)
    return None


UNSEEN = "\u00a0\u2007\u202f\u3000\u200b\u2060\ufeff"
"""What a word processor or a chat puts behind a word, and nobody sees."""


def around_key(node: yaml.ScalarNode, source: Source) -> Problem | None:
    """Return the fault of a key with an invisible character before or behind it."""
    bare = node.value.strip(UNSEEN)
    if bare == node.value or not bare.isidentifier():
        return None
    index = 0 if node.value[0] in UNSEEN else len(node.value) - 1
    mark = node.start_mark
    place = source.at(mark.line, mark.column + index)
    return problem("YA101", place, unseen(node.value[index]), "remove the character")


_OPENS = ("simple key", "alias", "anchor", "flow", "quoted", "next token")
"""What the parser was reading where the line that it began in is the guilty one."""


def _near(error: yaml.MarkedYAMLError, lines: list[str]) -> Iterator[int]:
    """Yield the lines where the fault may lie, the first one first."""
    found = set()
    if error.problem_mark:
        found |= {error.problem_mark.line, error.problem_mark.line - 1}
    if error.context_mark and any(word in (error.context or "") for word in _OPENS):
        found.add(error.context_mark.line)
    yield from sorted(line for line in found if 0 <= line < len(lines))


def _fault(
    code: str, source: Source, line: int, found: re.Match[str], cause: str, cure: str | None
) -> Problem:
    return problem(code, source.at(line, found.start("at")), cause, cure)


def unprintable_problem(text: str, source: Source) -> Problem | None:
    """Return the fault of a character that no editor shows, and that YAML may take for a line."""
    is_plain = text.replace("\n", "").isprintable()
    if not is_plain and (match := _UNPRINTABLE.search(text)):
        place = source.place_in(text, match.start())
        return problem("YA101", place, unseen(match[0]), "remove the character")
    if not text.isascii() and (match := _BLANK_AT_MARGIN.search(text)):
        character = match["blank"]
        cause = f"an invisible character ({ord(character):#06x}) stands where the line is indented"
        cure = "remove it, and indent with ordinary spaces"
        return problem("YA101", source.place_in(text, match.start("blank")), cause, cure)
    return None
