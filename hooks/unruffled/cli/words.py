"""`unruffled words`: begin a translation, or bring it up to date."""

from __future__ import annotations

from pathlib import Path

import click

from ..words import FOLDER
from ..words.translation import renewed


@click.command()
@click.argument("language")
@click.pass_obj
def words(root: Path, language: str) -> None:
    """Write words/LANGUAGE.po: every sentence that readers see and no author wrote.

    What was translated in it stays. Open it with an editor for such files, for example Poedit.
    """
    file = root / FOLDER / f"{language}.po"
    there = file.read_text(encoding="utf-8") if file.is_file() else ""
    try:
        text, left = renewed(there, language)
    except ValueError as error:
        raise click.ClickException(f"{FOLDER}/{file.name}: {error}") from error
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{FOLDER}/{file.name}: {left} sentences are still to be translated")
