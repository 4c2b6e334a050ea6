"""What an organisation does not use costs no page and no reader a byte."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import pytest

from badges import project
from unruffled.model.library import Library
from unruffled.project import inspect
from unruffled.publishing.plan import SitePlan, site_plan
from unruffled.publishing.settings import SCRIPTS
from unruffled.rendering import Renderer

IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}/[^"']+)["']""")
STORE = "stores:\n- {name: Records, endpoint: 'https://lrs.example/xapi/'}\n"


def planned(root: Path) -> tuple[Library, SitePlan]:
    library, problems = inspect(root)
    assert problems == []
    return library, site_plan(Renderer(library), site_url="https://a.example/")


def scripts(plan: SitePlan) -> dict[str, str]:
    return {path: str(file) for path, file in plan.files.items() if path.endswith(".js")}


def of_badges_and_stores(plan: SitePlan) -> set[str]:
    found = re.compile(r"/(badge|launch|launched|outbox|sending|statements|taking-over)\b")
    return {path for path in plan.files if found.search(path)}


def test_without_stores_and_badges_a_site_has_nothing_of_them(small: Path) -> None:
    library, plan = planned(small)
    assert of_badges_and_stores(plan) == set()
    assert "did.json" not in plan.files
    assert plan.scripts == SCRIPTS
    assert not {"launch.md", "badge.md"} & library.generated.keys()


def test_with_them_they_are_there_and_no_page_loads_them_for_being_a_page(tmp_path) -> None:
    root, _ = project(tmp_path)
    with (root / "organisation.yml").open("a", encoding="utf-8") as file:
        file.write(STORE)
    library, plan = planned(root)
    assert len(of_badges_and_stores(plan)) > 8
    assert {"launch.md", "badge.md"} <= library.generated.keys()
    assert plan.scripts == SCRIPTS


@pytest.mark.parametrize("more", ["", STORE])
def test_no_script_of_a_site_asks_for_one_that_is_not_there(small: Path, more: str) -> None:
    with (small / "organisation.yml").open("a", encoding="utf-8") as file:
        file.write(more)
    _, plan = planned(small)
    found = scripts(plan)
    asked = {
        (path, posixpath.normpath(posixpath.join(posixpath.dirname(path), target)))
        for path, text in found.items()
        for target in IMPORT.findall(text)
    }
    assert len(asked) > 50
    assert [each for each in asked if each[1] not in plan.files] == []


@pytest.mark.parametrize("fence", ["badge", "launch"])
def test_a_fence_of_what_is_not_used_says_so_and_loads_nothing(small: Path, fence: str) -> None:
    page = small / "docs" / "index.md"
    page.write_text(f"{page.read_text('utf-8')}\n```{fence}\n```\n", "utf-8")
    library, _ = inspect(small)
    lines = page.read_text("utf-8").splitlines()
    html = "\n".join(Renderer(library).page("index.md", lines, keep=str))
    assert "This organisation" in html
    assert f"{fence}.js" not in html
