"""What is published, put together once: the engines take it from here, and add nothing of ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..assets import ADDRESS, package_files
from ..branded import branded, inherited, shades_of
from ..formats.phrases import edition, in_parts, whole
from ..formats.scorm import published as packages
from ..keeping import Files, text_digest
from ..packing import STYLE, is_packed, joins, layered, pack
from ..words import Words
from ..words.scripts import translated
from .data import data_files
from .head import moved_head, site_head
from .icons import icons, spare
from .manifest import MANIFEST
from .offline import REMOVER, WORKER
from .rooms import rooms_of
from .settings import SCRIPTS, STYLES
from .theme_words import theme_words
from .unused import unused

if TYPE_CHECKING:
    from ..keeping import Kept
    from ..model.library import Library
    from ..rendering import Renderer


@dataclass(frozen=True)
class SitePlan:
    """A site, but for the pages' texts in HTML, which an engine asks the Renderer for.

    ``pages`` are Markdown by path under docs/; ``files`` are contents, or the files that have
    them, by path on the site. ``head`` is what the theme prints on every page; ``styles`` and
    ``scripts`` are those of every page; ``marks`` are what the templates know of
    single pages; ``theme`` are settings of the theme for a handbook that does not set them.
    """

    pages: Mapping[str, str]
    files: Mapping[str, str | bytes | Path]
    head: Mapping[str, str | Mapping[str, str]]
    styles: tuple[str, ...] = STYLES
    scripts: tuple[str, ...] = SCRIPTS
    language: str = "en"
    words: Words = field(default_factory=Words)
    marks: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    theme: Mapping[str, str] = field(default_factory=dict)
    inherited: Mapping[str, str | bytes | Path] = field(default_factory=dict)
    """Pages and files of docs/ that come from what the handbook is built on, by path there."""
    loads: frozenset[str] = frozenset()
    """Those of the files that no page needs: readers take them for other programs."""


def site_plan(
    renderer: Renderer,
    *,
    directories: bool = True,
    site_url: str = "",
    live: bool = False,
    kept: Kept | None = None,
    loads: Mapping[str, bytes] | None = None,
) -> SitePlan:
    """Put together what is published of the Renderer's Library.

    ``directories`` says how addresses end, as in ``urls.page_url``; ``site_url`` is where the site
    will live. A ``live`` preview packs nothing, and is not kept by browsers. With ``kept``, what
    cannot differ is not made again. With ``loads``, these are what readers can download, and not
    what ``downloads`` returns.
    """
    library = renderer.library
    files = _of_package(library, layered if live else pack, kept)
    styles = STYLES if live else _joined(files)
    unused = spare(library)
    files = {path: file for path, file in files.items() if path not in unused}
    files |= data_files(library, directories=directories, kept=kept)
    if loads is None:
        loads = downloads(
            renderer, directories=directories, site_url=site_url, live=live, kept=kept
        )
    files |= loads
    if live:
        files[WORKER] = REMOVER
    head = site_head(library, directories=directories) | {"manifest": "" if live else MANIFEST}
    head |= moved_head(library, site_url, directories=directories)
    said = theme_words(library.words)
    rooms = rooms_of(library)
    marks = {path: rooms.marks_of(path) for path in library.pages}
    pictures = icons(library)
    return SitePlan(
        pages=library.generated,
        files=files,
        head=head | {"words": said},
        styles=styles,
        language=library.language,
        words=library.words,
        marks=marks,
        theme={
            "logo": pictures["logo.svg"],
            "favicon": pictures["favicon.svg"],
        },
        inherited=inherited(library),
        loads=frozenset(loads),
    )


def downloads(
    renderer: Renderer, *, directories: bool, site_url: str, live: bool, kept: Kept | None
) -> dict[str, bytes]:
    """Return the files that readers take for other programs, by path; as in ``site_plan``."""
    given = text_digest(str(directories), renderer.reports, site_url)
    exports = _exports(renderer.library, kept, live=live)
    return exports | packages(renderer, site_url, kept, given)


def _exports(library: Library, kept: Kept | None, *, live: bool) -> dict[str, bytes]:
    # Nobody gives away what a preview made: so git is not asked at each change.
    second = 1 if live else edition(library)
    if kept is None:
        return in_parts(library) | whole(library, second)
    decks = partial(whole, edition=second)
    return kept.of("files", "exports", library, in_parts, form=Files(), parts=True) | kept.of(
        "files", "whole exports", library, decks, given=str(second), form=Files(), parts=True
    )


def _of_package(
    library: Library, make: Callable[[str, str], str], kept: Kept | None
) -> dict[str, str | bytes | Path]:
    """Return the files of the package, in the site's colours; scripts and styles by ``make``."""
    found = partial(_made_of_package, make=make)
    if kept is None:
        return found(library)
    return dict(kept.of("files", "of the package", library, found, given=make.__name__, parts=True))


def _made_of_package(
    library: Library, make: Callable[[str, str], str]
) -> dict[str, str | bytes | Path]:
    left = tuple(f"{ADDRESS}/{each}" for each in unused(library))
    files: dict[str, str | bytes | Path] = {
        path: file for path, file in package_files().items() if not path.startswith(left)
    }
    if shades := shades_of(library):
        files = {path: branded(path, file, shades) for path, file in files.items()}
    return {
        path: make(path, _worded(path, file, library.words)) if is_packed(path) else file
        for path, file in files.items()
    }


def _worded(path: str, file: str | bytes | Path, words: Words) -> str:
    text = file.read_text(encoding="utf-8") if isinstance(file, Path) else str(file)
    inside = path.removeprefix(f"{ADDRESS}/")
    return translated(inside, text, words) if path.endswith(".js") else text


def _joined(files: dict[str, str | bytes | Path]) -> tuple[str, ...]:
    """Publish the styles of every page as one file, in their order; return those to link to."""
    parts = [path for path in STYLES if joins(path)]
    files[STYLE] = "\n".join(str(files.pop(path)) for path in parts)
    return (STYLE, *(path for path in STYLES if path not in parts))
