"""`unruffled scorm`: quizzes for a learning platform."""

from __future__ import annotations

from pathlib import Path

import click

from ..blocks.quiz.view import report_address
from ..formats.scorm import package
from ..problems import errors
from ..project import inspect
from ..rendering import Renderer
from ..report import as_text
from ..steps import counted
from .naming import quizzes_named
from .options import out_folder
from .progress import say


@click.command()
@click.argument("names", metavar="[QUIZ]...", nargs=-1)
@out_folder("packages")
@click.option(
    "--site",
    envvar="SITE_URL",
    default="",
    help="Where the handbook is published: links lead there. Without it they are plain text.",
)
@click.pass_obj
def scorm(root: Path, names: tuple[str, ...], out: Path, site: str) -> None:
    """Write quizzes as SCORM 1.2 packages, one zip each; all of them without a QUIZ."""
    library, problems = inspect(root)
    if errors(problems):
        raise click.ClickException(f"the content has faults:\n{as_text(errors(problems))}")
    renderer = Renderer(library, reports=report_address(library.organisation))
    out.mkdir(parents=True, exist_ok=True)
    for quiz in counted(quizzes_named(library, names, library.quizzes), "Writing packages"):
        data = package(renderer, quiz, site)
        file = out / f"{quiz.id}.zip"
        file.write_bytes(data)
        say(f"wrote {file}: {len(data) / 1000:.0f} kB")
