"""GIFT, read: the questions that we have a kind for; the others are named."""

from __future__ import annotations

import re

from ..model.base import is_id
from .items import Item, Note, Option

_HEAD = re.compile(r"^(?:::(?P<title>(?:\\.|[^\\])*?)::)?")
_FORMAT = re.compile(r"^\s*\[(?:html|markdown|plain|moodle)\]")
_BODY = re.compile(
    r"^(?P<before>(?:\\.|[^\\{}])*)\{(?P<body>(?:\\.|[^\\{}])*)\}(?P<after>.*)$", re.S
)
_PIECE = re.compile(r"([=~])((?:\\.|[^\\=~])*)", re.S)
_WEIGHT = re.compile(r"^\s*%(-?\d+(?:\.\d+)?)%")
_ID = re.compile(r"\[id:([^\]]+)\]")
_ESCAPED = re.compile(r"\\(.)", re.S)


def read_gift(text: str) -> tuple[list[Item], list[Note]]:
    """Return the questions of a GIFT file, and what could not be read."""
    items: list[Item] = []
    notes: list[Note] = []
    for number, block in enumerate(_blocks(text), 1):
        comment = "\n".join(line for line in block if line.lstrip().startswith("//"))
        body = "\n".join(line for line in block if not line.lstrip().startswith("//"))
        if not body.strip() or body.lstrip().startswith("$CATEGORY"):
            continue
        name = _name(comment, body, number)
        item, why = _read(name, body.strip())
        if item:
            items.append(item)
        else:
            notes.append(Note(name, f"left out: {why}"))
    return items, notes


def _blocks(text: str) -> list[list[str]]:
    """Questions stand apart by empty lines."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return blocks


def _name(comment: str, body: str, number: int) -> str:
    """Return the id of a question: its own, or one made of its title."""
    found = _ID.search(comment)
    title = _HEAD.match(body.strip())
    wanted = found[1] if found else _plain((title and title["title"]) or "")
    made = re.sub(r"[^a-z0-9]+", "-", wanted.casefold()).strip("-")[:60].rstrip("-")
    return made if is_id(made) else f"question-{number}"


def _plain(text: str) -> str:
    """Return a text without its escapes."""
    return _ESCAPED.sub(lambda mark: "\n" if mark[1] == "n" else mark[1], text).strip()


def _formed(text: str) -> str:
    """Return a text without its escapes and without the name of its format."""
    return _plain(_FORMAT.sub("", text))


def _read(name: str, text: str) -> tuple[Item | None, str]:
    body = _BODY.match(text[_HEAD.match(text).end() :])  # type: ignore[union-attr]
    if body is None:
        return None, "it has no answer in braces"
    if body["after"].strip():
        return None, "a word missing inside a sentence has no kind here"
    inside, _, explanation = _parted(body["body"], "####")
    stem, inside = _formed(body["before"]), inside.strip()
    values = {"explanation": _formed(explanation)}
    if inside.startswith("#"):
        return None, "a number with a tolerance has no kind here"
    if not inside:
        return None, "a free text that nobody marks has no kind here"
    if found := re.match(r"^(T|TRUE|F|FALSE)\b", inside):
        return _true_false(name, stem, found[1][0] == "T", inside[found.end() :], values), ""
    pieces = [(mark, piece) for mark, piece in _PIECE.findall(inside)]
    if pieces and all(mark == "=" and "->" in piece for mark, piece in pieces):
        parts = [piece.split("->", 1) for _, piece in pieces]
        pairs = tuple((_formed(one), _plain(two)) for one, two in parts)
        return Item(name, "matching", stem, pairs=pairs, **values), ""
    return _choosing(name, stem, pieces, values)


def _parted(text: str, mark: str) -> tuple[str, str, str]:
    """Partition at a mark that is not escaped."""
    found = re.match(rf"((?:\\.|[^\\])*?){re.escape(mark)}", text, re.S)
    return (found[1], mark, text[found.end() :]) if found else (text, "", "")


def _true_false(name: str, stem: str, right: bool, rest: str, values: dict[str, str]) -> Item:
    """After the letter come the feedback of the wrong answer and that of the right one."""
    _, _, said = _parted(rest, "#")
    wrong, _, good = _parted(said, "#")
    words = {True: _formed(good), False: _formed(wrong)}
    options = (
        Option("True", right, words[right]),
        Option("False", not right, words[not right]),
    )
    return Item(name, "true_false", stem, options, **values)


def _choosing(
    name: str, stem: str, pieces: list[tuple[str, str]], values: dict[str, str]
) -> tuple[Item | None, str]:
    options, boxes = [], False
    for mark, piece in pieces:
        weight = _WEIGHT.match(piece)
        share = float(weight[1]) if weight else (100.0 if mark == "=" else 0.0)
        # Only where several can be right does a wrong mark stand before a right answer.
        boxes |= mark == "~" and share > 0
        text, _, feedback = _parted(piece[weight.end() :] if weight else piece, "#")
        options.append(Option(_formed(text), share > 0, _formed(feedback)))
    right = sum(each.right for each in options)
    if not right:
        return None, "no answer is right"
    if all(mark == "=" for mark, _ in pieces):
        return Item(name, "short", stem, tuple(options), **values), ""
    if len(options) < 2:
        return None, "it has fewer than two choices"
    form = "several" if right > 1 or boxes else "choice"
    return Item(name, form, stem, tuple(options), **values), ""
