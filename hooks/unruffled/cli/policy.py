"""`unruffled policy`: what a host that refuses inline scripts has to allow."""

from __future__ import annotations

from pathlib import Path

import click

from ..publishing.policy import policy as policy_of


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
def policy(site: Path) -> None:
    """Print the Content-Security-Policy for the finished site in SITE.

    Run it after each build: a new version of the theme has other scripts in its pages.
    """
    if not (site / "index.html").is_file():
        raise click.ClickException(f"{site} is no finished site: it has no index.html")
    click.echo(policy_of(site))
