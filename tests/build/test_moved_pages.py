"""A handbook that gives every page another address and title: all of it is found there."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from built_pages import HOME, document, fault_of, html_files, references

import kinds_project
from support import BASE, ROOT, build
from unruffled.blocks.made import MATERIAL, REPLY, WRITTEN
from unruffled.blocks.pages import MADE
from unruffled.loading import mirrors
from unruffled.model.made import MadePage

SOUND = ROOT / "tests" / "faults" / "base"
ALL = (*MADE, *mirrors.MADE)
UNMADE = (MATERIAL, REPLY)
"""Its session has nothing to print, and it has no rules for replies."""
SETTINGS = """site_name: Moved
site_url: !ENV [SITE_URL, ""]
theme:
  name: material
plugins:
  - search
  - unruffled
"""
FENCES = ("course", "review", "record", "assign", "assigned", "finder", "exports", "kept", "team")


def place_of(page: MadePage) -> str:
    return f"moved/{page.name}/{'{}' if page.of else 'here'}.md"


def title_of(page: MadePage) -> str:
    return f"Title of {page.name}{' {}' if page.of else ''}"


def said_of(page: MadePage) -> dict[str, str]:
    return {"path": place_of(page)} | ({"title": title_of(page)} if page.title else {})


def write(project: Path, path: str, text: str) -> None:
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    (project / path).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handbook with one thing of each type, every page of which is moved."""
    project = shutil.copytree(SOUND, tmp_path_factory.mktemp("moved") / "project")
    for name in ("letters", "voice"):
        shutil.copytree(SOUND.parent / "spare" / name, project / name)
    decided = (project / "handbook.yml").read_text(encoding="utf-8")
    pages = yaml.safe_dump({"pages": {page.name: said_of(page) for page in ALL}})
    write(project, "handbook.yml", f"{decided}\n{pages}")
    organisation = (project / "organisation.yml").read_text(encoding="utf-8")
    write(project, "organisation.yml", f"{organisation}\n{yaml.safe_dump(kinds_project.USED)}")
    write(project, "mkdocs.yml", SETTINGS)
    for name in ("CHANGELOG.md", "CONTRIBUTING.md"):
        write(project, name, f"# What {name} says\n\n[Home](docs/index.md)\n")
    write(project, "LICENSE", "MIT License\n\nDo as you like.\n")
    for page in WRITTEN:
        write(project, f"docs/{place_of(page)}", f"# Written: {page.name}\n\nWords.\n")
    links = "".join(
        f"[{page.name}]({place_of(page)}) " for page in ALL if not page.of and page not in UNMADE
    )
    fences = "".join(f"\n## About {word}\n\n```{word}\n```\n" for word in FENCES)
    write(project, "docs/index.md", f"# Home\n\n{links}\n{fences}")
    return build(project.parent / "site", cwd=project)


def data(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


def addresses(value: object) -> Iterator[str]:
    """Yield every address of a page in data for the browser."""
    if isinstance(value, dict):
        yield from (each for key, each in value.items() if key in ("url", "opens"))
        value = list(value.values())
    for each in value if isinstance(value, list) else ():
        yield from addresses(each)


def test_every_page_lies_where_the_handbook_says_and_nowhere_else(site: Path) -> None:
    folders = {page.parent.relative_to(site).parts[:2] for page in html_files(site)}
    assert {("moved", page.name) for page in ALL if page not in UNMADE} <= folders
    assert {each[0] for each in folders if each} == {"moved", "connect"}


def test_every_page_has_the_title_that_the_handbook_gives_it(site: Path) -> None:
    titled = [page for page in ALL if page.title]
    assert len(titled) > 20
    for page in titled:
        for file in (site / "moved" / page.name).rglob("index.html"):
            begin = title_of(page).replace("{}", "")
            assert document(file).title.startswith(begin), file
            assert document(file).headings[0].startswith(begin), file


def test_every_link_leads_to_something(site: Path) -> None:
    found = [each for each in references(site) if each[2].startswith((HOME, BASE))]
    found += [each for each in references(site) if not re.match(r"[a-z]+:|/", each[2])]
    assert [(*each, fault) for each in found if (fault := fault_of(each[2], each[0], site))] == []


@pytest.mark.parametrize(("name", "least"), [("assets/course.json", 2), ("assets/desk.json", 4)])
def test_data_for_scripts_leads_to_the_pages(site: Path, name: str, least: int) -> None:
    found = set(addresses(json.loads(data(site, name)))) - {""}
    assert len(found) >= least
    for each in found:
        assert fault_of(urljoin(HOME, each), HOME, site) == "", each


def test_an_installed_handbook_has_shortcuts_with_the_titles(site: Path) -> None:
    shortcuts = json.loads(data(site, "manifest.webmanifest"))["shortcuts"]
    assert shortcuts == [
        {"name": "Title of guide", "url": "./moved/guide/here/"},
        {"name": "Title of phrasebook", "url": "./moved/phrasebook/here/"},
    ]


def test_what_is_kept_first_and_what_is_for_trainers_follows(site: Path) -> None:
    groups = json.loads(data(site, "assets/keeping.json"))
    assert "moved/card/shouting/index.html" in groups["desk"]
    assert "moved/answer-key/greeting/index.html" in groups["opened"]


def test_a_card_and_the_phrases_have_a_call_mode(site: Path) -> None:
    for path in ("guide/here", "card/shouting", "phrasebook/here", "phrase-table/greeting"):
        assert "call-mode.css" in data(site, f"moved/{path}/index.html"), path
