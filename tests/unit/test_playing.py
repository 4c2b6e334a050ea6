"""The rules of a scenario; test_playing_in_both.py holds the browser's to them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from real import LIBRARY
from unruffled.model.game import A_POINT, NOWHERE, Game, State, graph_of
from unruffled.model.scenario import MOST

VECTORS = json.loads((Path(__file__).parents[1] / "vectors/scenarios.json").read_text("utf-8"))


@st.composite
def graphs(draw: Any) -> dict[str, Any]:
    """Graphs of any form: circles, places nobody comes to, conditions that never hold."""
    nodes = [f"n{number}" for number in range(draw(st.integers(1, 6)))]
    endings = [f"e{number}" for number in range(draw(st.integers(1, 3)))]
    places = st.sampled_from([*nodes, *endings])
    level, step = st.integers(0, MOST), st.integers(-MOST, MOST)
    jump = st.tuples(level, level, places).map(list)
    reply = st.tuples(step, step, step, st.integers(0, 1), st.lists(jump, min_size=1, max_size=3))
    replies = st.lists(reply.map(list), min_size=2, max_size=4)
    return {
        "start": nodes[0],
        "calm": draw(level),
        "trust": draw(level),
        "nodes": {name: draw(replies) for name in nodes},
        "endings": {name: draw(st.sampled_from([0, 2, 6, 8, 10])) for name in endings},
    }


@pytest.mark.parametrize("vector", VECTORS, ids=lambda each: each["about"])
def test_the_vectors_hold(vector: dict[str, Any]) -> None:
    game = Game(vector["graph"])
    assert [list(state) for state in game.states(vector["route"])] == vector["states"]
    assert game.best_route() == vector["best"]


@given(graphs(), st.lists(st.integers(0, 3), max_size=20))
def test_no_reply_leaves_the_scale_or_the_graph(graph: dict[str, Any], route: list[int]) -> None:
    game = Game(graph)
    state = game.start
    for index in route:
        if state.at in game.endings:
            break
        state = game.after(state, index % len(game.nodes[state.at]))
        assert state.at in game.nodes or state.at in game.endings
        assert all(0 <= value <= MOST for value in state[1:])


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_the_best_way_is_worth_what_the_start_is(graph: dict[str, Any]) -> None:
    game = Game(graph)
    if game.worth[game.start[:3]] == NOWHERE:
        return
    route = game.best_route()
    end = game.states(route)[-1]
    broken = sum(
        game.nodes[state.at][index][3]
        for state, index in zip(game.states(route), route, strict=False)
    )
    assert game.worth[game.start[:3]] == game.endings[end.at] * A_POINT - len(route) - 1000 * broken


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_no_way_is_better_than_the_best(graph: dict[str, Any]) -> None:
    game = Game(graph)
    ends = [game.states(route)[-1].at for route in game.routes(100)]
    reached = [game.endings[end] for end in ends if end in game.endings]
    if reached:
        best = game.endings[game.states(game.best_route())[-1].at]
        assert max(reached) <= best


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_the_chance_of_the_best_is_a_chance(graph: dict[str, Any]) -> None:
    game = Game(graph)
    if game.reached & game.endings.keys():
        assert 0 <= game.chance_of_the_best() <= 1 + 1e-9


def test_an_effect_comes_before_the_jump_is_chosen() -> None:
    jumps = [[2, 0, "calm"], [0, 0, "tense"]]
    replies = [[1, 0, 0, 0, jumps], [0, 0, 0, 0, jumps]]
    graph = {
        "start": "a",
        "calm": 1,
        "trust": 0,
        "nodes": {"a": replies},
        "endings": {"calm": 10, "tense": 0},
    }
    game = Game(graph)
    assert game.after(game.start, 0).at == "calm"
    assert game.after(game.start, 1).at == "tense"


def test_who_is_kept_waiting_is_less_calm_and_stays_where_they_are() -> None:
    game = Game(VECTORS[0]["graph"])
    assert game.waited(State("x", 2, 1, 1)) == State("x", 1, 1, 1)
    assert game.waited(State("x", 0, 1, 1)) == State("x", 0, 1, 1)


def test_of_many_routes_the_same_are_drawn_each_time() -> None:
    scenario = LIBRARY.scenarios["third-contact"]
    game = Game(graph_of(scenario))
    assert len(game.routes(100)) == 100
    assert game.routes(100) == game.routes(100)
    every = game.routes(1_000_000)
    assert len({tuple(route) for route in every}) == len(every)


def test_another_wording_is_the_same_scenario_and_another_effect_is_not() -> None:
    scenario = LIBRARY.scenarios["late-parcel"]
    renamed, calmer = (
        type(scenario).model_validate(scenario.model_dump(exclude={"origin"}) | values)
        for values in ({"title": "Another"}, {"calm": 3})
    )
    assert renamed.rev == scenario.rev
    assert calmer.rev != scenario.rev
