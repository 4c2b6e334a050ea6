"""Ways to play a conversation by what its replies look like, and how far each of them comes.

`python tests/content/looks.py [ID …]` prints it, for all conversations together and for each: how
often a way to pick is right by what the author says and by the rules, and which games it wins.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "hooks")]

import guesses

from unruffled.model.game import Game, State, graph_of
from unruffled.model.scenario import Node, Scenario

Rank = Callable[[Node, int], float]
Right = Callable[[Scenario, Node], set[int]]


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'’-]+", text.casefold())


def _sentences(text: str) -> int:
    return len(re.findall(r"[.!?…]+(?=\W|$)", text))


def _shared(node: Node, index: int, letters: int) -> int:
    said, heard = set(_words(node.replies[index].say)), set(_words(node.customer))
    return len({word for word in said & heard if len(word) >= letters})


def _of_words(rank: Callable[[str], float]) -> Rank:
    return lambda node, index: rank(node.replies[index].say)


LOOKS: dict[str, Rank] = {
    "most sentences": _of_words(_sentences),
    "most words": _of_words(lambda say: len(_words(say))),
    "fewest words": _of_words(lambda say: -len(_words(say))),
    "first": lambda _, index: -index,
    "last": lambda _, index: index,
    "politest": _of_words(lambda say: len(guesses.COURTESIES.findall(say))),
    "most questions": _of_words(lambda say: say.count("?")),
    "echo": lambda node, index: _shared(node, index, 4),
    "echo of any word": lambda node, index: _shared(node, index, 1),
}


def used(_: Scenario, node: Node) -> set[int]:
    """Return the replies that their author calls right."""
    return {index for index, reply in enumerate(node.replies) if reply.uses}


def best(scenario: Scenario, node: Node) -> set[int]:
    """Return the replies that are best by the rules, in any state in which one can come here."""
    game, found = Game(graph_of(scenario)), set()
    for at, calm, trust in game.worth:
        if at == node.id:
            values = [game.value(State(at, calm, trust), each) for each in range(len(node.replies))]
            found |= {index for index, value in enumerate(values) if value == max(values)}
    return found


class Turn(NamedTuple):
    """A node, and which of its replies are right."""

    node: Node
    right: set[int]

    def picked(self, rank: Rank) -> list[int]:
        """Return the replies with the highest rank, in the author's order."""
        ranks = [rank(self.node, index) for index in range(len(self.node.replies))]
        return [index for index, each in enumerate(ranks) if each == max(ranks)]


def turns(scenarios: Iterable[Scenario], right: Right) -> list[Turn]:
    """Return every node of the conversations."""
    return [Turn(node, right(each, node)) for each in scenarios for node in each.nodes]


def chance(every: list[Turn]) -> float:
    """Return how often a reply drawn by lot is right."""
    return sum(len(each.right) / len(each.node.replies) for each in every) / len(every)


def share(every: list[Turn], rank: Rank) -> float:
    """Return how often a reply picked by its looks is right.

    Of equals one is drawn, or the first taken, or the last: what comes furthest counts.
    """
    drawn = first = last = 0.0
    for each in every:
        picked = each.picked(rank)
        drawn += sum(index in each.right for index in picked) / len(picked)
        first += picked[0] in each.right
        last += picked[-1] in each.right
    return max(drawn, first, last) / len(every)


def wins(scenario: Scenario, rank: Rank) -> bool:
    """Whether looks alone come to the best ending: of equals the first is taken, or the last."""
    game = Game(graph_of(scenario))
    most = max(game.endings.values())
    return any(game.endings.get(_end(game, scenario, rank, at)) == most for at in (0, -1))


def _end(game: Game, scenario: Scenario, rank: Rank, of_equals: int) -> str:
    state = game.start
    for _ in range(100):
        if state.at in game.endings:
            break
        turn = Turn(scenario.node_by_id[state.at], set())
        state = game.after(state, turn.picked(rank)[of_equals])
    return state.at


def _lines(scenarios: list[Scenario]) -> Iterator[str]:
    by_author, by_rules = turns(scenarios, used), turns(scenarios, best)
    yield f"{len(by_author)} nodes: right by the author, by the rules, games won"
    yield f"  {'chance':<18}{chance(by_author):7.1%}{chance(by_rules):8.1%}"
    for name, rank in LOOKS.items():
        won = [each.id for each in scenarios if wins(each, rank)]
        shares = f"{share(by_author, rank):7.1%}{share(by_rules, rank):8.1%}"
        yield f"  {name:<18}{shares}  {len(won)} {' '.join(won)}".rstrip()


def _main(names: list[str]) -> None:
    from real import LIBRARY

    scenarios = [LIBRARY.scenarios[name] for name in names or LIBRARY.scenarios]
    for some in [scenarios, *([each] for each in scenarios if len(scenarios) > 1)]:
        print("all" if len(some) > 1 else some[0].id, end=": ")
        print("\n".join(_lines(some)))


if __name__ == "__main__":
    _main(sys.argv[1:])
