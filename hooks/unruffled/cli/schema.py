"""`unruffled schema`: write the JSON Schemas that editors complete from."""

from __future__ import annotations

from pathlib import Path

import click

from ..schemas import schemas


@click.command()
@click.pass_obj
def schema(root: Path) -> None:
    """Write schemas/*.json anew from the models."""
    folder = root / "schemas"
    folder.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
        click.echo(f"schemas/{name}")
