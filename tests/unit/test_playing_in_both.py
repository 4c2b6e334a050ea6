"""The rules of a conversation are the same in Python and in the browser, route by route."""

from __future__ import annotations

import random
from typing import Any

import pytest

from node import evaluate
from real import LIBRARY
from unruffled.model.game import NOWHERE, Game, graph_of

GAMES = {name: Game(graph_of(scenario)) for name, scenario in LIBRARY.scenarios.items()}
PLAY = """
const { Game } = await load("core/scenario.js");
return value.map(({ graph, routes, reviewed }) => {
  const game = new Game(graph);
  return {
    states: routes.map((route) => game.states(route).map(({ at, calm, trust, resolution }) =>
      [at, calm, trust, resolution])),
    reviews: reviewed.map((route) => game.review(route)),
  };
});
"""


def played(
    graph: dict[str, Any], routes: list[list[int]], reviewed: list[list[int]]
) -> dict[str, Any]:
    """Return what the browser's rules are to play."""
    return {"graph": graph, "routes": routes, "reviewed": reviewed}


def states_of(game: Game, routes: list[list[int]]) -> list[list[list[Any]]]:
    return [[list(state) for state in game.states(route)] for route in routes]


@pytest.fixture(scope="module")
def both() -> dict[str, tuple[list[list[int]], list[list[int]], dict[str, Any]]]:
    """Of each conversation all routes, some of them, and what the browser makes of both."""
    asked = []
    for name, game in GAMES.items():
        routes = game.routes()
        some = random.Random(1).sample(routes, 20)
        asked.append((name, routes, some, played(graph_of(LIBRARY.scenarios[name]), routes, some)))
    found = evaluate(PLAY, [each for *_, each in asked])
    return {
        name: (routes, some, theirs)
        for (name, routes, some, _), theirs in zip(asked, found, strict=True)
    }


@pytest.mark.parametrize("name", GAMES)
def test_every_route_comes_to_the_same_states_and_ending(both, name):
    routes, _, theirs = both[name]
    assert len(routes) > 30
    ours = states_of(GAMES[name], routes)
    assert [
        route for route, one, two in zip(routes, ours, theirs["states"], strict=True) if one != two
    ] == []


@pytest.mark.parametrize("name", GAMES)
def test_the_best_reply_of_every_turn_is_the_same(both, name):
    game = GAMES[name]
    _, some, theirs = both[name]
    for route, looked in zip(some, theirs["reviews"], strict=True):
        states = game.states(route)[:-1]
        assert [turn["best"] for turn in looked["turns"]] == [game.best(each) for each in states]


def odd_graph(chance: random.Random) -> dict[str, Any]:
    """A graph with circles, conditions that never hold and effects beyond the scale."""
    names = [f"n{number}" for number in range(chance.randint(1, 6))]
    ends = ["e0", "e1"]

    def reply() -> list[Any]:
        steps = [chance.randint(-4, 4) for _ in range(3)]
        jumps = [
            [chance.randint(0, 4), chance.randint(0, 4), chance.choice([*names, *ends])]
            for _ in range(chance.randint(1, 3))
        ]
        return [*steps, chance.randint(0, 1), jumps]

    return {
        "start": "n0",
        "calm": chance.randint(0, 4),
        "trust": chance.randint(0, 4),
        "nodes": {name: [reply() for _ in range(chance.randint(2, 4))] for name in names},
        "endings": {"e0": 10, "e1": chance.choice([0, 6, 10])},
    }


def test_odd_graphs_come_to_the_same_states_and_the_same_best_way():
    chance = random.Random(6)
    asked = []
    for _ in range(150):
        graph = odd_graph(chance)
        game = Game(graph)
        routes = [route for route in game.routes(200) if len(route) < 200]
        ends = game.worth[game.start[:3]] > NOWHERE
        asked.append((game, played(graph, routes, routes[:1] if ends else [])))
    looked_at = 0
    for (game, given), found in zip(
        asked, evaluate(PLAY, [each for _, each in asked]), strict=True
    ):
        assert found["states"] == states_of(game, given["routes"]), given["graph"]
        for review in found["reviews"]:
            assert review["best"] == game.best_route(), given["graph"]
            looked_at += 1
    assert looked_at > 50
