"""The rules of a scenario: what a reply does, where a conversation can go, which way is best.

`docs/assets/js/core/scenario.js` has the same rules for the browser; both read the same graph,
and tests hold them together.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from .model.scenario import MOST, OUTCOME_POINTS, Scenario

A_POINT = 1_000_000
A_BREAK = 1_000
"""In ``Game.worth`` an ending counts before techniques, and these before the number of turns."""

NOWHERE = -(10**12)
"""What a state is worth from which no ending can be reached."""


class State(NamedTuple):
    """Where a conversation is: at a node or an ending, and how the customer is (0 to ``MOST``)."""

    at: str
    calm: int
    trust: int
    resolution: int = 0


Graph = dict[str, Any]


def graph_of(scenario: Scenario) -> Graph:
    """Return what decides how a scenario goes, as plain data for the rules here and in the browser.

    A node is a list of replies, each `[calm, trust, resolution, broken, [[calm, trust, go], …]]`;
    an ending is a number of points.
    """
    return {
        "start": scenario.start,
        "calm": scenario.calm,
        "trust": scenario.trust,
        "nodes": {
            node.id: [
                [
                    *(reply.effect.calm, reply.effect.trust, reply.effect.resolution),
                    int(bool(reply.breaks) and not reply.uses),
                    [[jump.calm, jump.trust, jump.go] for jump in reply.next],
                ]
                for reply in node.replies
            ]
            for node in scenario.nodes
        },
        "endings": {each.id: OUTCOME_POINTS[each.outcome] for each in scenario.endings},
    }


def is_connected(scenario: Scenario) -> bool:
    """Whether every place has a name of its own, and every jump leads to one."""
    names = [each.id for each in (*scenario.nodes, *scenario.endings)]
    jumps = {jump.go for node in scenario.nodes for each in node.replies for jump in each.next}
    unique = len(set(names)) == len(names)
    return unique and jumps <= set(names) and scenario.start in scenario.node_by_id


def is_playable(scenario: Scenario) -> bool:
    """Whether it can be played to an end."""
    if not is_connected(scenario):
        return False
    game = Game(graph_of(scenario))
    return game.worth[game.start] > NOWHERE


def _step(value: int, change: int) -> int:
    return min(MOST, max(0, value + change))


class Game:
    """A graph with the rules. Every name that a jump of it leads to must be there."""

    def __init__(self, graph: Graph) -> None:
        self.nodes: dict[str, list[Any]] = graph["nodes"]
        self.endings: dict[str, int] = graph["endings"]
        self.start = State(graph["start"], graph["calm"], graph["trust"])

    def after(self, state: State, index: int) -> State:
        """Return the state after the reply ``index`` (from 0) of the node.

        The effect comes first; the jump is chosen by what the customer is then. Where no jump's
        conditions hold, the last one is taken.
        """
        at, calm, trust, resolution = state
        more_calm, more_trust, more_resolution, _, jumps = self.nodes[at][index]
        calm, trust = _step(calm, more_calm), _step(trust, more_trust)
        go = next((go for c, t, go in jumps if calm >= c and trust >= t), jumps[-1][2])
        return State(go, calm, trust, _step(resolution, more_resolution))

    def waited(self, state: State) -> State:
        """Return the state when an agent has kept a customer waiting: one step less calm."""
        return state._replace(calm=_step(state.calm, -1))

    @cached_property
    def moves(self) -> dict[State, list[State]]:
        """Where each state can go that can be reached, in the order in which they are found.

        Resolution is left at 0: no jump depends on it.
        """
        found: dict[State, list[State]] = {}
        new = [self.start]
        while new:
            later = []
            for state in new:
                if state in found:
                    continue
                replies = range(len(self.nodes.get(state.at, ())))
                found[state] = [self.after(state, each)._replace(resolution=0) for each in replies]
                later += found[state]
            new = later
        return found

    @cached_property
    def worth(self) -> dict[State, int]:
        """What each state is worth: its best ending, then few breaks on the way, then few turns.

        Values are taken over from where the replies lead until nothing changes. A turn costs
        something, so that going in circles is never better.
        """
        worth = {
            state: self.endings[state.at] * A_POINT if state.at in self.endings else NOWHERE
            for state in self.moves
        }
        back = list(reversed(self.moves.items()))
        changed = True
        while changed:
            changed = False
            for state, following in back:
                for reply, after in enumerate(following):
                    value = worth[after] - 1 - A_BREAK * self.nodes[state.at][reply][3]
                    if value > worth[state] and worth[after] > NOWHERE:
                        worth[state] = value
                        changed = True
        return worth

    def value(self, state: State, index: int) -> int:
        """Return what the reply ``index`` is worth: what follows, less what it costs."""
        after = self.after(state, index)._replace(resolution=0)
        return self.worth[after] - 1 - A_BREAK * self.nodes[state.at][index][3]

    def best(self, state: State) -> int:
        """Return the best reply; of several, the one that does the customer most good, the first.

        ``state`` must be one that can be reached.
        """
        replies = self.nodes[state.at]
        return max(
            range(len(replies)),
            key=lambda each: (self.value(state, each), sum(replies[each][:3]), -each),
        )

    def best_route(self) -> list[int]:
        """Return the replies of the best way from the start; NOWHERE must not be its worth."""
        route, state = [], self.start
        while state.at in self.nodes:
            route.append(self.best(state))
            state = self.after(state, route[-1])
        return route

    def states(self, route: list[int]) -> list[State]:
        """Return the states of a route, the start first."""
        found = [self.start]
        for each in route:
            found.append(self.after(found[-1], each))
        return found

    def chance_of_the_best(self, turns: int = 200) -> float:
        """Return how likely replies drawn by lot come to an ending as good as the best."""
        most = max(self.endings[each.at] for each in self.moves if each.at in self.endings)
        mass, won = {self.start: 1.0}, 0.0
        for _ in range(turns):
            later: dict[State, float] = {}
            for state, chance in mass.items():
                following = self.moves[state]
                for after in following:
                    later[after] = later.get(after, 0.0) + chance / len(following)
            won += sum(
                chance for state, chance in later.items() if self.endings.get(state.at) == most
            )
            mass = {
                state: chance
                for state, chance in later.items()
                if state.at in self.nodes and chance > 1e-6
            }
            if not mass:
                break
        return won

    def routes(self, most: int = 20_000) -> list[list[int]]:
        """Return every route to an ending that comes to no state twice, if there are few enough.

        Else ``most`` that are drawn by lot, always the same.
        """
        found = []
        for steps, route in enumerate(self._all_routes()):
            if route is not None:
                found.append(route)
            # In a graph of circles there are more ways around than anybody could try.
            if len(found) > most or steps > 20 * most:
                chance = random.Random(most)
                return [self._drawn(chance) for _ in range(most)]
        return found

    def _all_routes(self) -> Iterator[list[int] | None]:
        """Yield every route, and None at every step on the way to one."""
        waiting: list[tuple[list[int], list[State]]] = [([], [self.start])]
        while waiting:
            route, states = waiting.pop()
            if states[-1].at in self.endings:
                yield route
                continue
            yield None
            for index in reversed(range(len(self.nodes[states[-1].at]))):
                after = self.after(states[-1], index)
                if after not in states:
                    waiting.append(([*route, index], [*states, after]))

    def _drawn(self, chance: random.Random, turns: int = 200) -> list[int]:
        route: list[int] = []
        state = self.start
        while state.at in self.nodes and len(route) < turns:
            route.append(chance.randrange(len(self.nodes[state.at])))
            state = self.after(state, route[-1])
        return route
