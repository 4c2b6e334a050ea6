"""`unruffled reply`: drafts and macros put to the rules for replies, before they are sent."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import click

from ..problems import errors
from ..project import inspect
from ..reply.data import engine_data, files
from ..reply.engine import Stopped, engine
from ..report import as_text

WORDS = ("say", "body", "text", "content", "replacement", "comment", "html", "message")
"""What help desks call the words of a macro; the first that is there counts."""


class Draft(NamedTuple):
    """A text, and how it is named: the file, and which of its macros."""

    name: str
    text: str


@click.command()
@click.argument(
    "paths",
    metavar="FILE…",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--channel", default="", help="Where they are sent: an id of handbook.yml.")
@click.option("--macros", is_flag=True, help="Gaps may be open: they are macros, and no replies.")
@click.pass_obj
def reply(root: Path, paths: tuple[Path, ...], channel: str, macros: bool) -> None:
    """Say what replies do to an angry reader.

    A FILE is a text, or macros as CSV or JSON, as help desks export them. Exits with 1 if one of
    them would make it worse.
    """
    library, problems = inspect(root)
    if errors(problems):
        raise click.ClickException(f"the content has faults:\n{as_text(errors(problems))}")
    found = engine()
    if not found:
        raise click.ClickException("the rules were not run: install quickjs-ng")
    titles = {file.id: file.title for file in files(library)}
    found.take(engine_data(library))
    drafts = [draft for path in paths for draft in drafts_of(path)]
    context = {"channel": channel} if channel else {}
    try:
        results = found.check([{"text": each.text, "context": context} for each in drafts])
    except Stopped as stopped:
        raise click.ClickException(f"the rules were stopped: {stopped}") from stopped
    rows = [
        (draft, each)
        for draft, result in zip(drafts, results, strict=True)
        for each in result["findings"]
        if not (macros and each["kind"] == "gap")
    ]
    for draft, each in rows:
        click.echo(_line(draft, each, titles))
    worse = sum(each["severity"] == "worse" for _, each in rows)
    click.echo(f"{len(drafts)} texts, {len(rows)} findings, {worse} would make it worse")
    raise SystemExit(1 if worse else 0)


def _line(draft: Draft, each: dict[str, Any], titles: dict[str, str]) -> str:
    before = draft.text[: each["start"]]
    line = before.count("\n") + 1
    column = each["start"] - (before.rfind("\n") + 1) + 1
    title = titles.get(each["rule"].partition("/")[0], each["kind"])
    quote = " ".join(each["text"].split())[:60]
    return f'{draft.name}:{line}:{column} {each["severity"]}: {title}: "{quote}"'


def drafts_of(path: Path) -> Iterator[Draft]:
    """Yield the texts of a file: one, or each macro of an export."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise click.ClickException(f"{path} cannot be read: it must be UTF-8") from error
    if path.suffix == ".csv":
        rows = list(csv.DictReader(io.StringIO(text)))
        yield from _macros(path, rows)
    elif path.suffix == ".json":
        yield from _macros(path, _objects(path, text))
    else:
        yield Draft(str(path), text)


def _objects(path: Path, text: str) -> list[dict[str, Any]]:
    """Return all objects of a JSON file that have words, however deep."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise click.ClickException(f"{path} is no JSON: {error}") from error
    found: list[dict[str, Any]] = []
    stack = [data]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            if any(isinstance(value.get(key), str) for key in WORDS):
                found.append(value)
            stack.extend(value.values())
        elif isinstance(value, list):
            stack.extend(reversed(value))
    return found


def _macros(path: Path, rows: list[dict[str, Any]]) -> Iterator[Draft]:
    for number, row in enumerate(rows, 1):
        key = next((key for key in WORDS if isinstance(row.get(key), str) and row[key]), None)
        if key:
            name = row.get("id") or row.get("name") or row.get("title") or number
            yield Draft(f"{path}#{name}", row[key])
    if not rows or not any(key in row for row in rows for key in WORDS):
        known = ", ".join(WORDS)
        raise click.ClickException(f"{path}: no text found; it is looked for in {known}")
