from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from built_pages import (
    HOME,
    address_of,
    document,
    fault_of,
    html_files,
    is_elsewhere,
    references,
)

ID = re.compile(r"<[a-z][^<>]* id=\"([^\"]+)\"")
LEFT_OVER = re.compile(r"```|~~~|\{\{|\}\}|\{%|%\}|\x02|\x03|wzxhzdk|klzzwxh")
"""Signs that nothing has filled a fence, a template, or a placeholder of the converter."""


def test_every_link_and_fragment_leads_to_something(site: Path) -> None:
    found = [each for each in references(site) if not is_elsewhere(each[0], each[2])]
    broken = [(*each, fault) for each in found if (fault := fault_of(each[2], each[0], site))]
    assert broken == []
    # The crawl saw what it came for.
    assert {"a", "link", "script", "img", "css", "import"} <= {tag for _, tag, _ in found}
    assert sum("#" in target for _, _, target in found) > 100


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    # A reader may follow a link to anywhere; all else a browser fetches by itself.
    loaded = [each for each in references(site) if each[1] != "a"]
    assert [each for each in loaded if is_elsewhere(each[0], each[2])] == []


@pytest.mark.parametrize("depth", ["gone", "connect/gone/", "a/b/c/d.html"])
def test_the_page_for_lost_readers_works_from_any_depth(site: Path, depth: str) -> None:
    page = document(site / "404.html")
    inside = [target for _, target in page.references if not target.startswith("#")]
    assert len(inside) > 10
    assert [target for target in inside if fault_of(target, HOME + depth, site)] == []
    fragments = {target[1:] for _, target in page.references if target.startswith("#")}
    assert fragments <= page.ids


def test_the_map_and_the_search_name_addresses_that_exist(site: Path) -> None:
    tree = ElementTree.parse(site / "sitemap.xml")
    mapped = {each.text or "" for each in tree.iter() if each.tag.endswith("loc")}
    pages = {address_of(file, site) for file in html_files(site)}
    assert mapped == pages - {f"{HOME}404.html"}
    index = json.loads((site / "assets" / "search.json").read_text(encoding="utf-8"))
    named = [
        f"{url}#{slug}" if slug else url
        for url, *_, headings in index["pages"]
        for slug in ("", *(slug for slug, _ in headings))
    ]
    assert len(named) > 1000
    assert [each for url in named if (each := fault_of(url, HOME, site))] == []


def test_no_fence_brace_or_placeholder_is_left_on_a_page(site: Path) -> None:
    left = [
        (address_of(file, site), words)
        for file in html_files(site)
        for words in document(file).words
        if LEFT_OVER.search(words)
    ]
    assert left == []


def test_every_page_has_one_main_heading_a_title_and_a_description(site: Path) -> None:
    lacking = []
    for file in html_files(site):
        page = document(file)
        headings = [heading for heading in page.headings if heading.strip()]
        if not (len(headings) == len(page.headings) == 1 and page.title and page.description):
            lacking.append((address_of(file, site), page.headings, page.title, page.description))
    assert lacking == []


def test_no_two_elements_of_a_page_share_an_id(site: Path) -> None:
    shared = [
        (address_of(file, site), name)
        for file in html_files(site)
        for name, count in Counter(ID.findall(file.read_text(encoding="utf-8"))).items()
        if count > 1 and not name.startswith("__")  # the theme's own, for its menus
    ]
    assert shared == []


def test_no_two_pages_have_the_same_title(site: Path) -> None:
    titles = [document(file).title for file in html_files(site)]
    assert sorted(titles) == sorted(set(titles))
