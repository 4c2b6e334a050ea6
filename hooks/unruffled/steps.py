"""Long work tells how far it is, and does not know whether anybody listens."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")

Listener = Callable[[str, int, int], None]
"""Is told what is done, how much of it, and how much it is in all."""

_LISTENER: ContextVar[Listener | None] = ContextVar("listener", default=None)


def counted(items: Collection[T], what: str) -> Iterator[T]:
    """Yield ``items``, and tell who listens how many are done: ``what`` is "Reading pages"."""
    listener = _LISTENER.get()
    if listener is None:
        yield from items
        return
    for done, item in enumerate(items):
        listener(what, done, len(items))
        yield item
    listener(what, len(items), len(items))


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Have ``listener`` told of all work until the end of the block."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)
