"""The rules of a scenario: what a reply does, where a conversation can go, which way is best.

`browser/core/scenario.js` has the same rules for the browser; both read the same graph, and tests
hold them together.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cached_property
from heapq import heapify, heappop, heappush
from typing import Any, NamedTuple

from .scenario import MOST, OUTCOME_POINTS, Scenario

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

Key = tuple[str, int, int]
"""A state without its resolution: no jump depends on that."""


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
    names = [each.id for each in scenario.places]
    jumps = {jump.go for node in scenario.nodes for each in node.replies for jump in each.next}
    unique = len(set(names)) == len(names)
    return unique and jumps <= set(names) and scenario.start in scenario.node_by_id


def is_playable(scenario: Scenario) -> bool:
    """Whether it can be played to an end."""
    if not is_connected(scenario):
        return False
    game = Game(graph_of(scenario))
    return game.worth[game.start[:3]] > NOWHERE


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
    def _moves(self) -> tuple[list[Key], list[list[int]]]:
        """The states that can be reached, in the order in which they are found; where each goes.

        Written out, for speed: a long conversation has ten thousand states.
        """
        start = self.start[:3]
        numbers, keys, moves = {start: 0}, [start], []
        for at, calm, trust in keys:  # grows on the way
            following = []
            for more_calm, more_trust, _, _, jumps in self.nodes.get(at, ()):
                c, t = min(MOST, max(0, calm + more_calm)), min(MOST, max(0, trust + more_trust))
                for least_calm, least_trust, go in jumps:  # noqa: B007  the last one if none holds
                    if c >= least_calm and t >= least_trust:
                        break
                key = (go, c, t)
                if key not in numbers:
                    numbers[key] = len(keys)
                    keys.append(key)
                following.append(numbers[key])
            moves.append(following)
        return keys, moves

    @cached_property
    def reached(self) -> frozenset[str]:
        """The nodes and endings that can be come to."""
        return frozenset(at for at, _, _ in self._moves[0])

    @cached_property
    def worth(self) -> dict[Key, int]:
        """What each state that can be reached is worth: see ``A_POINT`` and ``A_BREAK``.

        From the endings back, the best first (Dijkstra 1959). A turn costs something, so that going
        in circles is never better.
        """
        keys, moves = self._moves
        before: list[list[tuple[int, int]]] = [[] for _ in keys]
        for number, following in enumerate(moves):
            replies = self.nodes.get(keys[number][0], ())
            for reply, after in zip(replies, following, strict=True):
                before[after].append((number, 1 + A_BREAK * reply[3]))
        worth = [NOWHERE] * len(keys)
        waiting = [
            (-self.endings[key[0]] * A_POINT, number)
            for number, key in enumerate(keys)
            if key[0] in self.endings
        ]
        heapify(waiting)
        while waiting:
            value, number = heappop(waiting)
            if worth[number] > NOWHERE:
                continue
            worth[number] = -value
            for earlier, cost in before[number]:
                if worth[earlier] == NOWHERE:
                    heappush(waiting, (value + cost, earlier))
        return dict(zip(keys, worth, strict=True))

    def value(self, state: State, index: int) -> int:
        """Return what the reply ``index`` is worth: what follows, less what it costs."""
        cost: int = 1 + A_BREAK * self.nodes[state.at][index][3]
        return self.worth[self.after(state, index)[:3]] - cost

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
        """Return the replies of the best way from the start; from there an end must be reached."""
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

    def chance_of_the_best(self, most: int = 50_000) -> float:
        """Return how likely replies drawn by lot come to an ending as good as the best.

        Every state is followed in the share of conversations that come to it. After ``most`` steps
        that ends, and what was found is the least that it can be: so it goes with long ones only.
        """
        keys, moves = self._moves
        points = [self.endings.get(at) for at, _, _ in keys]
        best = max(each for each in points if each is not None)
        shares, won = {0: 1.0}, 0.0
        while shares and most > 0:
            later: dict[int, float] = {}
            for number, share in shares.items():
                following = moves[number]
                most -= len(following)
                for after in following:
                    later[after] = later.get(after, 0.0) + share / len(following)
            won += sum(share for number, share in later.items() if points[number] == best)
            shares = {
                number: share for number, share in later.items() if moves[number] and share > 1e-9
            }
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
