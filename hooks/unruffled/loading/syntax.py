"""What a YAML parser stumbles over or passes over in silence, in an author's words.

The places are chosen for the author: an unclosed quote or bracket is shown where it opens,
not where the parser gave up.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import yaml

from ..problems import Problem, problem

if TYPE_CHECKING:
    from .yaml_source import Source

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_QUOTE_IT = 'put the whole text in quotes: "…"'
_ESCAPE_IT = 'put the text in single quotes, or write " inside it as \\" and \\ as \\\\'
_ALIAS = "a text that begins with * is read as an alias"
_ANCHOR = "a text that begins with & is read as an anchor"
_TAG = "a text that begins with ! is read as a tag"

# words of the parser → code, whether to show where the thing began, cause, cure
_SYNTAX: tuple[tuple[str, str, bool, str, str | None], ...] = (
    ("unknown escape", "YA101", False, "a backslash in double quotes begins an escape", _ESCAPE_IT),
    ("quoted scalar", "YA105", True, "the quote that opens here is not closed", None),
    ("mapping values are", "YA104", False, "a colon and a space stand inside a text", None),
    ("a tab character", "YA103", False, "this line is indented with a tab", None),
    ("'\\t'", "YA103", False, "this line is indented with a tab", None),
    ("a single document", "YA109", False, "a second document begins here", None),
    ("undefined alias", "YA107", False, _ALIAS, None),
    ("duplicate anchor", "YA107", False, _ANCHOR, None),
    ("scanning an alias", "YA107", True, _ALIAS, None),
    ("scanning an anchor", "YA107", True, _ANCHOR, None),
    ("a tag", "YA101", True, _TAG, _QUOTE_IT),
    ("tag handle", "YA101", True, _TAG, _QUOTE_IT),
    ("a flow", "YA101", True, "the bracket that opens here is not closed", "close the bracket"),
    (
        "simple key",
        "YA101",
        True,
        "this line is no `key: value`, and no text that goes on from the line above",
        "indent the line more than its key, or write the colon",
    ),
)

_UNPRINTABLE = re.compile(
    f"{yaml.reader.Reader.NON_PRINTABLE.pattern}|[\x85\u2028\u2029]"
)  # the last three end a line in YAML and in no editor
_MARKS = re.compile(r"(?:^|[:?,-][ \t]|[\[{,])[ \t]*[&*!]\S", re.MULTILINE)
_CUT = re.compile(r"\S[ \t]#[^\s#!]")
_SILENT = {yaml.AnchorToken: ("YA107", _ANCHOR), yaml.AliasToken: ("YA107", _ALIAS)}
_ENDS = (yaml.ScalarToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


def syntax_problem(error: yaml.YAMLError, text: str, source: Source) -> Problem:
    """Return the one fault that a file has which cannot be parsed."""
    assert isinstance(error, yaml.MarkedYAMLError)  # the others are about characters
    words = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return problem("YA101", source.start, f"the file is not valid YAML: {words.strip()}")
    if "cannot start any token" in words:
        return _cannot_begin(text[mark.index : mark.index + 1], mark, source)
    if "expected key" in words and (token := _ended_before(text, mark)):
        return _after(token, mark, source)
    for needle, code, begin, cause, cure in _SYNTAX:
        if needle in words:
            return problem(code, source.place((begin and error.context_mark) or mark), cause, cure)
    return problem("YA101", source.place(mark), f"the file is not valid YAML here: {words.strip()}")


def silent_problems(text: str, source: Source) -> Iterator[Problem]:
    """Yield what YAML takes for its own: comments, anchors, aliases, tags, whose words get lost."""
    if _CUT.search(text):
        yield from _cut_texts(text, source)
    if not _MARKS.search(text):
        return
    for token in yaml.scan(text, Loader=Loader):
        if isinstance(token, yaml.TagToken):
            yield problem("YA101", source.place(token.start_mark), _TAG, _QUOTE_IT)
        elif type(token) in _SILENT:
            code, cause = _SILENT[type(token)]
            yield problem(code, source.place(token.start_mark), cause)


def _cut_texts(text: str, source: Source) -> Iterator[Problem]:
    """Yield each text without quotes that goes on behind a #, as in `Flat #5`."""
    lines = text.split("\n")
    for token in yaml.scan(text, Loader=Loader):
        if not isinstance(token, yaml.ScalarToken) or not token.plain:
            continue
        end = token.end_mark
        if match := re.match(r"[ \t]+(#[^\s#!]\S*)", lines[end.line][end.column :]):
            cause = f"the text ends before {match[1]}, which is taken for a comment"
            yield problem("YA110", source.place(token.start_mark), cause)


def unprintable_problem(text: str, source: Source) -> Problem | None:
    """Return the fault of a character that no editor shows, and that YAML may take for a line."""
    match = _UNPRINTABLE.search(text)
    if match is None:
        return None
    line = text.count("\n", 0, match.start())
    column = match.start() - text.rfind("\n", 0, match.start()) - 1
    mark = yaml.Mark("", match.start(), line, column, None, None)
    cause = f"an invisible character ({ord(match[0]):#06x}) stands here"
    return problem("YA101", source.place(mark), cause, "remove the character")


def _cannot_begin(character: str, mark: yaml.Mark, source: Source) -> Problem:
    if character == "\t":
        return problem("YA103", source.place(mark), "this line is indented with a tab")
    cause = f"a text cannot begin with {character or 'this character'}"
    return problem("YA101", source.place(mark), cause, _QUOTE_IT)


def _ended_before(text: str, mark: yaml.Mark) -> yaml.Token | None:
    """Return the text in quotes or the bracket that ends on the line where the parser gave up."""
    token = None
    with contextlib.suppress(yaml.YAMLError):  # the text is cut where it goes wrong
        for each in yaml.scan(text[: mark.index], Loader=Loader):
            if isinstance(each, _ENDS):
                token = each
    if token is None or token.end_mark.line != mark.line:
        return None
    plain = isinstance(token, yaml.ScalarToken) and token.style not in ('"', "'")
    return None if plain else token


def _after(token: yaml.Token, mark: yaml.Mark, source: Source) -> Problem:
    if not isinstance(token, yaml.ScalarToken):
        return problem(
            "YA101", source.place(mark), "words stand after a closing bracket", _QUOTE_IT
        )
    if token.start_mark.line < token.end_mark.line:
        closed = source.place(token.end_mark).line
        cause = f"the quote that opens here is closed in line {closed}, by one that opens a text"
        return problem("YA105", source.place(token.start_mark), cause)
    return problem("YA101", source.place(mark), "words stand after the closing quote", _ESCAPE_IT)
