"""What of a page is text, and what is comment, code or HTML."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from support import ROOT, build
from unruffled.blocks.registry import WORDS as FENCES
from unruffled.loading import css, marks
from unruffled.loading.markdown_source import read_page
from unruffled.model.page import Page
from unruffled.project import inspect
from unruffled.publishing.settings import EXTENSIONS
from unruffled.rendering import Renderer
from unruffled.text.hidden import visible

BASE = ROOT / "tests" / "faults" / "base"
FENCE = "```quiz\ngreeting\n```"


def page_of(text: str) -> Page:
    return read_page("docs/page.md", text, FENCES)[0]


def slips(text: str) -> list[str]:
    return [each.kind for each in page_of(text).slips]


@pytest.mark.parametrize(
    "text",
    [
        f"<!--\n{FENCE}\n-->",
        f"A note <!-- that goes\n\n{FENCE}\n\non --> here.",
        f"<pre>\n{FENCE}\n</pre>",
        "    ```quiz\n    greeting\n    ```",
        f"````text\n{FENCE}\n````",
        f"- a\n\n<!-- x -->\n<!--\n{FENCE}\n-->\n",
    ],
)
def test_a_fence_in_a_comment_or_in_code_is_none_to_read_and_none_to_show(text: str) -> None:
    assert page_of(text).fences == ()
    renderer = Renderer(inspect(BASE)[0])
    assert "<unruffled-quiz" not in "\n".join(renderer.page("index.md", text.split("\n"), str))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a <!-- b --> c", "a  c"),
        ("`<!--` a <!-- b -->", "`<!--` a "),
        ("<!-- ` --> a ` b <!-- c -->", "a ` b "),
        ("```\n<!-- x\n```\n<!-- y -->", "```\n<!-- x\n```\n"),
        ("<!-- a\nb -->     c", "\nc"),
        ("\\<!-- a -->", "\\<!-- a -->"),
        ("<!--> a", " a".strip()),
    ],
)
def test_comments_are_taken_out_and_code_is_left(text: str, left: str) -> None:
    assert "\n".join(visible(text.split("\n")).lines) == left


def test_a_comment_that_is_not_closed_hides_nothing() -> None:
    shown = visible(["<!-- a", "", "## b", "<!-- c -->"])
    assert (shown.lines, shown.still_open) == ([" a", "", "## b", ""], (0,))


@pytest.mark.parametrize(
    "text",
    ["`<a id='x'>`", "    <a id='x'>", "```html\n<a id='x'>\n```", "<!-- <a id='x'> -->", "`{#x}`"],
)
def test_an_id_in_code_or_in_a_comment_is_none(text: str) -> None:
    assert page_of(text).anchors == frozenset()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("<a id=x>", {"x"}),
        ("<a name='x'></a>", {"x"}),
        ("<svg>\n\n    <g id='x'/>\n\n</svg>", {"x"}),
        ("Words {: #x }", {"x"}),
        ("## A {#x}", {"x"}),
        ("<div markdown>\n## A b\n</div>", {"a-b"}),
    ],
)
def test_ids_are_found_wherever_they_are_read(text: str, ids: set[str]) -> None:
    assert page_of(text).anchors == ids


HOST = "https://example.org/a"
ASKING = [
    f'<link rel="stylesheet" href="{HOST}">',
    f'<link rel="preconnect canonical" href="{HOST}">',
    f'<script src="{HOST}"></script>',
    f'<script type="module">import "{HOST}"</script>',
    f'<object data="{HOST}"></object>',
    f'<embed src="{HOST}">',
    f'<iframe title="x" src="{HOST}"></iframe>',
    f'<iframe title="x" srcdoc="&lt;img alt=x src={HOST}&gt;"></iframe>',
    f'<video poster="{HOST}"></video>',
    f'<video><source src="{HOST}"><track src="a.vtt"></video>',
    f'<audio src="{HOST}"></audio>',
    f'<picture><source srcset="a.png 1x, {HOST} 2x"><img alt="" src="a.png"></picture>',
    f'<svg><image xlink:href="{HOST}"/></svg>',
    f'<svg><use href="{HOST}#b"/></svg>',
    f'<svg><rect fill="url({HOST}#b)"/></svg>',
    f"<p style=\"background:URL('{HOST}')\">x</p>",
    f'<p style="background:u\\72l({HOST})">x</p>',
    f"<style>@import url({HOST});</style>",
    f"<style>p {{ background: image-set('{HOST}' 1x) }}</style>",
    f'<meta http-equiv="Refresh" content="0;URL={HOST}">',
    f'<input type="image" alt="x" src="{HOST}">',
    f'<form action="{HOST}"></form>',
    f'<button formaction="{HOST}">x</button>',
    f'<a href="a.md" ping="{HOST}">x</a>',
    f'<body background="{HOST}">',
    f'<img alt="a > b" src={HOST}>',
    '<img alt="x" src="//example.org/a">',
    f"<div>\n\n    <img alt='x' src='{HOST}'>\n\n</div>",
    f'[x](a.md){{ style="background:url({HOST})" }}',
    f"x<y <img alt='x' src='{HOST}'>",
]
QUIET = [
    f'<a href="{HOST}">x</a>',
    f'<link rel="canonical" href="{HOST}">',
    f'<blockquote cite="{HOST}">x</blockquote>',
    f'<script type="application/ld+json">{{"@context": "{HOST}"}}</script>',
    f"<style>/* url({HOST}) */</style>",
    f'`<img src="{HOST}">`',
    f'<!-- <img src="{HOST}"> -->',
    f'<svg xmlns="{HOST}"></svg>',
    HOST,
]


def asks(text: str) -> bool:
    links = (each for each in page_of(text).links if each.picture)
    return any(each.target.split("#")[0] in (HOST, "//example.org/a") for each in links)


@pytest.mark.parametrize("text", ASKING)
def test_whatever_a_browser_would_ask_another_host_for_is_found(text: str) -> None:
    assert asks(text)
    assert asks(f"Words.\n\n{text}\n\nWords.")


@pytest.mark.parametrize("text", QUIET)
def test_what_no_browser_asks_for_by_itself_is_left_alone(text: str) -> None:
    assert not asks(text)


WORDS = ("word", "1<2", "a&b", "`c`", "*d*", "(e)", "\n\n", "-", "#", ">")
words = st.lists(st.sampled_from(WORDS), max_size=5)


@given(before=words, at=st.integers(0, len(ASKING) - 1), after=words)
def test_it_is_found_at_its_line_whatever_stands_around(
    before: list[str], at: int, after: list[str]
) -> None:
    above = " ".join(before).replace("`c`", "`c` ")
    text = f"{above}\n\n{ASKING[at]}\n\n{' '.join(after)}"
    first = above.count("\n") + 3
    last = first + ASKING[at].count("\n")
    lines = [each.place.line for each in page_of(text).links if each.picture]
    assert lines
    assert all(first <= line <= last for line in lines)


def test_the_same_link_twice_is_told_at_both_places() -> None:
    links = page_of("[a](x.md), x.md, [b](x.md)\nand [c](x.md)").links
    assert [(each.place.line, each.place.column) for each in links] == [(1, 5), (1, 22), (2, 9)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a.png, b.png 2x", ["a.png", "b.png"]),
        ("a.png 100w,b.png 200w", ["a.png", "b.png"]),
        ("data:image/png;base64,AA== 1x, b.png", ["data:image/png;base64,AA==", "b.png"]),
        (" , ", []),
    ],
)
def test_a_set_of_pictures_is_read_as_browsers_do(text: str, found: list[str]) -> None:
    assert list(css.candidates(text)) == found


def test_the_signs_behind_a_backslash_are_those_of_the_sites_converter() -> None:
    converter = Markdown(extensions=[each for each in EXTENSIONS if each != "toc"])
    signs = [chr(each) for each in range(33, 127) if not chr(each).isalnum()]
    shown = {each for each in signs if "\\" in converter.reset().convert(f"a \\{each}b")}
    assert {*signs, "\\"} - (shown - {"\\"}) == marks.ESCAPED


@pytest.mark.thorough
@pytest.mark.parametrize(
    "text",
    [
        *(sign * 20_000 for sign in ("_", "`", "` ", "<", "<a ", "[^", "](a ", "{ ", " {", ":a")),
        *(sign * 20_000 for sign in ("#", "\\", "=\n", "- \n", "![", " `", "# a\n\n", "<b c='")),
        f"# a{' ' * 50_000}b {{x",
        f'<img srcset="{"," * 50_000}">',
        f"[x]({'a ' * 25_000})",
        f"<style>{'url(' * 20_000}</style>",
    ],
    ids=lambda text: repr(text[:8]),
)
def test_a_page_of_one_sign_is_read_in_a_time_that_grows_with_it(text: str) -> None:
    start = time.process_time()
    read_page("docs/a.md", text, FENCES)
    assert time.process_time() - start < 10  # a time that grows with its square takes minutes


def test_a_built_page_has_no_comment_and_ids_in_its_own_script(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "project")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").split("\nnav:")[0]
    for mine in ("hooks/site.py", "hooks/unruffled/theme"):
        settings = settings.replace(f": {mine}", f": {ROOT / mine}").replace(
            f"- {mine}", f"- {ROOT / mine}"
        )
    nav = "nav:\n  - index.md\n  - connect/greeting.md\n"
    (tmp_path / "project/mkdocs.yml").write_text(f"{settings}\n{nav}", "utf-8")
    shutil.copytree(ROOT / "docs/assets", tmp_path / "project/docs/assets")
    page = tmp_path / "project/docs/index.md"
    text = "<!-- a note\n\n```quiz\ngreeting\n```\n-->\n\n## Привет, мир\n\n~~a~~ <https://example.org/>"
    page.write_text(f"{page.read_text('utf-8')}\n\n{text}\n", "utf-8")
    html = (build(tmp_path / "site", cwd=tmp_path / "project") / "index.html").read_text("utf-8")
    assert "a note" not in html
    assert "<unruffled-quiz" not in html
    assert '<h2 id="привет-мир">' in html
    assert "<del>a</del>" in html
