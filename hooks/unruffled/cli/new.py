"""`unruffled new`: what authors begin with, complete but for the words."""

from __future__ import annotations

import re
from pathlib import Path

import click
import yaml

from .. import scaffold
from ..loading import load
from ..model.library import Library
from ..model.page import TO_WRITE, Page
from ..model.phrases import Channel
from ..model.quiz import Quiz

_ENTRY = re.compile(r"(?P<indent> *)- ")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@click.group()
def new() -> None:
    """Write something new that passes its checks but for the words, which it names."""


@new.command()
@click.argument("path")
@click.option("--title", help="The module's title; made from the path if not given.")
@click.pass_obj
def module(root: Path, path: str, title: str | None) -> None:
    """Write a module: its page, its quiz and its phrase table.

    PATH is a folder and a name, such as connect/empathy.
    """
    path = path.removesuffix(".md")
    *_, name = [_name(part) for part in path.split("/")]
    title = title or _title(name)
    page = f"{path}.md"
    files = {
        f"docs/{page}": scaffold.module_page(name, title),
        f"quizzes/{name}.yml": scaffold.quiz(name, title, page, ["first-objective"]),
        f"phrases/{name}.yml": scaffold.phrases(name, title, page),
    }
    _write(root, files)
    _list_in_nav(root, page)


@new.command()
@click.argument("name")
@click.option("--module", "page", required=True, help="Its page: connect/empathy.md")
@click.option("--title", help="The quiz's title; the module's if not given.")
@click.pass_obj
def quiz(root: Path, name: str, page: str, title: str | None) -> None:
    """Write a quiz for a module page that is there, with a question for each objective."""
    owner = _module(load(root)[0], page)
    objectives = [objective.id for objective in owner.meta.objectives]
    text = scaffold.quiz(_name(name), title or owner.title, page, objectives)
    _write(root, {f"quizzes/{name}.yml": text})
    _show_on_page(root, owner, "quiz", name, "Check yourself")


@new.command()
@click.argument("quiz")
@click.argument("name", metavar="ID")
@click.option(
    "--kind", type=click.Choice(scaffold.KINDS), required=True, help="The kind of question."
)
@click.option("--objective", required=True, help="An objective of the quiz's module.")
@click.pass_obj
def question(root: Path, quiz: str, name: str, kind: str, objective: str) -> None:
    """Append a question to a quiz that is there.

    QUIZ is the quiz's id, such as empathy; ID names the new question.
    """
    library, _ = load(root)
    owner = _quiz(library, quiz)
    _free(owner, _name(name))
    _known(objective, owner, _module(library, owner.module or ""))
    path = owner.at().path
    text = (root / path).read_bytes().decode()
    longer = scaffold.with_entry(text, "questions", scaffold.question(name, kind, objective))
    if longer is None:
        raise click.ClickException(
            f"{path} does not end with its list of questions: move `questions` to the end, with "
            "each question on lines of its own"
        )
    (root / path).write_bytes(longer.encode())
    click.echo(f"added {name} to {path}")
    _say_what_is_left()


@new.command()
@click.argument("name")
@click.option("--module", "page", required=True, help="Its page: connect/empathy.md")
@click.option("--title", help="The table's title; the module's if not given.")
@click.pass_obj
def phrases(root: Path, name: str, page: str, title: str | None) -> None:
    """Write a phrase table for a module page that is there."""
    owner = _module(load(root)[0], page)
    text = scaffold.phrases(_name(name), title or owner.title, page)
    _write(root, {f"phrases/{name}.yml": text})
    _show_on_page(root, owner, "phrases", name, "What to say")


@new.command()
@click.argument("name")
@click.option("--group", required=True, help="Where the guide lists it: a group of vocabulary.yml.")
@click.pass_obj
def situation(root: Path, name: str, group: str) -> None:
    """Write the card of a situation that vocabulary.yml lists.

    NAME is the situation's id, such as shouting.
    """
    vocabulary = load(root)[0].vocabulary
    _listed(_name(name), "situations", [each.id for each in vocabulary.situations])
    _listed(group, "groups", [each.id for each in vocabulary.groups])
    _write(root, {f"situations/{name}.yml": scaffold.situation(name, group)})


@new.command(name="scenario")
@click.argument("name")
@click.option("--title", help="The scenario's title; made from the name if not given.")
@click.option(
    "--channel",
    type=click.Choice([each.value for each in Channel]),
    default=Channel.phone.value,
    help="Where it takes place; on the phone if not given.",
)
@click.option("--technique", help="A technique of vocabulary.yml; the first if not given.")
@click.pass_obj
def conversation(
    root: Path, name: str, title: str | None, channel: str, technique: str | None
) -> None:
    """Write a conversation that branches, and can be played at once."""
    known = [each.id for each in load(root)[0].vocabulary.techniques]
    if not known:
        raise click.ClickException(
            "vocabulary.yml lists no `techniques`; the authors' guide says what they are"
        )
    technique = technique or known[0]
    _listed(technique, "techniques", known)
    text = scaffold.scenario(_name(name), title or _title(name), channel, technique)
    _write(root, {f"scenarios/{name}.yml": text})
    click.echo(f"Play it any time with `unruffled play {name}`.")


@new.command()
@click.argument("name")
@click.option("--quiz", "quizzes", multiple=True, required=True, help="A quiz; more than once.")
@click.option("--title", help="The assignment's title; made from the name if not given.")
@click.pass_obj
def assignment(root: Path, name: str, quizzes: tuple[str, ...], title: str | None) -> None:
    """Write an assignment: quizzes that a team is to do."""
    known = load(root)[0].quizzes
    for each in quizzes:
        if each not in known:
            there = ", ".join(sorted(known))
            raise click.ClickException(f'there is no quiz "{each}". There are: {there}')
    text = scaffold.assignment(_name(name), title or _title(name), quizzes)
    _write(root, {f"assignments/{name}.yml": text})


def _listed(name: str, key: str, known: list[str]) -> None:
    if name not in known:
        raise click.ClickException(
            f'vocabulary.yml has no "{name}" in `{key}`; add it, or take one of {", ".join(known)}'
        )


def _name(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise click.ClickException(
            f'"{name}" cannot be an id: use small letters, digits and single hyphens'
        )
    return name


def _title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _module(library: Library, page: str) -> Page:
    found = library.pages.get(page)
    if found is None or not found.is_module:
        modules = sorted(path for path, each in library.pages.items() if each.is_module)
        raise click.ClickException(
            f'"{page}" is not a module page. There are: {", ".join(modules)}'
        )
    return found


def _quiz(library: Library, name: str) -> Quiz:
    """Return the quiz ``name``, to which a question can be added, or say why not."""
    file = library.file_of("quizzes", name)
    if file in library.partial:
        raise click.ClickException(f"{file} has faults; mend them first: `unruffled check`")
    found = library.quizzes.get(name)
    if found is None:
        raise click.ClickException(
            f'there is no quiz "{name}". There are: {", ".join(sorted(library.quizzes))}'
        )
    if found.pool:
        raise click.ClickException(
            f'"{name}" draws from other quizzes; add the question to one of {", ".join(found.pool)}'
        )
    return found


def _free(quiz: Quiz, name: str) -> None:
    if any(each.id == name for each in quiz.questions):
        raise click.ClickException(f'"{quiz.id}" has a question "{name}" already')


def _known(objective: str, quiz: Quiz, page: Page) -> None:
    known = [each.id for each in page.meta.objectives]
    if objective not in known:
        raise click.ClickException(
            f'the module of "{quiz.id}" has no objective "{objective}". '
            f"There are: {', '.join(known)}"
        )


def _write(root: Path, files: dict[str, str]) -> None:
    taken = [path for path in files if (root / path).exists()]
    if taken:
        raise click.ClickException(f"{', '.join(taken)} exists already; nothing was written")
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
        click.echo(f"wrote {path}")
    _say_what_is_left()


def _say_what_is_left() -> None:
    click.echo(f'Now replace every text that begins with "{TO_WRITE}".')
    click.echo("`unruffled check` lists what is left.")


def _show_on_page(root: Path, page: Page, kind: str, name: str, heading: str) -> None:
    """Put the fence on the page, under ``heading`` or at the end, if it is not there yet."""
    if any(name in fence.names for fence in page.fences_of(kind)):
        return
    file = root / "docs" / page.path
    length = file.read_bytes().count(b"\n")
    at = next((h.place.line for h in page.headings if h.text == heading), length)
    _insert(file, at, ["", f"```{kind}", name, "```"])
    click.echo(f"put a fence ```{kind} into docs/{page.path}")


def _insert(file: Path, at: int, new: list[str]) -> None:
    """Insert lines after line ``at`` of a file; all else stays, its line ends among it."""
    text = file.read_bytes().decode("utf-8")
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.removesuffix("\n").removesuffix("\r").split("\n")
    lines[at:at] = [f"{line}{end[:-1]}" for line in new]
    file.write_bytes(("\n".join(lines).removesuffix("\r") + end).encode())


def _list_in_nav(root: Path, page: str) -> None:
    """Add the page to `nav` in mkdocs.yml: below the last page of its folder, or at the end.

    A list in brackets is left alone: then its author is told what to add.
    """
    entries = load(root)[0].nav
    if not entries:
        return
    folder = page.rpartition("/")[0]
    siblings = [place for path, place in entries if folder and path.rpartition("/")[0] == folder]
    file = root / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    lines = text.splitlines()
    last = (siblings or [place for _, place in entries])[-1].line
    beside = _ENTRY.match(lines[last - 1]) if siblings else None
    indent = beside["indent"] if beside else _indent_of_nav(text)
    if indent is None:
        click.echo(f"Add {page} to `nav` in mkdocs.yml, where it belongs.")
        return
    _insert(file, last, [f"{indent}- {page}"])
    click.echo(f"listed {page} in mkdocs.yml")


def _indent_of_nav(text: str) -> str | None:
    """Return what stands before each entry of `nav`; None where it is a list in brackets."""
    settings = yaml.compose(text, Loader=yaml.BaseLoader)
    nav = next(value for key, value in settings.value if key.value == "nav")
    return None if nav.flow_style else " " * nav.start_mark.column
