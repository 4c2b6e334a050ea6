"""`unruffled launch`: links with which learners report what they learn to a store."""

from __future__ import annotations

import csv
import io
import secrets
from datetime import date
from pathlib import Path
from uuid import uuid4

import click

from ..blocks.made import LAUNCH
from ..formats.statements import launch_link
from ..project import load
from ..text.urls import page_url
from .stores import FILE, assignment_text, auth_option, header, store_named

NAME, PSEUDONYM, LINK = "name", "pseudonym", "link"


@click.command()
@click.argument("people", type=FILE)
@click.option("--store", help="Its name in organisation.yml; not needed if there is only one.")
@auth_option("write, and not read")
@click.option("--site", envvar="SITE_URL", required=True, help="Where the handbook is published.")
@click.option("--until", required=True, help="The last day of the links: 2027-03-31.")
@click.option("--assignment", help="What they are to do: an id of assignments/, or its link.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("launch.csv"),
    help="The table to write; launch.csv if not given.",
)
@click.pass_obj
def launch(
    root: Path,
    people: Path,
    store: str | None,
    auth_file: Path,
    site: str,
    until: str,
    assignment: str | None,
    out: Path,
) -> None:
    """Write a launch link for each of PEOPLE, a table (CSV) with the column `name`.

    Each learner has a made-up name there: the store never learns the true one. The table that is
    written says who is who. Keep it; give it as PEOPLE the next time, so that everybody keeps the
    made-up name. Everybody who has a link can write to the store with its token until you end it
    there.
    """
    library, _ = load(root)
    kept = store_named(library, store)
    if not site.startswith("https://"):
        raise click.BadParameter("browsers send answers from https only", param_hint="--site")
    home = f"{site.rstrip('/')}/"
    given = {
        "endpoint": kept.address,
        "auth": header(auth_file),
        "until": _day(until),
        "assignment": assignment_text(library, assignment) if assignment else "",
    }
    page = home + page_url(library.path_of(LAUNCH), directories=library.directories)
    rows = _rows(people)
    for row in rows:
        row[PSEUDONYM] = row.get(PSEUDONYM) or f"learner-{secrets.token_hex(5)}"
        account = (home, row[PSEUDONYM])
        row[LINK] = launch_link(page, account=account, registration=str(uuid4()), **given)
    out.write_text(_table(rows), encoding="utf-8")
    click.echo(f"wrote {out}: links for {len(rows)} people to {kept.name}, until {until}")
    click.echo("Each link holds a token: send it to its learner alone, and publish none.")


def _day(until: str) -> str:
    try:
        day = date.fromisoformat(until)
    except ValueError as error:
        raise click.BadParameter(f'"{until}" is no day: write it as 2027-03-31') from error
    if day < date.today():
        raise click.BadParameter(f"{until} is over already")
    return day.isoformat()


def _rows(file: Path) -> list[dict[str, str]]:
    """Return the people of a table; each has a name, and perhaps a made-up one."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        found = [
            {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)}
            for row in csv.DictReader(io.StringIO(text, newline=""))
        ]
    except (UnicodeDecodeError, csv.Error) as error:
        raise click.ClickException(f"{file} is no table in UTF-8 with commas") from error
    rows = [row for row in found if row.get(NAME)]
    if not rows:
        raise click.ClickException(f"{file} has no column `{NAME}` with somebody in it")
    made_up = [row[PSEUDONYM] for row in rows if row.get(PSEUDONYM)]
    if twice := {each for each in made_up if made_up.count(each) > 1}:
        raise click.ClickException(f"{file} has the made-up name {min(twice)} twice")
    return rows


def _table(rows: list[dict[str, str]]) -> str:
    """Return a table that a spreadsheet opens; what could be a formula there is guarded."""
    text = io.StringIO(newline="")
    columns = list(dict.fromkeys(key for row in rows for key in row))
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(
        {
            key: f"'{value}" if value[:1] in "=+-@\t" and value else value
            for key, value in row.items()
        }
        for row in rows
    )
    return f"\ufeff{text.getvalue()}"


def names_of(file: Path) -> dict[str, str]:
    """Return who is who, by the made-up names, of a table that this command wrote."""
    return {row[PSEUDONYM]: row[NAME] for row in _rows(file) if row.get(PSEUDONYM)}
