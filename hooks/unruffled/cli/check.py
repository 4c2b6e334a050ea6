"""`unruffled check`: every fault of every file in one run."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NoReturn

import click

from ..checks.own_lines import not_run
from ..keeping import Kept, opened, sentence
from ..model.library import Library
from ..problems import errors
from ..project import inspect, load
from ..report import FORMATS
from ..upkeep import today
from ..watching import changes, look

Asked = Callable[[Kept | None], tuple[Library, int]]
"""One check of a folder, with what is kept."""


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(FORMATS)),
    default="text",
    help="text for people, lines for an editor, json for programs, github for annotations in a"
    " pull request.",
)
@click.option(
    "--due",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="Say with notes what is due for another look on DAY, such as 2027-03-31.",
)
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until Ctrl+C.")
@click.option("--no-cache", is_flag=True, help="Check everything anew, and keep nothing.")
@click.pass_obj
def check(root: Path, form: str, due: datetime | None, watch: bool, no_cache: bool) -> None:
    """Report every fault with its place and cure; exit with 1 if there is one."""
    kept = None if no_cache else opened(root)
    asked = partial(_told, root, form, due.date().isoformat() if due else "")
    if watch:
        watch_for_changes(root, asked, kept or Kept())
    raise SystemExit(asked(kept)[1])


def watch_for_changes(root: Path, asked: Asked, kept: Kept) -> NoReturn:
    """Check at every change, for ever; what was read and checked before is kept meanwhile.

    ``asked`` checks, and returns the Library and with what the command would end. Each look comes
    before its check: what is changed while a check runs is found by the next one.
    """
    seen = look(load(root, kept.memo)[0].roots)
    first = True
    while True:
        click.echo("Checking …")
        library, _ = asked(kept)
        if first:
            gc.freeze()  # what was read stays: nobody looks for rubbish in it again
            kept.disk = None  # what each edit changes is of no use to the next process
            first = False
        click.echo(f"Waiting for changes since {datetime.now():%H:%M:%S} …")
        seen = changes(library.roots, seen)


def _told(root: Path, form: str, due: str, kept: Kept | None) -> tuple[Library, int]:
    """Say what is wrong; return the Library, and with what the command ends."""
    if kept:
        kept.begin()
    library, problems = inspect(root, due, today(), kept)
    click.echo(FORMATS[form](problems))
    if form == "text":
        click.echo(sentence(kept), err=True)
    if kept:
        kept.end()
    if left := not_run(library):
        click.echo(f"{left} rules for replies were not run: install quickjs-ng", err=True)
    # Where others rely on the check, what was not run is no success.
    unsure = left and form == "github"
    return library, 1 if errors(problems) or unsure else 0
