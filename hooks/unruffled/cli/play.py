"""`unruffled play`: a scenario in the terminal, with the rules of the page."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill

import click

from ..model.game import Game, State, graph_of, is_playable
from ..model.library import Library
from ..model.mixing import mixed
from ..model.scenario import HARD, WORDS, Node, Scenario
from ..project import load
from ..text.inline import inline

WIDTH = 78


@click.command()
@click.argument("name", required=False)
@click.option("--route", help="Replies to give at once, such as 2,1,3; then it goes on from there.")
@click.pass_obj
def play(root: Path, name: str | None, route: str | None) -> None:
    """Play a scenario: NAME is its id. Without a name, list what there is.

    Type the number of a reply; b takes the last one back, q ends it.
    """
    library, _ = load(root)
    if name is None:
        for each in library.scenarios.values():
            click.echo(f"{each.id:<24}{each.title}")
        return
    scenario = _scenario(library, name)
    game = Game(graph_of(scenario))
    given = _route(route, scenario, game)
    click.echo(f"\n{scenario.title}\n\n{_wrapped(scenario.setting)}\n")
    if scenario.hard and not given:
        _ask()
    given = _conversation(scenario, game, given)
    _debrief(scenario, game, given)


def _scenario(library: Library, name: str) -> Scenario:
    """Return the scenario ``name`` if it can be played, or say why not."""
    file = library.file_of("scenarios", name)
    found = library.scenarios.get(name)
    if found is None and file not in library.partial:
        known = ", ".join(sorted(library.scenarios))
        raise click.ClickException(f'there is no scenario "{name}". There are: {known}')
    if found is None or file in library.partial or not is_playable(found):
        raise click.ClickException(f"{file} has faults; mend them first: `unruffled check`")
    return found


def _ask() -> None:
    """Begin a hard conversation only with whoever wants to."""
    click.echo(_wrapped(HARD))
    typed = click.prompt("\nReturn begins, q leaves it out", default="", show_default=False)
    if typed.strip().lower() == "q":
        raise click.exceptions.Exit(0)


def _route(route: str | None, scenario: Scenario, game: Game) -> list[int]:
    """Return a route as it is typed: by the numbers that are shown."""
    given: list[int] = []
    state = game.start
    for each in filter(None, (route or "").split(",")):
        replies = game.nodes.get(state.at, [])
        if not each.strip().isdigit() or not 1 <= int(each) <= len(replies):
            raise click.ClickException(
                f'the route names the reply "{each.strip()}" where there are {len(replies)}'
            )
        given.append(mixed(scenario, scenario.node_by_id[state.at])[int(each) - 1])
        state = game.after(state, given[-1])
    return given


def _conversation(scenario: Scenario, game: Game, given: list[int]) -> list[int]:
    """Ask for replies until an ending is reached; return the route."""
    for state, index in zip(game.states(given), given, strict=False):
        node = scenario.node_by_id[state.at]
        _say(scenario, node, state)
        _tell(node, index)
    while (state := game.states(given)[-1]).at in scenario.node_by_id:
        node = scenario.node_by_id[state.at]
        _say(scenario, node, state)
        order = mixed(scenario, node)
        for number, index in enumerate(order, 1):
            click.echo(_wrapped(node.replies[index].say, f"  {number}  "))
        choice = _choice(len(node.replies), back=bool(given))
        if choice is None:
            given = given[:-1]
            continue
        _tell(node, order[choice])
        given = [*given, order[choice]]
    return given


def _choice(count: int, *, back: bool) -> int | None:
    """Return the chosen reply, from 0; None to take the last one back. Ends the program on q."""
    while True:
        typed = click.prompt("\nYour reply", prompt_suffix=": ").strip().lower()
        if typed == "q":
            raise click.exceptions.Exit(0)
        if typed == "b" and back:
            return None
        if typed.isdigit() and 1 <= int(typed) <= count:
            return int(typed) - 1
        click.echo(f"Type a number from 1 to {count}, b to take the last reply back, q to end.")


def _say(scenario: Scenario, node: Node, state: State) -> None:
    values = {"calm": state.calm, "trust": state.trust, "resolution": state.resolution}
    words = ", ".join(f"{name} {WORDS[name][value]}" for name, value in values.items())
    click.echo(f"[{words}]")
    click.echo(_wrapped(node.customer, f"{scenario.customer.name}: "))
    if node.cues:
        click.echo(_wrapped("; ".join(node.cues), "  ("))


def _tell(node: Node, index: int) -> None:
    reply = node.replies[index]
    click.echo(_wrapped(reply.say, "\nYou: "))
    click.echo(_wrapped(reply.feedback, "  -> ") + "\n")


def _debrief(scenario: Scenario, game: Game, given: list[int]) -> None:
    states = game.states(given)
    ending = scenario.ending_by_id[states[-1].at]
    click.echo(f"\n{ending.outcome.label}: {ending.title}")
    click.echo(f"{_wrapped(ending.text)}\n{_wrapped(ending.debrief)}\n")
    said, best = (_numbers(scenario, game, route) for route in (given, game.best_route()))
    click.echo(f"Your way: {said}   The best way: {best}")


def _numbers(scenario: Scenario, game: Game, route: list[int]) -> str:
    """Return a route by the numbers that are shown."""
    nodes = [scenario.node_by_id[each.at] for each in game.states(route)[:-1]]
    numbers = [
        mixed(scenario, node).index(said) + 1 for node, said in zip(nodes, route, strict=True)
    ]
    return ",".join(str(each) for each in numbers)


def _wrapped(text: str, before: str = "") -> str:
    plain = inline(text).striptags()
    close = ")" if before.endswith("(") else ""
    return fill(f"{before}{plain}{close}", WIDTH, subsequent_indent="  ", replace_whitespace=False)
