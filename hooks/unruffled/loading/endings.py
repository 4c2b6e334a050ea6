"""Files that an author meant to be read, whose names end in another way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

TOP = ("organisation", "references", "vocabulary", "rubric", "safety", "finder")
"""The files beside docs/ that hold content, without their ending."""

FOLDERS = ("quizzes", "phrases", "situations", "paths", "scenarios", "assignments", "sessions")
"""The folders beside docs/ that hold content, one YAML file a thing."""

CONTENT = (*FOLDERS, *(f"{name}.yml" for name in TOP))
"""All that is read beside docs/ and mkdocs.yml."""

_YAML = re.compile(r"(?:\.(?:ya?ml|txt|rtf|docx?|odt))+$|^[^.]+$", re.IGNORECASE)
_MARKDOWN = re.compile(r"\.(?:md|mdown|mkdn?|markdown)(?:\.txt)?$", re.IGNORECASE)


def misnamed(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the path of each such file below ``root``, and the path that it should have."""
    for file in sorted(root.glob("*")):
        name = _YAML.sub("", file.name) if "." in file.name else ""
        if file.is_file() and name.casefold() in TOP and file.name != f"{name.casefold()}.yml":
            yield file.name, f"{name.casefold()}.yml"
    for folder in FOLDERS:
        yield from _in_folder(root, folder, _YAML, (".yml", ".yaml"))
    yield from _in_folder(root, "docs", _MARKDOWN, (".md",))


def _in_folder(
    root: Path, folder: str, pattern: re.Pattern[str], read: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    for file in sorted((root / folder).glob("**/*")):
        path = file.relative_to(root)
        if file.name.endswith(read) or _set_aside(path) or not file.is_file():
            continue
        if found := pattern.search(file.name):
            stem = file.name if "." not in file.name else file.name[: found.start()]
            yield path.as_posix(), (path.parent / f"{stem}{read[0]}").as_posix()


def _set_aside(path: Path) -> bool:
    """Whether the file is a program's, a note for people, or in a folder that holds no pages."""
    hidden = any(part.startswith(".") for part in path.parts)
    return hidden or path.stem.upper() == "README" or path.parts[1] in ("assets", "overrides")
