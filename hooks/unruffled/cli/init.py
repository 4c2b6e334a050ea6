"""`unruffled init`: a new handbook in a folder of its own."""

from __future__ import annotations

import os
from pathlib import Path

import click

from ..loading.bases import bases, root_named
from ..model.organisation import NOBODY
from ..problems import nearest
from ..project import load
from ..scaffold import HANDBOOKS, handbook, overlay, wheel_lines
from .naming import as_title
from .schema import schema

NEXT = """
Now, in {folder}:

  python3 -m venv .venv
  .venv/bin/pip install -r requirements.txt
  .venv/bin/mkdocs serve

Its README.md says what lies where.\
"""

NEXT_ON = """
Now, in {folder}:

  python3 -m venv .venv
  .venv/bin/pip install -r requirements.txt
  .venv/bin/mkdocs serve

organisation.yml is yours to fill in; handbook.yml says what you leave out. Keep .venv/ and site/
out of your repository.\
"""


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--kind",
    type=click.Choice(HANDBOOKS),
    help="What it begins with: a course if not given.",
)
@click.option(
    "--on",
    "base",
    metavar="BASE",
    help="Build on another handbook: an installed package of content, or a folder.",
)
@click.option(
    "--wheels",
    metavar="PLACE",
    help="Where its wheels and SHA256SUMS lie, if no package index has them: an address, a folder.",
)
@click.option("--title", help="The handbook's title; made from the folder's name if not given.")
@click.option("--name", default=NOBODY, help="Your organisation, as people know it.")
@click.pass_context
def init(
    context: click.Context,
    folder: Path,
    kind: str | None,
    base: str | None,
    wheels: str | None,
    title: str | None,
    name: str,
) -> None:
    """Write a new handbook into DIR, which must be new or empty.

    It passes its checks and can be built at once. Of the kinds, `course` begins with a lesson and
    its quiz, `phrasebook` with a page of phrases, `empty` with one page. With `--on`, it is another
    handbook with your name, and has six files of its own.
    """
    if base and kind:
        raise click.ClickException("--kind is for a handbook of your own: leave it out with --on")
    _check_empty(folder)
    title = (title or as_title(folder.resolve().name)).strip()
    files = _built_on(base, folder, title, name, wheels) if base else None
    files = files or handbook(kind or HANDBOOKS[0], title, name)
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
    if not base:
        context.invoke(schema)
    click.echo((NEXT_ON if base else NEXT).format(folder=folder))


def _built_on(base: str, folder: Path, title: str, name: str, wheels: str | None) -> dict[str, str]:
    """Return the files of a handbook on ``base``; refuse one that is not there."""
    root = root_named(base)
    if root is None:
        raise click.ClickException(
            f'no installed package and no folder holds the content "{base}": '
            f"{nearest(base, bases())}; install it with pip first, then run this again"
        )
    named = root.name if root.version else os.path.relpath(root.folder, folder).replace(os.sep, "/")
    try:
        lines = wheel_lines(wheels) if wheels else ""
    except (OSError, ValueError) as error:
        raise click.ClickException(f"{wheels}: {error}") from error
    return overlay(named, root, load(root.folder)[0], title, name, lines)


def _check_empty(folder: Path) -> None:
    """Refuse a folder in which something could be lost."""
    if folder.exists() and not folder.is_dir():
        raise click.ClickException(f"{folder} is a file: name a new folder")
    if folder.is_dir() and (found := sorted(each.name for each in folder.iterdir())):
        raise click.ClickException(
            f"{folder} is not empty (it has {found[0]}): name a new folder, or an empty one"
        )
