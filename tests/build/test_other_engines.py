"""The same content on three engines: MkDocs, ProperDocs, and, staged, Zensical."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from built_pages import HOME, address_of, document, fault_of, html_files

import kinds_project
import support
from support import run

KINDS = (
    *("<unruffled-quiz", "<unruffled-phrases", "<unruffled-card", "guide-group", "sources"),
    *("module-overview", "organisation-slot"),
)


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tree that `unruffled stage` writes; in its folder `site`, what Zensical makes."""
    tree = tmp_path_factory.mktemp("staged")
    done = run("unruffled", "stage", str(tree))
    assert done.returncode == 0, done.stdout + done.stderr
    done = run("zensical", "build", "--strict", cwd=tree, SITE_URL=HOME)
    assert done.returncode == 0, done.stdout + done.stderr
    return tree


def blocks(site: Path) -> dict[str, list[str]]:
    """Return the HTML of our blocks on every page by the page's address."""
    found = {address_of(file, site): document(file).blocks for file in html_files(site)}
    return {address: blocks for address, blocks in found.items() if blocks}


def same_for_a_reader(address: str, html: str) -> str:
    """Take from a block what Zensical writes otherwise and nobody can notice.

    It writes a link to the page itself as `../page/#here` instead of `./#here`: links are
    compared by where they lead.
    """

    def whole(match: re.Match[str]) -> str:
        return f'{match[1]}="{urljoin(address, match[2])}"'

    html = re.sub(r'\b(href|src)="([^"]*)"', whole, html)
    # A finished site has its styles in the head.
    html = re.sub(r'<link rel="stylesheet"[^>]*>\n?', "", html)
    # The hook keeps translators from code; an engine without hooks does not.
    html = re.sub(r'<(code|pre) translate="no"', r"<\1", html)
    return html


def test_properdocs_builds_the_same_blocks_byte_for_byte(small: Path, tmp_path: Path) -> None:
    """Of two small projects, which have between them every block and every kind of question."""
    kinds = tmp_path / "kinds"
    kinds_project.write(kinds)
    ours: dict[str, object] = {}
    theirs: dict[str, object] = {}
    for project in (small, kinds):
        for engine, found in (("mkdocs", ours), ("properdocs", theirs)):
            made = support.build(tmp_path / engine / project.name, cwd=project, engine=engine)
            found[project.name] = blocks(made)
    assert [each for each in KINDS if each not in str(ours)] == []
    assert [
        each for each in kinds_project.examples() if f'data-kind="{each}"' not in str(ours)
    ] == []
    assert theirs == ours


def test_zensical_builds_the_same_blocks_from_the_staged_tree(site: Path, staged: Path) -> None:
    ours, theirs = blocks(site), blocks(staged / "site")
    assert theirs.keys() == ours.keys()
    for address in ours:
        assert [same_for_a_reader(address, html) for html in theirs[address]] == [
            same_for_a_reader(address, html) for html in ours[address]
        ]


def test_zensical_builds_the_same_pages_and_nothing_that_is_none(site: Path, staged: Path) -> None:
    assert _pages(staged / "site") == _pages(site)


def test_every_link_of_our_blocks_works_in_the_staged_site(staged: Path) -> None:
    site = staged / "site"
    broken = [
        (address, target)
        for address, parts in blocks(site).items()
        for target in re.findall(r'\b(?:href|src)="([^"]*)"', "".join(parts))
        if target.startswith(".") and fault_of(target, address, site)
    ]
    assert broken == []


def test_the_staged_site_has_our_search_and_not_the_engines_own(site: Path, staged: Path) -> None:
    for name in ("search.json", "search-words.json"):
        ours, theirs = (each / "assets" / name for each in (site, staged / "site"))
        assert theirs.read_bytes() == ours.read_bytes()
    page = (staged / "site" / "index.html").read_text(encoding="utf-8")
    assert "search-open" in page and 'data-md-component="search' not in page


def test_the_staged_site_is_kept_for_offline_by_the_command(staged: Path) -> None:
    site = staged / "site"
    done = run("unruffled", "offline", str(site))
    assert done.returncode == 0, done.stdout + done.stderr
    worker = (site / "sw.js").read_text(encoding="utf-8")
    assert [
        path for path in _pages(site) | {"assets/search.json"} if f'"{path}":' not in worker
    ] == []
    assert (site / "manifest.webmanifest").is_file()
    assert 'rel="manifest"' in (site / "index.html").read_text(encoding="utf-8")
    styles = sorted((site / "assets/stylesheets").rglob("*.css"))
    assert styles
    outside = [each for each in styles if "@layer theme{" not in each.read_text("utf-8")[:40]]
    assert outside == []


def test_the_staged_tree_names_nothing_of_ours(staged: Path) -> None:
    settings = (staged / "mkdocs.yml").read_text(encoding="utf-8")
    assert not re.search(r"^(hooks|watch|exclude_docs|validation):", settings, re.MULTILINE)
    assert not list(staged.rglob("*.py"))


def test_staging_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    done = run("unruffled", "stage", str(tmp_path))
    assert done.returncode == 1
    assert "is not empty" in done.stderr
    assert "Traceback" not in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_content_with_faults_is_not_staged(small: Path, tmp_path: Path) -> None:
    quiz = small / "quizzes" / "greeting.yml"
    quiz.write_text("colour: red\n" + quiz.read_text(encoding="utf-8"), encoding="utf-8")
    done = run("unruffled", "stage", str(tmp_path / "tree"), cwd=small)
    assert done.returncode == 1
    assert "quizzes/greeting.yml:1:1: KY101" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "tree").exists()


def _pages(site: Path) -> set[str]:
    return {file.relative_to(site).as_posix() for file in html_files(site)}
