"""The words of the content as a reader meets them: pages without marks and code, texts of YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown
import yaml

EXTENSIONS = ["admonition", "attr_list", "def_list", "md_in_html", "tables", "fenced_code"]
BLOCKS = {"p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "summary"}
HIDDEN = {"code", "pre", "script", "style", "svg"}
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
CITATION = re.compile(r"\s*\((?:[RS]\d+(?:, )?)+\)")
QUOTATION = re.compile(r"“[^”]*”|\"[^\"]*\"")
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”)]*\s+(?=[\"“(]*[A-Z0-9])|(?<=:)\s+(?=[\"“])")
NAMES = {
    "id",
    "kind",
    "module",
    "objective",
    "situations",
    "channels",
    "moment",
    "tone",
    "evidence",
}
"""Keys whose values are names for the machine."""


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = [""]
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self._hidden += tag in HIDDEN
        if tag in BLOCKS:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in HIDDEN
        if tag in BLOCKS:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self._hidden:
            # A name in code is one thing to read, whatever it is made of.
            self.found[-1] += "This" if not self.found[-1].endswith("This") else ""
        else:
            self.found[-1] += data


def blocks_of(path: Path) -> list[str]:
    """The paragraphs, list items, cells and headings of a page, as plain text."""
    text = FRONT_MATTER.sub("", path.read_text(encoding="utf-8"))
    reader = _Blocks()
    reader.feed(markdown.markdown(text, extensions=EXTENSIONS))
    blocks = (CITATION.sub("", " ".join(block.split())) for block in reader.found)
    return [block for block in blocks if block and block != "This"]


def sentences_of(path: Path) -> list[str]:
    """The sentences of a page; what has no full stop, as a heading, counts as one."""
    return [each for block in blocks_of(path) for each in SENTENCE_END.split(block) if each]


def without_quotations(sentence: str) -> str:
    """What the page itself says in a sentence, each quotation counted as one word."""
    return QUOTATION.sub("this", sentence)


def texts_of(path: Path) -> Iterator[str]:
    """Every text of a YAML file that a reader may meet."""
    yield from _texts(yaml.safe_load(path.read_text(encoding="utf-8")))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in NAMES:
                yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
