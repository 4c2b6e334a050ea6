"""What the commands about stores of learning records share."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ..blocks.assignment.view import link_text
from ..model.library import Library
from ..model.stores import RecordStore
from ..problems import nearest

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_HEADER = re.compile(r"(Basic|Bearer) [\w+/=.~-]+")


def auth_option(what: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return the option ``--auth``: a file with a token; ``what`` says what it must allow."""
    return click.option(
        "--auth",
        "auth_file",
        required=True,
        type=FILE,
        help=f"A file with the token, as `key:secret` or `Bearer …`: one that may {what}.",
    )


def header(file: Path) -> str:
    """Return the header that a token is sent in."""
    text = file.read_text(encoding="utf-8", errors="replace").strip()
    if _HEADER.fullmatch(text):
        return text
    if re.fullmatch(r"[^\s:]+:\S+", text):
        return f"Basic {base64.b64encode(text.encode()).decode()}"
    raise click.ClickException(f"{file} holds no token: write key:secret, or Bearer and the token")


def store_named(library: Library, name: str | None) -> RecordStore:
    """Return a store of organisation.yml; with only one, no name is needed."""
    if "organisation.yml" in library.partial:
        raise click.ClickException(
            "organisation.yml has faults; mend them first: `unruffled check`"
        )
    known = {each.name: each for each in library.organisation.stores}
    if not known:
        raise click.ClickException("organisation.yml names no store: put it below `stores`")
    if name is None and len(known) == 1:
        return next(iter(known.values()))
    if name not in known:
        asked = f'no store "{name}"' if name else "say which store, with --store"
        raise click.ClickException(f"{asked}: {nearest(name or '', known)}")
    return known[name]


def assignment_text(library: Library, given: str) -> str:
    """Return the text of an assignment, given by its id, its link, or that text itself."""
    if given in library.assignments:
        return link_text(library, library.assignments[given])
    found = re.search(r"\b1\.[\w-]+\.[0-9a-f]{8}$", given)
    if not found:
        raise click.ClickException(
            f'no assignment "{given}": {nearest(given, library.assignments)}. Or give its link'
        )
    return found[0]
