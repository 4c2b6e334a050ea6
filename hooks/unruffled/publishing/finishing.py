"""The last steps of a build, on its files and on nothing else.

The same sources give the same bytes, and what is not finished does not look as if it were: a site
is built in a folder inside its own, whose name begins with a dot. Only when all is there does it
take the place of the earlier one. So a build that is broken off leaves the earlier site, or none.
"""

from __future__ import annotations

import gzip
import re
import shutil
from pathlib import Path

UNFINISHED = ".unfinished"
"""Inside the folder of the site: always on the same disk, and passed over by hosts and engines."""

LAST = ("index.html", "sw.js")
"""What makes a folder a site comes last: the way in, then what makes browsers keep it."""

EARLIER = ".earlier"
"""Inside that folder: the earlier site, until the new one is in its place."""

_DATE = re.compile(rb"[ \t]*<lastmod>[^<]*</lastmod>\n?")


def workplace(site: Path) -> Path:
    """Return the folder to build ``site`` in; what an earlier build has left there is removed."""
    place = site / UNFINISHED
    shutil.rmtree(place, ignore_errors=True)
    return place


def without_dates(built: Path) -> None:
    """Take the day of the build from the map for search engines: it is no page's day of change."""
    plain, packed = built / "sitemap.xml", built / "sitemap.xml.gz"
    if not plain.is_file():
        return
    text = _DATE.sub(b"", plain.read_bytes())
    plain.write_bytes(text)
    if packed.is_file():
        packed.write_bytes(gzip.compress(text, mtime=0))


def put_in_place(built: Path, site: Path) -> None:
    """Put the files of ``built`` in the place of those in ``site``, and remove ``built``.

    Names that begin with a dot stay, as they do when MkDocs clears the folder. What was there is
    put aside first, and comes back where this fails: raises OSError then.
    """
    aside = built / EARLIER
    aside.mkdir()
    earlier = _in_order(site)
    names = _in_order(built)
    try:
        for name in reversed(earlier):
            (site / name).replace(aside / name)
        for name in names:
            (built / name).replace(site / name)
    except BaseException:
        _put_back(aside, site, names)
        raise
    shutil.rmtree(built)


def _in_order(folder: Path) -> list[str]:
    """Return what lies in a folder, without hidden names; LAST comes last."""
    names = (each.name for each in folder.iterdir() if not each.name.startswith("."))
    return sorted(names, key=lambda name: (name in LAST, name))


def _put_back(aside: Path, site: Path, names: list[str]) -> None:
    for name in reversed(names):
        if not (aside.parent / name).exists():  # it was moved already
            _remove(site / name)
    for name in _in_order(aside):
        (aside / name).replace(site / name)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
