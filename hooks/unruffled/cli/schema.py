"""`unruffled schema`: write the JSON Schemas that editors complete from, and wire them."""

from __future__ import annotations

from pathlib import Path

import click

from ..project import load
from ..schemas import SETTINGS, schemas, with_schemas


@click.command()
@click.pass_obj
def schema(root: Path) -> None:
    """Write schemas/*.json anew from the models and handbook.yml, and which files they are for."""
    folder = root / "schemas"
    folder.mkdir(exist_ok=True)
    for name, text in schemas(load(root)[0].handbook).items():
        (folder / name).write_text(text, encoding="utf-8")
        click.echo(f"schemas/{name}")
    settings = root / SETTINGS
    if settings.is_file():
        settings.write_text(with_schemas(settings.read_text(encoding="utf-8")), encoding="utf-8")
        click.echo(SETTINGS)
