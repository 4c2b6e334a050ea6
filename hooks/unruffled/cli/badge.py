"""`unruffled badge`: sign what somebody has shown, so that anybody can check it."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from ..formats.badges import Award, Issue, Refused, awards, certificate, credential, signed
from ..model.library import Library
from ..problems import nearest
from ..project import load
from ..text.slugs import slugify
from .keys import kept_private, new_key, private_key, public_text
from .options import out_folder

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
EMAIL = re.compile(r"[^@\s:,;<>]+@[^@\s:,;<>]+\.[^@\s:,;<>]+")
PRIVATE = "badge-private.jwk"


@click.group()
def badge() -> None:
    """Sign badges (Open Badges 3.0), and make the key for that."""


@badge.command()
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help=f"The file to write, outside of the project: ~/{PRIVATE}. Give it to nobody.",
)
@click.pass_obj
def key(root: Path, out: Path) -> None:
    """Make the key that badges are signed with, and say what goes into organisation.yml."""
    if out.resolve().is_relative_to(root.resolve()):
        raise click.ClickException(
            f"{out} lies in the project, and would soon be in its repository: write it elsewhere"
        )
    made = new_key(out)
    click.echo(f"wrote {out}: keep it in a safe place, and put it into no repository")
    click.echo("Put this into organisation.yml, with the address of your site:\n")
    click.echo(f'badges:\n  site: https://handbook.example.org/\n  keys: ["{public_text(made)}"]')


@badge.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--key", "key_file", required=True, type=FILE, help="The private key.")
@click.option("--email", help="Whom the badge is for, where all files are of one person.")
@click.option(
    "--people", type=FILE, help="A table (CSV) of names and e-mail addresses, a person a line."
)
@click.option(
    "--until", help="The last day on which it is good: 2028-12-31. For ever if not given."
)
@out_folder("badges")
@click.pass_obj
def issue(
    root: Path,
    files: tuple[Path, ...],
    key_file: Path,
    email: str | None,
    people: Path | None,
    until: str | None,
    out: Path,
) -> None:
    """Sign a badge for each test that is passed in result FILES, and for each sign-off.

    Each badge is a certificate (SVG) with the signed badge in it. Read the files on the page of
    results first: it scores every answer again. A file that gets no badge is named, and the others
    get theirs all the same.
    """
    library, _ = load(root)
    given = _issue(library, until)
    secret = private_key(key_file)
    kept_private(key_file)
    if public_text(secret) not in given.badges.keys:
        raise click.ClickException(
            f"the public part of {key_file} is not below `badges` in organisation.yml, so nobody "
            f"could check the badge: add {public_text(secret)} to `keys`"
        )
    book, served = _people(people, email), set[Path]()
    found = _found(files, library)
    _of_one_person(found, book)
    out.mkdir(parents=True, exist_ok=True)
    for file, award in found:
        try:
            payload = credential(award, _email(award, book), given)
        except Refused as why:
            _say(file, why)
            continue
        token = signed(payload, secret, given.badges.issuer)
        _write(out, award, certificate(award, token, library, given.until and given.until.date()))
        served.add(file)
    if failed := len({*files} - served):
        raise click.ClickException(f"{failed} of {len(files)} files got no badge")


def _found(files: tuple[Path, ...], library: Library) -> list[tuple[Path, Award]]:
    """Return what the files give badges for, each with its file; say of the others why not."""
    found = []
    for file in files:
        try:
            found += [(file, each) for each in awards(file.read_text(encoding="utf-8"), library)]
        except Refused as why:
            _say(file, why)
        except UnicodeDecodeError:
            _say(file, Refused("it is no result"))
    return found


def _of_one_person(found: list[tuple[Path, Award]], book: dict[str, str]) -> None:
    """Refuse to send the badges of several people to one address."""
    names = {_folded(award.who): award.who for _, award in found}
    if "" in book and len(names) > 1:
        raise click.ClickException(
            f"the files are of {len(names)} people ({', '.join(sorted(names.values()))}): say "
            "their addresses with --people"
        )


def _say(file: Path, why: Refused) -> None:
    click.echo(f"{file}: no badge: {why}", err=True)


def _issue(library: Library, until: str | None) -> Issue:
    """Return who gives badges and until when they are good, or say what is missing."""
    if "organisation.yml" in library.partial:
        raise click.ClickException(
            "organisation.yml has faults; mend them first: `unruffled check`"
        )
    badges = library.organisation.badges
    if not badges:
        raise click.ClickException(
            "organisation.yml says nothing of badges: `unruffled badge key` makes the key, and "
            "says what goes there"
        )
    made = Issue(badges, library.organisation.name, datetime.now(UTC).replace(microsecond=0))
    if until is None:
        return made
    try:
        last = datetime.fromisoformat(f"{until}T23:59:59+00:00")
    except ValueError as error:
        raise click.BadParameter(f'"{until}" is no day: write it as 2028-12-31') from error
    if last <= made.now:
        raise click.BadParameter(f"{until} is over already: the badge would never be good")
    return replace(made, until=last)


# --- whom a badge is for


def _people(file: Path | None, email: str | None) -> dict[str, str]:
    """Return e-mail addresses by name; that of everybody stands under ""."""
    if bool(file) == bool(email):
        raise click.UsageError("say whom the badges are for: --email ADDRESS, or --people FILE")
    if email or not file:
        return {"": _checked(email or "")}
    try:
        rows = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines()))
    except (UnicodeDecodeError, csv.Error) as error:
        raise click.ClickException(f"{file} is no table in UTF-8 with commas") from error
    found = [_person(row) for row in rows]
    known = [each for each in found if each]
    twice = [name for name, times in Counter(name for name, _ in known).items() if times > 1]
    if twice:
        raise click.ClickException(f'{file} has "{twice[0]}" twice: which one is meant?')
    if not known:
        raise click.ClickException(f"{file} has no line with a name and an e-mail address")
    return dict(known)


def _person(row: list[str]) -> tuple[str, str] | None:
    """Return the name and the address of a row; None for a head, or an empty line."""
    cells = [each.strip() for each in row]
    address = next((each for each in cells if EMAIL.fullmatch(each)), "")
    name = next((each for each in cells if each and each != address), "")
    return (_folded(name), address.lower()) if address and name else None


def _email(award: Award, book: dict[str, str]) -> str:
    """Return the address of whoever an award is for."""
    found = book.get(_folded(award.who)) or book.get("")
    if not found:
        known = nearest(award.who, book)
        raise Refused(f'the table has no "{award.who}": {known}')
    return found


def _checked(email: str) -> str:
    if not EMAIL.fullmatch(email):
        raise click.BadParameter(f'"{email}" is no e-mail address', param_hint="--email")
    return email.lower()


def _folded(name: str) -> str:
    """Return a name as two spellings of it are compared: by the same rule as on the page."""
    return " ".join(unicodedata.normalize("NFKC", name).split()).lower()


def _write(out: Path, award: Award, picture: str) -> None:
    stem = slugify(f"{award.who} {award.title}")[:100] or "badge"
    file = out / f"{stem}-{award.day}.svg"
    file.write_text(picture, encoding="utf-8")
    click.echo(f"wrote {file}: {award.who}, {award.title}")
