"""The command `unruffled`, one file a command."""

from __future__ import annotations

import errno
import io
import sys
from pathlib import Path
from typing import Any

import click

from ..publishing.building import why
from .badge import badge
from .bank import bank
from .caddy import caddy
from .check import check
from .copies import copy, diff
from .exam import exam
from .export import export
from .init import init
from .launch import launch
from .new import new
from .offline import offline
from .play import play
from .policy import policy
from .progress import shown
from .reply import reply
from .results import results
from .schema import schema
from .scorm import scorm
from .stage import stage
from .upgrade import upgrade
from .vale import vale
from .verify import verify
from .words import words

__all__ = ["main"]


class Commands(click.Group):
    """Commands that show how far long work is, and say in a sentence what the system refuses."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            with shown():
                return super().invoke(ctx)
        except OSError as error:
            if error.errno is None or error.errno == errno.EPIPE:  # who read has gone
                raise
            raise click.ClickException(why(error)) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="unruffled")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder (where mkdocs.yml lies); the current one if not given.",
)
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Check, scaffold and export a handbook made with Unruffled."""
    for stream in (sys.stdout, sys.stderr):
        # A pipe on Windows cannot carry every letter that a message may quote.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if context.invoked_subcommand not in ALONE and not (root / "mkdocs.yml").is_file():
        raise click.ClickException(f"there is no mkdocs.yml in {root.resolve()}: use --root")
    context.obj = root


ALONE = frozenset({init.name, verify.name})
"""Commands that need no handbook around them."""

COMMANDS = (
    *(badge, bank, caddy, check, copy, diff, exam, export, init, launch, new, offline, play),
    *(policy, reply, results, schema, scorm, stage, upgrade, vale, verify, words),
)

for command in COMMANDS:
    main.add_command(command)
