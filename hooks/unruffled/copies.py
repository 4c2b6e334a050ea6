"""Own files that were made from those of a base, and what has changed there since.

``.base/notes.json`` has what each copy was made from, and what the base had when an organisation
last looked. Beside it lie the originals, so that a later version can be compared with them.
"""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from .catalogue import declare
from .loading.encodings import decoded
from .problems import Place, Problem, problem

if TYPE_CHECKING:
    from .model.library import Library
    from .model.roots import Root

declare(
    "HB128",
    meaning="What an own file was made from has changed.",
    cure="`unruffled diff PATH` shows how. Take over what you want, then run "
    "`unruffled copy --looked PATH`.",
    severity="note",
)
declare(
    "HB129",
    meaning="What an own file was made from is not there any more.",
    cure="Your file stands alone now. If you have no more use for it, delete it.",
    severity="note",
)
declare(
    "HB130",
    meaning="The notes about copies cannot be read.",
    cure="Take .base/notes.json from your history, or delete it: then nothing is known of earlier "
    "versions.",
)

FOLDER = ".base"
NOTES = f"{FOLDER}/notes.json"


@dataclass(frozen=True)
class Copied:
    """What a file was made from: name and version of the base, and the digest of its file there."""

    base: str
    version: str
    digest: str


@dataclass(frozen=True)
class Seen:
    """What there was when somebody last looked: version and files of the base, each with its
    digest; and of the whole handbook the slots, and the ids of phrases and questions."""

    version: str = ""
    files: dict[str, str] = field(default_factory=dict)
    slots: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Notes:
    """The file of notes."""

    copies: dict[str, Copied] = field(default_factory=dict)
    seen: Seen = field(default_factory=Seen)


def read_notes(root: Path) -> Notes:
    """Return the notes of the handbook at ``root``; raises ValueError where they are damaged."""
    try:
        found = json.loads((root / NOTES).read_text(encoding="utf-8"))
        copies = {str(path): Copied(**each) for path, each in found.get("copies", {}).items()}
        seen = Seen(**found.get("seen", {}))
        return Notes(copies, seen)
    except FileNotFoundError:
        return Notes()
    except (OSError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def write_notes(root: Path, notes: Notes) -> None:
    """Write the notes of the handbook at ``root``, sorted."""
    text = json.dumps(asdict(notes), ensure_ascii=False, indent=1, sort_keys=True)
    file = root / NOTES
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def digest_of(file: Path) -> str:
    """Return the SHA-256 digest of a file's content, whatever its line ends; empty without one."""
    try:
        return hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    except OSError:
        return ""


def original_of(root: Path, path: str) -> Path:
    """Return where the original of the own file ``path`` is kept."""
    return root / FOLDER / path


def source_of(library: Library, path: str) -> tuple[Root, Path] | None:
    """Return the first folder below the own one that has a file at ``path``, and the file."""
    for root in library.roots[1:]:
        if (root.folder / path).is_file():
            return root, root.folder / path
    return None


def note_copy(root: Path, path: str, base: Root, source: Path, notes: Notes) -> Notes:
    """Keep the original of ``path``, and return the notes with what it was made from."""
    kept = original_of(root, path)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(source.read_bytes())
    made = Copied(base.name, base.version, digest_of(source))
    return Notes({**notes.copies, path: made}, notes.seen)


def moved(root: Path, library: Library) -> Iterator[Problem]:
    """Yield a note for each own file whose original has changed, or is gone."""
    try:
        notes = read_notes(root)
    except ValueError as error:
        yield problem("HB130", Place(NOTES), f"the notes about copies are damaged: {error}")
        return
    for path, copied in sorted(notes.copies.items()):
        if not (root / path).is_file():
            continue
        found = source_of(library, path)
        before = f"{copied.base} {copied.version}".strip()
        if found is None:
            cause = f"this was made from a file of {before}, which is not there any more"
            yield problem("HB129", Place(path), cause)
        elif digest_of(found[1]) != copied.digest:
            cause = f"this was made from a file of {before}, which {found[0].called} has changed"
            cure = f"`unruffled diff {path}` shows how; `unruffled copy --looked {path}` ends this"
            yield problem("HB128", Place(path), cause, cure)


def difference(old: Path, new: Path, names: tuple[str, str]) -> str:
    """Return how a text differs from another one, line by line; empty where it does not."""
    before, after = (_text(file).splitlines(keepends=True) for file in (old, new))
    return "".join(difflib.unified_diff(before, after, *names))


def _text(file: Path) -> str:
    if not file.is_file():
        return ""
    return decoded(file.read_bytes(), file.name, whole=False)[0] or ""
