"""The digests of a finished site, in a list that lies beside it, and what differs from such a list.

A line has the SHA-256 digest of a file, two spaces and its path below the site, as `sha256sum`
writes it: `sha256sum -c digests.txt` in the folder of the site reads it, too.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from ..steps import counted

DIGESTS = "digests.txt"

_LINE = re.compile(r"(?P<digest>[0-9a-fA-F]{64}) [ *](?P<path>\S.*)")


class Difference(NamedTuple):
    """A file, and what is wrong with it: a sentence without its subject."""

    path: str
    what: str


def digest_of(content: bytes) -> str:
    """Return the digest of a file's content, as the list has it."""
    return hashlib.sha256(content).hexdigest()


def files_of(site: Path) -> list[str]:
    """Return the paths of the files of a site, sorted; names with a dot in front are none of it."""
    paths = (file.relative_to(site) for file in site.rglob("*") if file.is_file())
    seen = (path for path in paths if not any(part.startswith(".") for part in path.parts))
    return sorted(path.as_posix() for path in seen if path.as_posix() != DIGESTS)


def write_digests(site: Path) -> Mapping[str, str]:
    """Write the list of the finished ``site``; return it: path → digest."""
    paths = counted(files_of(site), "Listing files")
    found = {path: digest_of((site / path).read_bytes()) for path in paths}
    text = "".join(f"{digest}  {path}\n" for path, digest in found.items())
    (site / DIGESTS).write_text(text, encoding="utf-8", newline="\n")
    return found


def read_digests(text: str) -> dict[str, str]:
    """Return a list as path → digest; raises ValueError, with the line, for what is none."""
    found = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"line {number} is no digest with a path")
        found[match["path"].removeprefix("./")] = match["digest"].lower()
    if not found:
        raise ValueError("it is empty")
    return found


def differences(
    wanted: Mapping[str, str],
    paths: Iterable[str],
    read: Callable[[str], bytes],
    there: Iterable[str] | None = None,
) -> Iterator[Difference]:
    """Yield what differs from ``wanted``, path by path.

    ``paths`` are those to look at, ``read`` returns a file's content or raises OSError, which says
    why not. ``there`` are all paths of the site, where that is known.
    """
    for path in paths:
        try:
            same = digest_of(read(path)) == wanted[path]
        except FileNotFoundError:
            yield Difference(path, "is missing")
        except OSError as error:
            yield Difference(path, f"cannot be read: {error}")
        else:
            if not same:
                yield Difference(path, "is another file")
    for path in sorted(set(there or ()) - wanted.keys()):
        yield Difference(path, "is not in the list")
