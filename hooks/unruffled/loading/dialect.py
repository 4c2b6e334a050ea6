"""Blocks that code hosts show as their author means them, and this site in another way.

The site's converter is older than CommonMark: it wants four spaces below a list's item, and a
blank line above a list or a table. Here the two readings are compared, block by block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..model.page import Slip

if TYPE_CHECKING:
    from markdown_it.token import Token

    from .body import Body
    from .raw_html import RawHtml

STEP = 4
"""So many spaces deeper stands what belongs to an item of a list."""

_LISTS = frozenset({"bullet_list_open", "ordered_list_open"})
_QUOTE = re.compile(r" {0,3}> ?")
_ALERT = re.compile(r"\[!(?P<kind>\w+)\][ \t]*(?:\n|$)")
_DRAWN = frozenset({"mermaid", "math", "geojson", "topojson", "stl"})
"""Words behind three backticks for which a code host draws a picture."""

_JOINED = frozenset(
    {"paragraph_close", "fence", "table_close", "blockquote_close", "dl_close"}
    | {"bullet_list_close", "ordered_list_close"}
)
"""Blocks that go on, for the converter, where no blank line ends them."""


_ENDED = frozenset({"blockquote_close", "bullet_list_close", "ordered_list_close"})
"""Those in which, for the converter, anything stands that follows without a blank line."""


class _Block(NamedTuple):
    """A block: its token, those before and behind it, and those that it stands in.

    ``words`` are those of our fences.
    """

    token: Token
    before: Token | None
    after: Token | None
    stack: list[Token]
    lines: list[str]
    words: Collection[str]

    @property
    def line(self) -> int:
        return (self.token.map or [0])[0]

    @property
    def is_list(self) -> bool:
        return self.token.type in _LISTS

    @property
    def has_text_above(self) -> bool:
        """Whether the line above is not blank."""
        return self.line > 0 and bool(self.lines[self.line - 1].strip(" \t>"))

    @property
    def end_of_list(self) -> int:
        """The line below the outermost list around the block, or below the block itself."""
        lists = (each for each in (*self.stack, self.token) if each.type in _LISTS)
        return (next(lists, self.token).map or [0, 0])[1]


def find(
    tokens: list[Token], lines: list[str], body: Body, words: Collection[str]
) -> Iterator[Slip]:
    """Yield each block of a page that the two read differently; ``lines`` have no comments.

    Of one list, the first such block only: with that, the author has to go through all of it.
    """
    stack: list[Token] = []
    told = -1
    for index, token in enumerate(tokens):
        if token.nesting < 0:
            stack.pop()
            continue
        if token.map and token.map[0] >= told:
            before = tokens[index - 1] if index else None
            after = tokens[index + 1] if index + 1 < len(tokens) else None
            block = _Block(token, before, after, stack, lines, words)
            if slip := _slip(block):
                yield Slip(slip, lines[block.line].strip(), body.place(block.line))
                told = max(block.end_of_list, block.line + 1)
            yield from _of_hosts(block, body)
        if token.nesting > 0:
            stack.append(token)


def _slip(block: _Block) -> str:
    """Return the kind of slip that a block is, or nothing."""
    token, before, after = block.token, block.before, block.after
    if _is_too_shallow(block):
        return "list-indent"
    if before and before.type == "table_close" and block.has_text_above:
        return "table-below"
    if before and before.type in _ENDED and block.has_text_above and not _ends_all(block):
        return "runs-on"
    if (block.is_list or token.type == "table_open") and _runs_on(block):
        return "list-above" if block.is_list else "table-above"
    if token.type == "ordered_list_open" and token.markup == ")":
        return "list-bracket"
    if token.type == "list_item_open" and after and after.map and after.map[0] > block.line:
        return "list-alone"
    if token.type == "fence" and _is_uneven(block):
        return "fence-uneven"
    return "heading-indented" if _is_indented_heading(block) else ""


def _ends_all(block: _Block) -> bool:
    """Whether a block ends what stands above it, also for the converter; lists are seen to."""
    token, before = block.token, block.before
    is_line = token.type == "hr" and before is not None and before.type == "blockquote_close"
    is_heading = token.type == "heading_open" and token.markup.startswith("#")
    return block.is_list or is_heading or is_line


def _is_uneven(block: _Block) -> bool:
    """Whether the lines of a fence do not all stand as deep as the first."""
    first, end = block.token.map or (0, 0)
    lines = block.lines[first:end]
    edge = lines[0][: len(lines[0]) - len(lines[0].lstrip(" \t>"))]
    is_closed = len(lines) > 1 and lines[-1].lstrip(" \t>").startswith(block.token.markup)
    uneven = any(line.strip(" \t>") and not line.startswith(edge) for line in lines)
    return is_closed and (uneven or lines[-1][len(edge) :][:1] in (" ", "\t", ">"))


def _is_indented_heading(block: _Block) -> bool:
    """Whether spaces stand before the # of a heading, or before the line that makes it one."""
    quotes = [each for each in block.stack if each.type == "blockquote_open"]
    if block.token.type != "heading_open" or len(quotes) < len(block.stack):
        return False
    last = block.line if block.token.markup.startswith("#") else (block.token.map or [0, 1])[1] - 1
    written = block.lines[last]
    for _ in quotes:
        written = _QUOTE.sub("", written, count=1)
    return written.startswith(" ")


def _is_too_shallow(block: _Block) -> bool:
    """Whether a block below the first line of an item stands less deep than is wanted."""
    token, stack = block.token, block.stack
    # An entry of a list in an item, or any other block in one.
    around = stack[:-1] if token.type == "list_item_open" else stack
    item = around[-1] if around and around[-1].type == "list_item_open" else None
    if item is None or block.is_list or block.line == (item.map or [0])[0]:
        return False
    if token.type == "fence" and token.info.strip() in block.words:
        return False  # FN102 says that it does not stand at the margin
    written, depth = block.lines[block.line].expandtabs(STEP), 0
    for each in around:
        if each.type == "list_item_open":
            depth += 1
        elif each.type == "blockquote_open":
            written, depth = _QUOTE.sub("", written.lstrip() if depth else written, count=1), 0
        elif each.type in ("dd_open", "admonition_open"):
            written = written[STEP:] if written[:STEP].isspace() else written
    wanted = STEP * (depth + (token.type == "code_block"))
    return len(written) - len(written.lstrip()) < wanted


def _runs_on(block: _Block) -> bool:
    """Whether a list or a table has no blank line above it, and is taken for part of a text."""
    before = block.before
    if before is None or before.type not in _JOINED or not block.has_text_above:
        return False
    if before.type == "bullet_list_close" and block.token.type == "bullet_list_open":
        return False  # another sign before the items; they go on as one list
    item = block.stack[-1] if block.stack else None
    if item and item.type == "list_item_open" and block.is_list:
        # A list right below the first words of an item is seen; below another text it is not.
        above = block.lines[(item.map or [0])[0] : block.line]
        return before.type != "paragraph_close" or any(not line.strip(" \t>") for line in above)
    return True


def _of_hosts(block: _Block, body: Body) -> Iterator[Slip]:
    """Yield what only code hosts know: coloured boxes, and pictures that are drawn from text."""
    token, line = block.token, block.line
    words = token.info.split()
    if token.type == "fence" and words and words[0].casefold() in _DRAWN:
        yield Slip("drawn", words[0], body.place(line, words[0]))
    if token.type != "inline" or len(block.stack) < 2:
        return
    alert = _ALERT.match(token.content)
    if alert and block.stack[-2].type == "blockquote_open":
        yield Slip("alert", alert["kind"], body.place(line, f"[!{alert['kind']}]"))


def around(
    html: RawHtml, tokens: list[Token], lines: list[str], body: Body, known: set[int]
) -> Iterator[Slip]:
    """Yield each element of HTML that hides Markdown from the converter, the outermost ones.

    ``known`` are lines on which another slip stands that says the same.
    """
    hidden = {
        line
        for each in html.elements
        if each.verbatim and not (each.outer and each.outer.verbatim)
        for line in range(each.line, len(lines) if each.end is None else each.end + 1)
    }
    marked = sorted({line for line in _markdown(tokens) if line not in hidden})
    for element in html.elements:
        hides = not element.is_read and (element.outer is None or element.outer.is_read)
        place = body.place(element.line, element.written.split("\n")[0])
        if element.line in known or element.verbatim:
            continue
        if element.end is None and not element.outer:
            if any(line.strip() for line in lines[element.line + 1 :]):
                yield Slip("html-open", element.tag, place)
        elif element.end is not None and hides:
            at = bisect_right(marked, element.line)
            if at < len(marked) and marked[at] < element.end:
                yield Slip("html-raw", element.tag, place)


def _markdown(tokens: list[Token]) -> Iterator[int]:
    """Yield the lines on which something stands that is more than plain text."""
    plain = ("text", "softbreak", "html_inline", "text_special")
    blocks = ("heading_open", "blockquote_open", "table_open", *_LISTS)
    for token in tokens:
        marked = token.type in blocks or (
            token.type == "inline" and any(each.type not in plain for each in token.children or ())
        )
        if token.map and marked:
            yield token.map[0]
