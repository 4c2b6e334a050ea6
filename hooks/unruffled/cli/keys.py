"""Private keys in files: read, made, and kept out of what is published."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from joserfc.jwk import ECKey

NEEDED = "pip install joserfc"


def private_key(file: Path) -> ECKey:
    """Return the private key in ``file``, or say why there is none."""
    try:
        from joserfc.jwk import ECKey
    except ImportError as error:
        raise click.ClickException(
            f"this command needs one package more: {NEEDED}; the page of results needs none"
        ) from error
    try:
        key = ECKey.import_key(json.loads(file.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise click.ClickException(
            f"{file} is no private key: save it again from the page of results"
        ) from error
    if not key.is_private:
        raise click.ClickException(f"{file} holds the public part only; the private one is needed")
    return key


def new_key(file: Path) -> ECKey:
    """Make a private key, write it to ``file`` for its owner alone, and return it."""
    from joserfc.jwk import ECKey

    key = ECKey.generate_key("P-256", auto_kid=False)
    parts = key.as_dict(private=True)
    text = json.dumps({name: parts[name] for name in ("kty", "crv", "x", "y", "d")}, indent=1)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise click.ClickException(f"{file} exists already; it was left as it is") from error
    with os.fdopen(handle, "w", encoding="utf-8") as opened:
        opened.write(f"{text}\n")
    return key


def public_text(key: ECKey) -> str:
    """Return the public part of a key as organisation.yml and assignments have it."""
    parts = key.as_dict(private=False)
    return f"{parts['x']}.{parts['y']}"


def kept_private(file: Path) -> None:
    """Refuse a key that git has: whoever can read the repository could sign with it."""
    try:
        done = subprocess.run(
            ["git", "-C", str(file.parent), "ls-files", "--error-unmatch", "--", file.name],
            capture_output=True,
            check=False,
        )
    except OSError:
        return
    if done.returncode == 0:
        raise click.ClickException(
            f"git has {file}: whoever can read the repository has the key. Make a new one "
            "elsewhere, and take the old one out of organisation.yml"
        )
