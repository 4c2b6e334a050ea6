"""GIFT, read: the questions that we have a kind for; the others are named, with their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypedDict

from .items import Item, Note, Option, left_out
from .markup import formed, words_of
from .naming import id_of

_HEAD = re.compile(r"^(?:::(?P<title>(?:\\.|[^\\])*?)::)?", re.S)
_FORMAT = re.compile(r"^\s*\[(?P<form>html|markdown|plain|moodle)\]")
_BODY = re.compile(
    r"^(?P<before>(?:\\.|[^\\{}])*)\{(?P<body>(?:\\.|[^\\{}])*)\}(?P<after>.*)$", re.S
)
_ANSWERED = re.compile(r"(?:\\.|[^\\{}])*\{(?:\\.|[^\\{}])*\}[ \t]*(?=\n)", re.S)
"""A question up to its last brace, where more lines follow."""

_OPENS = re.compile(r"(?<!\\)\{")
_PIECE = re.compile(r"([=~])((?:\\.|[^\\=~])*)", re.S)
_LEAD = re.compile(r"(?:\\.|[^\\=~])*", re.S)
_WEIGHT = re.compile(r"^\s*%(-?\d+(?:\.\d+)?)%")
_BOOLEAN = re.compile(r"^(T|TRUE|F|FALSE)\s*(?=#|$)")
_ID = re.compile(r"\[id:([^\]]+)\]")
_ESCAPED = re.compile(r"\\(.)", re.S)
_GOES_ON = re.compile(r"\s*(?:[=~#}]|//)")
"""How a line begins that belongs to the answers above it, although a line between is empty."""


def read_gift(text: str) -> tuple[list[Item], list[Note]]:
    """Return the questions of a GIFT file, and what could not be read."""
    items: list[Item] = []
    notes: list[Note] = []
    for number, (first, block) in enumerate(_blocks(text), 1):
        for line, comment, body in _questions(first, block):
            item, found = _Question(_name(comment, body, number), line).read(body)
            items += [item] if item else []
            notes += found
    return items, notes


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the first line and the lines of what stands between empty lines."""
    block: list[str] = []
    first, depth, gap = 0, 0, False
    for number, line in enumerate(re.split(r"\r\n?|\n", text.replace("\ufeff", "")), 1):
        if not line.strip():
            gap = True
            block += [""] if block else []
            continue
        if gap and block and not (depth > 0 and _GOES_ON.match(line)):
            yield first, block
            block, depth = [], 0
        first = first if block else number
        block.append(line)
        gap = False
        depth += 0 if line.lstrip().startswith("//") else _braces(line)
    if block:
        yield first, block


def _braces(line: str) -> int:
    signs = re.findall(r"\\.|[{}]", line)
    return signs.count("{") - signs.count("}")


def _questions(first: int, block: list[str]) -> Iterator[tuple[int, str, str]]:
    """Yield the line, the comments and the text of each question in a block.

    A category stands for itself, whatever follows in the next line. Two questions without an empty
    line between them are two.
    """
    comments: list[str] = []
    lines: list[str] = []
    start, depth = first, 0
    end = first + len(block)
    for number, line in enumerate([*block, "::"], first):
        if line.lstrip().startswith(("//", "$CATEGORY")):
            comments.append(line)
            lines.append("")
            continue
        if lines and (depth <= 0 or number == end) and line.lstrip().startswith("::"):
            for at, body in _answered("\n".join(lines)):
                yield start + at, "\n".join(comments), body
            comments, lines, start, depth = [], [], number, 0
        lines.append(line)
        depth += _braces(line)


def _answered(text: str) -> Iterator[tuple[int, str]]:
    """Yield each question that ends with its braces, and how many lines stand above it."""
    start = above = 0
    while start < len(text):
        found = _ANSWERED.match(text, start)
        more = found and _OPENS.search(text, found.end())
        end = found.end() if found and more else len(text)
        body = text[start:end]
        if body.strip():
            blank = body[: len(body) - len(body.lstrip())]
            yield above + blank.count("\n"), body.strip()
        above += body.count("\n")
        start = end


def _name(comment: str, body: str, number: int) -> str:
    """Return the id of a question: its own, or one made of its title."""
    found = _ID.findall(comment)
    title = _HEAD.match(body)
    return id_of(
        found[-1] if found else _plain((title and title["title"]) or ""), f"question-{number}"
    )


def _plain(text: str) -> str:
    """Return a text without its escapes."""
    return _ESCAPED.sub(lambda mark: "\n" if mark[1] == "n" else mark[1], text).strip()


def _parted(text: str, mark: str) -> tuple[str, str, str]:
    """Partition at a mark that is not escaped."""
    found = re.match(rf"((?:\\.|[^\\])*?){re.escape(mark)}", text, re.S)
    return (found[1], mark, text[found.end() :]) if found else (text, "", "")


class _Around(TypedDict):
    """What an item has whatever its form."""

    explanation: str
    line: int


class _Question:
    """Reads one question, and notes what is lost of it on the way."""

    def __init__(self, name: str, line: int) -> None:
        self.name = name
        self.line = line
        self.form = "moodle"
        self.lost: dict[str, None] = {}

    def read(self, text: str) -> tuple[Item | None, list[Note]]:
        """Return the question, and what the report says of it."""
        item, why = self._read(text)
        if item is None:
            return None, [left_out(self.name, why, self.line)]
        return item, [Note(self.name, words, self.line, lost=True) for words in self.lost]

    def _formed(self, text: str) -> str:
        """Return a text by its format: its own, or that of the question."""
        own = _FORMAT.match(text)
        made, lost = formed(_plain(_FORMAT.sub("", text)), own["form"] if own else self.form)
        self.lost |= dict.fromkeys(f"not taken over: {each}" for each in lost)
        return made

    def _read(self, text: str) -> tuple[Item | None, str]:
        head = _HEAD.match(text)
        body = _BODY.match(text[head.end() :]) if head else None
        if body is None:
            opened = re.search(r"(?<!\\)[{}]", text)
            return None, "its braces do not fit" if opened else "it has no answer in braces"
        if body["after"].strip():
            return None, "a word missing inside a sentence has no kind here"
        inside, _, explanation = _parted(body["body"], "####")
        if own := _FORMAT.match(body["before"]):
            self.form = own["form"]
        stem, inside = self._formed(body["before"]), inside.strip()
        values: _Around = {"explanation": self._formed(explanation), "line": self.line}
        if inside.startswith("#"):
            return None, "a number with a tolerance has no kind here"
        if not inside:
            return None, "a free text that nobody marks has no kind here"
        if found := _BOOLEAN.match(inside):
            return self._true_false(stem, found[1][0] == "T", inside[found.end() :], values), ""
        before = _LEAD.match(inside)
        if before and (lead := before[0].strip()):
            self.lost[f'not taken over: "{" ".join(lead.split())[:40]}" before the answers'] = None
        pieces = _PIECE.findall(inside)
        if pieces and all(mark == "=" and "->" in piece for mark, piece in pieces):
            parts = [piece.split("->", 1) for _, piece in pieces]
            pairs = tuple((self._formed(one), words_of(self._formed(two))) for one, two in parts)
            return Item(self.name, "matching", stem, pairs=pairs, **values), ""
        return self._choosing(stem, pieces, values)

    def _true_false(self, stem: str, right: bool, rest: str, values: _Around) -> Item:
        """After the letter come the feedback of the wrong answer and that of the right one."""
        _, _, said = _parted(rest, "#")
        wrong, _, good = _parted(said, "#")
        words = {True: self._formed(good), False: self._formed(wrong)}
        options = (
            Option("True", right, words[right]),
            Option("False", not right, words[not right]),
        )
        return Item(self.name, "true_false", stem, options, **values)

    def _choosing(
        self, stem: str, pieces: list[tuple[str, str]], values: _Around
    ) -> tuple[Item | None, str]:
        options, boxes, shares = [], False, set()
        for mark, piece in pieces:
            weight = _WEIGHT.match(piece)
            share = float(weight[1]) if weight else (100.0 if mark == "=" else 0.0)
            # Only where several can be right does a wrong mark stand before a right answer.
            boxes |= mark == "~" and share > 0
            shares |= {round(share, 1)} if share > 0 else set()
            text, _, feedback = _parted(piece[weight.end() :] if weight else piece, "#")
            options.append(Option(self._formed(text), share > 0, self._formed(feedback)))
        right = sum(each.right for each in options)
        if not right:
            return None, "no answer is right"
        if len(shares) > 1:
            parts = ", ".join(f"{each:g} %" for each in sorted(shares))
            self.lost[f"not taken over: shares of the points ({parts}); all count as right"] = None
        if all(mark == "=" for mark, _ in pieces):
            typed = tuple(each._replace(text=words_of(each.text)) for each in options)
            return Item(self.name, "short", stem, typed, **values), ""
        if len(options) < 2:
            return None, "it has fewer than two choices"
        form = "several" if right > 1 or boxes else "choice"
        return Item(self.name, form, stem, tuple(options), **values), ""
