"""`unruffled bank`: questions for other programs, and from them."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

import click

from ..formats.banks import ENDINGS, READERS, WRITERS, as_quiz, bank_of
from ..project import load
from ..steps import counted
from .naming import as_id, as_title, quizzes_named
from .options import out_folder
from .progress import say


@click.group()
def bank() -> None:
    """Write questions for other programs, or take them from there."""


@bank.command(
    name="export",
    help=f"""Write quizzes as files, one each, and say what the format does not carry.

    FORMAT is one of: {", ".join(WRITERS)}. Without a QUIZ, every quiz is written. A test that
    draws comes with all questions that it can draw.
    """,
)
@click.argument("form", metavar="FORMAT", type=click.Choice(list(WRITERS)))
@click.argument("names", metavar="[QUIZ]...", nargs=-1)
@out_folder("banks")
@click.pass_obj
def write(root: Path, form: str, names: tuple[str, ...], out: Path) -> None:
    """Write quizzes as files of another program's format."""
    library, _ = load(root)
    own = {name: quiz for name, quiz in library.quizzes.items() if quiz.questions or quiz.pool}
    out.mkdir(parents=True, exist_ok=True)
    for quiz in counted(quizzes_named(library, names, own), "Writing banks"):
        bank = bank_of(quiz, library)
        made, notes = WRITERS[form](bank)
        file = out / f"{quiz.id}{ENDINGS[form]}"
        file.write_bytes(made if isinstance(made, bytes) else made.encode())
        say(f"wrote {file}")
        if bank.draw and form != "qti":
            say(f"  {quiz.id}: all {len(bank.items)} questions; the test draws {bank.draw}")
        for note in notes:
            say(f"  {quiz.id}/{note.id}: {note.words}")


@bank.command(
    name="import",
    help=f"""Make a quiz of the questions in FILE, and say what could not be taken over.

    FORMAT is one of: {", ".join(READERS)}. What is missing, such as the reason of a choice, is
    marked in the file: `unruffled check` lists it. The exit status is 1 where something of FILE was
    left out.
    """,
)
@click.argument("form", metavar="FORMAT", type=click.Choice(list(READERS)))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--id", "name", required=True, help="The id of the new quiz, such as greetings.")
@click.option("--module", required=True, help="Its page: lessons/greeting.md")
@click.option(
    "--objective", required=True, help="The objective that the questions are filed under."
)
@click.pass_obj
def read(root: Path, form: str, file: Path, name: str, module: str, objective: str) -> None:
    """Make a quiz of the questions in a file of another program."""
    target = root / f"quizzes/{as_id(name)}.yml"
    if target.exists():
        raise click.ClickException(f"quizzes/{name}.yml exists already; nothing was written")
    if not re.fullmatch(PAGE, module):
        raise click.ClickException(f'"{module}" is no page: write it as lessons/greeting.md')
    items, notes = READERS[form](_text(file))
    quiz, more = as_quiz(name, as_title(name), module, as_id(objective), items)
    taken = len(items) - len(more)
    notes = sorted([*notes, *more], key=lambda note: note.line)
    for note in notes:
        click.echo(f"{file}:{note.line}: {note.id}: {note.words}")
    if not taken:
        raise click.ClickException(f"no question of {file} could be taken over")
    target.write_text(quiz, encoding="utf-8")
    click.echo(f"wrote quizzes/{name}.yml with {_many(taken, 'question')}")
    click.echo("Show it on a page, then let `unruffled check` list what is left to write.")
    if lost := sum(note.lost for note in notes):
        raise click.ClickException(f"{_many(lost, 'thing')} in {file} could not be taken over")


PAGE = r"[^\s/\\][^\s\\]*\.md"
"""A page as a quiz names it."""


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _text(file: Path) -> str:
    """Return the text of a file, or say what to do where it is in another encoding."""
    raw = file.read_bytes()
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return raw.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file} is not UTF-8: save it anew as UTF-8") from error
