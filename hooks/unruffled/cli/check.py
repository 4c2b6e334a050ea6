"""`unruffled check`: every fault of every file in one run."""

from __future__ import annotations

from pathlib import Path

import click

from ..problems import errors
from ..project import inspect
from ..report import FORMATS


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(FORMATS)),
    default="text",
    help="text for people, json for programs, github for annotations in a pull request.",
)
@click.pass_obj
def check(root: Path, form: str) -> None:
    """Report every fault with its place and cure; exit with 1 if there is one."""
    _, problems = inspect(root)
    click.echo(FORMATS[form](problems))
    raise SystemExit(1 if errors(problems) else 0)
