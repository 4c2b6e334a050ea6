"""`unruffled stage`: a tree that another engine builds."""

from __future__ import annotations

import shutil
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
    empty = not target.exists()
    try:
        pages = write(library, root, target)
    except FileExistsError as error:
        raise click.ClickException(f"{error}: name a folder that does not exist yet") from error
    except BaseException:
        if empty:  # half a tree would look as if it were one
            shutil.rmtree(target, ignore_errors=True)
        raise
    click.echo(f"{len(pages)} pages written to {target}")
