"""Rules for scenarios: every conversation goes somewhere, and the craft is what wins it."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.game import A_BREAK, A_POINT, NOWHERE, Game, graph_of, is_connected
from ..model.library import Library
from ..model.scenario import OUTCOME_POINTS, Reply, Scenario
from ..problems import nearest
from .ids import repeated, unlike_file
from .registry import Finding, once, rule

USUALLY = 0.5
"""How likely a walk by lot may be to end as well as the best."""


def _replies(library: Library) -> Iterator[tuple[Scenario, Reply]]:
    for scenario in library.scenarios.values():
        yield from ((scenario, reply) for node in scenario.nodes for reply in node.replies)


@rule(
    "SC101",
    meaning="A scenario's id differs from its file name.",
    cure="Give the id and the file the same name: it is the scenario's address.",
)
def id_is_the_file_name(library: Library) -> Iterator[Finding]:
    """A scenario is addressed by its id and found by its file."""
    yield from unlike_file(dict(library.scenarios), "scenario")


@rule(
    "SC102",
    meaning="Two nodes or endings of a scenario share an id.",
    cure="Give each an id of its own: jumps name them.",
)
def places_have_names_of_their_own(library: Library) -> Iterator[Finding]:
    """A jump must mean one place."""
    for scenario in library.scenarios.values():
        yield from repeated((*scenario.nodes, *scenario.endings), "node or ending")


@rule(
    "SC103",
    meaning="A jump names a node or ending that the scenario does not have.",
    cure="Use the id of a node or an ending of this file, letter by letter.",
)
def jumps_lead_somewhere(library: Library) -> Iterator[Finding]:
    """A conversation that stops in the middle teaches nothing."""
    for scenario in library.scenarios.values():
        known = [*scenario.node_by_id, *scenario.ending_by_id]
        if library.is_partial(scenario) or len(set(known)) < len(_names(scenario)):
            continue
        if scenario.start not in scenario.node_by_id:
            cause = f'there is no node "{scenario.start}": {nearest(scenario.start, known)}'
            yield Finding(scenario.at("start"), cause)
        for node in scenario.nodes:
            for reply in node.replies:
                for jump in reply.next:
                    if jump.go not in known:
                        cause = f'there is no node or ending "{jump.go}": {nearest(jump.go, known)}'
                        place = jump.at("go") if jump.origin else reply.at("next")
                        yield Finding(place, cause)


def _names(scenario: Scenario) -> list[str]:
    return [each.id for each in scenario.places]


@rule(
    "SC104",
    meaning="A list of jumps has no jump, or not only one at its end, that is always taken.",
    cure="End the list with a jump without `calm` and `trust`: `- go: the-id`.",
)
def one_jump_is_always_taken(library: Library) -> Iterator[Finding]:
    """After a list of conditions there must be a way for all other cases, and nothing after it."""
    for _, reply in _replies(library):
        *before, last = reply.next
        if not last.always:
            cause = "the last jump has a condition: where it does not hold, nothing follows"
            yield Finding(reply.at("next"), cause)
        for jump in before:
            if jump.always:
                yield Finding(jump.at("go"), "this jump is always taken: those below it never are")


@rule(
    "SC105",
    meaning="A reply does not use or break exactly one technique of vocabulary.yml.",
    cure="Give it `uses` or `breaks` with the id of a technique, or add the technique there.",
)
def replies_use_or_break_a_technique(library: Library) -> Iterator[Finding]:
    """What a reply shows must be one thing that a learner can look up."""
    known = {each.id for each in library.vocabulary.techniques}
    for scenario, reply in _replies(library):
        if bool(reply.uses) == bool(reply.breaks):
            both = "both `uses` and `breaks`" if reply.uses else "neither `uses` nor `breaks`"
            if not library.is_partial(scenario):
                yield Finding(reply.at("say"), f"the reply has {both}")
            continue
        key = "uses" if reply.uses else "breaks"
        if reply.technique not in known and "vocabulary.yml" not in library.partial:
            cause = f'vocabulary.yml has no technique "{reply.technique}"'
            yield Finding(reply.at(key), f"{cause}: {nearest(reply.technique, known)}")


@rule(
    "SC106",
    meaning="Two replies of a node say the same.",
    cure="Rewrite one of them, or remove it.",
)
def replies_of_a_node_differ(library: Library) -> Iterator[Finding]:
    """Two replies that say the same are no choice."""
    for scenario in library.scenarios.values():
        for node in scenario.nodes:
            seen: dict[str, Reply] = {}
            for reply in node.replies:
                said = " ".join(reply.say.casefold().split())
                if said in seen:
                    line = seen[said].at("say").line
                    yield Finding(reply.at("say"), f"line {line} says the same")
                seen.setdefault(said, reply)


@once
def _games(library: Library) -> list[tuple[Scenario, Game]]:
    """The scenarios that can be played: whole, and with no jump into nothing."""
    return [
        (scenario, Game(graph_of(scenario)))
        for scenario in library.scenarios.values()
        if is_connected(scenario) and not library.is_partial(scenario)
    ]


@rule(
    "SC107",
    meaning="A node or an ending can never be reached.",
    cure="Lead a reply to it; ask less calm or trust of the jump that does; or remove it.",
)
def every_place_can_be_reached(library: Library) -> Iterator[Finding]:
    """What nobody can come to was written for nothing."""
    for scenario, game in _games(library):
        for node in scenario.nodes:
            if node.id not in game.reached:
                yield Finding(node.at("id"), f'no reply leads to the node "{node.id}"')
        for ending in scenario.endings:
            if ending.id not in game.reached:
                yield Finding(ending.at("id"), f'no way leads to the ending "{ending.id}"')


@rule(
    "SC108",
    meaning="From a node no ending can be reached.",
    cure="Give one of the replies there, or of those it leads to, a way out.",
)
def every_conversation_can_end(library: Library) -> Iterator[Finding]:
    """A circle without a way out holds a learner for ever."""
    for scenario, game in _games(library):
        stuck = {at for (at, _, _), worth in game.worth.items() if worth == NOWHERE}
        for node in scenario.nodes:
            if node.id in stuck:
                yield Finding(node.at("id"), f'from the node "{node.id}" no ending can be reached')


@rule(
    "SC109",
    meaning="The best ending is only reached with a broken technique.",
    cure="Mend the jumps or the effects: good replies must be enough for it.",
)
def craft_leads_to_the_best_ending(library: Library) -> Iterator[Finding]:
    """If the best ending asks for a broken technique, the scenario teaches to break it."""
    for scenario, game in _games(library):
        best = max(OUTCOME_POINTS[each.outcome] for each in scenario.endings)
        lost = best * A_POINT - game.worth[game.start[:3]]
        # More is lost where the best ending cannot be reached at all: SC107 says that.
        if A_BREAK <= lost < A_POINT // 2:
            yield Finding(scenario.at("start"), "every way to the best ending breaks a technique")


@rule(
    "SC110",
    meaning="Replies drawn by lot reach the best ending more often than not.",
    cure="Let poor replies lead elsewhere, or ask for calm or trust on the way to it.",
)
def luck_does_not_win(library: Library) -> Iterator[Finding]:
    """Where any reply will do, nothing is learnt by choosing."""
    for scenario, game in _games(library):
        if all(worth == NOWHERE for worth in game.worth.values()):
            continue
        chance = game.chance_of_the_best()
        if chance > USUALLY:
            cause = f"replies drawn by lot come to the best ending {chance:.0%} of the time"
            yield Finding(scenario.at("start"), cause)
