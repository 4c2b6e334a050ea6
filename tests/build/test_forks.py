from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from built_pages import document, html_files
from fork import LEFT_OUT, NAME, make_fork

from support import ROOT, run

FORK = "https://someone.example/their-handbook/"


def built(project: Path, target: Path, **settings: str) -> Path:
    done = run("mkdocs", "build", "--strict", "--site-dir", str(target), cwd=project, **settings)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


def test_address_repository_and_name_come_without_an_edit_of_the_settings(
    small: Path, tmp_path: Path
) -> None:
    file = small / "organisation.yml"
    text = file.read_text(encoding="utf-8")
    assert "handbook_title: Example handbook\n" in text
    title = 'handbook_title: "Calm & \\"Kind\\" at Acme"\n'
    file.write_text(text.replace("handbook_title: Example handbook\n", title), encoding="utf-8")
    repository = "https://github.com/someone/their-handbook"
    site = built(
        small,
        tmp_path / "site",
        SITE_URL=FORK,
        REPO_URL=repository,
        EDIT_URI="edit/trunk/docs/",
    )
    module = site / "connect" / "greeting" / "index.html"
    page = document(module)
    assert page.title.endswith('Calm & "Kind" at Acme')
    targets = {target for _, target in page.references}
    assert repository in targets
    assert f"{repository}/edit/trunk/docs/connect/greeting.md" in targets
    assert f"{FORK}connect/greeting/" in targets  # the canonical address
    assert all(
        target.startswith(("/their-handbook/", "#", "https://", "mailto:"))
        for _, target in document(site / "404.html").references
    )


def test_no_page_asks_the_code_host_for_anything(small: Path, tmp_path: Path) -> None:
    """Material's script looks for this mark, and asks for the number of stars."""
    repository = "https://github.com/someone/their-handbook"
    site = built(small, tmp_path / "site", SITE_URL=FORK, REPO_URL=repository)
    assert repository in document(site / "index.html").text
    marked = [f for f in html_files(site) if 'data-md-component="source"' in document(f).text]
    assert marked == []


def test_it_builds_with_nothing_set(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SITE_URL", "REPO_URL", "EDIT_URI"):
        monkeypatch.delenv(name, raising=False)
    site = built(small, tmp_path / "site")
    page = document(site / "connect" / "greeting" / "index.html").text
    assert "<unruffled-quiz" in page
    assert "md-source" not in page  # no repository, no link to one


def commands_of_a_fork() -> list[str]:
    """What the workflow runs where nobody has set UNRUFFLED_TESTS, command by command."""
    text = (ROOT / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8")
    jobs = yaml.safe_load(text)["jobs"].values()
    everywhere = [job for job in jobs if "vars.UNRUFFLED_TESTS" not in job.get("if", "")]
    return [step["run"] for job in everywhere for step in job["steps"] if "run" in step]


def test_the_workflow_of_a_fork_checks_its_content_and_builds_its_site() -> None:
    assert commands_of_a_fork() == ["make faults", "make build"]


def test_no_condition_of_the_workflow_asks_for_the_name_of_a_repository() -> None:
    text = (ROOT / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8")
    conditions = [str(job.get("if", "")) for job in yaml.safe_load(text)["jobs"].values()]
    assert [each for each in conditions if "full_name" in each or "repository ==" in each] == []


def test_a_fork_with_its_own_name_rules_colours_and_pages_publishes(tmp_path: Path) -> None:
    fork = make_fork(tmp_path / "fork")
    ready = tmp_path / "ready"
    ready.touch()
    bin_folder = Path(sys.executable).parent
    for command in commands_of_a_fork():
        done = subprocess.run(
            [*command.split(), f"READY={ready}", f"BIN={bin_folder}"],
            cwd=fork,
            env=os.environ | {"SITE_URL": FORK},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    site = fork / "site"
    assert "4400" in document(site / "resolve" / "escalate" / "index.html").text
    assert NAME in document(site / "index.html").title
    assert (site / "ours" / "northwind-refunds" / "index.html").is_file()
    assert (site / "practice" / "northwind-late-crate" / "index.html").is_file()
    assert [page for page in LEFT_OUT if (site / page).exists()] == []
