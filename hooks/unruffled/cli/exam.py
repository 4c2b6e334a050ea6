"""`unruffled exam`: sealed exams, made and graded. Nothing here is ever part of a site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ..blocks.course.view import course_data
from ..exam import sealing
from ..exam.exposed import exposed
from ..exam.folder import FOLDER, ExamFolder, write_new
from ..exam.grading import Round, grade
from ..exam.making import ChangedError, make_papers, make_tickets, names_in, write_tickets
from ..exam.reading import read_exam
from ..exam.results import result_text, table
from ..exam.starting import start
from ..model.base import is_id
from ..model.exam import Exam
from ..model.library import Library
from ..problems import errors
from ..project import inspect
from ..report import as_text
from ..text.urls import page_url
from .naming import as_title

NEEDED = "pip install joserfc"


@click.group()
def exam() -> None:
    """Make and grade sealed exams, whose answers are in no page."""


def _in_folder(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--in",
        "above",
        type=click.Path(file_okay=False, path_type=Path),
        help=f"The folder that holds the exam's own; {FOLDER}/ of the project if not given.",
    )(function)


def _folder(root: Path, name: str, above: Path | None) -> ExamFolder:
    if not is_id(name):
        raise click.ClickException(f'"{name}" is no name: small letters, digits, single hyphens')
    return ExamFolder((above or root / FOLDER) / name)


def _able() -> None:
    if not sealing.has_what_it_needs():
        raise click.ClickException(f"this command needs one package more: {NEEDED}")


@exam.command(name="new")
@click.argument("name")
@click.option("--title", help="The exam's title; made from the name if not given.")
@_in_folder
@click.pass_obj
def new_exam(root: Path, name: str, title: str | None, above: Path | None) -> None:
    """Begin an exam: a folder of its own, which git passes over."""
    folder = _folder(root, name, above)
    try:
        start(folder, title or as_title(name))
    except FileExistsError:
        raise click.ClickException(f"{folder.path} is there already; nothing was changed") from None
    click.echo(f"wrote {folder.questions}: the questions")
    click.echo(f"wrote {folder.candidates}: who sits it, one name a line")
    click.echo(f"then: unruffled exam paper {name}")


@exam.command()
@click.argument("name")
@click.option("--site", envvar="SITE_URL", default="", help="Where the handbook is published.")
@click.option("--anew", is_flag=True, help="Make keys, pass phrase and paper again.")
@_in_folder
@click.pass_obj
def paper(root: Path, name: str, site: str, anew: bool, above: Path | None) -> None:
    """Lock the paper of an exam, and make a ticket for each candidate."""
    _able()
    folder = _folder(root, name, above)
    library, _ = inspect(root)
    found = _sound(root, folder, library)
    names = _names(folder)
    try:
        phrase = make_papers(found, folder, anew=anew)
    except ChangedError:
        raise click.ClickException(
            "the questions were changed after the paper was made, and its commitment is perhaps "
            "published. Change them back, or make everything again with --anew: then what was "
            "published and handed out before is void"
        ) from None
    tickets = make_tickets(found.exam, folder, names)
    write_tickets(folder, tickets, _page(library, site))
    click.echo(f"wrote {folder.paper}: put it into docs/assets/exams/, or hand it out as a file")
    click.echo(f"wrote {folder.tickets}: {len(tickets)} tickets, each for one candidate alone")
    click.echo(f"wrote {folder.commitment}: publish this line before the exam")
    click.echo(f"the pass phrase, to be said in the room: {phrase}")


def _sound(root: Path, folder: ExamFolder, library: Library) -> Exam:
    """Return the exam, or say all that is wrong with it or would let it out."""
    found, problems = read_exam(folder, library)
    if found is not None:
        problems += exposed(root, library, [(folder, found)])
    if found is None or errors(problems):
        raise click.ClickException(f"the exam has faults:\n{as_text(errors(problems))}")
    return found


def _names(folder: ExamFolder) -> list[str]:
    try:
        names = names_in(folder.candidates.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise click.ClickException(f"{folder.candidates} cannot be read: {error}") from error
    if not names:
        raise click.ClickException(f"{folder.candidates} names nobody: write one name a line")
    return names


def _page(library: Library, site: str) -> str:
    """Return the address of the page that exams are sat on; empty where it is not known."""
    path = next((path for path, page in library.pages.items() if page.fences_of("exam")), "")
    if not site or not path:
        return ""
    return f"{site.rstrip('/')}/{page_url(path, directories=library.directories)}"


@exam.command(name="grade")
@click.argument("name")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=True, path_type=Path)
)
@_in_folder
@click.pass_obj
def grade_exam(root: Path, name: str, files: tuple[Path, ...], above: Path | None) -> None:
    """Open and grade what candidates handed in: FILES, or folders of them."""
    _able()
    folder = _folder(root, name, above)
    listed = [each for file in files for each in _listed(file)]
    try:
        found = grade(folder, listed)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    _write(root, folder, found)
    _say(folder, found)
    raise SystemExit(1 if found.wrong else 0)


def _listed(file: Path) -> list[Path]:
    if not file.is_dir():
        return [file]
    return sorted(each for each in file.iterdir() if each.is_file() and each.name[0] != ".")


def _write(root: Path, folder: ExamFolder, found: Round) -> None:
    library, _ = inspect(root)
    edition = course_data(library)["edition"]
    site = library.organisation.handbook_title
    committed = folder.commitment.read_text(encoding="utf-8").strip()
    for each in found.graded:
        text = result_text(found.key, committed, each, site, edition)
        write_new(folder.results / f"{found.key.exam}-{each.ticket.code}.json", text)
    write_new(folder.results / "grades.csv", table(found))


def _say(folder: ExamFolder, found: Round) -> None:
    for each in found.graded:
        passed = "passed" if each.percent >= found.key.pass_mark else "not passed"
        points = f"{each.points:g} of {each.most} points"
        click.echo(f"{each.ticket.name}: {points}, {each.percent} %, {passed}")
        for note in each.notes:
            click.echo(f"  {each.file}: {note}")
    for file, words in found.wrong:
        click.echo(f"{file}: {words}", err=True)
    for ticket in found.missing:
        click.echo(f"{ticket.name} ({ticket.code}): nothing that is graded", err=True)
    click.echo(f"wrote {folder.results}: a file for each candidate, for the page of results")
    click.echo(f"to open the commitment: publish {folder.key} with {folder.salt.name}; then")
    click.echo(f"  cat {folder.key.name} {folder.salt.name} | sha256sum")
    click.echo(f"prints the line in {folder.commitment}")
