"""`unruffled new`: what authors begin with, complete but for the words."""

from __future__ import annotations

from pathlib import Path

import click

from .. import scaffold
from ..kinds import KINDS
from ..project import load
from .naming import (
    as_id,
    as_title,
    check_free,
    check_listed,
    check_objective,
    heading_of,
    lists_of,
    module_named,
    quiz_to_add_to,
    slot_of,
)
from .placing import list_in_nav, say_what_is_left, show_on_page, write_new


@click.group()
def new() -> None:
    """Write something new that passes its checks but for the words, which it names."""


@new.command()
@click.argument("path")
@click.option("--title", help="The module's title; made from the path if not given.")
@click.pass_obj
def module(root: Path, path: str, title: str | None) -> None:
    """Write a module: its page, its quiz and, where its pages hold one, its phrase table.

    PATH is a folder and a name, such as lessons/greeting.
    """
    path = path.removesuffix(".md")
    *_, name = [as_id(part) for part in path.split("/")]
    title = title or as_title(name)
    page = f"{path}.md"
    library = load(root)[0]
    shape = library.handbook.shape_for(page)
    shown = ["quiz", "phrases"] if shape and "phrases" in shape.holders else ["quiz"]
    files = {
        f"docs/{page}": scaffold.module_page(name, title, shape, shown),
        f"quizzes/{name}.yml": scaffold.quiz(name, title, page, ["first-objective"]),
    }
    if "phrases" in shown:
        files[f"phrases/{name}.yml"] = scaffold.phrases(name, title, page, lists_of(library))
    write_new(root, files)
    list_in_nav(root, page)


@new.command()
@click.argument("name")
@click.option("--module", "page", required=True, help="Its page: lessons/greeting.md")
@click.option("--title", help="The quiz's title; the module's if not given.")
@click.pass_obj
def quiz(root: Path, name: str, page: str, title: str | None) -> None:
    """Write a quiz for a module page that is there, with a question for each objective."""
    library = load(root)[0]
    owner = module_named(library, page)
    objectives = [objective.id for objective in owner.meta.objectives]
    text = scaffold.quiz(as_id(name), title or owner.title, page, objectives)
    write_new(root, {f"quizzes/{name}.yml": text})
    show_on_page(root, owner, "quiz", name, heading_of(library, owner, "quiz"))


@new.command()
@click.argument("quiz")
@click.argument("name", metavar="ID")
@click.option("--kind", type=click.Choice(KINDS), required=True, help="The kind of question.")
@click.option("--objective", required=True, help="An objective of the quiz's module.")
@click.pass_obj
def question(root: Path, quiz: str, name: str, kind: str, objective: str) -> None:
    """Append a question to a quiz that is there.

    QUIZ is the quiz's id, such as greeting; ID names the new question.
    """
    library, _ = load(root)
    owner = quiz_to_add_to(library, quiz)
    check_free(owner, as_id(name))
    check_objective(objective, owner, module_named(library, owner.module or ""))
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
    say_what_is_left()


@new.command()
@click.argument("name")
@click.option("--module", "page", required=True, help="Its page: lessons/greeting.md")
@click.option("--title", help="The table's title; the module's if not given.")
@click.pass_obj
def phrases(root: Path, name: str, page: str, title: str | None) -> None:
    """Write a phrase table for a module page that is there."""
    library = load(root)[0]
    owner = module_named(library, page)
    text = scaffold.phrases(as_id(name), title or owner.title, page, lists_of(library))
    write_new(root, {f"phrases/{name}.yml": text})
    show_on_page(root, owner, "phrases", name, heading_of(library, owner, "phrases"))


@new.command()
@click.argument("name")
@click.option("--group", required=True, help="Where the guide lists it: a group of vocabulary.yml.")
@click.pass_obj
def situation(root: Path, name: str, group: str) -> None:
    """Write the card of a situation that vocabulary.yml lists.

    NAME is the situation's id, such as shouting.
    """
    library = load(root)[0]
    vocabulary = library.vocabulary
    check_listed(as_id(name), "situations", [each.id for each in vocabulary.situations])
    check_listed(group, "groups", [each.id for each in vocabulary.groups])
    write_new(root, {f"situations/{name}.yml": scaffold.situation(name, group, slot_of(library))})


@new.command()
@click.argument("name")
@click.option(
    "--module", "page", required=True, help="The page that teaches it: lessons/letters.md"
)
@click.option("--title", help="What the letter does; made from the name if not given.")
@click.option(
    "--channel",
    help="Where it is read: an id of handbook.yml; the first one for letters if not given.",
)
@click.pass_obj
def letter(root: Path, name: str, page: str, title: str | None, channel: str | None) -> None:
    """Write a whole letter: a weak one and a better one, with reasons."""
    library = load(root)[0]
    owner = module_named(library, page)
    lists = lists_of(library)
    channel = channel or lists["letters"][0]
    check_listed(channel, "channels", lists["letters"], "handbook.yml")
    text = scaffold.letter(as_id(name), title or as_title(name), channel, owner.path, lists)
    write_new(root, {f"letters/{name}.yml": text})


@new.command(name="scenario")
@click.argument("name")
@click.option("--title", help="The scenario's title; made from the name if not given.")
@click.option(
    "--channel",
    help="Where it takes place: an id of handbook.yml; the first one if not given.",
)
@click.option("--technique", help="A technique of vocabulary.yml; the first if not given.")
@click.pass_obj
def conversation(
    root: Path, name: str, title: str | None, channel: str | None, technique: str | None
) -> None:
    """Write a conversation that branches, and can be played at once."""
    library = load(root)[0]
    known = [each.id for each in library.vocabulary.techniques]
    if not known:
        raise click.ClickException(
            "vocabulary.yml lists no `techniques`; the authors' guide says what they are"
        )
    technique = technique or known[0]
    check_listed(technique, "techniques", known)
    channels = lists_of(library)["channels"]
    channel = channel or channels[0]
    check_listed(channel, "channels", channels, "handbook.yml")
    text = scaffold.scenario(as_id(name), title or as_title(name), channel, technique)
    write_new(root, {f"scenarios/{name}.yml": text})
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
    text = scaffold.assignment(as_id(name), title or as_title(name), quizzes)
    write_new(root, {f"assignments/{name}.yml": text})


@new.command()
@click.argument("name")
@click.option("--module", "page", required=True, help="Its page: lessons/greeting.md")
@click.option("--title", help="What the voice is to do; the module's title if not given.")
@click.pass_obj
def voice(root: Path, name: str, page: str, title: str | None) -> None:
    """Write exercises for the voice: a line to say aloud, what to try, what to listen for."""
    owner = module_named(load(root)[0], page)
    write_new(root, {f"voice/{name}.yml": scaffold.voice(as_id(name), title or owner.title, page)})


@new.command()
@click.argument("name")
@click.option("--module", "page", required=True, help="Its page: lessons/greeting.md")
@click.pass_obj
def session(root: Path, name: str, page: str) -> None:
    """Write the session of a module page that is there, with material to print."""
    library = load(root)[0]
    module_named(library, page)
    taken = next((each for each in library.sessions.values() if each.module == page), None)
    if taken:
        raise click.ClickException(f"{page} has a session: {taken.at().path}")
    write_new(root, {f"sessions/{name}.yml": scaffold.session(as_id(name), page)})
