"""A whole new handbook as `unruffled init` writes it: it builds, and passes its checks, at once.

What it begins with lies in ``starts/``: a folder for each kind, and one for what all have. A name
there that begins with ``dot-`` begins with a dot in the handbook.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from ..model.organisation import NOBODY
from ..text.escaping import as_markdown, as_yaml

STARTS = Path(__file__).parent / "starts"
EVERY = "every"
KINDS = ("course", "phrasebook", "empty")
"""What a handbook can begin with: lessons with questions, phrases, or one page."""


def handbook(kind: str, title: str, name: str = NOBODY) -> dict[str, str]:
    """Return the text of each file of a new handbook, by its path in the handbook's folder.

    Its schemas are not among them: they follow from what it decides.
    """
    words = {
        "@title@": as_yaml(title),
        "@heading@": as_markdown(title),
        "@name@": as_yaml(name),
        "@version@": version("unruffled"),
    }
    return written([STARTS / EVERY, STARTS / kind], words)


def written(folders: Sequence[Path], words: Mapping[str, str]) -> dict[str, str]:
    """Return the text of each file of ``folders`` by its path, with ``words`` for its marks."""
    files = {}
    for folder in folders:
        for file in sorted(each for each in folder.rglob("*") if each.is_file()):
            text = file.read_text(encoding="utf-8")
            for mark, word in words.items():
                text = text.replace(mark, word)
            files[_path_of(file.relative_to(folder))] = text
    return files


def _path_of(path: Path) -> str:
    return "/".join(re.sub("^dot-", ".", part) for part in path.parts)
