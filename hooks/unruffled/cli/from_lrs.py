"""`unruffled results from-lrs`: what learners have reported to a store, as result files."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from ..formats.statements import Gathered, StoreError, gathered, pages, written
from ..model.library import Library
from ..model.quiz import Mode
from ..project import load
from ..text.slugs import slugify
from .launch import names_of
from .options import out_folder
from .stores import FILE, assignment_text, auth_option, header, store_named

_OFTEN = 10_000
"""How many statements are read before the command says so again."""


@click.command(name="from-lrs")
@click.option(
    "--assignment", required=True, help="An id of assignments/, or the assignment's link."
)
@click.option("--store", help="Its name in organisation.yml; not needed if there is only one.")
@auth_option("read")
@click.option("--since", help="Only what was stored after this day began: 2027-01-31.")
@click.option("--site", default="", help="Only what was learned at this address of the handbook.")
@click.option("--people", type=FILE, help="The table of `unruffled launch`: who is who.")
@out_folder("results")
@click.pass_obj
def from_lrs(
    root: Path,
    assignment: str,
    store: str | None,
    auth_file: Path,
    since: str | None,
    site: str,
    people: Path | None,
    out: Path,
) -> None:
    """Read what learners reported to a store, and write a result file for each.

    The page of results reads these files like those that are handed in. Nothing is written unless
    the store was read to its end.
    """
    library, _ = load(root)
    kept = store_named(library, store)
    text = assignment_text(library, assignment)
    names = names_of(people) if people else {}
    with TemporaryDirectory() as folder:
        asked = pages(kept.address, header(auth_file), _moment(since))
        found = _read(asked, Path(folder), site, kept.name)
        made = _write(found, Path(folder), out, names, text, library)
    click.echo(f"wrote {_many(made, 'result')} of {len(found.people)} people to {out}")
    if found.unread:
        click.echo(f"{_many(found.unread, 'entry')} could not be read and were left out", err=True)


def _read(asked: Any, folder: Path, site: str, name: str) -> Gathered:
    """Read all pages, and say now and then how far that is."""
    state, told = Gathered(), 0
    try:
        for state in gathered(asked, folder, site):
            if state.statements >= told + _OFTEN:
                told = state.statements
                click.echo(f"{told:,} statements, {len(state.people):,} people …", err=True)
    except StoreError as error:
        raise click.ClickException(
            f"{name}: {error}. {state.statements:,} statements were read until then; nothing was "
            "written"
        ) from error
    click.echo(f"{state.statements:,} statements read, {state.entries:,} answers and results")
    return state


def _write(
    found: Gathered, folder: Path, out: Path, names: dict[str, str], text: str, library: Library
) -> int:
    out.mkdir(parents=True, exist_ok=True)
    asked = _asked(text, library)
    shown = {file: names.get(who, who) for file, who in found.people.items()}
    often = Counter(shown.values())
    made = 0
    for file, name in sorted(shown.items(), key=lambda each: (each[1], each[0])):
        # Two accounts of one name are two people until somebody says otherwise.
        called = name if often[name] == 1 else f"{name} ({file[:6]})"
        result = written(folder / file, called, asked, text, library.organisation.handbook_title)
        if result:
            stem = slugify(called)[:80] or "learner"
            (out / f"{stem}-{file[:8]}.json").write_text(result, encoding="utf-8")
            made += 1
    return made


def _asked(text: str, library: Library) -> dict[str, list[str]]:
    """Return what an assignment asks: what the record calls its tests, and its other steps."""
    _, body, key = text.split(".")
    try:
        data = json.loads(urlsafe_b64decode(f"{body}{'=' * (-len(body) % 4)}"))
        steps = [str(name) for name, _ in data["steps"]]
    except (ValueError, KeyError, TypeError) as error:
        raise click.ClickException("the link of the assignment is not whole") from error
    tests, others = [], []
    for number, name in enumerate(steps):
        quiz = library.quizzes.get(name)
        is_test = quiz is not None and quiz.mode is Mode.TEST
        if "*" in name or (data.get("mode") == "test" and quiz and not is_test):
            tests.append(f"assignment:{key}.{number}")
        elif is_test:
            tests.append(name)
        else:
            others.append(name)
    return {"tests": tests, "others": others}


def _moment(since: str | None) -> str:
    if since is None:
        return ""
    try:
        return f"{date.fromisoformat(since)}T00:00:00Z"
    except ValueError as error:
        raise click.BadParameter(f'"{since}" is no day: write it as 2027-01-31') from error


def _many(number: int, thing: str) -> str:
    plural = re.sub("y$", "ie", thing)
    return f"{number:,} {thing if number == 1 else f'{plural}s'}"
