from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from real import LIBRARY
from support import ROOT
from unruffled.assets import package_files
from unruffled.cli import main
from unruffled.model.page import Fence, FrontMatter, Page
from unruffled.problems import Place
from unruffled.project import load
from unruffled.publishing.manifest import manifest
from unruffled.publishing.offline import NEVER, PARTS, REMOVER, WORKER, group_of, kept, write_worker
from unruffled.publishing.rooms import KEEPING, Rooms, keeping_json, rooms_of

PAGES = ("index.html", "404.html", "desk/index.html", "desk/shouting/index.html")
WANTED = (
    "assets/unruffled/browser/styles/site.css",
    "assets/images/logo.svg",
    "assets/search.json",
    "a b.html",
)
USELESS = (
    *(
        "sitemap.xml",
        "sitemap.xml.gz",
        "assets/unruffled/browser/styles/site.css.map",
    ),
    *(".nojekyll", ".git/config", "robots.txt"),
    # The theme's search is off.
    *("assets/javascripts/lunr/tinyseg.js", "assets/javascripts/workers/search.a.min.js"),
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path in (*PAGES, *WANTED, *USELESS, *PARTS):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path, encoding="utf-8")
    (tmp_path / KEEPING).write_text('{"desk": [], "opened": []}', encoding="utf-8")
    return tmp_path


def listed(site: Path) -> dict[str, str]:
    """Return what the worker of `site` keeps, read from its text."""
    text = (site / WORKER).read_text(encoding="utf-8")
    return json.loads(re.search(r"^self\.kept = (.*);$", text, re.MULTILINE)[1])


def test_pages_and_what_they_need_are_kept_and_nothing_else(site: Path) -> None:
    assert set(kept(site)) == {*PAGES, *WANTED}


def test_a_site_that_is_listed_again_keeps_the_same(site: Path) -> None:
    first = write_worker(site)
    text = (site / WORKER).read_bytes()
    assert write_worker(site) == first == listed(site)
    assert (site / WORKER).read_bytes() == text


def test_only_a_file_with_another_content_has_another_digest(site: Path) -> None:
    before = kept(site)
    (site / "desk/index.html").write_text("New words", encoding="utf-8")
    after = kept(site)
    assert {path for path in before if before[path] != after[path]} == {"desk/index.html"}


def test_other_code_makes_another_worker_although_no_page_has_changed(site: Path) -> None:
    write_worker(site)
    text = (site / WORKER).read_bytes()
    (site / PARTS[-1]).write_text("other code", encoding="utf-8")
    write_worker(site)
    assert (site / WORKER).read_bytes() != text


def test_a_digest_is_the_whole_sha_256_of_the_file(site: Path) -> None:
    expected = hashlib.sha256((site / "a b.html").read_bytes()).hexdigest()
    assert kept(site)["a b.html"] == expected
    assert len(expected) == 64


@pytest.mark.parametrize(
    ("path", "group"),
    [
        *((path, "desk") for path in ("404.html", "assets/js/a.js", "assets/css/a.css")),
        *((path, "desk") for path in ("assets/desk.json", "first/index.html")),
        *((path, "rest") for path in ("a b.html", "connect/empathy/index.html", "search.json")),
        *((path, "optional") for path in ("assets/images/a.png", "files/rules.pdf", "notes")),
        *((path, "optional") for path in ("exports/phrases.json", "assets/vendor/a/b.woff2")),
        ("keys/empathy/index.html", "opened"),
    ],
)
def test_what_readers_need_is_told_from_what_pages_can_do_without(path: str, group: str) -> None:
    pages = {"first/index.html": "desk", "keys/empathy/index.html": "opened"}
    assert group_of(path, pages) == group


def page(path: str, *kinds: str, generated: bool = False) -> Page:
    place = Place(f"docs/{path}")
    fences = tuple((Fence(kind, "", 0, 0), place) for kind in kinds)
    return Page(path, FrontMatter(), place, fences=fences, generated=generated)


def sorted_pages(*pages: Page) -> Rooms:
    return rooms_of(replace(LIBRARY, pages={each.path: each for each in pages}, generated={}))


def test_a_page_with_cards_is_kept_first_whatever_it_is_called() -> None:
    rooms = sorted_pages(
        page("index.md"),
        page("fire/out.md", "card", generated=True),
        page("fire/list.md"),
        page("by-hand.md", "card"),
        page("words/alarm.md", "phrases", generated=True),
        page("words/own.md"),
        page("lesson.md", "quiz"),
    )
    assert rooms.desk == {"index.md", "fire/out.md", "fire/list.md", "by-hand.md"}
    assert rooms.calls == rooms.desk - {"index.md"} | {"words/alarm.md", "words/own.md"}


def test_without_cards_the_phrases_are_kept_first() -> None:
    rooms = sorted_pages(page("words/alarm.md", "phrases", generated=True), page("lesson.md"))
    assert rooms.desk == {"index.md", "words/alarm.md"}


def test_what_lies_beside_a_page_for_trainers_is_theirs_unless_learners_are_there() -> None:
    rooms = sorted_pages(
        page("leads/results.md", "team"),
        page("leads/plan.md"),
        page("all/rubric.md", "rubric"),
        page("all/lesson.md", "quiz"),
        page("all/notes.md"),
        page("notes.md"),
        page("assign.md", "assign"),
    )
    assert rooms.training == {"leads/results.md", "leads/plan.md", "all/rubric.md", "assign.md"}


def test_pages_that_show_the_record_are_told_to_the_templates() -> None:
    rooms = sorted_pages(page("a.md", "course"), page("b.md", "record"), page("c.md", "quiz"))
    marks = {path: rooms.marks_of(path) for path in ("a.md", "b.md", "c.md")}
    assert marks == {
        "a.md": {"early_record": "course"},
        "b.md": {"early_record": "yes"},
        "c.md": {},
    }


def test_the_list_of_what_to_keep_names_files_of_the_site() -> None:
    made = json.loads(keeping_json(LIBRARY, directories=False))
    assert {"index.html", "desk/index.html", "offline.html"} <= set(made["desk"])
    assert "train/index.html" in made["opened"]


def test_the_worker_lists_the_size_of_each_file_in_its_group(site: Path) -> None:
    write_worker(site)
    text = (site / WORKER).read_text(encoding="utf-8")
    groups = json.loads(re.search(r"^self\.groups = (.*);$", text, re.MULTILINE)[1])
    sizes = {path: size for files in groups.values() for path, size in files.items()}
    assert sizes == {path: (site / path).stat().st_size for path in kept(site)}


def test_a_worker_that_is_cut_is_none(site: Path) -> None:
    """All of it stands in one block, so that no browser takes a text without its end."""
    write_worker(site)
    lines = (site / WORKER).read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["// Made by the build.", "{"]
    assert lines[-1] == "}"
    assert "importScripts" not in "".join(lines)


def test_the_parts_of_the_worker_are_there_and_are_not_kept_twice() -> None:
    assert set(PARTS) <= set(package_files())
    assert {*PARTS, WORKER} <= set(NEVER)


def test_the_command_says_what_is_kept(site: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(ROOT), "offline", str(site)])
    assert done.exit_code == 0, done.output
    assert f"{len(PAGES + WANTED)} files" in done.output
    assert set(listed(site)) == {*PAGES, *WANTED}


def test_the_command_refuses_a_folder_that_is_no_site(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(ROOT), "offline", str(tmp_path)])
    assert done.exit_code == 1
    assert PARTS[0] in done.output
    assert not (tmp_path / WORKER).exists()


def test_the_command_writes_a_worker_that_removes_itself(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(ROOT), "offline", "--remove", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert (tmp_path / WORKER).read_text(encoding="utf-8") == REMOVER


@pytest.mark.parametrize(("directories", "desk"), [(True, "./desk/"), (False, "./desk/index.html")])
def test_the_manifest_has_the_title_and_no_address_from_the_root(directories, desk) -> None:
    library = LIBRARY
    made = json.loads(manifest(library, directories=directories))
    assert made["name"] == made["short_name"] == library.organisation.handbook_title
    assert made["lang"] == "en"
    assert made["scope"] == "./"
    assert made["start_url"].startswith("./")
    assert desk in [each["url"] for each in made["shortcuts"]]
    icons = [each["src"] for each in made["icons"]]
    assert [path for path in icons if not (ROOT / "docs" / path).is_file()] == []


@pytest.mark.parametrize(
    ("theme", "language"),
    [("{name: material, language: es}", "es"), ("material", "en"), ("{language: [es]}", "en")],
)
def test_the_manifest_has_the_language_of_the_theme(tmp_path: Path, theme, language) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"theme: {theme}\n", encoding="utf-8")
    assert json.loads(manifest(load(tmp_path)[0]))["lang"] == language
