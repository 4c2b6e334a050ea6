"""`unruffled copy` and `unruffled diff`: own files made from those that a handbook is built on."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import click

from ..copies import (
    Notes,
    difference,
    note_copy,
    original_of,
    read_notes,
    source_of,
    write_notes,
)
from ..model.library import Library
from ..model.roots import Root
from ..problems import closest
from ..project import load


@click.command()
@click.argument("path")
@click.option(
    "--looked",
    is_flag=True,
    help="Keep the own file as it is, and note that you have seen what changed below it.",
)
@click.pass_obj
def copy(root: Path, path: str, *, looked: bool) -> None:
    """Take over a file of what the handbook is built on, to change it.

    PATH is as it lies there, such as docs/connect/empathy.md or quizzes/empathy.yml. From then on,
    your file takes its place, and `unruffled check` says when the one below it changes.
    """
    path = path.replace(os.sep, "/")
    base, source = _source(_library(root), path)
    own, notes = root / path, notes_of(root)
    if looked and not own.is_file():
        raise click.ClickException(f"there is no {path} of your own: leave --looked out")
    if own.exists() and not looked:
        raise click.ClickException(f"you have {path} already; `unruffled diff {path}` compares it")
    if not looked:
        own.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, own)
    write_notes(root, note_copy(root, path, base, source, notes))
    done = "noted for" if looked else "copied from"
    click.echo(f"{path}: {done} {base.called}")


@click.command()
@click.argument("path", required=False)
@click.option("--own", is_flag=True, help="Compare with your file, and not with what it was then.")
@click.pass_obj
def diff(root: Path, path: str | None, *, own: bool) -> None:
    """Show how files have changed below those that you took over; of PATH alone, if it is given.

    A line that begins with - is gone, and one that begins with + is new.
    """
    library = _library(root)
    notes = notes_of(root)
    paths = [path.replace(os.sep, "/")] if path else sorted(notes.copies)
    shown = False
    for each in paths:
        text = _compared(root, library, each, notes, own=own)
        click.echo(text, nl=False)
        shown = shown or bool(text)
    if not shown:
        click.echo("nothing has changed")


def _compared(root: Path, library: Library, path: str, notes: Notes, *, own: bool) -> str:
    base, source = _source(library, path)
    copied = notes.copies.get(path)
    if own or copied is None:
        if not (root / path).is_file():
            raise click.ClickException(f"there is no {path} of your own to compare")
        return difference(source, root / path, (base.shown(path), path))
    before = f"{base.name} {copied.version}".strip()
    return difference(
        original_of(root, path), source, (f"{before}:{path}", f"{base.called}:{path}")
    )


def notes_of(root: Path) -> Notes:
    """Return the notes about copies; refuse damaged ones."""
    try:
        return read_notes(root)
    except ValueError as error:
        raise click.ClickException(f"the notes about copies are damaged: {error}") from error


def _library(root: Path) -> Library:
    library, problems = load(root)
    if not library.is_overlay:
        found = next((str(each) for each in problems if each.code.startswith("HB12")), "")
        raise click.ClickException(
            found or "handbook.yml names no `base`: this handbook is built on no other one"
        )
    return library


def _source(library: Library, path: str) -> tuple[Root, Path]:
    if found := source_of(library, path):
        return found
    base = library.roots[1]
    known = (
        file.relative_to(base.folder).as_posix()
        for file in base.folder.rglob(f"*{Path(path).suffix}")
        if file.is_file() and not file.name.startswith(".")
    )
    guess = closest(path, known)
    hint = f': did you mean "{guess}"?' if guess else ""
    raise click.ClickException(f'{base.called} has no file "{path}"{hint}')
