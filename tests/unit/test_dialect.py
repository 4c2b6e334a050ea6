"""Where the site's converter and code hosts differ, an author is told: both are compared."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown_it import MarkdownIt

from unruffled.blocks.registry import WORDS as FENCES
from unruffled.loading.markdown_source import read_page

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "sane_lists", "tables"]
EXTENSIONS += ["pymdownx.highlight", "pymdownx.superfences"]
SITE = Markdown(extensions=EXTENSIONS)
HOST = MarkdownIt("commonmark").enable("table")
BLOCKS = {*("ul", "ol", "li", "table", "td", "th", "blockquote", "pre"), *(f"h{n}" for n in "1234")}


class _Outline(HTMLParser):
    """Every word with the blocks that it stands in."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.words += [(word, *self.open) for word in data.split()]


def outline(html: str) -> list[tuple[str, ...]]:
    reader = _Outline()
    reader.feed(html)
    reader.close()
    return reader.words


WORDS = ("apple", "pear", "plum", "fig", "cherry")


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Return blocks as people write them, with or without a blank line between two."""
    step = draw(st.sampled_from(["  ", "   ", "    "]))
    mark = draw(st.sampled_from(["- ", "* ", "1. ", "2) "]))
    one, two, three = (draw(st.sampled_from(WORDS)) for _ in range(3))
    blocks = [
        one,
        f"{one}\n{two}",
        f"{mark}{one}\n{mark}{two}",
        f"{mark}{one}\n{step}- {two}\n{step}- {three}",
        f"{mark}{one}\n\n{step}{two}\n\n{mark}{three}",
        f"{mark}{one}\n{step}- {two}\n{step * 2}1. {three}",
        f"{mark}{one}\n\n{step}```text\n{step}{two}\n{step}```",
        f"| {one} | {two} |\n|---|---|\n| {three} | x |",
        f"> {one}\n> {two}",
        f"> - {one}\n> {step}- {two}",
        f"## {one}",
        f"##{one}",
        f" ## {one}",
        f"```text\n{one}\n```",
        f"~~~\n{one}\n~~~",
        f"#{one} {two}",
    ]
    chosen = draw(st.lists(st.sampled_from(blocks), min_size=1, max_size=4))
    gaps = draw(st.lists(st.sampled_from(["\n", "\n\n"]), min_size=4, max_size=4))
    return "".join(f"{block}{gap}" for block, gap in zip(chosen, gaps, strict=False))


@settings(max_examples=200)
@given(text=pages())
def test_a_page_that_code_hosts_show_otherwise_has_a_fault(text: str) -> None:
    if outline(SITE.reset().convert(text)) != outline(HOST.render(text)):
        assert read_page("docs/a.md", text, FENCES)[0].slips


@pytest.mark.parametrize(
    "text",
    [
        "- a\n    - b\n        - c\n- d",
        "1. a\n\n    b\n\n2. c",
        "a\n\n- b\n- c\n\nd",
        "- a\n\n1. b",
        "## A\n- b",
        "## A\n| a | b |\n|---|---|\n| c | d |\n\ne",
        "> - a\n>     - b",
        "- a\n\n    ```text\n    b\n    ```\n\n- c",
        "```text\n- a\n  - b\n```",
        "A\n:   b\n\n    - c\n    - d",
        "!!! note\n    a\n\n    - b",
        "a -- b, (c) and 3 > 2, 10:30:00",
        '<figure markdown>\n![a](b.png){ alt="" }\n<figcaption>c</figcaption>\n</figure>',
        "<p>a</p>\n\n<br>\n\n*b*",
        "Say {name} and \\{name} at the end {x}",
        "a  \nb\\\\\nc",
    ],
)
def test_what_both_show_alike_has_none(text: str) -> None:
    assert read_page("docs/a.md", text, FENCES)[0].slips == ()
