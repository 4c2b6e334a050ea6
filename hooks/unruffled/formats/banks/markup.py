"""HTML and Markdown of others as inline Markdown of ours; what cannot be kept is named.

Moodle lets every text say its format. Of HTML, strong, emphasis, code and links to other sites
stay; of everything else the words stay, and the report says what was there.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import quote

from markdown_it import MarkdownIt

from ...text.inline import inline

LONGEST = 20_000
"""Characters of a text that is read for its marks; no question is longer."""

STRONG, EMPHASIS, CODE = "**", "*", "`"
MARKS = {
    **dict.fromkeys(("b", "strong"), STRONG),
    **dict.fromkeys(("i", "em"), EMPHASIS),
    **dict.fromkeys(("code", "tt", "kbd", "samp"), CODE),
}
BLOCKS = frozenset(
    (
        *("p", "div", "br", "hr", "pre", "center", "blockquote", "section", "article"),
        *("header", "footer", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("ul", "ol", "li", "dl", "dt", "dd"),
        *("table", "caption", "thead", "tbody", "tr", "td", "th"),
    )
)
LOST = {
    "img": "a picture",
    "svg": "a drawing",
    "math": "a formula",
    "table": "a table",
    "sub": "lowered letters",
    "sup": "raised letters",
    **dict.fromkeys(("ul", "ol", "dl"), "a list"),
    **dict.fromkeys(("audio", "video"), "a sound or film"),
    **dict.fromkeys(("iframe", "object", "embed"), "something embedded"),
    **dict.fromkeys(("input", "select", "textarea", "button"), "a field"),
    **dict.fromkeys(("script", "style"), "a script or style"),
}
"""What is named when it is met."""

UNSEEN = ("script", "style", "title", "template", "noscript")
"""What is in these was never shown."""

_PLAIN = ("u", "s", "span", "font", "small", "big", "strike", "del", "ins", "a", "source")
_TAG = re.compile(rf"</?(?:{'|'.join({*MARKS, *BLOCKS, *LOST, *_PLAIN})})\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,7}|#x[0-9a-f]{2,6});", re.IGNORECASE)
_SIGNS = re.compile(r"([\\`*_\[\]])")
_MARKDOWN = MarkdownIt("commonmark")


class Marked(str):
    """A text that is inline Markdown already; every other text of a reader is plain."""


def as_inline(text: str) -> str:
    """Return a text on one line as inline Markdown; a plain one is escaped."""
    line = " ".join(text.split())
    if isinstance(text, Marked):
        return line
    safe = re.sub(r"&(?=#?\w+;)", "&amp;", line).replace("<", "&lt;")
    return _SIGNS.sub(r"\\\1", safe)


def words_of(text: str) -> str:
    """Return a text on one line without its marks."""
    line = " ".join(text.split())
    return str(inline(line).striptags()) if isinstance(text, Marked) else line


def formed(text: str, form: str) -> tuple[str, list[str]]:
    """Return a text of a format of Moodle's, and what could not be kept of it.

    ``form`` is html, markdown, plain or moodle; the last is text in which HTML is read.
    """
    if form == "plain" or (form == "moodle" and not (_TAG.search(text) or _ENTITY.search(text))):
        return text, []
    if len(text) > LONGEST:
        return text, [f"marks in a text of more than {LONGEST} letters"]
    return _from_html(_MARKDOWN.render(text) if form == "markdown" else text)


def _from_html(html: str) -> tuple[str, list[str]]:
    reader = _Reader()
    # The parser knows few of these, and stops at another.
    reader.feed(re.sub(r"<!\[[^<>]*>", " ", html).replace("<![", "&lt;!["))
    reader.close()
    reader.end()
    words = " ".join("".join(reader.words).split())
    made = Marked(" ".join("".join(reader.parts).split()))
    if words_of(made) == words:
        return made, sorted(reader.lost)
    # Marks that mean something else where they stand, such as a star beside a star.
    return words, sorted({*reader.lost, "bold, links and code"})


class _Reader(HTMLParser):
    """Takes a text apart. ``parts`` are Markdown, ``words`` the same without marks."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.words: list[str] = []
        self.lost: set[str] = set()
        self._open: list[tuple[str, str, int]] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a mark, or note what cannot be kept."""
        if tag in UNSEEN:
            self._unseen += 1
        if tag in LOST:
            self.lost.add(LOST[tag])
        if tag in BLOCKS:
            self._space()
        end = MARKS.get(tag) or (self._link(dict(attrs)) if tag == "a" else "")
        kinds = [each[:1] for _, each, _ in self._open]
        if end and len(end) < LONGEST and CODE not in kinds and end[:2] not in self._ends():
            self._open.append((tag, end, len(self.parts)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what cannot be kept; nothing is inside."""
        if tag in LOST:
            self.lost.add(LOST[tag])
        self._space()

    def handle_endtag(self, tag: str) -> None:
        """Close a mark, with all that is open inside."""
        if tag in UNSEEN and self._unseen:
            self._unseen -= 1
        if tag in BLOCKS:
            self._space()
        if any(tag == name for name, *_ in self._open):
            while self._close() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Take words over, escaped, but for code."""
        if self._unseen:
            return
        text = data.replace("\xa0", " ")
        self.words.append(text)
        in_code = any(end == CODE for _, end, _ in self._open)
        spaced = re.split(r"(\s+)", text)
        self.parts += [each if in_code or not each.strip() else as_inline(each) for each in spaced]

    def end(self) -> None:
        """Close what nobody has closed."""
        while self._open:
            self._close()

    def _ends(self) -> set[str]:
        return {end[:2] for _, end, _ in self._open}

    def _space(self) -> None:
        self.parts.append(" ")
        self.words.append(" ")

    def _close(self) -> str:
        """Put the signs of the last mark around what it holds; spaces stay outside."""
        tag, end, start = self._open.pop()
        inside = "".join(self.parts[start:])
        core = inside.strip()
        if core:
            begin = "[" if end.startswith("](") else end
            before, _, after = inside.partition(core)
            self.parts[start:] = [before, begin, core, end, after]
        return tag

    def _link(self, attributes: dict[str, str | None]) -> str:
        target = (attributes.get("href") or "").strip()
        if re.match(r"(?:https?://|mailto:|tel:)[^\s]", target, re.IGNORECASE):
            return f"]({quote(target, safe=':/?#@!$&+,;=%~-._')})"
        if target:
            self.lost.add("a link that leads nowhere here")
        return ""
