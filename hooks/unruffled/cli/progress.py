"""Long work shows how far it is: on a terminal, and neither in a pipe nor in a workflow."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from ..steps import listening

SOON = 1.0
"""Seconds of work without a bar: most commands end before."""

OFTEN = 0.1
"""Seconds between two looks of a bar."""

WIDE = 24


class Bar:
    """A line at the end of a terminal that is drawn over again, and leaves nothing behind."""

    def __init__(self, terminal: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self.terminal = terminal
        self.clock = clock
        self.began = self.last = clock()
        self.length = 0

    def __call__(self, what: str, done: int, total: int) -> None:
        """Draw how much is done; take the line away when it is all."""
        now = self.clock()
        if done >= total:
            self.clear()
        elif now - self.began >= SOON and now - self.last >= OFTEN:
            drawn = "#" * (WIDE * done // total)
            line = f"{what} [{drawn:<{WIDE}}] {done}/{total}"
            self._write(f"\r{line:<{self.length}}")
            self.last, self.length = now, len(line)

    def clear(self) -> None:
        """Take the line away, so that something else can be said."""
        if self.length:
            self._write(f"\r{'':<{self.length}}\r")
            self.length = 0

    def _write(self, text: str) -> None:
        self.terminal.write(text)
        self.terminal.flush()


def is_shown() -> bool:
    """Whether a person is there to look: messages go to a terminal, and no workflow runs this."""
    return sys.stderr.isatty() and not os.environ.get("CI")


@contextmanager
def shown() -> Iterator[None]:
    """Show how far the work of the block is."""
    if not is_shown():
        yield
        return
    bar = Bar(sys.stderr)
    context = click.get_current_context(silent=True)
    if context is not None:
        context.find_root().meta[__name__] = bar
    try:
        with listening(bar):
            yield
    finally:
        bar.clear()


def say(text: str, *, err: bool = False) -> None:
    """Print a line while a bar may be there."""
    context = click.get_current_context(silent=True)
    bar = context.find_root().meta.get(__name__) if context else None
    if bar is not None:
        bar.clear()
    click.echo(text, err=err)
