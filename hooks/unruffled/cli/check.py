"""`unruffled check`: every fault of every file in one run."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from ..checks.own_lines import not_run
from ..problems import errors
from ..project import inspect
from ..report import FORMATS
from ..upkeep import today


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(FORMATS)),
    default="text",
    help="text for people, json for programs, github for annotations in a pull request.",
)
@click.option(
    "--due",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="Say with notes what is due for another look on DAY, such as 2027-03-31.",
)
@click.pass_obj
def check(root: Path, form: str, due: datetime | None) -> None:
    """Report every fault with its place and cure; exit with 1 if there is one."""
    library, problems = inspect(root, due.date().isoformat() if due else "", today())
    click.echo(FORMATS[form](problems))
    if left := not_run(library):
        click.echo(f"{left} rules for replies were not run: install quickjs-ng", err=True)
    # Where others rely on the check, what was not run is no success.
    unsure = left and form == "github"
    raise SystemExit(1 if errors(problems) or unsure else 0)
