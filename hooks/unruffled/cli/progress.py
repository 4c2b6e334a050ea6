"""Long work shows how far it is: on a terminal, and neither in a pipe nor in a workflow."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import click

T = TypeVar("T")


def is_shown() -> bool:
    """Whether a person is there to look: messages go to a terminal, and no workflow runs this."""
    return sys.stderr.isatty() and not os.environ.get("CI")


@contextmanager
def progress(items: Sequence[T], label: str) -> Iterator[Iterable[T]]:
    """Give ``items`` one after the other, and show how many are done."""
    if not is_shown():
        yield items
        return
    with click.progressbar(items, label=label, file=sys.stderr) as bar:
        yield bar
