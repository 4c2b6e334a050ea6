"""`unruffled vale`: the rules for replies as a style for the linter Vale."""

from __future__ import annotations

from pathlib import Path

import click

from ..formats.vale.style import style_of
from ..problems import errors
from ..project import inspect
from ..report import as_text
from .options import out_folder


@click.command()
@out_folder("styles")
@click.pass_obj
def vale(root: Path, out: Path) -> None:
    """Write the rules for replies as a style for Vale, for texts in a repository of your own."""
    library, problems = inspect(root)
    if errors(problems):
        raise click.ClickException(f"the content has faults:\n{as_text(errors(problems))}")
    style = style_of(library)
    try:
        for name, text in style.files.items():
            file = out / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written: {error.strerror}") from error
    click.echo(f"{style.written} patterns in {len(style.files)} files written to {out}")
    if style.left:
        click.echo(f"{style.left} left out: they have exceptions, or look at more than one place")
