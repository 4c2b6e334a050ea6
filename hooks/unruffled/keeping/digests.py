"""Content → a short text that differs when anything in it differs, places in files included.

The same content may give two digests in two processes, where it holds a set: then something is made
once more than it had to be. Two contents never share one.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import blake2b
from pathlib import PurePath
from typing import Any

from pydantic_core import PydanticSerializationError

from ..model.base import Model, Origin
from .memo import Memo

_ATOMS = (str, int, float, bool, bytes, type(None), PurePath, Enum)


def text_digest(*parts: str) -> str:
    """Return the digest of texts in their order."""
    return _hash(part.encode("utf-8", "surrogatepass") for part in parts)


class Digests:
    """Gives digests, and knows those of things that stay from build to build.

    With ``places``, it counts where in its file a model stands; else, which file that is.
    """

    def __init__(self, *, places: bool = True) -> None:
        self._places = places
        self._memo = Memo()

    def begin(self) -> None:
        """Begin another build."""
        self._memo.begin()

    def of(self, value: Any) -> str:
        """Return the digest of anything that a Library holds.

        What cannot be told apart by its value gets a new digest each time: it is never reused.
        """
        if isinstance(value, _ATOMS):
            text = f"{type(value).__qualname__} {value!r}"
            return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        if not isinstance(value, Model | tuple) and not _is_frozen(value):
            return self._parts(value)
        # The thing itself stands beside its digest, so that no other gets its number.
        return self._memo.of(id(value), lambda: (value, self._parts(value)))[1]

    def _parts(self, value: Any) -> str:
        return _hash((_name(value), *self._inside(value)))

    def _inside(self, value: Any) -> Iterator[bytes]:
        if isinstance(value, Model):
            yield from self._model(value)
        elif isinstance(value, Mapping):
            yield from (self.of(each).encode() for pair in value.items() for each in pair)
        elif isinstance(value, list | tuple):
            yield from (self.of(each).encode() for each in value)
        elif isinstance(value, set | frozenset):
            yield from sorted(self.of(each).encode() for each in value)
        elif isinstance(value, type):
            yield f"{value.__module__}.{value.__qualname__}".encode()
        elif is_dataclass(value):
            inside = (each.name for each in fields(value) if "apart" not in each.metadata)
            yield from (self.of(getattr(value, name)).encode() for name in inside)
        else:
            yield secrets.token_bytes()

    def _model(self, value: Model) -> Iterator[bytes]:
        """Yield what an author wrote, and what its places follow from: the text it stands in."""
        try:
            yield value.model_dump_json(warnings="none").encode("utf-8", "surrogatepass")
        except (PydanticSerializationError, ValueError):  # a part of a file with faults
            yield secrets.token_bytes()
        origins = _origins(value)
        yield self.of({each.mark if self._places else each.path for each in origins}).encode()


def _origins(value: Model) -> Iterator[Origin]:
    """Yield what a model was read from: the entries of a list may be of several files."""
    inside = (each for name in type(value).model_fields for each in _models(getattr(value, name)))
    yield from (each.origin for each in (value, *inside) if each.origin is not None)


def _models(value: Any) -> Iterator[Model]:
    parts = value if isinstance(value, tuple) else (value,)
    return (each for each in parts if isinstance(each, Model))


def _is_frozen(value: Any) -> bool:
    """Whether a dataclass cannot change while its digest is remembered."""
    params = getattr(type(value), "__dataclass_params__", None)
    return bool(params and params.frozen)


def _name(value: Any) -> bytes:
    return type(value).__qualname__.encode()


def _hash(parts: Any) -> str:
    """Hash parts so that their borders count: "ab", "c" is not "a", "bc"."""
    found = blake2b(digest_size=16)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.hexdigest()
