"""A finished Markdown tree: what a build does with content, as files for another engine.

Fences are replaced by their HTML, generated pages are written out, and the
configuration loses what only the hook needs. Nothing of this package is wanted to
build the tree.

Links in that HTML are written as an author writes them, from file to file: the engine
that this is for turns every link of a page into an address, those in finished HTML too.
"""

from __future__ import annotations

import json
import posixpath
import re
import shutil
from pathlib import Path

from .model.library import Library
from .render import Renderer

TEMPLATES = "docs/overrides"

_BLOCK = re.compile(
    r"^(?:#.*\n)*(?:hooks|watch|exclude_docs|not_in_nav|validation):.*\n"
    r"(?:[ \t-].*\n|\n(?=[ \t]))*",
    re.MULTILINE,
)


def stage(library: Library, root: Path, target: Path) -> list[str]:
    """Write the tree of the project at ``root`` into ``target``; return the pages written.

    ``target`` must not exist or be empty (FileExistsError otherwise): nothing of an
    author's is ever overwritten.
    """
    if target.exists() and any(target.iterdir()):
        raise FileExistsError(f"{target} is not empty")
    shutil.copytree(root / "docs", target / "docs", dirs_exist_ok=True)
    _take_out_what_is_no_page(target)
    renderer = Renderer(library, address=_from_file_to_file)
    for path in sorted(library.pages):
        file = target / "docs" / path
        text = library.generated.get(path) or file.read_text(encoding="utf-8-sig")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_finished(renderer, path, text), encoding="utf-8")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (target / "mkdocs.yml").write_text(_settings(settings, library), encoding="utf-8")
    return sorted(library.pages)


def _take_out_what_is_no_page(target: Path) -> None:
    """Do what `exclude_docs` does in mkdocs.yml: templates and notes are not published."""
    if (target / TEMPLATES).is_dir():
        shutil.move(target / TEMPLATES, target / "overrides")
    for note in (target / "docs" / "assets").rglob("*.md"):
        note.unlink()


def _from_file_to_file(target: str, page: str) -> str:
    path, mark, fragment = target.partition("#")
    if path == page and fragment:
        return f"#{fragment}"
    return posixpath.relpath(path, posixpath.dirname(page) or ".") + mark + fragment


def _finished(renderer: Renderer, path: str, text: str) -> str:
    return "\n".join(renderer.page(path, text.splitlines(), lambda html: html)) + "\n"


def _settings(text: str, library: Library) -> str:
    text = _BLOCK.sub("", text)
    text = text.replace(f"custom_dir: {TEMPLATES}", "custom_dir: overrides")
    title = json.dumps(library.organisation.handbook_title, ensure_ascii=False)
    return re.sub(r"^site_name:.*$", lambda _: f"site_name: {title}", text, flags=re.MULTILINE)
