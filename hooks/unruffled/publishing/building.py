"""One build at a time of one site, and nothing left of one that was broken off.

The lock is the system's own: it goes with the process that has it, whatever ends that.
"""

from __future__ import annotations

import atexit
import errno
import os
from pathlib import Path

from .finishing import put_in_place, workplace

try:
    import fcntl
except ImportError:  # Windows has another one; `else` would hide what is missing there from mypy
    fcntl = None  # type: ignore[assignment]  # asked for before it is used

LOCK = ".building"
"""In the folder of the site, as long as a build is at work there; the number of its process."""

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


class BusyError(Exception):
    """Another build of the same site is at work."""


class Building:
    """The place in which a site is built, from ``begin`` to ``finish`` or ``leave``."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self._lock: int | None = None
        self._made = False

    def begin(self) -> Path:
        """Return an empty folder to build in; raises BusyError, or OSError where none can be."""
        self._made = not self.site.exists()
        self.site.mkdir(parents=True, exist_ok=True)
        self._lock = _locked(self.site / LOCK)
        atexit.register(self.leave)  # an interrupt is no error of a build, and has no event
        return workplace(self.site)

    def finish(self, built: Path) -> None:
        """Put what was built in the place of the earlier site."""
        put_in_place(built, self.site)
        self._made = False
        self.leave()

    def leave(self) -> None:
        """Remove what is not finished; an earlier site stays. Done once, however often called."""
        if self._lock is None:
            return
        workplace(self.site)
        (self.site / LOCK).unlink(missing_ok=True)
        os.close(self._lock)
        self._lock = None
        if self._made and not any(self.site.iterdir()):
            self.site.rmdir()
        atexit.unregister(self.leave)


def _locked(file: Path) -> int:
    """Return the open file with the lock on it."""
    while True:
        opened = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            if fcntl is not None:
                fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # The build that had it may have removed the file since it was opened here.
            if file.exists() and os.path.samestat(os.fstat(opened), file.stat()):
                os.ftruncate(opened, 0)
                os.write(opened, str(os.getpid()).encode())
                return opened
        except BlockingIOError as error:
            number = os.read(opened, 20).decode(errors="replace")
            os.close(opened)
            raise BusyError(f"another build of this site is at work (process {number})") from error
        os.close(opened)


def why(error: OSError) -> str:
    """Return in a sentence why a file could not be written, or read."""
    name = error.filename or "a file"
    if error.errno in FULL:
        return (
            f"{name} could not be written: there is no room left for it. Make some, and try again."
        )
    if error.errno in CLOSED:
        return f"{name} could not be written: you have no right to. Ask who owns the folder."
    return f"{name}: {error.strerror or error}."
