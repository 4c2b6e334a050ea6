"""Rules for Markdown that other programs show as it is meant, and this site in another way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..model.library import Library
from ..model.page import Slip
from .registry import Finding, rule


class _Message(NamedTuple):
    """What is said of a slip: the cause, and a cure if that of the code is too general."""

    cause: str
    cure: str | None = None


ALERTS = {
    "note": "note",
    "tip": "tip",
    "important": "info",
    "warning": "warning",
    "caution": "danger",
}
"""The boxes of code hosts, and the words for ours."""


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


def _slip(name: str, *, meaning: str, cure: str, told: Mapping[str, _Message]) -> None:
    """Register the rule that tells slips of some kinds: ``told`` has what an author is told.

    In a message, `{}` is what was written.
    """

    def find(library: Library) -> Iterator[Finding]:
        for page in library.pages.values():
            for slip in page.slips:
                if message := told.get(slip.kind):
                    own = _own_cure(slip) or message.cure
                    yield Finding(slip.place, message.cause.format(_short(slip.written)), own)

    rule(name, meaning=meaning, cure=cure)(find)


_slip(
    "MD140",
    meaning="A comment in HTML is not closed.",
    cure="Write `-->` where the comment ends, and before the next one begins.",
    told={
        "comment-open": _Message("the comment that begins here is not closed"),
    },
)
_slip(
    "MD142",
    meaning="What belongs to an item of a list is not indented by four spaces.",
    cure="Indent it by four spaces for each item that it stands in.",
    told={
        "list-indent": _Message(
            '"{}" belongs to an item of a list, and is not indented by four spaces'
        ),
    },
)
_slip(
    "MD143",
    meaning="A table has no blank line above or below it.",
    cure="Put a blank line between text and table.",
    told={
        "table-above": _Message(
            "the table has no blank line above it, so it is shown as text",
            "Put a blank line above the table.",
        ),
        "table-below": _Message(
            '"{}" has no blank line above it, so it is shown in the table',
            "Put a blank line below the table.",
        ),
    },
)
_slip(
    "MD144",
    meaning="A list is not written as this site reads it.",
    cure="Put a blank line above it; begin each item with `- ` or `1. ` and its words.",
    told={
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
)
_slip(
    "MD145",
    meaning="A page has a footnote; there are none on this site.",
    cure="Put the note in round brackets, or cite a source: `([R17](#r17))`.",
    told={"footnote": _Message('"{}" is a footnote, and would be shown as text or as a link')},
)
_slip(
    "MD146",
    meaning="A coloured box is written as only code hosts read it.",
    cure="Write `!!! note`, and below it the text, indented by four spaces.",
    told={"alert": _Message("[!{}] is shown as text")},
)
_slip(
    "MD148",
    meaning="Markdown in HTML is not read, or an HTML element is not closed.",
    cure="Add the word `markdown` to the tag: `<div markdown>`; close it with `</div>`.",
    told={
        "html-open": _Message(
            "`<{}>` is not closed, so nothing below it is read as Markdown",
            "Write the closing tag where it ends.",
        ),
        "html-raw": _Message(
            "what stands in `<{}>` is not read as Markdown",
            "Add the word `markdown` to its first tag, as in `<div markdown>`.",
        ),
    },
)
_slip(
    "MD149",
    meaning="Words in braces stand where they are taken for attributes, and not shown.",
    cure="Write a backslash before the first brace: `\\{name}`.",
    told={"braces": _Message('"{}" is taken for attributes, and not shown')},
)
_slip(
    "MD150",
    meaning="A conversation has no names with their lines.",
    cure="Write the name on a line, and below it `:   ` with what is said.",
    told={"conversation-nameless": _Message('"{}" is no name with a line below it')},
)
_slip(
    "MD151",
    meaning="A backslash is shown to readers.",
    cure="Remove it; to end a line within a paragraph, write two spaces or `<br>`.",
    told={"backslash": _Message("the backslash of `{}` is shown to readers")},
)
_slip(
    "MD152",
    meaning="Something is drawn by code hosts, and not by this site.",
    cure="Write the sign itself, or put a picture under docs/assets/images/.",
    told={
        "emoji": _Message("`{}` is shown as letters", "Write the sign itself."),
        "box": _Message(
            "`{}` is shown as letters, and nobody could tick it",
            "Write a box to tick on paper: ☐ or ☑.",
        ),
        "drawn": _Message("a fence of the kind `{}` is shown as code, and not drawn"),
    },
)
_slip(
    "MD153",
    meaning="Two blocks have no blank line between them, and are shown as one.",
    cure="Put a blank line between the two.",
    told={
        "runs-on": _Message(
            '"{}" has no blank line above it, so it is shown as part of what stands there'
        ),
    },
)


@rule(
    "MD147",
    meaning="A line begins with # and is, or is not, a heading.",
    cure="For a heading, write a space behind the # and none before; for a text, write `\\#`.",
)
def headings_have_a_space(library: Library) -> Iterator[Finding]:
    """`##Title` is a heading here and a text elsewhere; ` ## Title` the other way round."""
    for page in library.pages.values():
        shape = library.shape_of(page)
        grammar = {name.casefold() for name in shape.names} if shape else set()
        for slip in page.slips_of("heading"):
            # A part of a module that is missing is told of with its name.
            if slip.written.strip("# ").casefold() not in grammar:
                cause = f'"{_short(slip.written)}" has no space behind the #'
                cure = "Write a space behind the #; if it is no heading, a backslash before it."
                yield Finding(slip.place, cause, cure)
        for slip in page.slips_of("heading-indented"):
            cause = f'"{_short(slip.written)}" has a space before the #, so it is shown as text'
            yield Finding(slip.place, cause, "Remove the space before the #.")
