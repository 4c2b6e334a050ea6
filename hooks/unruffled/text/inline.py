"""An author's text → safe inline HTML.

Plain text is escaped and never reaches the Markdown converter; text with marks goes
through the part of one converter, made once, that reads the marks inside a paragraph; what it
makes is sanitised by nh3. So a script in an answer is text, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement

import nh3
from markdown import Markdown
from markdown.util import ETX, STX
from markupsafe import Markup, escape

from . import urls

_MARKS = re.compile(r"[*_`\[\\<&]")
_TAGS = {"strong", "em", "code", "a"}
_ATTRIBUTES = {"a": {"href"}}
_SCHEMES = {"http", "https", "mailto", "tel"}
_HREF = re.compile(r'(?<=<a href=")(?P<target>[^"]*)(?=")')


def _converter() -> Markdown:
    converter = Markdown()
    converter.treeprocessors.deregister("prettify")  # line ends between blocks
    for name in (
        "html",
        "image_link",
        "image_reference",
        "reference",
        "short_reference",
        "short_image_ref",
        "autolink",
        "automail",
        "entity",
        "linebreak",
    ):
        converter.inlinePatterns.deregister(name)
    return converter


_CONVERTER = _converter()
_CLEANER = nh3.Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)


@lru_cache(maxsize=4096)
def _marked(text: str) -> str:
    # A paragraph, whatever it begins with: "1." or "#" makes no list and no heading of a text.
    root = Element("div")
    paragraph = SubElement(root, "p")
    # An author's text must not pass for a placeholder of the converter.
    paragraph.text = " ".join(text.split()).replace(STX, "").replace(ETX, "")
    for each in _CONVERTER.treeprocessors:
        each.run(root)
    html = _CONVERTER.serializer(paragraph)
    return _CLEANER.clean(html.removeprefix("<p>").removesuffix("</p>"))


def inline(text: str, link: Callable[[str], str] | None = None) -> Markup:
    """Return ``text`` as HTML with strong, emphasis, code and links, all else as text.

    ``link`` turns the path of a page under docs/ into an address for where the text is
    shown; without it paths stay as they are.
    """
    if not _MARKS.search(text):
        return escape(text)
    html = _marked(text)
    if link and "<a " in html:
        html = _HREF.sub(lambda match: link(match["target"]), html)
    return Markup(html)  # nh3 has cleaned it


def as_read(text: str) -> str:
    """Return ``text`` as it is read, without its inline marks and not escaped."""
    return inline(text).striptags()


_BULLET = re.compile(r"[-*] +(?=\S)")
_NUMBER = re.compile(r"(?P<number>[0-9]{1,3})[.)] +(?=\S)")


def blocks(text: str, link: Callable[[str], str] | None = None) -> Markup:
    """Return a few lines as HTML: paragraphs and flat lists, each piece through ``inline()``.

    A blank line ends a paragraph. Lines that begin with `- ` are a list, lines that begin with
    `1.` and so on a numbered one; a line without a mark goes on from the one above.
    """
    groups: list[tuple[str, int, list[str]]] = []
    after_blank = True
    for line in map(str.strip, text.splitlines()):
        if not line:
            after_blank = True
            continue
        tag, number, words = _line(line)
        open_tag = groups[-1][0] if groups and not (after_blank and tag == "p") else ""
        if tag == "ol" and open_tag == "p" and number != 1:
            tag, words = "p", line  # a year or an amount that came to stand first on its line
        if tag == "p" and open_tag:
            groups[-1][2][-1] += f"\n{words}"
        elif tag == open_tag:
            groups[-1][2].append(words)
        else:
            groups.append((tag, number, [words]))
        after_blank = False
    return Markup("\n").join(_block(*group, link) for group in groups)


def _line(line: str) -> tuple[str, int, str]:
    """Return the tag that a line belongs in, its number if it has one, and its words."""
    if found := _NUMBER.match(line):
        return "ol", int(found["number"]), line[found.end() :]
    if found := _BULLET.match(line):
        return "ul", 0, line[found.end() :]
    return "p", 0, line


def _block(tag: str, number: int, texts: list[str], link: Callable[[str], str] | None) -> Markup:
    if tag == "p":
        return Markup("<p>{}</p>").format(inline(texts[0], link))
    items = Markup("").join(Markup("<li>{}</li>").format(inline(each, link)) for each in texts)
    start = Markup(' start="{}"').format(number) if tag == "ol" and number != 1 else ""
    return Markup("<{0}{1}>{2}</{0}>").format(tag, start, items)


def with_code(text: str) -> Markup:
    """Return a message as HTML: what stands between backticks as code, all else as text."""
    pieces = re.split(r"`([^`\n]+)`", text)
    return Markup("").join(
        Markup("<code>{}</code>").format(piece) if index % 2 else escape(piece)
        for index, piece in enumerate(pieces)
    )


def plain(text: str) -> str:
    """Return ``text`` without its inline marks, escaped: for titles and descriptions."""
    return str(escape(inline(text).striptags()))


def link_from(
    page: str, address: Callable[[str, str], str] = urls.relative
) -> Callable[[str], str]:
    """Return the ``link`` function for texts shown on ``page`` (a path under docs/).

    ``address`` makes the link to a file from a page, both as paths under docs/.
    """

    def link(target: str) -> str:
        if ":" in target.partition("#")[0] or target.startswith(("#", "/")):
            return target
        return address(target, page)

    return link
