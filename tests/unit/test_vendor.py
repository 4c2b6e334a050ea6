"""Files from elsewhere are what their list says."""

from __future__ import annotations

import hashlib
import re

from support import ROOT

VENDOR = ROOT / "hooks/unruffled/browser/vendor"
LIST = VENDOR / "README.md"


def test_each_file_from_elsewhere_has_the_digest_that_the_list_names() -> None:
    rows = re.findall(r"^\| `([^`]+)` \| `([0-9a-f]{64})` \|$", LIST.read_text("utf-8"), re.M)
    # What is ours beside them says for the checker of types what is used of each.
    ours = {LIST, *VENDOR.rglob("*.d.ts")}
    files = [each for each in VENDOR.rglob("*") if each.is_file() and each not in ours]
    there = {
        each.relative_to(VENDOR).as_posix(): hashlib.sha256(each.read_bytes()).hexdigest()
        for each in files
    }
    assert dict(rows) == there


def test_each_folder_has_a_version_a_licence_and_its_text() -> None:
    rows = re.findall(r"^\| `([^`/]+)/` \|(.*)\|$", LIST.read_text("utf-8"), re.M)
    assert {name for name, _ in rows} == {each.name for each in VENDOR.iterdir() if each.is_dir()}
    for name, cells in rows:
        _, version, _, licence = (cell.strip() for cell in cells.split("|"))
        assert re.match(r"\d+\.\d+", version), name
        assert "LICENSE.txt" in licence, name
        assert (VENDOR / name / "LICENSE.txt").is_file()
