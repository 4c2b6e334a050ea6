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

    Names that begin with a dot stay, as they do when MkDocs clears the folder. Raises OSError where
    a file cannot be removed or moved.
    """
    for name in (*reversed(LAST), *sorted(each.name for each in site.iterdir())):
        if not name.startswith("."):
            _remove(site / name)
    names = sorted((each.name for each in built.iterdir()), key=lambda name: (name in LAST, name))
    for name in names:
        _remove(site / name)
        (built / name).replace(site / name)
    shutil.rmtree(built)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
