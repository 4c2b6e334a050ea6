"""Moodle XML (docs.moodle.org/en/Moodle_XML_format): the richest of Moodle's formats."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from xml.etree import ElementTree as ET

from ...text.xml import document
from .items import Bank, Item, Note, Option, carried, shares, without_orders
from .texts import html, plain

KINDS = {
    "choice": "multichoice",
    "several": "multichoice",
    "true_false": "truefalse",
    "short": "shortanswer",
    "matching": "matching",
    "essay": "essay",
    "gaps": "cloze",
}
# What means something inside a gap: its ends, its parts, what is right, shares, and their escape.
_MARKS = re.compile(r"[{}~#=%\\]")


def write_moodle(bank: Bank) -> tuple[str, list[Note]]:
    """Return the text of a Moodle XML file, and what it does not carry."""
    bank = without_orders(bank)
    quiz = ET.Element("quiz")
    category = ET.SubElement(quiz, "question", type="category")
    # A slash would begin another category.
    name = plain(bank.title).replace("/", "//")
    _texts(category, "category", f"$course$/top/{name}")
    items, left = carried(bank, KINDS, "Moodle")
    for item in items:
        _question(quiz, item)
    ET.indent(quiz, " ")
    return document(quiz), [*bank.notes, *left]


def _texts(parent: ET.Element, tag: str, text: str, **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, tag, attributes)
    ET.SubElement(made, "text").text = text
    return made


def _question(quiz: ET.Element, item: Item) -> None:
    made = ET.SubElement(quiz, "question", type=KINDS[item.form])
    _texts(made, "name", item.id)
    stem = _cloze(item) if item.form == "gaps" else html(item.stem)
    _texts(made, "questiontext", stem, format="html")
    _texts(made, "generalfeedback", html(item.explanation), format="html")
    if item.form != "gaps":
        ET.SubElement(made, "defaultgrade").text = str(item.points)
    ET.SubElement(made, "idnumber").text = item.id
    if fill := FILLERS.get(item.form):
        fill(made, item)
    for hint in item.hints:
        _texts(made, "hint", html(hint), format="html")
    tags = ET.SubElement(made, "tags")
    for tag in item.tags:
        _texts(tags, "tag", tag)


def _answer(made: ET.Element, option: Option, fraction: str, text: str, **form: str) -> None:
    answer = _texts(made, "answer", text, fraction=fraction, **form)
    _texts(answer, "feedback", html(option.feedback), format="html")


def _fraction(share: float) -> str:
    return f"{share:.5f}".rstrip("0").rstrip(".")


def _choice(made: ET.Element, item: Item) -> None:
    single = item.form == "choice"
    ET.SubElement(made, "single").text = str(single).lower()
    ET.SubElement(made, "shuffleanswers").text = str(item.shuffle).lower()
    ET.SubElement(made, "answernumbering").text = "ABCD"
    for option, share in shares(item.options):
        fraction = "0" if single and not option.right else _fraction(share)
        _answer(made, option, fraction, html(option.text), format="html")


def _true_false(made: ET.Element, item: Item) -> None:
    for option, word in zip(item.options, ("true", "false"), strict=True):
        _answer(made, option, "100" if option.right else "0", word)


def _short(made: ET.Element, item: Item) -> None:
    ET.SubElement(made, "usecase").text = "0"
    for option in item.options:
        # A star stands for anything there.
        text = plain(option.text).replace("*", r"\*")
        _answer(made, option, "100" if option.right else "0", text)


def _matching(made: ET.Element, item: Item) -> None:
    ET.SubElement(made, "shuffleanswers").text = str(item.shuffle).lower()
    for text, match in item.pairs:
        pair = _texts(made, "subquestion", html(text) if text else "", format="html")
        _texts(pair, "answer", plain(match))


def _cloze(item: Item) -> str:
    """Return a text with its gaps as Moodle embeds them."""
    parts = [f"{_around(item.stem)}<br/>"]
    for gap in item.gaps:
        options = "~".join(
            f"{'=' if each.right else ''}{_embedded(each.text)}#{_embedded(each.feedback)}"
            for each in gap.options
        )
        parts.append(f"{_around(gap.before)}{{1:MULTICHOICE:{options}}}")
    return "".join([*parts, _around(item.after)])


def _around(text: str) -> str:
    """Return what stands between gaps; a brace of the author's begins none."""
    return html(text).replace("{", "&#123;")


def _embedded(text: str) -> str:
    """Return a text as it stands inside a gap.

    Moodle's importer takes a backslash away before `#` and `}` only, whatever its documentation
    says, so the marks are written as numbers. It decodes entities once and shows the rest as
    HTML: what is to be read as text is escaped twice.
    """
    text = escape(escape(plain(text), quote=False), quote=False)
    return _MARKS.sub(lambda mark: f"&#{ord(mark[0])};", text)


FILLERS: dict[str, Callable[[ET.Element, Item], None]] = {
    "choice": _choice,
    "several": _choice,
    "true_false": _true_false,
    "short": _short,
    "matching": _matching,
}
