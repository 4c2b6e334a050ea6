"""`unruffled init`: a new handbook in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import click

from ..model.organisation import NOBODY
from ..scaffold import HANDBOOKS, handbook
from .naming import as_title
from .schema import schema

NEXT = """
Now, in {folder}:

  python3 -m venv .venv
  .venv/bin/pip install -r requirements.txt
  .venv/bin/mkdocs serve

Its README.md says what lies where.\
"""


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--kind",
    type=click.Choice(HANDBOOKS),
    default=HANDBOOKS[0],
    help="What it begins with: a course if not given.",
)
@click.option("--title", help="The handbook's title; made from the folder's name if not given.")
@click.option("--name", default=NOBODY, help="Your organisation, as people know it.")
@click.pass_context
def init(context: click.Context, folder: Path, kind: str, title: str | None, name: str) -> None:
    """Write a new handbook into DIR, which must be new or empty.

    It passes its checks and can be built at once. Of the kinds, `course` begins with a lesson and
    its quiz, `phrasebook` with a page of phrases, `empty` with one page.
    """
    _check_empty(folder)
    title = (title or as_title(folder.resolve().name)).strip()
    files = handbook(kind, title, name)
    try:
        for path, text in files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from error
    for path in files:
        click.echo(path)
    context.obj = folder
    context.invoke(schema)
    click.echo(NEXT.format(folder=folder))


def _check_empty(folder: Path) -> None:
    """Refuse a folder in which something could be lost."""
    if folder.exists() and not folder.is_dir():
        raise click.ClickException(f"{folder} is a file: name a new folder")
    if folder.is_dir() and (found := sorted(each.name for each in folder.iterdir())):
        raise click.ClickException(
            f"{folder} is not empty (it has {found[0]}): name a new folder, or an empty one"
        )
