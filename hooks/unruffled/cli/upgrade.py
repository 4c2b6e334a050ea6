"""`unruffled upgrade`: what a new version of what the handbook is built on changes here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from ..copies import write_notes
from ..project import inspect
from ..upgrading import Changes, changes, seen
from .copies import notes_of

SHOWN = 12
"""So many names are listed; of more, the number is told."""


@click.command()
@click.option("--done", is_flag=True, help="Note that you have looked: the next time begins here.")
@click.option("--for", "reader", help="Of the changelog, the part for these readers: trainers.")
@click.pass_obj
def upgrade(root: Path, *, done: bool, reader: str | None) -> None:
    """Say what has changed for you since you last looked.

    First write the new version into requirements.txt and install it. Nothing of yours is changed.
    """
    library, problems = inspect(root)
    if not library.is_overlay:
        unfit = next((str(each) for each in problems if each.code.startswith("HB12")), "")
        raise click.ClickException(unfit or "this handbook is built on no other one")
    notes = notes_of(root)
    for line in report(changes(root, library, notes), reader):
        click.echo(line)
    if done:
        write_notes(root, replace(notes, seen=seen(library)))
        click.echo(f"Noted: you have looked at {library.roots[1].called}.")


def report(found: Changes, reader: str | None = None) -> list[str]:
    """Return what has changed, in plain lines."""
    if found.first:
        first = f"{found.now} is installed; no earlier version was noted."
    elif found.before == found.now and not (found.changed or found.new or found.gone):
        first = f"{found.now} is installed, as when you last looked."
    else:
        first = f"From {found.before} to {found.now}:"
    lines = [first]
    lines += _list("Your copies whose originals have changed (`unruffled diff`):", found.moved)
    lines += _list("Your copies whose originals are gone; they stand alone now:", found.alone)
    lines += _list("New slots of organisation.yml that you can fill in:", found.slots)
    if not found.first:
        lines += _list("New files:", found.new)
        lines += _list("Files that are gone:", found.gone)
        lines += _list("Files that have changed:", found.changed)
        ids = "Phrases and questions that are gone (records and triggers still name them):"
        lines += _list(ids, found.ids)
        lines += _news(found, reader)
    return lines


def _list(title: str, names: Iterable[str]) -> list[str]:
    listed = list(names)
    if not listed:
        return []
    rest = [f"  … and {len(listed) - SHOWN} more"] if len(listed) > SHOWN else []
    return ["", title, *(f"  {name}" for name in listed[:SHOWN]), *rest]


def _news(found: Changes, reader: str | None) -> list[str]:
    lines = []
    for name, words in found.news.items():
        if reader is None or reader.casefold() in name.casefold():
            lines += ["", f"What is new for {name}:", words.rstrip()]
    return lines
