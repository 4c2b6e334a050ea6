from __future__ import annotations

from pathlib import Path

import pytest
from built_pages import document, html_files

from support import run

FORK = "https://someone.example/their-handbook/"


def built(project: Path, target: Path, **settings: str) -> Path:
    done = run("mkdocs", "build", "--strict", "--site-dir", str(target), cwd=project, **settings)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


def test_address_repository_and_name_come_without_an_edit_of_the_settings(
    project: Path, tmp_path: Path
) -> None:
    file = project / "organisation.yml"
    text = file.read_text(encoding="utf-8")
    assert "handbook_title: Unruffled\n" in text
    title = 'handbook_title: "Calm & \\"Kind\\" at Acme"\n'
    file.write_text(text.replace("handbook_title: Unruffled\n", title), encoding="utf-8")
    repository = "https://github.com/someone/their-handbook"
    site = built(
        project,
        tmp_path / "site",
        SITE_URL=FORK,
        REPO_URL=repository,
        EDIT_URI="edit/trunk/docs/",
    )
    module = site / "connect" / "active-listening" / "index.html"
    page = document(module)
    assert page.title.endswith('Calm & "Kind" at Acme')
    targets = {target for _, target in page.references}
    assert repository in targets
    assert f"{repository}/edit/trunk/docs/connect/active-listening.md" in targets
    assert f"{FORK}connect/active-listening/" in targets  # the canonical address
    assert all(
        target.startswith(("/their-handbook/", "#", "https://"))
        for _, target in document(site / "404.html").references
    )


def test_no_page_asks_the_code_host_for_anything(project: Path, tmp_path: Path) -> None:
    """Material's script looks for this mark, and asks for the number of stars."""
    repository = "https://github.com/someone/their-handbook"
    site = built(project, tmp_path / "site", SITE_URL=FORK, REPO_URL=repository)
    assert repository in document(site / "index.html").text
    marked = [f for f in html_files(site) if 'data-md-component="source"' in document(f).text]
    assert marked == []


def test_it_builds_with_nothing_set(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SITE_URL", "REPO_URL", "EDIT_URI"):
        monkeypatch.delenv(name, raising=False)
    site = built(project, tmp_path / "site")
    page = document(site / "connect" / "active-listening" / "index.html").text
    assert "<unruffled-quiz" in page
    assert "md-source" not in page  # no repository, no link to one
