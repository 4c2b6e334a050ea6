"""What the workflows run is named by what it is, and not by a name that can be moved."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from support import ROOT
from unruffled.assets import PACKAGE

FILES = [
    *sorted((ROOT / ".github/workflows").glob("*.yml")),
    *sorted((PACKAGE / "scaffold/starts").rglob("dot-github/workflows/*.yml")),
]
ACTION = re.compile(
    r"\buses: *\"?(?P<name>[\w./-]+)@(?P<commit>[^\s\"}]+)\"?}?(?: # (?P<version>v[\d.]+))?"
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_each_action_is_named_by_its_commit_with_the_version_beside_it(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    found = list(ACTION.finditer(text))
    assert len(found) == text.count("uses:") > 0
    assert [each[0] for each in found if not re.fullmatch("[0-9a-f]{40}", each["commit"])] == []
    assert [each[0] for each in found if not each["version"]] == []


def test_an_action_has_one_commit_in_all_workflows() -> None:
    found = {
        (each["name"], each["commit"], each["version"])
        for file in FILES
        for each in ACTION.finditer(file.read_text(encoding="utf-8"))
    }
    assert len(found) == len({name for name, _, _ in found})


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_job_may_write_unless_it_says_so(file: Path) -> None:
    assert yaml.safe_load(file.read_text(encoding="utf-8"))["permissions"]


def test_the_bots_file_watches_all_three_lists_and_names_no_host() -> None:
    text = (ROOT / ".github/dependabot.yml").read_text(encoding="utf-8")
    kinds = [each["package-ecosystem"] for each in yaml.safe_load(text)["updates"]]
    assert kinds == ["github-actions", "pip", "npm"]
    assert "://" not in text
