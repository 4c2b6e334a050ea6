"""From bytes to text: UTF-8, and what else an editor or an office program leaves behind."""

from __future__ import annotations

import codecs
import re

from ..catalogue import declare
from ..problems import Place, Problem, problem
from .nearly import unseen
from .source import Source

declare(
    "YA106",
    meaning="The file is not UTF-8 text.",
    cure="Save the file as UTF-8 (in most editors: Save as).",
)
declare(
    "YA115",
    meaning="A file is no plain text.",
    cure="Open it in its own program, copy the text, and paste it into a new file of plain text.",
)

_UTF = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, the longer ones first: one begins like another."""

_FOREIGN = (
    (b"PK\x03\x04", "a file of Word, Excel or LibreOffice, or a zip"),
    (b"\xd0\xcf\x11\xe0", "a file of an old Word or Excel"),
    (b"{\\rtf", "a file of a word processor (RTF)"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a packed file"),
    (b"\x00\x05\x16\x07", "a file that macOS keeps for itself"),
)
"""What a file begins with that is no text, and what it is."""

_WEB = (b"<!doctype html", b"<html")
_UTF_16 = "the file is saved as UTF-16 (some editors call it Unicode)"
_SAVE = "Save it as UTF-8: in Notepad, Save as, and choose UTF-8 beside Encoding."


def no_text(raw: bytes, path: str) -> Problem | None:
    """Return the fault of a file whose name says text, and whose bytes say otherwise."""
    kind = next((words for start, words in _FOREIGN if raw.startswith(start)), "")
    if not kind and raw[:512].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_WEB):
        kind = "a web page that was saved"
    if not kind:
        return None
    cause = f"the file is no plain text but {kind}; another name does not change that"
    return problem("YA115", Place(path), cause)


def decoded(raw: bytes, path: str, *, whole: bool) -> tuple[str | None, list[Problem]]:
    """Return ``raw`` as text with plain line ends, and the fault of its encoding if it has one.

    UTF-16 is read all the same, so that this is the only fault told. What is neither is None, or
    without ``whole`` the text with a mark for each letter that is wrong.
    """
    if coding := _wide(raw):
        fault = problem("YA106", Place(path), _UTF_16, _SAVE)
        try:
            if coding == "damaged":
                return None, [fault]
            return _with_plain_line_ends(raw.decode(coding).removeprefix("\ufeff")), [fault]
        except UnicodeDecodeError:
            return None, [fault]
    try:
        return _with_plain_line_ends(raw.decode("utf-8-sig")), []
    except UnicodeDecodeError as error:
        sound = _with_plain_line_ends(error.object[: error.start].decode())
        place = Place(path, sound.count("\n") + 1, len(sound) - sound.rfind("\n"))
        fault = problem("YA106", place, _foreign(error.object[error.start]))
        text = _with_plain_line_ends(raw.decode("utf-8-sig", "replace"))
        return None if whole else text, [fault]


def _wide(raw: bytes) -> str:
    """Return the name of the coding that writes two or four bytes a letter, if it is one.

    `damaged` is one that has lost or won a byte, so that nothing behind it can be read.
    """
    if found := next((coding for mark, coding in _UTF if raw.startswith(mark)), ""):
        return found
    start = raw[:2000]
    half = len(start) // 2
    zeros = start[1::2].count(0), start[::2].count(0)
    if half and max(zeros) > 0.4 * half and min(zeros) < 0.1 * half:
        return "utf-16-le" if zeros[0] > zeros[1] else "utf-16-be"
    return "damaged" if sum(zeros) > 0.3 * len(start) else ""


def _foreign(byte: int) -> str:
    """Say which letter a byte was, in the coding that most old editors save."""
    letter = bytes([byte]).decode("cp1252", "ignore")
    meant = f": this letter, probably {letter}" if letter.strip() else ""
    return f"the byte {byte:#04x} here is not UTF-8{meant}"


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")


def control_problem(text: str, source: Source) -> tuple[str, list[Problem]]:
    """Return a page without its control characters, which no browser shows, and the fault."""
    if not (match := _CONTROL.search(text)):
        return text, []
    place = source.place_in(text, match.start())
    fault = problem("YA101", place, unseen(match[0]), "remove the character")
    return _CONTROL.sub(" ", text), [fault]
