"""Options that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click


def out_folder(name: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return the option ``--out``: a folder to write to, ``name`` if none is given."""
    return click.option(
        "--out",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path(name),
        help=f"The folder to write to; {name}/ if not given.",
    )
