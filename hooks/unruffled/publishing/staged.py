"""A finished Markdown tree: what a build does with content, as files for another engine.

Fences are replaced by their HTML, generated pages are written out, and the
configuration loses what only the hook needs. Nothing of this package is wanted to
build the tree.

Links in that HTML are written as an author writes them, from file to file: the engine
that this is for turns every link of a page into an address, those in finished HTML too.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from markdown.extensions import toc

from ..blocks.quiz.view import report_address
from ..rendering import Renderer
from ..steps import counted
from ..text.escaping import as_yaml
from ..text.slugs import slugify
from ..text.urls import beside, split
from .head import page_head
from .offline import REMOVER, WORKER
from .plan import site_plan
from .settings import TEMPLATES
from .staged_settings import has_directories, settings

if TYPE_CHECKING:
    from ..model.library import Library
    from ..model.page import FrontMatter, Page

OVERRIDES = "overrides"
"""The folder of the tree with the templates."""


def stage(library: Library, root: Path, target: Path) -> list[str]:
    """Write the tree of the project at ``root`` into ``target``; return the pages written.

    ``target`` must not exist or be empty (FileExistsError otherwise): nothing of an
    author's is ever overwritten.
    """
    if target.exists() and any(target.iterdir()):
        raise FileExistsError(f"{target} is not empty")
    docs = target / "docs"
    if (root / "docs").is_dir():
        shutil.copytree(root / "docs", docs, dirs_exist_ok=True)
    menu = yaml.compose((root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    reports = report_address(library.organisation)
    renderer = Renderer(library, address=_from_file_to_file, reports=reports)
    plan = site_plan(renderer, directories=has_directories(menu))
    for path, content in plan.inherited.items():
        _write(docs / path, content)
    for path in counted(sorted(library.pages), "Writing pages"):
        text = plan.pages.get(path)
        if text is None:
            text = (docs / path).read_text(encoding="utf-8-sig")
        page = library.pages[path]
        written = _with_ids(text.split("\n"), page)[page.starts :]
        lines = renderer.page(path, written, lambda html: html)
        _write(
            docs / path,
            "\n".join([*_front_matter(page.meta, plan.marks.get(path, {})), *lines, ""]),
        )
    for path, content in plan.files.items():
        _write(docs / path, content)
    # Until `unruffled offline` has written the worker of the finished site.
    _write(docs / WORKER, REMOVER)
    own = root / "docs" / OVERRIDES
    shutil.copytree(TEMPLATES, target / OVERRIDES)
    if own.is_dir():
        shutil.rmtree(docs / OVERRIDES)
        shutil.copytree(own, target / OVERRIDES, dirs_exist_ok=True)
    _write(target / "mkdocs.yml", settings(menu, plan, OVERRIDES, library.menu))
    return sorted(library.pages)


def _write(file: Path, content: str | bytes | Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Path):
        shutil.copyfile(content, file)
    else:
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


def _with_ids(lines: list[str], page: Page) -> list[str]:
    """Write the ids of headings in other scripts behind them: another engine makes others."""
    result = list(lines)
    for heading in page.headings:
        index = heading.place.line - 1
        made = toc.slugify(heading.text, "-")
        if made != slugify(heading.text) and not result[index].rstrip().endswith("}"):
            result[index] = f"{result[index].rstrip(' #')} {{: #{heading.slug} }}"
    return result


def _from_file_to_file(target: str, page: str) -> str:
    path, rest = split(target)
    if path == page and rest.startswith("#"):
        return rest
    return beside(path, page) + rest


def _front_matter(meta: FrontMatter, marks: Mapping[str, str]) -> list[str]:
    """Return what the theme reads of a page's front matter, as the hook would hand it over."""
    texts = page_head(meta) | {
        name: value for name in ("icon", "status", "template") if (value := getattr(meta, name))
    }
    texts |= marks
    lines = [f"{name}: {as_yaml(value)}" for name, value in texts.items() if value]
    lines += [f"hide: [{', '.join(meta.hide)}]"] if meta.hide else []
    return ["---", *lines, "---", ""] if lines else []
