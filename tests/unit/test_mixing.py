"""The order of replies: mixed by the ids, the same on every page and in the terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from unruffled.cli import main
from unruffled.model.mixing import mixed
from unruffled.model.scenario import Node, Scenario
from unruffled.project import inspect
from unruffled.rendering import Renderer

FILE = "scenarios/late.yml"


def late(small: Path) -> Scenario:
    return inspect(small)[0].scenarios["late"]


def nodes(count: int) -> list[Node]:
    replies = [{"say": say, "feedback": "It helps.", "next": "end"} for say in "abc"]
    made = [{"id": f"n{number}", "customer": "So?", "replies": replies} for number in range(count)]
    return [Node.model_validate(each) for each in made]


def page(small: Path, path: str) -> str:
    library, problems = inspect(small)
    lines = library.generated[path].split("\n")
    return "\n".join(Renderer(library, problems).page(path, lines, str))


def typed(small: Path, *arguments: str, keys: str = "q\n") -> str:
    return CliRunner().invoke(main, ["--root", str(small), "play", *arguments], input=keys).output


def moved(small: Path) -> Node:
    """A node whose replies are shown the other way round."""
    scenario = late(small)
    return next(each for each in scenario.nodes if mixed(scenario, each) == [1, 0])


def test_no_place_of_the_file_is_shown_at_one_place_more_than_at_others(small: Path) -> None:
    scenario = late(small)
    orders = [mixed(scenario, each) for each in nodes(600)]
    for shown in range(3):
        shares = [sum(order[shown] == place for order in orders) / 600 for place in range(3)]
        assert all(0.27 < share < 0.4 for share in shares), shares


def test_another_wording_moves_nothing(small: Path) -> None:
    before = [mixed(late(small), each) for each in late(small).nodes]
    text = (small / FILE).read_text("utf-8")
    (small / FILE).write_text(text.replace("I can read.", "I can read it."), "utf-8")
    assert [mixed(late(small), each) for each in late(small).nodes] == before


def test_an_author_can_keep_the_order_of_the_file(small: Path) -> None:
    name = moved(small).id
    text = (small / FILE).read_text("utf-8")
    (small / FILE).write_text(
        text.replace(f"- id: {name}", f"- order: fixed\n    id: {name}"), "utf-8"
    )
    scenario = late(small)
    assert mixed(scenario, scenario.node_by_id[name]) == [0, 1]
    html = page(small, "practice/late.md")
    assert re.findall(r'<section id="node\.([^"]+)"[^>]* data-fixed>', html) == [name]


@pytest.mark.parametrize("path", ["practice/late.md", "practice/maps/late.md"])
def test_a_page_shows_the_replies_in_the_mixed_order(small: Path, path: str) -> None:
    node = moved(small)
    html = page(small, path)
    shown = html[html.index(f'id="node.{node.id}"') :]
    assert shown.index(node.replies[1].say) < shown.index(node.replies[0].say)


def test_the_addresses_of_replies_count_as_the_file_does(small: Path) -> None:
    node = moved(small)
    html = page(small, "practice/late.md")
    links = re.findall(rf'<a href="#reply\.{node.id}\.(\d)">([^<]+)</a>', html)
    assert links == [("2", node.replies[1].say), ("1", node.replies[0].say)]
    for number, reply in enumerate(node.replies, 1):
        assert re.search(rf'id="reply\.{node.id}\.{number}".*\n.*{reply.say}', html)


def test_the_terminal_counts_as_it_shows(small: Path) -> None:
    scenario = late(small)
    orders = {each.id: mixed(scenario, each) for each in scenario.nodes}
    numbers = [orders[name].index(0) + 1 for name in ("opening", "heard")]
    said = [scenario.node_by_id[name].replies[0].say for name in ("opening", "heard")]
    best = ",".join(map(str, numbers))
    for output in (
        typed(small, "late", keys="".join(f"{each}\n" for each in numbers)),
        typed(small, "late", "--route", best),
    ):
        assert [f"You: {each}" in output for each in said] == [True, True]
        assert f"Your way: {best}   The best way: {best}" in output
