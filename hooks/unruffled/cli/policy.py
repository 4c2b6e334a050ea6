"""`unruffled policy`: the headers with which a host makes a finished site stricter."""

from __future__ import annotations

from pathlib import Path

import click

from ..publishing.policy import headers_text
from ..publishing.policy import policy as policy_of


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--headers", is_flag=True, help="Print every header, and for which pages it is.")
def policy(site: Path, *, headers: bool) -> None:
    """Print the Content-Security-Policy for the finished site in SITE.

    Each page has its own policy in it. A host or a proxy that sends this one guards what is no
    page, too. Take it anew after each build: a new version of the theme has other scripts.
    """
    if not (site / "index.html").is_file():
        raise click.ClickException(f"{site} is no finished site: it has no index.html")
    click.echo(headers_text(site) if headers else policy_of(site), nl=not headers)
