"""`unruffled bank`: questions for other programs, and from them."""

from __future__ import annotations

from pathlib import Path

import click

from ..banks import ENDINGS, READERS, WRITERS, as_quiz, bank_of
from ..loading import load
from .naming import as_id, as_title, quizzes_named
from .options import out_folder


@click.group()
def bank() -> None:
    """Write questions for other programs, or take them from there."""


@bank.command(name="export")
@click.argument("form", metavar="FORMAT", type=click.Choice(list(WRITERS)))
@click.argument("names", metavar="[QUIZ]...", nargs=-1)
@out_folder("banks")
@click.pass_obj
def write(root: Path, form: str, names: tuple[str, ...], out: Path) -> None:
    """Write quizzes as files, one each, and say what the format does not carry.

    FORMAT is gift, moodle, qti or csv. Without a QUIZ, every quiz with questions of its own is
    written.
    """
    library, _ = load(root)
    own = {name: quiz for name, quiz in library.quizzes.items() if quiz.questions}
    out.mkdir(parents=True, exist_ok=True)
    for quiz in quizzes_named(library, names, own, " has questions of its own"):
        made, notes = WRITERS[form](bank_of(quiz))
        file = out / f"{quiz.id}{ENDINGS[form]}"
        file.write_bytes(made if isinstance(made, bytes) else made.encode())
        click.echo(f"wrote {file}")
        for note in notes:
            click.echo(f"  {quiz.id}/{note.id}: {note.words}")


@bank.command(name="import")
@click.argument("form", metavar="FORMAT", type=click.Choice(list(READERS)))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--id", "name", required=True, help="The id of the new quiz, such as greetings.")
@click.option("--module", required=True, help="Its page: connect/empathy.md")
@click.option(
    "--objective", required=True, help="The objective that the questions are filed under."
)
@click.pass_obj
def read(root: Path, form: str, file: Path, name: str, module: str, objective: str) -> None:
    """Make a quiz of the questions in FILE, and say what could not be taken over.

    FORMAT is gift, aiken or csv. What is missing, such as the reason of a choice, is marked in the
    file: `unruffled check` lists it.
    """
    target = root / f"quizzes/{as_id(name)}.yml"
    if target.exists():
        raise click.ClickException(f"quizzes/{name}.yml exists already; nothing was written")
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file} is not UTF-8: save it anew as UTF-8") from error
    items, notes = READERS[form](text)
    title = as_title(name)
    quiz, more = as_quiz(name, title, module, objective, items)
    taken = len(items) - len(more)
    for note in (*notes, *more):
        click.echo(f"{note.id}: {note.words}")
    if not taken:
        raise click.ClickException(f"no question of {file} could be taken over")
    target.write_text(quiz, encoding="utf-8")
    click.echo(f"wrote quizzes/{name}.yml with {taken} questions")
    click.echo("Show it on a page, then let `unruffled check` list what is left to write.")
