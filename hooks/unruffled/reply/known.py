"""What the engine has found before: the same scripts, rules and texts give the same again.

To put every line of a handbook to the rules takes seconds, and most lines have not changed since
the last time. The results lie in this user's folder for such files, by a digest of all that they
depend on; without that folder, everything is asked anew.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import platformdirs

FILE = "replies.sqlite"
MOST = 50_000
"""Results that are kept; the oldest go. Each has some 200 bytes."""
_AT_ONCE = 500

_TABLE = "CREATE TABLE IF NOT EXISTS found (key TEXT PRIMARY KEY, value TEXT NOT NULL)"
_OLD = "DELETE FROM found WHERE rowid <= (SELECT MAX(rowid) - ? FROM found)"


def digest(*parts: str) -> str:
    """Return one key for several texts."""
    return sha256(json.dumps(parts).encode()).hexdigest()


class Known:
    """Results by their keys, in a file; a file that cannot be used is as one that is empty."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = (folder or Path(platformdirs.user_cache_dir("unruffled"))) / FILE

    def get(self, keys: Iterable[str]) -> dict[str, Any]:
        """Return what is known, by key."""
        wanted = list(keys)
        found: dict[str, Any] = {}
        with contextlib.suppress(sqlite3.Error, OSError, ValueError), self._open() as file:
            for start in range(0, len(wanted), _AT_ONCE):
                some = wanted[start : start + _AT_ONCE]
                marks = ", ".join("?" * len(some))
                rows = file.execute(f"SELECT key, value FROM found WHERE key IN ({marks})", some)
                found |= {key: json.loads(value) for key, value in rows}
        return found

    def keep(self, results: Mapping[str, Any]) -> None:
        """Keep results by their keys."""
        rows = [(key, json.dumps(value)) for key, value in results.items()]
        with contextlib.suppress(sqlite3.Error, OSError), self._open() as file, file:
            file.executemany("INSERT OR REPLACE INTO found VALUES (?, ?)", rows)
            file.execute(_OLD, [MOST])

    @contextlib.contextmanager
    def _open(self) -> Any:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.closing(sqlite3.connect(self._file, timeout=2)) as file:
            file.execute(_TABLE)
            yield file
