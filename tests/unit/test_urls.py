from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unruffled.text.urls import page_url, relative, resolve

HOST = "https://example.org/handbook/"

names = st.text("abz09-", min_size=1, max_size=6) | st.sampled_from(["index", "README"])
folders = st.lists(st.text("abz09-", min_size=1, max_size=6), max_size=3)
pages = st.builds(lambda folder, name: "/".join([*folder, f"{name}.md"]), folders, names)
files = pages | st.builds(lambda path: path.removesuffix(".md") + ".svg", pages)


@pytest.mark.parametrize(
    ("path", "directories", "address"),
    [
        ("connect/empathy.md", True, "connect/empathy/"),
        ("connect/empathy.md", False, "connect/empathy.html"),
        ("index.md", True, ""),
        ("index.md", False, "index.html"),
        ("connect/index.md", True, "connect/"),
        ("connect/README.md", True, "connect/"),
        ("README.md", False, "index.html"),
        ("assets/logo.svg", True, "assets/logo.svg"),
    ],
)
def test_a_page_has_the_address_that_the_engine_gives_it(
    path: str, directories: bool, address: str
) -> None:
    assert page_url(path, directories=directories) == address


@given(
    page=pages,
    target=files,
    directories=st.booleans(),
    fragment=st.sampled_from(["", "#a.b", "?tone=firm", "?tone=firm#a.b"]),
)
def test_following_a_relative_link_leads_to_the_target(
    page: str, target: str, directories: bool, fragment: str
) -> None:
    link = relative(target + fragment, page, directories=directories)
    start = HOST + page_url(page, directories=directories)
    goal = HOST + page_url(target, directories=directories)
    assert urljoin(start, link) == goal + fragment


@given(page=pages, target=files)
def test_a_path_written_on_a_page_resolves_to_the_file_it_names(page: str, target: str) -> None:
    up = "../" * page.count("/")
    assert resolve(up + target, page) == target


def test_a_link_out_of_docs_is_seen_as_such() -> None:
    assert resolve("../../LICENSE", "connect/empathy.md") == "../LICENSE"
