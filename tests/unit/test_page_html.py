"""Pages that are made, not written: phrase tables, problem codes, mirrors of top-level files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from markdown import Markdown

from real import LIBRARY
from support import ROOT
from unruffled.blocks.pages import generated_pages
from unruffled.blocks.registry import WORDS
from unruffled.catalogue import CATALOGUE, FAMILIES
from unruffled.loading.mirrors import files_of, mirrored_pages
from unruffled.model.library import Library
from unruffled.project import inspect

BASE = ROOT / "tests" / "faults" / "base"
NASTY = '<script>alert(1)</script> [x](javascript:alert(1)) "R&D" *so* | <img src=x onerror=y>'


@pytest.fixture(scope="module")
def library() -> Library:
    return LIBRARY


def test_every_phrase_table_has_a_page_that_shows_it_and_is_listed(library: Library) -> None:
    overview = library.generated["phrases/index.md"]
    for name, table in library.phrases.items():
        page = library.generated[f"phrases/{name}.md"]
        assert f"```phrases\n{name}\n```" in page
        assert f"](../{table.module})" in page
        assert f"]({name}.md)" in overview


def test_every_code_stands_on_the_page_of_codes(library: Library) -> None:
    page = library.generated["contributing/problem-codes.md"]
    assert all(f"| `{code}` |" in page for code in CATALOGUE)


def test_every_code_belongs_to_a_family_with_a_name() -> None:
    assert {code[:2] for code in CATALOGUE} == set(FAMILIES)


def test_a_written_page_takes_the_place_of_a_generated_one(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "docs" / "phrases").mkdir()
    (tmp_path / "docs" / "phrases" / "index.md").write_text(
        "# Ours\n\n[Greeting](greeting.md)\n", "utf-8"
    )
    library, _ = inspect(tmp_path)
    assert "phrases/index.md" not in library.generated
    assert library.pages["phrases/index.md"].title == "Ours"


@pytest.mark.parametrize(("page", "name"), files_of(LIBRARY).items())
def test_a_mirror_shows_its_file_with_links_that_work_from_the_site(page: str, name: str) -> None:
    text = mirrored_pages(ROOT, WORDS, LIBRARY)[0][page]
    assert text.startswith((ROOT / name).read_text("utf-8").split("](", 1)[0])
    assert "](docs/" not in text


def test_a_file_that_is_not_there_has_no_mirror(tmp_path: Path) -> None:
    assert mirrored_pages(tmp_path, WORDS, LIBRARY) == ({}, [])


def test_a_fault_of_a_mirror_is_shown_in_the_file_that_can_be_mended(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "CONTRIBUTING.md").write_text("# Work\n\n[Guide](docs/nowhere.md)\n", "utf-8")
    _, problems = inspect(tmp_path)
    assert [(each.code, each.place.path, each.place.line) for each in problems] == [
        ("LK101", "CONTRIBUTING.md", 3)
    ]


def test_a_title_is_text_on_the_pages_made_from_it(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    table = tmp_path / "phrases" / "greeting.yml"
    table.write_text(
        table.read_text("utf-8").replace("title: Greeting", f"title: '{NASTY}'"), "utf-8"
    )
    library, problems = inspect(tmp_path)
    assert problems == []
    for path, text in generated_pages(library).items():
        html = Markdown(extensions=["tables", "fenced_code"]).convert(text.split("---\n", 2)[-1])
        assert "<script" not in html, path
        assert "<img" not in html, path
        assert 'href="javascript' not in html, path
