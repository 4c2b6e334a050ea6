"""Markdown page → ``Page``: headings, links, fences, ids and slips, each with its place.

Headings and links are found by a CommonMark parser, whose tokens know their lines;
the site itself is converted by Python-Markdown. Where the two differ, `dialect` says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from markdown.extensions.attr_list import get_attrs_and_remainder

from ..model.page import TO_WRITE, Heading, Link, Page, Slip
from ..problems import Place, Problem
from ..text.commonmark import parse
from ..text.hidden import visible
from ..text.slugs import Ids, slugify
from . import dialect, fences, marks, raw_html, slips
from .body import Body
from .front_matter import front_matter
from .said import said

if TYPE_CHECKING:
    from markdown_it.token import Token

_BRACES = re.compile(r"\{:?(?P<inside>[^{}\n]+)\}")
_BEHIND_HEADING = re.compile(r" \{:?(?P<inside>[^{}\n]+)\} *$")
_SPACED_LINK = re.compile(r"\]\((?P<inside>[^()<>\n]{1,500})\)")
_TITLE = re.compile(r"""[ \t](?:"[^"]*"|'[^']*')[ \t]*$""")


@lru_cache(maxsize=1000)
def read_page(path: str, text: str, words: frozenset[str]) -> tuple[Page, list[Problem]]:
    """Read the page ``path`` (relative to the project's root, below docs/).

    ``words`` are those of the fences that the core fills.

    The same text is read once: a live preview reads every page again at every save.
    """
    meta, above, problems = front_matter(path, text)
    lines = text.split("\n")[above:]
    body = Body(path, lines, above)
    shown = visible(lines)
    tokens = parse("\n".join(shown.lines))
    html = raw_html.read(shown.lines, tokens, body)
    braces = [*_attributes(tokens, body)]
    ids = {value for _, given in braces for name, value in given.items() if name == "id"}
    headings = tuple(_headings(tokens, body, ids))
    found = tuple(
        (fence, body.place(fence.start)) for fence in fences.find(shown.lines, words, shown.code)
    )
    misspelt = fences.misspelt(shown.lines, words, shown.code)
    return Page(
        path=path.removeprefix("docs/"),
        meta=meta,
        headings=headings,
        links=(*_links(tokens, body), *html.links, *_links_in_braces(braces)),
        fences=found,
        misspelt=tuple((f.kind, body.place(f.start, f.kind)) for f in misspelt),
        anchors=frozenset({heading.slug for heading in headings} | ids | html.ids),
        words=_count_words(tokens),
        said=said(tokens, words),
        starts=above,
        to_write=tuple(
            body.place(index, line.lstrip("> *-:")[: len(TO_WRITE)])
            for index, line in enumerate(shown.lines)
            if line.lstrip("> *-:").casefold().startswith(TO_WRITE)
        ),
        slips=(
            *(
                Slip("fence-open", lines[each.start].strip(), body.place(each.start))
                for each in fences.never_closed(shown.lines, words, shown.code)
            ),
            *(slips.comment_open(lines, line, body) for line in shown.still_open),
            *_slips(tokens, shown.lines, html, body, words),
            *html.inline,
            *(slip for place, given in braces for slip in raw_html.inline_of(given, place)),
        ),
        place=Place(path),
    ), problems


def _slips(
    tokens: list[Token],
    lines: list[str],
    html: raw_html.RawHtml,
    body: Body,
    words: frozenset[str],
) -> Iterator[Slip]:
    found = tuple(slips.find(tokens, body))
    yield from found
    yield from slips.nameless(html, tokens, lines, body)
    yield from dialect.find(tokens, lines, body, words)
    yield from marks.find(tokens, body)
    known = {each.place.line - body.above - 1 for each in found if "conversation" in each.kind}
    yield from dialect.around(html, tokens, lines, body, known)


def _attributes(tokens: list[Token], body: Body) -> Iterator[tuple[Place, dict[str, str]]]:
    """Yield what stands in braces behind words, or behind the backticks of a fence."""
    for token in tokens:
        text = token.info if token.type == "fence" else _text(token)
        for match in _BRACES.finditer(text) if "{" in text else ():
            if token.type != "fence" and match[0] not in token.content:
                continue  # its author wrote \{: they are to be read
            attributes, _ = get_attrs_and_remainder(match["inside"])
            place = body.place((token.map or [0])[0], match[0])
            yield place, {name: value or "" for name, value in attributes}


def _links_in_braces(braces: list[tuple[Place, dict[str, str]]]) -> Iterator[Link]:
    """Yield the links of attributes in braces: they are not turned into addresses either."""
    for place, given in braces:
        tag = "a" if given.keys() & {"href", "xlink:href"} else "img"
        yield from raw_html.links_of(tag, {"alt": "", **given}, place)


def _headings(tokens: list[Token], body: Body, ids: set[str]) -> list[Heading]:
    used = Ids(ids)
    found = []
    for index, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        text, explicit = _words_and_id(tokens[index + 1])
        slug = explicit or used.take(slugify(text))
        level = int(token.tag[1])
        place = body.place(token.map[0] if token.map else 0)
        found.append(Heading(level, text, slug, place, _nothing_below(tokens, index, level)))
    return found


def _words_and_id(inline: Token) -> tuple[str, str]:
    """Return the words of a heading, and the id that braces behind them give it."""
    text = _plain(inline)
    last = (inline.children or [inline])[-1]
    braces = _BEHIND_HEADING.search(last.content) if last.type == "text" else None
    if braces is None:
        return text, ""
    given = dict(get_attrs_and_remainder(braces["inside"])[0])
    return text[: len(text) - len(braces[0])].rstrip("# "), given.get("id") or ""


def _nothing_below(tokens: list[Token], index: int, level: int) -> bool:
    """Whether the heading that opens at ``index`` is followed by one like it, or by the end."""
    below = tokens[index + 3 : index + 4]  # past its text and its close
    return not below or (below[0].type == "heading_open" and int(below[0].tag[1]) <= level)


def _plain(inline: Token) -> str:
    return "".join(
        child.content for child in inline.children or () if child.type in ("text", "code_inline")
    )


def _text(inline: Token) -> str:
    """Return the text of a token, without what is code or HTML in it."""
    return "".join(child.content for child in inline.children or () if child.type == "text")


def _links(tokens: list[Token], body: Body) -> list[Link]:
    found = []
    for token in tokens:
        children = token.children or []
        places = body.cursor((token.map or [0])[0])
        for child, after in zip_longest(children, children[1:]):
            attribute = {"link_open": "href", "image": "src"}.get(child.type)
            if attribute is None or _is_footnote(after):
                continue
            target = str(child.attrs.get(attribute, ""))
            picture = child.type == "image"
            wordless = picture and not child.content.strip() and not _is_decoration(after)
            found.append(Link(target, places(target), picture, wordless))
        if token.type == "inline" and "](" in token.content:
            # The site's converter reads a path with spaces, where CommonMark sees none.
            insides = (match["inside"] for match in _SPACED_LINK.finditer(_text(token)))
            paths = (_TITLE.sub("", inside).strip() for inside in insides)
            found += [Link(path, places(path)) for path in paths if re.search(r"[ \t]", path)]
    return found


def _is_footnote(after: Token | None) -> bool:
    """Whether a link is what CommonMark makes of a footnote; the site has none."""
    return after is not None and after.type == "text" and after.content.startswith("^")


def _is_decoration(after: Token | None) -> bool:
    """Whether the attributes behind a picture say that it shows nothing: `{ alt="" }`."""
    return after is not None and bool(re.match(r"\{[^}]*\balt=", after.content))


def _count_words(tokens: list[Token]) -> int:
    return sum(len(_plain(token).split()) for token in tokens if token.type == "inline")
