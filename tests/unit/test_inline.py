from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unruffled.blocks.gaps import spoken
from unruffled.text.inline import blocks, inline, link_from, plain, with_code

HARD = (
    "<script> </script> <img/src=x/onerror=alert(1)> javascript: data:text/html, ]( [ ![ ]: ) \\ *"
    " ** _ ` `` &lt; &#x6a; <a/href= \" ' < > <!-- --> wzxhzdk:0 https://a.b"
)
BREAKS = ("\n\n", " ", "# ", "1. ", "- ", "    ", "\x00", "\x02", "\x03")
texts = st.lists(st.sampled_from([*HARD.split(), *BREAKS]) | st.text(max_size=6), max_size=10).map(
    "".join
)


class Tags(HTMLParser):
    """Collects every tag with its attributes, as a browser would see them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list]] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.found.append((tag, attrs))


def tags(html: str) -> list[tuple[str, list]]:
    parser = Tags()
    parser.feed(html)
    parser.close()
    return parser.found


@settings(max_examples=400)
@given(text=texts)
def test_no_text_yields_any_other_tag_or_attribute(text: str) -> None:
    for tag, attributes in tags(inline(text)):
        assert tag in {"strong", "em", "code", "a"}
        assert [name for name, _ in attributes] in ([], ["href"])


@settings(max_examples=400)
@given(text=texts)
def test_no_text_yields_a_link_that_runs(text: str) -> None:
    for _, attributes in tags(inline(text, link_from("connect/empathy.md"))):
        for _, href in attributes:
            scheme = re.match(r"[\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.\-\x00-\x20]*):", href or "")
            assert scheme is None or scheme[1].lower() in {"http", "https", "mailto", "tel"}


@given(text=st.text(st.characters(exclude_characters="*_`[\\<&", exclude_categories=["Cs"])))
def test_plain_text_comes_out_unchanged(text: str) -> None:
    html = str(inline(text))
    assert unescape(html) == text
    assert not set("<>\"'") & set(html)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*so*", "<em>so</em>"),
        ("**so**", "<strong>so</strong>"),
        ("`so`", "<code>so</code>"),
        ("R&D", "R&amp;D"),
        ("[home](index.md)", '<a href="index.md">home</a>'),
        ("1. first", "1. first"),
        ("# one", "# one"),
        ("say **it**\nagain", "say <strong>it</strong> again"),
        (r"\*no\*", "*no*"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("[x](javascript:alert(1))", "<a>x</a>"),
        ("[x](data:text/html,y)", "<a>x</a>"),
    ],
)
def test_marks_are_read_and_all_else_is_text(text: str, html: str) -> None:
    assert inline(text) == html


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "<b>no</b>", "a < b & c > d"])
def test_markup_is_shown_as_it_was_written(text: str) -> None:
    html = str(inline(text))
    assert tags(html) == []
    assert unescape(html) == text


def test_a_path_becomes_an_address_from_where_the_text_is_shown() -> None:
    link = link_from("phrases/index.md")
    assert inline("[e](connect/empathy.md#why)", link) == '<a href="../connect/empathy/#why">e</a>'
    assert inline("[e](https://example.org/a.md)", link) == (
        '<a href="https://example.org/a.md">e</a>'
    )


def test_plain_leaves_no_marks_and_no_markup() -> None:
    assert plain("**R&D** <i>[now](a.md)</i>") == "R&amp;D &lt;i&gt;now&lt;/i&gt;"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one", "<p>one</p>"),
        ("one\n\ntwo", "<p>one</p>\n<p>two</p>"),
        ("one\n \t\ntwo", "<p>one</p>\n<p>two</p>"),
        ("- a\n- **b**", "<ul><li>a</li><li><strong>b</strong></li></ul>"),
        ("do:\n- a\n  goes on\n- b", "<p>do:</p>\n<ul><li>a\ngoes on</li><li>b</li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("1. a\n\n2. b\n\nend", "<ol><li>a</li><li>b</li></ol>\n<p>end</p>"),
        ("3) a", '<ol start="3"><li>a</li></ol>'),
        ("open until\n12. May", "<p>open until\n12. May</p>"),
        ("- a\n1. b", "<ul><li>a</li></ul>\n<ol><li>b</li></ol>"),
        ("10.5 euros\n-5 degrees\n**so**", "<p>10.5 euros -5 degrees <strong>so</strong></p>"),
        ("# one", "<p># one</p>"),
        ("", ""),
    ],
)
def test_blocks_are_paragraphs_and_flat_lists(text: str, html: str) -> None:
    assert blocks(text) == html


@settings(max_examples=400)
@given(text=texts)
def test_blocks_yield_no_other_tag_or_attribute_and_no_link_that_runs(text: str) -> None:
    for tag, attributes in tags(blocks(text)):
        assert tag in {"strong", "em", "code", "a", "p", "ul", "ol", "li"}
        assert dict(attributes).keys() <= {"a": {"href"}, "ol": {"start"}}.get(tag, set())
        href = dict(attributes).get("href") or ""
        scheme = re.match(r"[\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.\-\x00-\x20]*):", href)
        assert scheme is None or scheme[1].lower() in {"http", "https", "mailto", "tel"}


@pytest.mark.parametrize(
    "payload",
    [
        "<script>alert(1)</script>",
        "- <img src=x onerror=alert(1)>",
        "1. </li></ol><script>alert(1)</script>",
        "- [x](javascript:alert(1))",
        "{0.x} {} %s",
        '1. a"><svg onload=alert(1)>',
    ],
)
def test_markup_in_blocks_is_shown_as_it_was_written(payload: str) -> None:
    found = tags(blocks(payload))
    assert {tag for tag, _ in found} <= {"p", "ul", "ol", "li", "a"}
    assert [attributes for _, attributes in found if attributes] == []
    words = re.sub(r"</?(?:p|ul|ol|li)>", "", blocks(payload))
    assert "<" not in words.replace("<a>", "").replace("</a>", "")


def test_backticks_in_a_message_are_code_and_the_rest_is_text() -> None:
    html = with_code('write `a: "<b>"` or <i>, not `')
    assert html == "write <code>a: &#34;&lt;b&gt;&#34;</code> or &lt;i&gt;, not `"


def test_a_line_that_begins_with_a_placeholder_is_not_escaped_twice() -> None:
    said = spoken(inline("{customer_name}, that's done"), {})
    assert said.startswith('<span class="gap"')
    assert said.striptags() == "[customer name], that's done"


@pytest.mark.parametrize("before", ["", "**now** "])
def test_quotes_in_braces_never_end_the_attribute_that_names_the_gap(before: str) -> None:
    name = 'a" onmouseover="x'
    html = spoken(inline(f"{before}{{{name}}}"), {})
    assert [attributes for tag, attributes in tags(html) if tag == "span"] == [
        [("class", "gap"), ("data-gap", name)]
    ]
    assert html.striptags().endswith(f"[{name}]")
