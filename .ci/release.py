"""Build both distributions into a folder: `make release`.

The same commit gives the same bytes. Beside the wheels lie the digests, for `--require-hashes`, and
the changes of the version. A version that the changelog does not name is refused.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
DISTRIBUTIONS = (ROOT, ROOT / "hooks/unruffled_handbook")
"""The folders with a pyproject.toml: the generator, and this handbook's content."""

FIRST_DAY = "1577836800"
"""The date of every file in an archive, in seconds: the build's own day is nobody's concern."""


def build(folder: Path, target: Path) -> Path:
    """Build the wheel of a distribution into ``target``; return the file."""
    before = set(target.glob("*.whl"))
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": FIRST_DAY}
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    (made,) = set(target.glob("*.whl")) - before
    return made


def digest(file: Path) -> str:
    """Return the SHA-256 digest of a file, as hexadecimal digits."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def version_of(folder: Path) -> str:
    """Return the version that a distribution's pyproject.toml has."""
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def changes_of(version: str, text: str) -> str:
    """Return the part of the changelog about ``version`` ("" if it has none)."""
    found = re.search(rf"(?ms)^## {re.escape(version)}\b.*?(?=^## |\Z)", text)
    return f"{found[0].strip()}\n" if found else ""


def release(target: Path, *, draft: bool = False) -> list[Path]:
    """Build every distribution into the empty folder ``target``; return the files written.

    Raises SystemExit where the changelog has no part for a version, unless it is a ``draft``.
    """
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    changes = ""
    for version in dict.fromkeys(map(version_of, DISTRIBUTIONS)):
        found = changes_of(version, changelog)
        if not found and not draft:
            raise SystemExit(f"CHANGELOG.md has no part `## {version}`: write it, then release")
        changes += found or changes_of("Unreleased", changelog)
    wheels = [build(folder, target) for folder in DISTRIBUTIONS]
    lines = [f"{digest(file)}  {file.name}" for file in wheels]
    digests = target / "SHA256SUMS"
    digests.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    notes = target / "CHANGES.md"
    notes.write_text(changes, encoding="utf-8")
    return [*wheels, digests, notes]


if __name__ == "__main__":
    for each in release(ROOT / "dist", draft="--draft" in sys.argv[1:]):
        print(f"{each.stat().st_size:>10,} {each.relative_to(ROOT)}")
