"""Markdown page → ``Page``: front matter, headings, links, fences, each with its place.

Headings and links are found by a CommonMark parser, whose tokens know their lines;
the site itself is converted by Python-Markdown. Both agree on what is used here, and
the crawl over the built site would show it if they did not.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from markdown.extensions.toc import slugify, unique
from markdown_it import MarkdownIt
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin

from .. import fences
from ..model.page import TO_WRITE, FrontMatter, Heading, Link, Page
from ..problems import Place, Problem, problem
from . import slips
from .body import Body
from .validate import validate
from .yaml_source import Source, read_yaml

if TYPE_CHECKING:
    from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark").enable("table").use(admon_plugin).use(deflist_plugin)
# Every link is to be seen as its author wrote it; what it may lead to is for the checks to say.
_PARSER.validateLink = lambda url: True  # type: ignore[method-assign]
_PARSER.normalizeLink = lambda url: url  # type: ignore[method-assign]
_EXPLICIT_ID = re.compile(r"\s*\{:?[^}]*#(?P<id>[\w:.-]+)[^}]*\}\s*$")
_ID = re.compile(r"""(?<![\w-])id=["']?(?P<html>[^"'\s>]+)|\{:?[^{}]*#(?P<list>[\w:.-]+)[^{}]*\}""")
"""An id in HTML, or in the braces behind what it belongs to."""
_HTML_LINK = re.compile(
    r"""\b(?P<name>href|src)\s*=\s*["']?(?P<target>\s*(?:[a-z][a-z0-9+.-]*:|//)[^"'\s>]*)""",
    re.IGNORECASE,
)


@lru_cache(maxsize=1000)
def read_page(path: str, text: str) -> tuple[Page, list[Problem]]:
    """Read the page ``path`` (relative to the project's root, below docs/).

    The same text is read once: a live preview reads every page again at every save.
    """
    meta, above, problems = _front_matter(path, text)
    lines = text.split("\n")[above:]
    body = Body(path, lines, above)
    tokens = _PARSER.parse("\n".join(lines))
    headings = tuple(_headings(tokens, body))
    anchors = {heading.slug for heading in headings}
    anchors |= {m["html"] or m["list"] for line in lines for m in _ID.finditer(line)}
    found = tuple((fence, body.place(fence.start)) for fence in fences.find(lines))
    return Page(
        path=path.removeprefix("docs/"),
        meta=meta,
        headings=headings,
        links=tuple(_links(tokens, body)),
        fences=found,
        misspelt=tuple((f.kind, body.place(f.start, f.kind)) for f in fences.misspelt(lines)),
        anchors=frozenset(anchors),
        words=_count_words(tokens),
        starts=above,
        to_write=tuple(
            body.place(index, line.lstrip("> *-:")[: len(TO_WRITE)])
            for index, line in enumerate(lines)
            if line.lstrip("> *-:").casefold().startswith(TO_WRITE)
        ),
        slips=tuple(slips.find(tokens, body)),
        place=Place(path),
    ), problems


def _front_matter(path: str, text: str) -> tuple[FrontMatter, int, list[Problem]]:
    """Return the front matter, the number of lines it takes, and its faults."""
    lines = text.split("\n")
    start = _start_of_front_matter(lines)
    if start is None:
        return FrontMatter(), 0, []
    if start:
        cause = "the front matter does not begin in the first line, so it is shown as text"
        late = [problem("MD112", Place(path, start + 1), cause)]
    else:
        late = []
    below = enumerate(lines[start + 1 :], start + 1)
    end = next((i for i, line in below if line.rstrip() in ("---", "...")), None)
    if end is None:
        return (
            FrontMatter(),
            0,
            [
                problem(
                    "MD108",
                    Place(path, start + 1),
                    "the front matter that begins here is not closed",
                )
            ],
        )
    block = "\n".join(lines[start + 1 : end])
    if not block.strip():
        return FrontMatter(), end + 1, late
    data, problems = read_yaml(block, Source(path, lines_above=start + 1))
    if data is None:
        return FrontMatter(), end + 1, late + problems
    meta, faults = validate(FrontMatter, data)
    return meta, end + 1, late + problems + faults


def _start_of_front_matter(lines: list[str]) -> int | None:
    """Return the index of the line `---` that opens it.

    Below blank lines it is no front matter for the engine, but its author's meaning is plain
    if a key follows.
    """
    start = next((i for i, line in enumerate(lines) if line.strip("\ufeff \t")), 0)
    if lines[start].rstrip() != "---":
        return None
    key = start + 1 < len(lines) and re.match(r"[a-z_]+:(\s|$)", lines[start + 1])
    return start if key or not start else None


def _headings(tokens: list[Token], body: Body) -> list[Heading]:
    used: set[str] = set()
    found = []
    for index, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        text = _plain(tokens[index + 1])
        explicit = _EXPLICIT_ID.search(text)
        text = text[: explicit.start()] if explicit else text
        slug = explicit["id"] if explicit else unique(slugify(text, "-"), used)
        used.add(slug)
        level = int(token.tag[1])
        place = body.place(token.map[0] if token.map else 0)
        found.append(Heading(level, text, slug, place, _nothing_below(tokens, index, level)))
    return found


def _nothing_below(tokens: list[Token], index: int, level: int) -> bool:
    """Whether the heading that opens at ``index`` is followed by one like it, or by the end."""
    below = tokens[index + 3 : index + 4]  # past its text and its close
    return not below or (below[0].type == "heading_open" and int(below[0].tag[1]) <= level)


def _plain(inline: Token) -> str:
    return "".join(
        child.content for child in inline.children or () if child.type in ("text", "code_inline")
    )


def _links(tokens: list[Token], body: Body) -> list[Link]:
    found = []
    for token in tokens:
        children = token.children or []
        for child, after in zip_longest(children, children[1:]):
            attribute = {"link_open": "href", "image": "src"}.get(child.type)
            if attribute is None:
                continue
            target = str(child.attrs.get(attribute, ""))
            place = body.place(token.map[0] if token.map else 0, target)
            picture = child.type == "image"
            wordless = picture and not child.content.strip() and not _is_decoration(after)
            found.append(Link(target, place, picture, wordless))
        found += _links_in_html(token, body)
    return found


def _links_in_html(token: Token, body: Body) -> list[Link]:
    """Return what HTML in a page fetches from elsewhere or runs.

    Its links inside the site are relative to an address, not to a file: the crawl over the
    built site follows them.
    """
    pieces = [child.content for child in token.children or () if child.type == "html_inline"]
    pieces += [token.content] if token.type == "html_block" else []
    line = token.map[0] if token.map else 0
    return [
        Link(match["target"], body.place(line, match["target"]), match["name"].lower() == "src")
        for piece in pieces
        for match in _HTML_LINK.finditer(piece)
    ]


def _is_decoration(after: Token | None) -> bool:
    """Whether the attributes behind a picture say that it shows nothing: `{ alt="" }`."""
    return bool(after) and bool(re.match(r"\{[^}]*\balt=", after.content))


def _count_words(tokens: list[Token]) -> int:
    return sum(len(_plain(token).split()) for token in tokens if token.type == "inline")
