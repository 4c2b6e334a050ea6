"""`unruffled stage`: a tree that another engine builds."""

from __future__ import annotations

from pathlib import Path

import click

from ..problems import errors
from ..project import inspect
from ..publishing.staged import stage as write
from ..report import as_text


@click.command()
@click.argument("target", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def stage(root: Path, target: Path) -> None:
    """Write the finished Markdown tree with its configuration into TARGET (a new folder)."""
    library, problems = inspect(root)
    if errors(problems):
        raise click.ClickException(f"the content has faults:\n{as_text(errors(problems))}")
    try:
        pages = write(library, root, target)
    except FileExistsError as error:
        raise click.ClickException(f"{error}: name a folder that does not exist yet") from error
    click.echo(f"{len(pages)} pages written to {target}")
