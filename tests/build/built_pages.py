"""What the tests of the built site read from its files."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from support import BASE

HOME = f"https://example.org{BASE}"
"""Where the site of the tests believes to live."""

_ADDRESSES = {"href", "src", "action", "poster", "data", "xlink:href"}
_VOID = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "wbr",
}
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_IMPORT = re.compile(
    r"""\bimport\s*["']([^"']+)["']|\b(?:import|export)\b[^"';()=]*\bfrom\s*["']([^"']+)["']"""
)
"""In a packed script they stand one after the other on one line."""


@dataclass
class Document(HTMLParser):
    """One page: what it refers to, its ids, its words outside of code, our blocks."""

    text: str
    references: list[tuple[str, str]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    words: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    title: str = ""
    description: str = ""
    blocks: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[str] = []
        self._block: tuple[int, int] | None = None
        self._lines = [0, *(match.end() for match in re.finditer("\n", self.text))]
        self.feed(self.text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids |= {given[name] for name in ("id", "name") if name in given}
        self.references += [(tag, given[name]) for name in _ADDRESSES & given.keys()]
        self.references += [(tag, part.split()[0]) for part in _parts(given.get("srcset", ""))]
        self.references += [(tag, url) for url in css_urls(given.get("style", ""))]
        self.words += given.values()
        if given.get("name") == "description":
            self.description = given["content"]
        if tag == "h1":
            self.headings.append("")
        if given.get("class") == "unruffled":
            self._block = (self._offset(), len(self._open))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        # An end that HTML lets an author leave out (</li>) closes with what is around it.
        while tag in self._open and self._open.pop() != tag:
            pass
        if self._block and len(self._open) == self._block[1]:
            self.blocks.append(self.text[self._block[0] : self._offset()])
            self._block = None

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            self.references += [("style", url) for url in css_urls(data)]
        if "title" in self._open and "svg" not in self._open:
            self.title += data
        if "h1" in self._open:
            self.headings[-1] += data
        if not {"pre", "code", "script", "style"} & set(self._open):
            self.words.append(data)

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def _parts(srcset: str) -> list[str]:
    return [part for part in srcset.split(",") if part.strip()]


def css_urls(text: str) -> list[str]:
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return [first or second for first, second in _CSS_URL.findall(text)]


def imports(script: Path) -> list[str]:
    """Return what a script loads before it runs."""
    found = _IMPORT.findall(script.read_text(encoding="utf-8"))
    return [first or second for first, second in found]


@functools.cache
def document(file: Path) -> Document:
    return Document(file.read_text(encoding="utf-8"))


def html_files(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def address_of(file: Path, site: Path) -> str:
    return HOME + file.relative_to(site).as_posix().removesuffix("index.html")


def references(site: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (address of the file, tag or kind of file, what it refers to) for the whole site."""
    for file in html_files(site):
        for tag, target in document(file).references:
            yield address_of(file, site), tag, target
    for file in site.rglob("*.css"):
        for target in css_urls(file.read_text(encoding="utf-8")):
            yield address_of(file, site), "css", target
    for file in (site / "assets" / "unruffled").rglob("*.js"):
        for target in imports(file):
            yield address_of(file, site), "import", target


def fault_of(target: str, start: str, site: Path) -> str:
    """Say what is wrong with `target` as a reference inside the site; nothing is: ""."""
    url = urlsplit(urljoin(start, target))
    if url.scheme in ("mailto", "tel", "data"):
        return ""
    if not url.geturl().startswith(HOME):
        return "outside"
    file = site / unquote(url.path.removeprefix(BASE))
    if url.path.endswith("/"):
        file /= "index.html"
    if not file.is_file():
        return "no such file"
    if url.fragment and unquote(url.fragment) not in document(file).ids:
        return "no such fragment"
    return ""


def is_elsewhere(start: str, target: str) -> bool:
    """Return whether a link leads to another host."""
    url = urlsplit(urljoin(start, target))
    return url.scheme in ("http", "https") and url.netloc != urlsplit(HOME).netloc


def broken(site: Path) -> list[tuple[str, str, str]]:
    """Return the references inside a site that lead to nothing."""
    inside = (each for each in references(site) if not is_elsewhere(each[0], each[2]))
    return [each for each in inside if fault_of(each[2], each[0], site)]
