"""`unruffled caddy`: the configuration of a web server for a finished site."""

from __future__ import annotations

from pathlib import Path

import click

from ..publishing.caddy import caddyfile


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--at", metavar="FOLDER", help="Where the files will lie on the server.")
def caddy(site: Path, at: str | None) -> None:
    """Print a Caddyfile for the finished site in SITE, with the headers that it needs.

    Make it anew after each build: a new version of the theme has other scripts in its pages.
    """
    if not (site / "index.html").is_file():
        raise click.ClickException(f"{site} is no finished site: it has no index.html")
    click.echo(caddyfile(site, at or ""), nl=False)
