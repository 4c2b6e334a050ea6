"""`unruffled results`: open results that learners have sealed for their trainer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..steps import counted
from .from_lrs import from_lrs
from .keys import private_key
from .progress import say

if TYPE_CHECKING:
    from joserfc.jwk import ECKey

LARGEST = 12 * 2**20
"""Of what is sealed, in bytes: the page of results reads no more, either."""


@click.group()
def results() -> None:
    """Open sealed results, or read them from a store."""


results.add_command(from_lrs)


@results.command(name="open")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--key",
    "key_file",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The private key, as the page of results saves it.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="The folder to write to; the current one if not given.",
)
def unseal(files: tuple[Path, ...], key_file: Path, out: Path) -> None:
    """Open sealed result FILES, and write each as a JSON file that the page of results reads.

    A file that cannot be opened is named, and the others are opened all the same.
    """
    key = private_key(key_file)
    failed = 0
    out.mkdir(parents=True, exist_ok=True)
    for file in counted(files, "Opening files"):
        target = out / f"{file.stem}.json"
        if target.exists():
            say(f"{file}: {target} exists already; it was left as it is", err=True)
            failed += 1
            continue
        text = _opened(file, key)
        if text is None:
            say(f"{file}: not sealed for this key, or changed since", err=True)
            failed += 1
            continue
        target.write_bytes(text)
        say(f"wrote {target}")
    if failed:
        raise click.ClickException(f"{failed} of {len(files)} files could not be opened")


def _opened(file: Path, key: ECKey) -> bytes | None:
    """Return what was sealed; None where the key is another one, or a letter was changed."""
    from joserfc import jwe
    from joserfc.errors import JoseError

    rules = jwe.JWERegistry(algorithms=["ECDH-ES", "A256GCM"])
    rules.max_ciphertext_length = LARGEST  # the usual 64 KB are two hundred answers
    try:
        # A mail program folds it, and puts signs in: its tag says whether it is whole.
        sealed = re.sub(rb"=\r?\n|[^A-Za-z0-9_.-]", b"", file.read_bytes()).decode()
        return jwe.decrypt_compact(sealed, key, registry=rules).plaintext
    except (JoseError, ValueError, KeyError, TypeError, RecursionError):
        return None
