"""`unruffled export`: phrases and letters, or some of them, as a file for another tool."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ..formats.anki import edition_of
from ..formats.phrases import FILTERS, FORMATS, chosen, entries, write
from ..model.exports import LETTERS
from ..model.library import Library
from ..problems import errors, nearest
from ..project import inspect
from ..report import as_text

OF = {
    "table": "Only of this table: the name of its file, or letters.",
    "situation": "Only for this situation: an id of vocabulary.yml.",
    "moment": "Only for this moment: an id of handbook.yml.",
    "channel": "Only for this channel, e.g. chat.",
    "tone": "Only in this tone: an id of handbook.yml.",
}


def _filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add an option for each filter."""
    for name in reversed(list(FILTERS)):
        command = click.option(f"--{name}", help=OF[name])(command)
    return command


@click.command(
    help=f"""Write the phrases and letters for another tool.

    FORMAT is one of: {", ".join(FORMATS)}. With filters, only what fits all of them is written.
    """
)
@click.argument("form", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; without it, the text goes to the screen.",
)
@_filters
@click.pass_obj
def export(root: Path, /, form: str, out: Path | None, **wanted: str | None) -> None:
    """Write the phrases and letters, or some of them, for another tool."""
    library, problems = inspect(root)
    if errors(problems):
        raise click.ClickException(f"the content has faults:\n{as_text(errors(problems))}")
    every = entries(library)
    asked = {name: value for name, value in wanted.items() if value}
    for name, value in asked.items():
        known = {each for entry in every for each in FILTERS[name](entry)} | _known(library, name)
        if value not in known:
            raise click.BadParameter(f'"{value}": {nearest(value, known)}', param_hint=f"--{name}")
    taken = chosen(every, asked)
    if not taken:
        raise click.ClickException("nothing fits: leave out a filter")
    written = FORMATS[form].of(taken)
    if not written:
        raise click.ClickException(f"nothing fits: {form} takes no letters")
    content = write(
        FORMATS[form], written, library.organisation.exports.words(form), edition_of(root)
    )
    letters = any(each.folder == LETTERS for each in written)
    what = "phrases and letters" if letters else "phrases"
    _put(content, f"{len(written)} {what}", out)


def _known(library: Library, name: str) -> set[str]:
    """Return the values that a filter may have although no phrase has them."""
    return {each.id for each in library.vocabulary.situations} if name == "situation" else set()


def _put(content: bytes, what: str, out: Path | None) -> None:
    """Write bytes as they are: line ends are part of a format."""
    if out is None:
        click.echo(content, nl=False)
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written: {error.strerror}") from error
    click.echo(f"{what} written to {out}")
