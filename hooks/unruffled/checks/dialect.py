"""Rules for Markdown that other programs show as it is meant, and this site in another way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model.library import Library
from ..model.page import GRAMMAR, Page, Slip
from .registry import Finding, rule


class _Message(NamedTuple):
    """What is said of a slip: the cause, and a cure if that of the code is too general."""

    cause: str
    cure: str | None = None


_MESSAGES: dict[str, dict[str, _Message]] = {
    "MD140": {
        "comment-open": _Message("the comment that begins here is not closed"),
    },
    "MD142": {
        "list-indent": _Message(
            '"{}" belongs to an item of a list, and is not indented by four spaces'
        ),
    },
    "MD143": {
        "table-above": _Message(
            "the table has no blank line above it, so it is shown as text",
            "Put a blank line above the table.",
        ),
        "table-below": _Message(
            '"{}" has no blank line above it, so it is shown in the table',
            "Put a blank line below the table.",
        ),
    },
    "MD144": {
        "list-above": _Message(
            "the list has no blank line above it, so it is shown as text",
            "Put a blank line above the list.",
        ),
        "list-bracket": _Message(
            '"{}" begins with a bracket behind the number, so it is shown as text',
            "Write a full stop behind the number: `1. `.",
        ),
        "list-alone": _Message(
            "the mark of an item stands alone on its line, so it is shown as text",
            "Write the words of the item behind its mark.",
        ),
    },
    "MD145": {"footnote": _Message('"{}" is a footnote, and would be shown as text or as a link')},
    "MD146": {"alert": _Message("[!{}] is shown as text")},
    "MD148": {
        "html-open": _Message(
            "`<{}>` is not closed, so nothing below it is read as Markdown",
            "Write the closing tag where it ends.",
        ),
        "html-raw": _Message(
            "what stands in `<{}>` is not read as Markdown",
            "Add the word `markdown` to its first tag, as in `<div markdown>`.",
        ),
    },
    "MD149": {"braces": _Message('"{}" is taken for attributes, and not shown')},
    "MD150": {"conversation-nameless": _Message('"{}" is no name with a line below it')},
    "MD151": {"backslash": _Message("the backslash of `{}` is shown to readers")},
    "MD153": {
        "runs-on": _Message(
            '"{}" has no blank line above it, so it is shown as part of what stands there'
        ),
    },
    "MD152": {
        "emoji": _Message("`{}` is shown as letters", "Write the sign itself."),
        "box": _Message(
            "`{}` is shown as letters, and nobody could tick it",
            "Write a box to tick on paper: ☐ or ☑.",
        ),
        "drawn": _Message("a fence of the kind `{}` is shown as code, and not drawn"),
    },
}
"""By code and by the kind of slip, what an author is told; `{}` is what was written."""

ALERTS = {
    "note": "note",
    "tip": "tip",
    "important": "info",
    "warning": "warning",
    "caution": "danger",
}
"""The boxes of code hosts, and the words for ours."""


def _told(code: str, page: Page) -> Iterator[Finding]:
    for slip in page.slips:
        message = _MESSAGES[code].get(slip.kind)
        if message:
            cure = _own_cure(slip) or message.cure
            yield Finding(slip.place, message.cause.format(_short(slip.written)), cure)


def _short(written: str) -> str:
    return written if len(written) <= 60 else f"{written[:59]}…"


def _own_cure(slip: Slip) -> str | None:
    if slip.kind == "alert":
        word = ALERTS.get(slip.written.casefold(), "note")
        return f"Write `!!! {word}` in its place, and indent the text below by four spaces."
    if slip.kind == "emoji":
        return f"Write the sign itself: {slip.written.split()[-1]}"
    if slip.kind == "braces":
        return f"Write a backslash before the first brace: `\\{slip.written}`."
    return None


def _register(code: str) -> None:
    def find(library: Library) -> Iterator[Finding]:
        for page in library.pages.values():
            yield from _told(code, page)

    rule(code)(find)


for _code in _MESSAGES:
    _register(_code)


@rule("MD147")
def headings_have_a_space(library: Library) -> Iterator[Finding]:
    """`##Title` is a heading here and a text elsewhere; ` ## Title` the other way round."""
    grammar = {name.casefold() for name in GRAMMAR}
    for page in library.pages.values():
        for slip in page.slips_of("heading"):
            # A part of a module that is missing is told of with its name.
            if not (page.is_module and slip.written.strip("# ").casefold() in grammar):
                cause = f'"{_short(slip.written)}" has no space behind the #'
                cure = "Write a space behind the #; if it is no heading, a backslash before it."
                yield Finding(slip.place, cause, cure)
        for slip in page.slips_of("heading-indented"):
            cause = f'"{_short(slip.written)}" has a space before the #, so it is shown as text'
            yield Finding(slip.place, cause, "Remove the space before the #.")
