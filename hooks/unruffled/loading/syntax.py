"""What a YAML parser stumbles over or passes over in silence, in an author's words.

The places are chosen for the author: an unclosed quote or bracket is shown where it opens,
not where the parser gave up.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

import yaml

from ..catalogue import declare
from ..problems import Problem, problem
from ..text.markup import cut_short, is_glued
from .comments import COMMENT, comments
from .nearly import lookalike, lost_bracket, open_quote
from .parser import Loader
from .source import Source

declare(
    "YA104",
    meaning="A text contains a colon and a space, so YAML takes it for a key.",
    cure='Put the whole text in double quotes: "…". If it is a key, indent it like its neighbours.',
)
declare(
    "YA105",
    meaning="A quote is opened and never closed.",
    cure="Close the quote, or remove it.",
)
declare(
    "YA107",
    meaning="The file uses YAML anchors (&) and aliases (*).",
    cure="Write the text out in both places. To begin a text with & or *, put it in quotes.",
)
declare(
    "YA109",
    meaning="The file holds more than one YAML document.",
    cure="Remove the line `---`.",
)

_QUOTE_IT = 'put the whole text in quotes: "…"'
_ESCAPE_IT = 'put it in double quotes, and write \\" for a quote inside and \\\\ for a backslash'
DOUBLE_IT = 'write \\\\ for a backslash, and \\" for a quote inside the text'
_INDENTED = "this line is indented differently from its neighbours"
_INDENT_IT = "give it as many spaces as the lines that belong with it"
_DASH_IT = "; if it is a new entry, begin it with a dash and a space"
_NO_KEY = (
    "this line is no `key: value`, and no text that goes on from the line above",
    "indent the line more than its key, or write the colon",
)
_ALIAS = "a text that begins with * is read as an alias"
_ANCHOR = "a text that begins with & is read as an anchor"
_TAG = "a text that begins with ! is read as a tag"

# words of the parser → code, whether to show where the thing began, cause, cure
_SYNTAX: tuple[tuple[str, str, bool, str, str | None], ...] = (
    ("unknown escape", "YA101", False, "a backslash in double quotes begins an escape", DOUBLE_IT),
    ("quoted scalar", "YA105", True, "the quote that opens here is not closed", None),
    ("mapping values are", "YA104", False, "a colon and a space stand inside a text", None),
    ("a tab character", "YA103", False, "this line is indented with a tab", None),
    ("'\\t'", "YA103", False, "this line is indented with a tab", None),
    ("a single document", "YA109", False, "a second document begins here", None),
    ("undefined alias", "YA107", False, _ALIAS, None),
    ("duplicate anchor", "YA107", False, _ANCHOR, None),
    ("scanning an alias", "YA107", True, _ALIAS, None),
    ("scanning an anchor", "YA107", True, _ANCHOR, None),
    ("directive", "YA101", True, "a line cannot begin with %", _QUOTE_IT),
    ("a tag", "YA101", True, _TAG, _QUOTE_IT),
    ("tag handle", "YA101", True, _TAG, _QUOTE_IT),
    ("a flow", "YA101", True, "the bracket that opens here is not closed", "close the bracket"),
    ("block scalar", "YA101", True, "a text cannot begin with > or |", _QUOTE_IT),
    ("block sequence entries", "YA101", False, "a text cannot begin with a dash", _QUOTE_IT),
    ("expected '-' indicator", "YA101", False, _INDENTED, f"{_INDENT_IT}{_DASH_IT}"),
    ("expected key", "YA101", False, _INDENTED, _INDENT_IT),
    ("<document start>", "YA101", False, _INDENTED, _INDENT_IT),
    ("simple key", "YA101", True, *_NO_KEY),
)

_KEY = re.compile(r"\s*(?:- +)?[a-z_]+:(?=\s|$)")
_GLUED = (
    (re.compile(r"(?P<at>-)[a-z_]+:(?:\s|$)"), "put a space after the dash"),
    (re.compile(r"(?:- +)?(?P<at>[a-z_]+:)[^\s:/]\S*$"), "put a space after the colon"),
)  # what stands on a line that an author took for a new entry or a key with its value

_MARK = re.compile(r"[&*!](?=\S)")
_BEFORE_MARK = re.compile(r"(?:^|[:?,-][ \t]|[\[{,])[ \t]*\Z")
_CUT = re.compile(r"\S[ \t]+#[^\s#!]")
_SILENT = {yaml.AnchorToken: ("YA107", _ANCHOR), yaml.AliasToken: ("YA107", _ALIAS)}
_ENDS = (yaml.ScalarToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


def syntax_problem(error: yaml.YAMLError, text: str, source: Source) -> Problem:
    """Return the one fault that a file has which cannot be parsed."""
    assert isinstance(error, yaml.MarkedYAMLError)  # the others are about characters
    words = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return problem("YA101", source.start, "the file is not valid YAML")
    if found := _of_the_lines_around(error, mark, text, source):
        return found
    if "mapping values" in words and _is_key(text, mark):
        return _line_problem(text, mark.line, source, _INDENTED, _INDENT_IT)
    if "cannot start any token" in words:
        return _cannot_begin(text[mark.index : mark.index + 1], mark, source)
    if "a flow" in words and text[mark.index : mark.index + 1] == ":" and _on_one_line(error):
        return problem("YA104", source.place(mark), "a colon and a space stand inside a text")
    if "expected key" in words and (token := _ended_before(text, mark)):
        return _after(token, mark, text, source)
    for needle, code, begin, cause, cure in _SYNTAX:
        if needle in words:
            return problem(code, source.place((begin and error.context_mark) or mark), cause, cure)
    return problem("YA101", source.place(mark), "the file is not valid YAML here")


def _of_the_lines_around(
    error: yaml.MarkedYAMLError, mark: yaml.Mark, text: str, source: Source
) -> Problem | None:
    """Return what the lines show, if it is plainer than what the parser says of them."""
    words = f"{error.context or ''} {error.problem or ''}"
    return (
        lookalike(error, text, source)
        or _glued(error, text, source)
        or _in_quotes(words, error, text, source)
        or ("a flow" in words and lost_bracket(error, text, source))
        or _broken_text(text, mark, source)
        or None
    )


def _in_quotes(
    words: str, error: yaml.MarkedYAMLError, text: str, source: Source
) -> Problem | None:
    """Return the fault of an escape that is cut short, or of a quote that does not close."""
    if error.problem_mark and ("hexdecimal" in words or "escape code" in words):
        index = text.rfind("\\", 0, error.problem_mark.index)
        cause = "a backslash in double quotes begins an escape"
        return problem("YA101", source.place_in(text, index), cause, DOUBLE_IT)
    if error.context_mark and "quoted scalar" in words and "end of stream" in words:
        return open_quote(error.context_mark, text, source)
    return None


def _is_key(text: str, mark: yaml.Mark) -> bool:
    """Whether the colon at ``mark`` ends the first word of its line: a key, not part of a text."""
    found = _KEY.match([*text.split("\n"), ""][mark.line])
    return found is not None and found.end() == mark.column + 1


def _line_problem(text: str, line: int, source: Source, cause: str, cure: str) -> Problem:
    """Return a fault of a whole line, shown at its first word."""
    words = text.split("\n")[line]
    return problem("YA101", source.at(line, _indent(words)), cause, cure)


def _on_one_line(error: yaml.MarkedYAMLError) -> bool:
    """Whether the parser gave up on the line where the thing began."""
    begin, end = error.context_mark, error.problem_mark
    return begin is not None and end is not None and begin.line == end.line


def _broken_text(text: str, mark: yaml.Mark, source: Source) -> Problem | None:
    """Return the fault of the line above, where a comment ends its text or it has no colon."""
    lines = text.split("\n")
    if not 0 < mark.line <= len(lines):
        return None
    # The parser may give up below the last line.
    above, here = [*lines, ""][mark.line - 1 : mark.line + 1]
    if mark.line == len(lines) and above and ":" not in above:
        return _line_problem(text, mark.line - 1, source, *_NO_KEY)
    if _KEY.match(above) and COMMENT.search(above) and not _KEY.match(here) and here[:1] == " ":
        cause = "the text that goes on below ends before the #, which begins a comment"
        return problem("YA110", source.at(mark.line - 1, above.index("#")), cause)
    if _is_key(text, mark) and ":" not in above and _indent(above) == _indent(here) and above:
        return _line_problem(text, mark.line - 1, source, *_NO_KEY)
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _glued(error: yaml.MarkedYAMLError, text: str, source: Source) -> Problem | None:
    """Return the fault of a dash or a colon without its space, near where the parser gave up."""
    lines = text.split("\n")
    marks = [mark.line for mark in (error.problem_mark, error.context_mark) if mark]
    near = {line for mark in marks for line in (mark, mark - 1) if 0 <= line < len(lines)}
    for line in sorted(near):
        for pattern, cure in _GLUED:
            if found := pattern.match(lines[line].strip()):
                cause = f'"{found["at"]}" and what follows it are read as one word'
                return _line_problem(text, line, source, cause, cure)
    return None


def silent_problems(text: str, source: Source) -> Iterator[Problem]:
    """Yield what YAML takes for its own: comments, anchors, aliases, tags, whose words get lost."""
    if "#" in text and _CUT.search(text):
        yield from _cut_texts(text, source)
    if not _has_marks(text):
        return
    for token in yaml.scan(text, Loader=Loader):
        if isinstance(token, yaml.TagToken):
            yield problem("YA101", source.place(token.start_mark), _TAG, _QUOTE_IT)
        elif type(token) in _SILENT:
            code, cause = _SILENT[type(token)]
            yield problem(code, source.place(token.start_mark), cause)


def _has_marks(text: str) -> bool:
    """Whether a & or a * or a ! stands where YAML may read it as its own."""
    for found in _MARK.finditer(text):
        index = found.start()
        before = text[index - 1 : index]
        if before in _CAN_STAND_BEFORE:
            line = text.rfind("\n", 0, index) + 1
            if _BEFORE_MARK.search(text[line:index]):
                return True
    return False


_CAN_STAND_BEFORE = "\n \t[{,"
"""A character that is none of these has no such mark behind it; nothing is before the first."""


def _cut_texts(text: str, source: Source) -> Iterator[Problem]:
    """Yield each text without quotes that goes on behind a #, as in `Flat #5`."""
    ends = comments(text)
    for token in yaml.scan(text, Loader=Loader):
        end = (token.end_mark.line, token.end_mark.column)
        if isinstance(token, yaml.ScalarToken) and end in ends and is_glued(ends[end].text):
            yield problem("YA110", source.place(token.start_mark), cut_short(ends[end].text))


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


def _after(token: yaml.Token, mark: yaml.Mark, text: str, source: Source) -> Problem:
    if not isinstance(token, yaml.ScalarToken):
        return problem(
            "YA101", source.place(mark), "words stand after a closing bracket", _QUOTE_IT
        )
    if token.start_mark.line < token.end_mark.line:
        if found := open_quote(token.start_mark, text, source):
            return found
        closed = source.place(token.end_mark).line
        cause = f"the quote that opens here is closed in line {closed}, by one that opens a text"
        return problem("YA105", source.place(token.start_mark), cause)
    return problem("YA101", source.place(mark), "words stand after the closing quote", _ESCAPE_IT)
