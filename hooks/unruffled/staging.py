"""A finished Markdown tree: what a build does with content, as files for another engine.

Fences are replaced by their HTML, generated pages are written out, and the
configuration loses what only the hook needs. Nothing of this package is wanted to
build the tree.

Links in that HTML are written as an author writes them, from file to file: the engine
that this is for turns every link of a page into an address, those in finished HTML too.
"""

from __future__ import annotations

import posixpath
import shutil
from pathlib import Path

import yaml
from markdown.extensions import toc

from .escaping import as_yaml
from .export import published
from .model.library import Library
from .model.page import FrontMatter, Page
from .offline import REMOVER, WORKER
from .packing import is_packed, pack
from .render import Renderer
from .render.data import data_files
from .render.head import page_head, site_head
from .render.manifest import MANIFEST
from .render.quizzes import report_address
from .scorm import published as packages
from .slugs import slugify
from .urls import split

TEMPLATES = "docs/overrides"

OURS = frozenset({"hooks", "watch", "exclude_docs", "not_in_nav", "validation"})
"""Settings that only the hook, or only the engine it is written for, has a use for."""


def stage(library: Library, root: Path, target: Path) -> list[str]:
    """Write the tree of the project at ``root`` into ``target``; return the pages written.

    ``target`` must not exist or be empty (FileExistsError otherwise): nothing of an
    author's is ever overwritten.
    """
    if target.exists() and any(target.iterdir()):
        raise FileExistsError(f"{target} is not empty")
    shutil.copytree(root / "docs", target / "docs", dirs_exist_ok=True)
    _take_out_what_is_no_page(target)
    _pack(target / "docs")
    reports = report_address(library.organisation)
    renderer = Renderer(library, address=_from_file_to_file, reports=reports)
    for path in sorted(library.pages):
        file = target / "docs" / path
        text = library.generated.get(path)
        if text is None:
            text = file.read_text(encoding="utf-8-sig")
        page = library.pages[path]
        written = _with_ids(text.split("\n"), page)[page.starts :]
        lines = renderer.page(path, written, lambda html: html)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join([*_front_matter(page.meta), *lines, ""]), encoding="utf-8")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    texts = data_files(library, directories=_has_directories(settings))
    made = {path: text.encode() for path, text in texts.items()} | published(library)
    made |= packages(renderer, root / "docs")
    for path, content in made.items():
        (target / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (target / "docs" / path).write_bytes(content)
    # Until `unruffled offline` has written the worker of the finished site.
    (target / "docs" / WORKER).write_text(REMOVER, encoding="utf-8")
    (target / "mkdocs.yml").write_text(_settings(settings, library), encoding="utf-8")
    return sorted(library.pages)


def _with_ids(lines: list[str], page: Page) -> list[str]:
    """Write the ids of headings in other scripts behind them: another engine makes others."""
    result = list(lines)
    for heading in page.headings:
        index = heading.place.line - 1
        made = toc.slugify(heading.text, "-")
        if made != slugify(heading.text) and not result[index].rstrip().endswith("}"):
            result[index] = f"{result[index].rstrip(' #')} {{: #{heading.slug} }}"
    return result


def _take_out_what_is_no_page(target: Path) -> None:
    """Do what `exclude_docs` does in mkdocs.yml: templates and notes are not published."""
    if (target / TEMPLATES).is_dir():
        shutil.move(target / TEMPLATES, target / "overrides")
    for note in (target / "docs" / "assets").rglob("*.md"):
        note.unlink()


def _pack(docs: Path) -> None:
    for file in docs.rglob("*.*"):
        path = file.relative_to(docs).as_posix()
        if is_packed(path):
            file.write_text(pack(path, file.read_text(encoding="utf-8")), encoding="utf-8")


def _from_file_to_file(target: str, page: str) -> str:
    path, rest = split(target)
    if path == page and rest.startswith("#"):
        return rest
    return posixpath.relpath(path, posixpath.dirname(page) or ".") + rest


def _front_matter(meta: FrontMatter) -> list[str]:
    """Return what the theme reads of a page's front matter, as the hook would hand it over."""
    texts = page_head(meta) | {
        name: value for name in ("icon", "status", "template") if (value := getattr(meta, name))
    }
    lines = [f"{name}: {as_yaml(value)}" for name, value in texts.items() if value]
    lines += [f"hide: [{', '.join(meta.hide)}]"] if meta.hide else []
    return ["---", *lines, "---", ""] if lines else []


def _has_directories(text: str) -> bool:
    """Say whether pages have addresses that end in a slash; an engine does that by itself."""
    settings = yaml.compose(text, Loader=yaml.BaseLoader).value
    return all(
        value.value.casefold() in ("true", "yes", "on")
        for key, value in settings
        if key.value == "use_directory_urls"
    )


def _settings(text: str, library: Library) -> str:
    """Return mkdocs.yml without ``OURS``, with what organisation.yml changes of it."""
    head = site_head(library.organisation)
    lines = text.replace(f"custom_dir: {TEMPLATES}", "custom_dir: overrides").split("\n")
    keys = [key for key, _ in yaml.compose(text, Loader=yaml.BaseLoader).value]
    starts = [key.start_mark.line for key in keys]
    blocks = zip(keys, starts, [*starts[1:], len(lines)], strict=True)
    for key, start, end in reversed(list(blocks)):
        if key.value in OURS:
            del lines[start:end]
        elif key.value == "site_name":
            lines[start:end] = [f"site_name: {as_yaml(head['site_name'])}"]
        elif key.value == "extra":
            lines.insert(start + 1, f"  contact_email: {as_yaml(head['contact_email'])}")
            lines.insert(start + 1, f"  manifest: {MANIFEST}")
    return "\n".join(lines)
