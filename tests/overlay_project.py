"""Handbooks that are built on another one: as packages, as folders, with files of their own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support import ROOT

SOUND = ROOT / "tests/faults/base"
"""A project of one page of each sort, without faults."""

ORGANISATION = "name: Field & Sons\nhandbook_title: Our handbook\n"
MKDOCS = """\
site_name: ours
site_url: !ENV [SITE_URL, ""]
theme: {name: material}
plugins: [search, unruffled]
"""


def write(root: Path, files: dict[str, str]) -> Path:
    """Write files below ``root``; return it."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def own(root: Path, base: str, files: dict[str, str] | None = None) -> Path:
    """Write a handbook with nothing of its own but ``files``, built on ``base``."""
    (root / "docs").mkdir(parents=True)
    usual = {
        "handbook.yml": f"base: {base}\n",
        "organisation.yml": ORGANISATION,
        "mkdocs.yml": MKDOCS,
    }
    return write(root, usual | (files or {}))


def package(
    folder: Path, version: str, needs: str = "unruffled>=0.1", content: Path = SOUND
) -> Path:
    """Write the package `small-handbook` as pip leaves it in ``folder``; return its content."""
    shutil.rmtree(folder, ignore_errors=True)
    name = "small_handbook"
    write(
        folder,
        {
            f"{name}/__init__.py": "from pathlib import Path\n"
            "CONTENT = Path(__file__).parent / 'content'\n",
            f"{name}-{version}.dist-info/METADATA": "Metadata-Version: 2.1\n"
            f"Name: small-handbook\nVersion: {version}\nRequires-Dist: {needs}\n",
            f"{name}-{version}.dist-info/entry_points.txt": "[unruffled.bases]\n"
            f"small-handbook = {name}:CONTENT\n",
        },
    )
    return Path(shutil.copytree(content, folder / name / "content"))


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which ``package`` installs."""
    monkeypatch.syspath_prepend(tmp_path / "packages")
    monkeypatch.delitem(__import__("sys").modules, "small_handbook", raising=False)
    return tmp_path / "packages"
