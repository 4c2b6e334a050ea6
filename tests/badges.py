"""Badges in tests: a small project that gives them, and the files they are given for."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

import result_files as made
from support import ROOT
from unruffled.cli import main

SITE = "https://org.example/handbook/"
DID = "did:web:org.example:handbook"
ANA = "ana@org.example"


def call(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


def project(folder: Path) -> tuple[Path, Path]:
    """Return a small project with the key of its badges, and the private key."""
    root = shutil.copytree(ROOT / "tests" / "faults" / "base", folder / "project")
    key = folder / "badge-private.jwk"
    done = call(root, "badge", "key", "--out", str(key))
    assert done.exit_code == 0, done.output
    _, _, told = done.output.partition("\n\n")
    with (root / "organisation.yml").open("a", encoding="utf-8") as file:
        file.write(told.replace("https://handbook.example.org/", SITE))
    return root, key


def result(name: str = "Ana Ito", share: float = 1.0) -> dict[str, Any]:
    """Return a result with one test of two questions."""
    assignment = made.link_text({"title": "First steps", "steps": [["greeting", "a"]]})
    asked = [("greeting", "first", "r", "single"), ("greeting", "second", "r", "single")]
    return made.make_result(name, assignment, asked, shares=[1.0, share], responses=["a", "b"])


def sheet(**more: Any) -> str:
    """Return the text of a sign-off sheet."""
    rows = [{"id": "tone", "label": "Tone", "level": 3, "words": "I hear you"}]
    data = {
        **{"format": "unruffled-signoff", "version": 1, "made": "2026-11-20T10:00:00.000+01:00"},
        **{"site": "Handbook", "rubric": "r", "who": "Ana Ito", "observer": "Lee", "second": ""},
        **{"day": "2026-11-20", "kind": "call", "about": "A bill", "practice": False},
        **{"needed": 3, "rows": rows, "next": "", "result": "signed-off"},
    }
    text = json.dumps(data | more, indent=1).removesuffix("\n}")
    return f'{text},"sum":"{made.crc(text)}"}}\n'


def issued(root: Path, key: Path, *more: str, **texts: str) -> Result:
    """Issue badges for files with these texts, by their names."""
    files = []
    for name, text in texts.items():
        files.append(str(root / f"{name}.json"))
        Path(files[-1]).write_text(text, encoding="utf-8")
    out = ("--out", str(root / "badges"))
    return call(
        root, "badge", "issue", *files, "--key", str(key), *out, *(more or ("--email", ANA))
    )


def certificates(root: Path) -> list[str]:
    return [each.read_text("utf-8") for each in sorted((root / "badges").glob("*.svg"))]
