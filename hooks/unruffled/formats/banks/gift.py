r"""GIFT, the text format of Moodle (docs.moodle.org/en/GIFT_format).

What is not escaped is not refused by Moodle: it becomes another question. So every text is escaped,
says that it is plain, and has no line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .items import Bank, Item, Note, Option, carried, shares, texts_of, without_orders
from .texts import plain

_MARKS = re.compile(r"[\\~=#{}:]")


def write_gift(bank: Bank) -> tuple[str, list[Note]]:
    """Return the text of a GIFT file, and what it does not carry."""
    bank = without_orders(bank)
    items, left = carried(bank, BODIES, "GIFT")
    notes = [*bank.notes, *left]
    notes += [Note(each.id, "its hints are left out") for each in items if each.hints]
    notes += [Note(each.id, "counts one point there") for each in items if each.points > 1]
    notes += [Note(each.id, ARROW) for each in items if _has_arrow(each)]
    # A slash would begin another category.
    parts = [f"$CATEGORY: {plain(bank.title).replace('/', '//')}", *map(_question, items)]
    return "\n\n".join(parts) + "\n", notes


ARROW = "-> is written as →: there, it would make a pair"


def _has_arrow(item: Item) -> bool:
    return any("->" in plain(line) for text in texts_of(item) for line in text.split("\n"))


def _question(item: Item) -> str:
    tags = " ".join(f"[tag:{each}]" for each in item.tags)
    explanation = f"\n\t####{_formed(item.explanation)}" if item.explanation else ""
    stem = f"::{_text(item.id)}::[plain]{_text(item.stem)}"
    return f"// [id:{item.id}] {tags}\n{stem}{{{BODIES[item.form](item)}{explanation}\n}}"


def _text(text: str) -> str:
    r"""Return a text as GIFT writes it: plain, escaped, its line ends as ``\n``."""
    lines = [plain(line) for line in text.split("\n")]
    escaped = [_MARKS.sub(lambda mark: f"\\{mark[0]}", line.replace("->", "→")) for line in lines]
    return r"\n".join(escaped)


def _formed(text: str) -> str:
    """Return a text that may say its format. One that begins like a format or a weight says it."""
    escaped = _text(text)
    return f"[plain]{escaped}" if escaped.startswith(("[", "%")) else escaped


def _weight(share: float) -> str:
    """Return a share as Moodle lists it: five decimals at most, no zeros at the end."""
    return f"{share:.5f}".rstrip("0").rstrip(".")


def _option(option: Option, mark: str, weight: str = "") -> str:
    feedback = f"#{_formed(option.feedback)}" if option.feedback else ""
    return f"\n\t{mark}{weight}{_formed(option.text)}{feedback}"


def _choice(item: Item) -> str:
    return "".join(_option(each, "=" if each.right else "~") for each in item.options)


def _several(item: Item) -> str:
    return "".join(_option(each, "~", f"%{_weight(part)}%") for each, part in shares(item.options))


def _true_false(item: Item) -> str:
    """The feedback of the wrong answer comes first."""
    right = next(each for each in item.options if each.right)
    wrong = next(each for each in item.options if not each.right)
    letter = "T" if right is item.options[0] else "F"
    return f"{letter}#{_formed(wrong.feedback)}#{_formed(right.feedback)}"


def _short(item: Item) -> str:
    return "".join(_option(each, "=", "" if each.right else "%0%") for each in item.options)


def _matching(item: Item) -> str:
    return "".join(f"\n\t={_formed(text)} -> {_text(match)}" for text, match in item.pairs)


BODIES: dict[str, Callable[[Item], str]] = {
    "choice": _choice,
    "several": _several,
    "true_false": _true_false,
    "short": _short,
    "matching": _matching,
    "essay": lambda item: "",
}
