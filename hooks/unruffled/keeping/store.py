"""The folder in which things are kept from process to process: one small file each.

A file begins with the digest of what follows; one that is damaged counts as missing. It is written
under a name of its own and put in its place at once, so that two builds do not disturb each other.
Nothing in it is ever run: it is JSON.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import time
from pathlib import Path
from typing import Any

from .digests import text_digest

FOLDER = ".cache/unruffled"
"""Beside mkdocs.yml; git ignores it by a file of its own."""

LARGEST = 200 * 2**20
"""Bytes that all files may have; the oldest go first."""

DAYS = 30
"""A file that no build has asked for in these goes, too."""

_DAY = 24 * 60 * 60


class Store:
    """The folder of one project.

    ``salt`` names the generator: what another one has written counts as missing.
    """

    def __init__(self, root: Path, salt: str) -> None:
        self.folder = root / FOLDER
        self.salt = salt
        self.fault = self._prepared()
        """Why nothing can be kept; empty if all is well."""

    def read(self, name: str) -> Any:
        """Return what was written under a name; None where nothing sound is there."""
        file = self._file(name)
        try:
            text = file.read_text(encoding="utf-8")
            digest, _, rest = text.partition("\n")
            if digest != text_digest(self.salt, name, rest):
                return None
            if time.time() - file.stat().st_mtime > _DAY:
                os.utime(file)
            return json.loads(rest)
        except (OSError, ValueError):
            return None

    def write(self, name: str, value: Any) -> None:
        """Keep ``value`` under a name, if that is possible."""
        if self.fault:
            return
        rest = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        text = f"{text_digest(self.salt, name, rest)}\n{rest}"
        file = self._file(name)
        beside = file.with_suffix(f".{secrets.token_hex(6)}")
        try:
            beside.write_text(text, encoding="utf-8", newline="\n")
            beside.replace(file)
        except (OSError, ValueError):  # a full disk; a text that no file can have
            with contextlib.suppress(OSError):
                beside.unlink()

    def tidy(self) -> None:
        """Remove what is old, and the oldest of what is too much."""
        now = time.time()
        files = [(each.stat(), each) for each in self._files()]
        room = LARGEST
        for found, file in sorted(files, key=lambda each: -each[0].st_mtime):
            room -= found.st_size
            if room < 0 or now - found.st_mtime > DAYS * _DAY:
                with contextlib.suppress(OSError):
                    file.unlink()

    def _files(self) -> list[Path]:
        try:
            return [each for each in self.folder.iterdir() if each.name != ".gitignore"]
        except OSError:
            return []

    def _file(self, name: str) -> Path:
        return self.folder / f"{text_digest(name)}.json"

    def _prepared(self) -> str:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            ignored = self.folder / ".gitignore"
            if not ignored.is_file():
                ignored.write_text("*\n", encoding="utf-8")
            if not os.access(self.folder, os.W_OK):
                return "it cannot be written"
        except OSError as error:
            return (error.strerror or "no reason was given").lower()
        return ""
