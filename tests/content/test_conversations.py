"""The conversations: those that the course needs, and won by craft, not by looks."""

from __future__ import annotations

import re
from typing import Any

import looks
import prose
import pytest
import textstat

from real import LIBRARY
from unruffled.blocks.scenario.view import practised
from unruffled.model.game import Game, graph_of
from unruffled.model.scenario import OUTCOME_POINTS, Outcome, Reply, Scenario
from unruffled.text.inline import inline

SCENARIOS = LIBRARY.scenarios
each_scenario = pytest.mark.parametrize(
    "scenario", [pytest.param(each, id=name) for name, each in SCENARIOS.items()]
)
ASKED_FOR = {
    "late-parcel": "phone",
    "billed-twice": "phone",
    "failed-first-day": "chat",
    "after-the-return-date": "email",
    "turns-abusive": "phone",
    "get-me-your-manager": "phone",
    "capitals-to-three": "email",
    "short-answer": "chat",
    "half-right": "social",
    "third-contact": "phone",
    "loyal-customer": "in_person",
    "in-tears": "phone",
    "scam-still-running": "phone",
    "through-an-interpreter": "phone",
    "not-needed-any-more": "phone",
}
WITHOUT_A_SOLUTION, FAILING_AT_FIRST = 2, 3
"""In how many conversations at least."""


def test_every_conversation_of_the_curriculum_is_there_on_its_channel() -> None:
    assert {name: SCENARIOS[name].channel for name in ASKED_FOR} == ASKED_FOR


def test_the_one_with_abuse_is_marked_as_hard_and_says_so_before_it_ends() -> None:
    scenario = SCENARIOS["turns-abusive"]
    assert scenario.hard
    game = Game(graph_of(scenario))
    best = [
        scenario.node_by_id[state.at].replies[index].uses
        for state, index in zip(game.states(game.best_route()), game.best_route(), strict=False)
    ]
    # The limit, the warning, the end.
    assert best.count("name-the-limit") == 3


@each_scenario
def test_it_is_neither_too_short_nor_too_long_and_has_several_endings(scenario: Scenario) -> None:
    assert 8 <= len(scenario.nodes) <= 15
    assert len(scenario.endings) >= 3
    assert len({ending.outcome for ending in scenario.endings}) >= 3


def _best_outcome(scenario: Scenario) -> Outcome:
    return max((each.outcome for each in scenario.endings), key=OUTCOME_POINTS.__getitem__)


def test_some_of_them_end_well_without_a_solution_and_one_in_a_good_hand_over() -> None:
    best = {name: _best_outcome(scenario) for name, scenario in SCENARIOS.items()}
    assert best["in-tears"] is Outcome.escalated_well
    unsolved = [name for name, outcome in best.items() if outcome != "resolved_with_trust"]
    assert WITHOUT_A_SOLUTION <= len(unsolved) <= len(best) / 2, unsolved


def _fails(reply: Reply) -> bool:
    """Whether the customer is no better for a reply."""
    return reply.effect.calm <= 0 and reply.effect.trust <= 0


def test_in_some_of_them_the_right_move_fails_at_first() -> None:
    failing = []
    for name, scenario in SCENARIOS.items():
        game = Game(graph_of(scenario))
        first = scenario.node_by_id[scenario.start].replies[game.best(game.start)]
        failing += [name] if first.uses and _fails(first) else []
    assert len(failing) >= FAILING_AT_FIRST, failing


def test_every_module_for_agents_is_practised_and_so_is_every_good_technique_taught() -> None:
    modules = [path for path, page in LIBRARY.pages.items() if page.is_module]
    for_agents = [path for path in modules if not path.startswith("lead/")]
    assert len(for_agents) == 20
    assert [path for path in for_agents if not practised(LIBRARY, path)] == []


BY_LOOKS = 0.08
"""How much further than chance a way to pick replies by their looks may come."""
MOST_WON = 2


@pytest.mark.parametrize("right", [looks.used, looks.best], ids=["by-author", "by-rules"])
@pytest.mark.parametrize("name", looks.LOOKS)
def test_looks_do_not_tell_which_reply_is_right(name: str, right: looks.Right) -> None:
    every = looks.turns(SCENARIOS.values(), right)
    assert looks.share(every, looks.LOOKS[name]) <= looks.chance(every) + BY_LOOKS


@pytest.mark.parametrize("name", looks.LOOKS)
def test_who_goes_by_looks_seldom_comes_to_the_best_ending(name: str) -> None:
    won = [each.id for each in SCENARIOS.values() if looks.wins(each, looks.LOOKS[name])]
    assert len(won) <= MOST_WON, won


@each_scenario
def test_the_best_way_uses_techniques_of_several_modules(scenario: Scenario) -> None:
    game = Game(graph_of(scenario))
    route = game.best_route()
    said = [
        scenario.node_by_id[state.at].replies[index]
        for state, index in zip(game.states(route), route, strict=False)
    ]
    assert all(reply.uses for reply in said)
    assert len({reply.uses for reply in said}) >= 3


UNSAID = [words for each in LIBRARY.vocabulary.unsaid for words in each.words]


@each_scenario
def test_no_good_reply_says_what_the_house_does_not_say(scenario: Scenario) -> None:
    good = [reply.say for node in scenario.nodes for reply in node.replies if reply.uses]
    assert len(good) >= len(scenario.nodes) - 1
    found = [
        (say, words)
        for say in good
        for words in UNSAID
        if re.search(rf"(?<!\w){re.escape(words)}(?!\w)", say.replace("’", "'"), re.IGNORECASE)
    ]
    assert found == []


def _texts(scenario: Scenario) -> list[str]:
    told: list[Any] = [scenario.setting, scenario.customer.brief, *scenario.questions]
    told += [reply.feedback for node in scenario.nodes for reply in node.replies]
    told += [text for ending in scenario.endings for text in (ending.text, ending.debrief)]
    return [inline(text).striptags() for text in told]


@each_scenario
def test_what_is_told_asks_for_no_more_than_eight_years_of_school(scenario: Scenario) -> None:
    assert textstat.flesch_kincaid_grade(" ".join(_texts(scenario))) <= 8


@each_scenario
def test_no_sentence_is_longer_than_a_reader_can_hold(scenario: Scenario) -> None:
    sentences = [each for text in _texts(scenario) for each in re.split(r"(?<=[.!?]) ", text)]
    assert [each for each in sentences if len(prose.without_quotations(each).split()) > 30] == []
