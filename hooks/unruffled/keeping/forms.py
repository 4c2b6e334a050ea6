"""How things are written to the disk, as JSON has them."""

from __future__ import annotations

import base64
from typing import Any, Protocol


class Form(Protocol):
    """How a thing is written to the disk, as JSON has it, and read from there."""

    def pack(self, value: Any) -> Any:
        """Return what JSON can have."""

    def unpack(self, value: Any) -> Any:
        """Return the thing; raise ValueError, TypeError or LookupError for what is none."""


class Plain:
    """Texts, numbers, and lists and blocks of them."""

    def pack(self, value: Any) -> Any:
        """Return the value as it is."""
        return value

    def unpack(self, value: Any) -> Any:
        """Return the value as it is."""
        return value


class Bytes:
    """Bytes."""

    def pack(self, value: bytes) -> str:
        """Return them as letters."""
        return base64.b64encode(value).decode()

    def unpack(self, value: Any) -> bytes:
        """Return the bytes."""
        return base64.b64decode(value, validate=True)


class Files:
    """The bytes of files by their paths."""

    def pack(self, value: dict[str, bytes]) -> dict[str, str]:
        """Return them as letters."""
        return {path: Bytes().pack(content) for path, content in value.items()}

    def unpack(self, value: Any) -> dict[str, bytes]:
        """Return the bytes."""
        return {path: Bytes().unpack(content) for path, content in dict(value).items()}
