"""`unruffled verify`: whether a site is the one that was built."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, urlsplit

import click

from ..publishing.digests import DIGESTS, differences, digest_of, files_of, read_digests
from ..steps import counted

PATIENCE = 30
"""Seconds that a server may take for one file."""

MOST = 50
"""So many files are named; of the others, their number."""

HEADERS = {"User-Agent": "unruffled verify", "Accept-Encoding": "identity"}


@click.command()
@click.argument("site")
@click.argument("other", required=False)
def verify(site: str, other: str | None) -> None:
    """Compare SITE with the list of digests beside it, or with OTHER.

    Each is a folder with a finished site, or its address: https://example.org/handbook/. OTHER may
    be a list alone, too. What the folder has besides is told; of an address, nobody can know it.
    """
    where = other or site
    wanted = _digests(where)
    paths = list(wanted)
    read = _reader(site)
    there = None if _is_address(site) else files_of(Path(site))
    found = list(differences(wanted, counted(paths, "Comparing files"), read, there))
    for each in found[:MOST]:
        click.echo(f"{each.path}: {each.what}")
    if len(found) > MOST:
        click.echo(f"and {len(found) - MOST} more")
    if found:
        raise click.ClickException(f"{len(found)} of {len(paths)} files differ from {where}")
    click.echo(f"{site}: all {len(paths)} files are those of {where}")
    if other is None:
        click.echo(
            "The list came from the same place: whoever changes files can change it. Name another "
            "build as the second word to be sure."
        )


def _is_address(place: str) -> bool:
    return urlsplit(place).scheme in ("http", "https")


def _digests(place: str) -> dict[str, str]:
    """Return the digests of a folder, of an address or of a list."""
    folder = Path(place)
    name = (
        place if not _is_address(place) and folder.is_file() else f"{place.rstrip('/')}/{DIGESTS}"
    )
    try:
        if not _is_address(place) and folder.is_dir() and not Path(name).is_file():
            return {path: digest_of((folder / path).read_bytes()) for path in files_of(folder)}
        raw = _fetched(name) if _is_address(place) else Path(name).read_bytes()
        return read_digests(raw.decode("utf-8"))
    except (OSError, ValueError) as error:
        raise click.ClickException(f"{name} cannot be used: {_why(error)}") from error


def _why(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "it is not there"
    if isinstance(error, UnicodeDecodeError):
        return "it is no text"
    return getattr(error, "strerror", None) or str(error)


def _reader(site: str) -> Callable[[str], bytes]:
    """Return what reads a file of a site by its path."""
    if _is_address(site):
        base = site.rstrip("/")
        return lambda path: _fetched(f"{base}/{quote(path)}")
    folder = Path(site)
    if not folder.is_dir():
        raise click.ClickException(f"{site} is neither a folder nor an address of http or https")
    return lambda path: (folder / path).read_bytes()


def _fetched(address: str) -> bytes:
    """Return what a server sends for an address.

    Raises OSError where it refuses, FileNotFoundError where it has nothing; and ends the command
    where it cannot be reached, since each file would be waited for.
    """
    request = urllib.request.Request(address, headers=HEADERS)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            content: bytes = answer.read()
            return content
    except urllib.error.HTTPError as error:
        if error.code == 404:
            raise FileNotFoundError(address) from error
        raise OSError(f"the server answers {error.code}") from error
    except (OSError, http.client.HTTPException) as error:
        why = getattr(error, "reason", None) or str(error) or type(error).__name__
        raise click.ClickException(f"{address} cannot be reached: {why}") from error
