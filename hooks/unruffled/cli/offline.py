"""`unruffled offline`: finishes a site that another engine has built, and lets browsers keep it."""

from __future__ import annotations

from pathlib import Path

import click

from ..layers import layer_theme
from ..publishing.digests import write_digests
from ..publishing.offline import PARTS, REMOVER, WORKER, write_worker
from ..publishing.policy import HOW_TO_ALLOW, write_policies
from ..publishing.rooms import KEEPING


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--remove", is_flag=True, help="Write one that removes itself and all that was kept.")
def offline(site: Path, *, remove: bool) -> None:
    """Finish the built site SITE: the order of styles, policies, service worker and digests.

    MkDocs and ProperDocs do this at the end of each build. After any other engine, and after
    anything that changes files of the finished site, run this command.
    """
    if remove:
        (site / WORKER).write_text(REMOVER, encoding="utf-8")
        click.echo(f"{site / WORKER}: removes itself, and what browsers keep of the site")
        return
    if missing := [part for part in (*PARTS, KEEPING) if not (site / part).is_file()]:
        raise click.ClickException(f"{site} is no site of this generator: it has no {missing[0]}")
    layer_theme(site)
    for told in write_policies(site):
        click.echo(f"{told}. {HOW_TO_ALLOW}", err=True)
    files = write_worker(site)
    write_digests(site)
    size = sum((site / path).stat().st_size for path in files)
    click.echo(f"{site / WORKER}: {len(files)} files, {size / 1e6:.1f} MB are kept for offline")
