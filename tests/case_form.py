"""The form of the files in tests/faults/cases: markers, and what the lines below them say.

tests/faults/README.md describes it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

SAYS = ("expect", "run")
LAYS = ("file", "change", "copy", "remove")

MARKER = re.compile(r"-- (?P<verb>\w+)(?: (?P<path>\S.*?))?(?: \((?P<how>[^()]*)\))? --")
PROBLEM = re.compile(r"(\S.*:\d+:\d+) ([A-Z]{2}\d{3})(?: (.+))?")
RUN = re.compile(r"(?:SOURCE_DATE_EPOCH=(\d+) )?check(?: --due (\S+))?")
ESCAPE = re.compile(r"\\(x[0-9a-f]{2}|u[0-9a-f]{4}|[\\rt\n]|)")
UNSEEN = re.compile(
    r"[^\S ]|[\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff]"
)


class MalformedError(Exception):
    """A case file that cannot be meant so: where, what, and what to write."""

    def __init__(self, line: Line, words: str) -> None:
        super().__init__(f"{line.place}: {words}")


class Line(NamedTuple):
    """A line of a case file."""

    place: str
    text: str


@dataclass(frozen=True)
class Section:
    """A marker, `-- verb path (how) --`, and the lines below it."""

    marker: Line
    verb: str
    path: str
    how: tuple[str, ...]
    body: list[Line] = field(default_factory=list)

    def text(self, line: Line) -> str:
        """Return a line of a file, with its end."""
        text = f"{line.text}\n"
        if "escaped" not in self.how:
            return text
        return ESCAPE.sub(lambda found: _unescaped(found[1], line), text)

    def bytes(self, text: str) -> bytes:
        """Return the text of a file in its encoding."""
        encoding = next((each for each in self.how if each != "escaped"), "utf-8")
        try:
            return text.encode(encoding)
        except (LookupError, UnicodeEncodeError) as fault:
            raise MalformedError(self.marker, str(fault)) from fault

    def whole(self) -> str:
        """Return the text that stands below the marker."""
        return "".join(map(self.text, self.body))

    def changed(self, text: str) -> str:
        """Return a text with the changes that stand below the marker, from its top to its end."""
        lines = text.splitlines(keepends=True)
        at = -1
        for line in self.body:
            at = self._step(line, lines, at)
        return "".join(lines)

    def _step(self, line: Line, lines: list[str], at: int) -> int:
        """Do to ``lines`` what a line of a change says; return where the next one does its work."""
        sign, rest = line.text[:1], Line(line.place, line.text[1:])
        if sign == "@":
            return _number(rest, max(at, 0) + 1, len(lines) + 1) - 1
        if sign not in ("+", "-") or at < 0:
            raise MalformedError(line, "write `@ LINE`, and then lines with - or + before them")
        text = self.text(rest)
        if sign == "+":
            lines.insert(at, text)
            return at + 1
        if lines[at : at + 1] != [text]:
            raise MalformedError(line, f"the line to change is {''.join(lines[at : at + 1])!r}")
        del lines[at]
        return at

    def problems(self) -> list[tuple[str, str, str]]:
        """Return place, code and words of each problem that is expected."""
        if not self.body:
            raise MalformedError(self.marker, "expects neither problems nor `nothing`")
        return (
            [] if [each.text for each in self.body] == ["nothing"] else [*map(_problem, self.body)]
        )

    def run(self) -> tuple[str, str]:
        """Return the day of `check --due` and the value of SOURCE_DATE_EPOCH."""
        found = RUN.fullmatch("\n".join(line.text for line in self.body))
        if not found:
            words = "write `check --due DAY` or `SOURCE_DATE_EPOCH=SECONDS check`"
            raise MalformedError(self.marker, words)
        return found[2] or "", found[1] or ""


def lines_of(text: str, name: str) -> list[Line]:
    """Return the lines of a case file. Raises MalformedError for what nobody would see in it."""
    texts = text.removesuffix("\n").split("\n")
    lines = [Line(f"{name}:{number}", each) for number, each in enumerate(texts, 1)]
    for line in lines:
        if found := UNSEEN.search(line.text):
            sign = f"\\u{ord(found[0]):04x}"
            raise MalformedError(line, f"nobody sees {sign}: write that, in an (escaped) section")
        if line.text.endswith(" "):
            raise MalformedError(line, r"ends with a space: write \x20, in an (escaped) section")
    return lines


def divided(lines: list[Line]) -> tuple[str, list[Section]]:
    """Return the words above the first marker, and the sections."""
    about: list[str] = []
    sections: list[Section] = []
    for line in lines:
        if line.text.startswith("-- ") and line.text.endswith(" --"):
            sections.append(_section(line))
        elif sections:
            sections[-1].body.append(line)
        else:
            about.append(line.text)
    return " ".join(about).strip(), sections


def _section(marker: Line) -> Section:
    found = MARKER.fullmatch(marker.text)
    if not found or found["verb"] not in (*SAYS, *LAYS):
        raise MalformedError(marker, f"is no marker: write one of {', '.join((*SAYS, *LAYS))}")
    path = found["path"] or ""
    if bool(path) == (found["verb"] in SAYS):
        raise MalformedError(marker, "has a path too many or too few")
    how = tuple(each.strip() for each in (found["how"] or "").split(",") if each.strip())
    return Section(marker, found["verb"], path, how)


def _unescaped(escape: str, line: Line) -> str:
    if escape[:1] in ("x", "u"):
        return chr(int(escape[1:], 16))
    if not escape:
        raise MalformedError(line, r"has a \ that means nothing: write \\, \xNN, \uNNNN, \t or \r")
    return {"\\": "\\", "r": "\r", "t": "\t", "\n": ""}[escape]


def _number(line: Line, least: int, most: int) -> int:
    number = int(line.text) if line.text.strip().isdecimal() else 0
    if not least <= number <= most:
        raise MalformedError(line, f"is no line from {least} to {most}")
    return number


def _problem(line: Line) -> tuple[str, str, str]:
    found = PROBLEM.fullmatch(line.text)
    if not found:
        raise MalformedError(line, "write `path:line:column CODE words`")
    return found[1], found[2], found[3] or ""
