"""Ids of headings, and the pages that are made by themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions import toc

from support import ROOT
from unruffled.blocks.registry import WORDS
from unruffled.checks.addresses import FILES
from unruffled.loading.markdown_source import read_page
from unruffled.project import inspect
from unruffled.publishing.manifest import MANIFEST
from unruffled.publishing.offline import WORKER
from unruffled.text.slugs import Ids, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Use it when", "use-it-when"),
        ("Café crème, 2nd", "cafe-creme-2nd"),
        ("Привет, мир!", "привет-мир"),
        ("Ελληνικά", "ελληνικά"),
        ("第一步：道歉", "第一步道歉"),
        ("مرحبا بك", "مرحبا-بك"),
        ("हिन्दी में", "हिन्दी-में"),
        ("Straße", "straße"),
        ("Step 1: Шаг", "step-1-шаг"),
        ("🙂", "slightly-smiling-face"),
        ("❤️", "heavy-black-heart"),
        ("???", "question-mark-question-mark-question-mark"),
    ],
)
def test_a_heading_in_any_script_has_an_id_of_its_words(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text(st.characters(max_codepoint=127)))
def test_a_heading_in_ascii_keeps_the_id_that_it_had(text: str) -> None:
    made = toc.slugify(text, "-")
    assert slugify(text) == made or not made


HEADINGS = ("Привет", "Здравствуйте", "你好", "再见", "Γεια", "🙂", "🙁", "Hello")
headings = st.lists(st.sampled_from(HEADINGS), unique=True)


@given(above=headings)
def test_an_id_stays_when_a_heading_is_put_above(above: list[str]) -> None:
    text = "".join(f"## {each}\n\nx\n\n" for each in above)
    assert read_page("docs/a.md", f"{text}## Ещё\n", WORDS)[0].headings[-1].slug == "ещё"


@given(
    st.lists(st.sampled_from(["a", "a_1", "a_2", "b", "", "_1", "a_1_1"])),
    st.sets(st.sampled_from(["a", "b_1", "_1"])),
)
def test_a_second_heading_of_the_same_words_is_counted_as_by_the_engine(
    slugs: list[str], taken: set[str]
) -> None:
    ids, used = Ids(taken), set(taken)
    assert [ids.take(each) for each in slugs] == [toc.unique(each, used) for each in slugs]


def test_an_id_given_below_is_not_given_by_words_above() -> None:
    page = read_page("docs/a.md", "## Foo\n\nx\n\n## Bar {#foo}\n\ny\n", WORDS)[0]
    assert [each.slug for each in page.headings] == ["foo_1", "foo"]


def test_every_page_that_is_made_has_its_home_in_the_table() -> None:
    library, _ = inspect(ROOT / "tests" / "faults" / "base")
    known = {
        each.format(name)
        for model, pages in library.homes.items()
        for name in library.of(model)
        for each in pages
    }
    assert set(library.generated) <= known | set(library.shared)
    assert {WORKER, MANIFEST} <= FILES
