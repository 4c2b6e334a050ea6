"""Backslashes in double quotes: paths that turn into tabs, and characters that no page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from ..catalogue import declare
from ..problems import Problem, problem
from ..text.escaping import UNSHOWN
from .parser import Loader
from .source import Source
from .syntax import DOUBLE_IT

declare(
    "YA117",
    meaning="A text has a control character, which no page and no other program can show.",
    cure='Remove it; for a backslash in double quotes, write two: "C:\\\\Users".',
)

_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_DRIVE = re.compile(r"(?<![A-Za-z])[A-Za-z]:\\(?!\\)")
_IN_A_PATH = re.compile(r"(?<=[\w.:)-])\\[0abtvfreN_LP](?=\w)|(?<=[\w.:)-])\\n(?=\w+(?:\\|\.\w))")
"""An escape between two words, as in `docs\\table`: nobody means a tab there."""

_SHARE = re.compile(r'"\\\\\w')
_IN_A_SHARE = re.compile(r"(?<=[\w.:)-])\\[0abtnvfreN_LP](?=\w)")
"""The name of a folder on another computer, and an escape in it: two words are none of it."""

_SIMPLE = {"0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "e": "\x1b"}


def escape_problems(text: str, source: Source) -> Iterator[Problem]:
    """Yield each escape that is valid YAML and turns a text into what nobody wrote or can read."""
    if '"' not in text or "\\" not in text:
        return
    for token in yaml.scan(text, Loader=Loader):
        if isinstance(token, yaml.ScalarToken) and token.style == '"':
            start = token.start_mark.index
            written = text[start : token.end_mark.index]
            if "\\" in written:
                yield from _in_text(written, start, text, source)


def _in_text(written: str, start: int, text: str, source: Source) -> Iterator[Problem]:
    if found := _path_in(written):
        cause = "a backslash in double quotes begins an escape, so the path is read otherwise"
        yield problem("YA101", source.place_in(text, start + found), cause, DOUBLE_IT)
        return
    for match in _ESCAPE.finditer(written):
        if UNSHOWN.match(character := _meant(match[0])):
            cause = f"{match[0]} stands for the control character {ord(character):#04x}"
            yield problem("YA117", source.place_in(text, start + match.start()), cause)


def _path_in(written: str) -> int:
    """Return where the first single backslash of a path stands in a text; 0 for none."""
    if drive := _DRIVE.search(written):
        return drive.end() - 1
    after_a_word = _IN_A_SHARE if _SHARE.match(written) else _IN_A_PATH
    for match in _ESCAPE.finditer(written):
        if (found := after_a_word.match(written, match.start())) and found.end() <= match.end():
            return match.start()
    return 0


def _meant(escape: str) -> str:
    """Return the character that an escape stands for, if it may be one that no page shows."""
    if escape[1] in "xuU":
        number = int(escape[2:] or "20", 16)
        return chr(number) if number < 0x110000 else " "
    return _SIMPLE.get(escape[1], " ")
