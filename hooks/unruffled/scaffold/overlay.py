"""A handbook that is built on another one, as `unruffled init --on` writes it: six files."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, metadata
from typing import TYPE_CHECKING

from ..loading.bases import generator
from ..model.organisation import NOBODY
from ..text.escaping import as_yaml
from .handbook import STARTS, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.library import Library
    from ..model.roots import Root

FOR_MAKERS = (
    *("docs/contributing/", "docs/authors/"),
    *("docs/own-handbook.md", "docs/your-house.md", "docs/hosting.md"),
)
"""What a base has for whoever builds on it, and what agents have no use for."""

PAGE = "\n\n"


def overlay(
    named: str, base: Root, library: Library, title: str, name: str = NOBODY, wheels: str = ""
) -> dict[str, str]:
    """Return the text of each file of a new handbook that is built on ``base``, by its path.

    ``named`` is what handbook.yml names, ``library`` what there is below; ``wheels`` are the lines
    of requirements.txt where no package index has the base.
    """
    slots = library.handbook.slots
    return written(
        [STARTS / "on"],
        {
            "@base@": as_yaml(named),
            "@without@": _list(each for each in FOR_MAKERS if (base.folder / each).exists()),
            "@title@": as_yaml(title),
            "@name@": as_yaml(name),
            "@slots@": "".join(_slot(each.id, each.about or each.label) for each in slots) or " {}",
            "@copyright@": as_yaml(
                f"Built on {base.name}{_licence(base)}, with changes of our own."
            ),
            "@requirements@": wheels or _requirements(base),
            "@menu@": _place(library),
            "@fences@": PAGE.join(f"```organisation\n{each.id}\n```" for each in slots)
            or "Write here what holds for you.",
        },
    )


def _slot(name: str, about: str) -> str:
    return f'\n  # {" ".join(about.split())}\n  {name}: ""'


def _list(names: Iterable[str]) -> str:
    listed = "".join(f"\n  - {each}" for each in names)
    return listed or " []"


def _place(library: Library) -> str:
    """Return where the page stands in the menu: in its first section, or at the end."""
    sections = (library.sections.get(path, "") for path, _ in library.nav)
    section = next(filter(None, sections), "")
    return f"{{below: {as_yaml(section)}}}" if section else "{}"


def _requirements(base: Root) -> str:
    return f"{base.name}=={base.version}" if base.version else f"unruffled=={generator()}"


def _licence(base: Root) -> str:
    try:
        found = metadata(base.name)["License-Expression"]
    except (PackageNotFoundError, KeyError, ValueError):
        found = None
    return f" ({found})" if found else ""
