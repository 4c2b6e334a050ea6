"""What a handbook is built on: an installed package that holds content, or a folder."""

from __future__ import annotations

from importlib.metadata import Distribution, EntryPoint, PackageNotFoundError, entry_points, version
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from .. import __version__
from ..catalogue import declare
from ..model.handbook import Base, Handbook
from ..model.roots import Root
from ..problems import Place, Problem, nearest, problem

declare(
    "HB120",
    meaning="What the handbook is built on is not there.",
    cure="Install the package that `base` in handbook.yml names, or correct the name.",
)
declare(
    "HB121",
    meaning="What the handbook is built on does not fit: its version, or that of the generator.",
    cure="Write versions that fit each other into requirements.txt, and install them.",
)

UNFIT = frozenset({"HB120", "HB121"})
"""Codes of what leaves nothing to build on."""

GROUP = "unruffled.bases"
"""The entry points of packages that hold content: each gives the folder."""

GENERATOR = "unruffled"
MARK = "mkdocs.yml"
"""A file that such a folder has."""


def root_of(handbook: Handbook, base: Base, above: Root) -> tuple[Root | None, list[Problem]]:
    """Return the folder that ``base`` names in handbook.yml of ``above``, and what is wrong."""
    place, version_at = handbook.at("base", "name"), handbook.at("base", "version")
    if base.is_folder:
        return _folder(base, above, place, version_at)
    found = bases()
    if base.name not in found:
        cause = f"no installed package holds the content {base.name}: {nearest(base.name, found)}"
        cure = (
            f"{_asked(base)} is asked for, and unruffled {generator()} is installed: run "
            f"`pip install {base.name}` in the same environment, or correct the name"
        )
        return None, [problem("HB120", place, cause, cure)]
    entry = found[base.name]
    root = _installed(entry)
    if not (root.folder / MARK).is_file():
        cause = f"{root.called} is installed, and its content is not at {root.folder.name}/"
        return None, [problem("HB120", place, cause, "Install it again.")]
    return root, [*_unfit(base, root, version_at), *_unfit_generator(root, entry, place)]


def bases() -> dict[str, EntryPoint]:
    """Return the installed packages that hold content, by name."""
    return {each.name: each for each in entry_points(group=GROUP)}


def root_named(name: str) -> Root | None:
    """Return the folder of a handbook by the name of its package, a part of that, or its path."""
    found = bases()
    for each in (name, f"{name}-handbook"):
        if each in found:
            return _installed(found[each])
    folder = Path(name).resolve()
    return Root(folder, folder.name) if (folder / MARK).is_file() else None


def _installed(entry: EntryPoint) -> Root:
    return Root(Path(entry.load()), entry.name, entry.dist.version if entry.dist else "")


def generator() -> str:
    """Return the version of the generator."""
    try:
        return version(GENERATOR)
    except PackageNotFoundError:  # a fresh clone builds without installing it
        return __version__


def _folder(
    base: Base, above: Root, place: Place, version_at: Place
) -> tuple[Root | None, list[Problem]]:
    folder = (above.folder / base.name).resolve()
    if not (folder / MARK).is_file():
        cause = f'there is no handbook in "{base.name}": it has no {MARK}'
        cure = "name the folder of the other handbook, from this one on, or install its package"
        return None, [problem("HB120", place, cause, cure)]
    root = Root(folder, folder.name)
    return root, _unfit(base, root, version_at)


def _asked(base: Base) -> str:
    return f"{base.name} {base.version or ''}".strip()


def _unfit(base: Base, root: Root, place: Place) -> list[Problem]:
    """Return the fault of a version that is not among those that handbook.yml asks for."""
    if not base.version:
        return []
    try:
        asked = SpecifierSet(base.version)
    except InvalidSpecifier:
        cause = f'"{base.version}" says no versions'
        cure = "write them such as `>=1.2,<2`"
        return [problem("HB121", place, cause, cure)]
    if not root.version:
        cause = f"the folder {root.name}/ has no version, and {base.version} is asked for"
        return [problem("HB121", place, cause, "remove `version`, or name a package")]
    if asked.contains(root.version, prereleases=True):
        return []
    cause = f"handbook.yml asks for {_asked(base)}, and {root.called} is installed"
    return [problem("HB121", place, cause)]


def _unfit_generator(root: Root, entry: EntryPoint, place: Place) -> list[Problem]:
    """Return the fault of a generator that cannot read this content."""
    here = generator()
    for asked in _requirements(entry.dist):
        if asked.name == GENERATOR and not asked.specifier.contains(here, prereleases=True):
            cause = f"{root.called} is for unruffled {asked.specifier}, and {here} is installed"
            return [problem("HB121", place, cause)]
    return []


def _requirements(found: Distribution | None) -> list[Requirement]:
    texts = (found.requires or []) if found else []
    try:
        return [Requirement(each) for each in texts]
    except InvalidRequirement:
        return []
