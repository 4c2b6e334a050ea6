"""Scenarios: their pages, and what the blocks on them show."""

from __future__ import annotations

import json
import math
from functools import partial
from typing import Any

from ...assets import ADDRESS, package_files
from ...keeping import fact
from ...model.base import is_id
from ...model.game import Game, graph_of, is_playable
from ...model.library import Library
from ...model.mixing import mixed
from ...model.reference import Technique
from ...model.scenario import HARD, METERS, MOST, PASS_MARK, WORDS, Jump, Node, Reply, Scenario
from ...text.escaping import as_markdown, as_yaml
from ...text.urls import page_url
from ...words import Words
from ..made import CONVERSATION, MAP, PRACTICE, ROLE_PLAY
from ..showing import first_with
from ..voice.view import aloud_values
from .drawing import draw


def ref_of(name: str) -> str:
    """Return what the learner's record calls a scenario, in the place of a quiz's id."""
    return f"scenario:{name}"


def channel_styles(channel: str) -> list[str]:
    """Return the style of a channel, as a path in this package; none for one of a handbook's."""
    path = f"blocks/scenario/channels/{channel}.css"
    return [path] if f"{ADDRESS}/{path}" in package_files() else []


def sound(library: Library) -> tuple[Scenario, ...]:
    """Return the scenarios that can be played, by title."""
    return tuple(library.scenarios[name] for name in _sound(library))


@fact
def _sound(library: Library) -> tuple[str, ...]:
    names = [name for name in library.scenarios if _is_sound(library, name)]
    return tuple(sorted(names, key=lambda name: library.scenarios[name].title))


@fact
def _is_sound(library: Library, name: str) -> bool:
    found = library.scenarios[name]
    return found.id == name and can_be_shown(library, found)


def can_be_shown(library: Library, scenario: Scenario) -> bool:
    """Whether a scenario was read whole and leads to an end."""
    return not library.is_partial(scenario) and is_playable(scenario)


def minutes(library: Library, scenario: Scenario) -> int:
    """Return about how long a scenario takes: the best way twice, with its debrief."""
    is_known = library.scenarios.get(scenario.id) is scenario
    turns = _turns(library, scenario.id) if is_known else _way(scenario)
    return math.ceil(2 * turns * library.handbook.limits.seconds_a_turn / 60)


@fact
def _turns(library: Library, name: str) -> int:
    return _way(library.scenarios[name])


def _way(scenario: Scenario) -> int:
    return len(Game(graph_of(scenario)).best_route())


def practised(library: Library, module: str) -> list[Scenario]:
    """Return the scenarios in which the techniques of a module are used."""
    return [library.scenarios[name] for name in _practised(library, module)]


@fact
def _practised(library: Library, module: str) -> tuple[str, ...]:
    taught = {each.id for each in library.vocabulary.techniques if each.module == module}
    return tuple(name for name in _sound(library) if taught.intersection(_used(library, name)))


@fact
def _used(library: Library, name: str) -> tuple[str, ...]:
    """Return the techniques that the replies of a scenario use."""
    nodes = library.scenarios[name].nodes
    return tuple({reply.uses: 0 for node in nodes for reply in node.replies if reply.uses})


def _words_for(technique: Technique, library: Library) -> str:
    """Return where its page has the phrases for a technique, as a fragment; empty without any."""
    page = library.pages.get(technique.module)
    return page.section_of("phrases") if page else ""


def scenario_values(library: Library, scenario: Scenario) -> dict[str, Any]:
    """Return what the player and the book without scripts show."""
    known = {each.id: each for each in library.vocabulary.techniques}
    return {
        "scenario": scenario,
        "graph": json.dumps(graph_of(scenario), separators=(",", ":")),
        "shown": {each.id: mixed(scenario, each) for each in scenario.nodes},
        "hard": HARD,
        "practice": library.path_of(PRACTICE),
        "numbers": {each.id: number for number, each in enumerate(scenario.places, 1)},
        "anchors": {each.id: f"node.{each.id}" for each in scenario.nodes}
        | {each.id: f"ending.{each.id}" for each in scenario.endings},
        "techniques": [
            (known[name], _words_for(known[name], library))
            for name in scenario.techniques
            if name in known
        ],
        "known": known,
        "words": _meters(library.words),
        "most": MOST,
        "effect": partial(effect_words, library.words),
        "jump_words": partial(jump_words, library.words),
        "page": library.path_of(CONVERSATION, scenario.id),
        "sheet": library.path_of(ROLE_PLAY, scenario.id),
        "map": library.path_of(MAP, scenario.id),
        "ref": ref_of(scenario.id),
        **aloud_values(library),
    }


def effect_words(words: Words, reply: Reply) -> str:
    """Return what a reply does, as a reader of the book notes it: `calm +1, trust −1`."""
    steps = reply.effect.model_dump().items()
    said = [f"{words.said(METERS[name])} {change:+d}" for name, change in steps if change]
    return ", ".join(said).replace("-", "−") or words.gettext("nothing changes")


def jump_words(words: Words, jump: Jump, first: bool) -> str:
    """Return what a jump asks for, before its link; empty where it is always taken."""
    values = {"calm": jump.calm, "trust": jump.trust}
    if jump.calm and jump.trust:
        said = words.gettext("If calm is {calm} or more and trust is {trust} or more:", **values)
    elif jump.calm:
        said = words.gettext("If calm is {calm} or more:", **values)
    elif jump.trust:
        said = words.gettext("If trust is {trust} or more:", **values)
    else:
        said = "" if first else words.gettext("Else:")
    return f"{said} " if said else ""


def _meters(words: Words) -> list[tuple[str, list[str]]]:
    """Return the name of each meter, and what its values are called, in the reader's language."""
    names = {name: words.said(METERS[name]) for name in WORDS}
    return [
        (names[name][:1].upper() + names[name][1:], [words.said(each) for each in states])
        for name, states in WORDS.items()
    ]


def map_values(library: Library, scenario: Scenario) -> dict[str, Any]:
    """Return what the map shows: the picture, and the same as a list."""
    game = Game(graph_of(scenario))
    states = game.states(game.best_route())
    return scenario_values(library, scenario) | {
        "drawing": draw(scenario, library.words),
        "best": [state.at for state in states],
        "chance": round(100 * game.chance_of_the_best()),
        "routes": len(game.routes()),
    }


def sheet_values(library: Library, scenario: Scenario) -> dict[str, Any]:
    """Return what the role-play sheet shows: what each of the three needs, and no more."""
    known = {each.id: each for each in library.vocabulary.techniques}
    replies = [reply for node in scenario.nodes for reply in node.replies]
    used = dict.fromkeys(reply.uses for reply in replies if reply.uses in known)
    return {
        "scenario": scenario,
        "page": library.path_of(CONVERSATION, scenario.id),
        "lines": _lines(scenario),
        "hard": HARD,
        "watched": [known[name] for name in used],
        "channel": library.handbook.label("channels", scenario.channel),
        "play": library.handbook.play(scenario.channel),
    }


def _lines(scenario: Scenario) -> list[Node]:
    """Return what the customer says on the sheet: the first line, and in a hard one the best way.

    Nobody plays a hard one, so nobody makes up what the customer says.
    """
    game = Game(graph_of(scenario))
    places = [state.at for state in game.states(game.best_route())[:-1]]
    return [scenario.node_by_id[at] for at in (places if scenario.hard else places[:1])]


def practice_values(library: Library) -> dict[str, Any]:
    """Return the scenarios with their channels and minutes, by channel."""
    listed = [
        (each, library.path_of(CONVERSATION, each.id), minutes(library, each), ref_of(each.id))
        for each in sound(library)
    ]
    groups = {
        library.handbook.label("channels", channel): [
            each for each in listed if each[0].channel == channel
        ]
        for channel in dict.fromkeys(each.channel for each, *_ in listed)
    }
    review = first_with(library, "review")
    inviting = (each for group in groups.values() for each in group if not each[0].hard)
    return {"groups": groups, "review": review, "first": next(inviting, None)}


def course_entries(
    library: Library, *, directories: bool = True
) -> tuple[list[Any], dict[str, Any]]:
    """Return the scenarios as course.json lists them: modules, and quizzes of one question."""
    modules, quizzes = [], {}
    for each in sound(library):
        url = page_url(library.path_of(CONVERSATION, each.id), directories=directories)
        ref = ref_of(each.id)
        modules.append(
            {
                "title": each.title,
                "url": url,
                "part": library.words.gettext("Practice"),
                "minutes": minutes(library, each),
                "quiz": ref,
            }
        )
        quizzes[ref] = {
            "title": each.title,
            "url": url,
            "mode": "scenario",
            "pass": PASS_MARK,
            "need": 1,
            "objectives": {},
            "questions": {"play": [each.rev, "", 1]},
        }
        if each.hard:
            quizzes[ref]["hard"] = True
    return modules, quizzes


def scenario_pages(library: Library) -> dict[str, str]:
    """Return the Markdown of the list and of each scenario's pages; nothing where there is none."""
    found = sound(library)
    faulty = {
        path.removeprefix("scenarios/").rpartition(".")[0]
        for path in library.partial
        if path.startswith("scenarios/")
    }
    faulty |= {name for name, each in library.scenarios.items() if each not in found}
    names = [name for name in sorted(faulty) if is_id(name)]
    # A live preview's writer sees there what is wrong.
    path_of = library.path_of
    pages = {
        path_of(CONVERSATION, name): _block_page("scenario", name, (name, name), name)
        for name in names
    }
    for each in found:
        for page, fence, extra in SHOWN:
            titles = (library.title_of(page, each.title), library.heading_of(page, each.title))
            text = _block_page(fence, each.id, titles, each.summary, *extra)
            pages[path_of(page, each.id)] = text
    return pages | {path_of(PRACTICE): _list_page(library)} if pages else {}


ASIDE = ("hide: [navigation, toc]", "search: {exclude: true}")
"""Sheets and maps are not for learners, and the search must not give a conversation away."""

SHOWN = (
    (CONVERSATION, "scenario", ASIDE[:1]),
    (ROLE_PLAY, "role-play-sheet", ASIDE),
    (MAP, "scenario-map", ASIDE),
)
"""The pages of a scenario: the fence on each, and what else is in its front matter."""


def _block_page(
    fence: str, name: str, titles: tuple[str, str], description: str, *extra: str
) -> str:
    """Return a page that shows one block of a scenario; ``titles`` are its title and heading.

    The scenario's texts stand in the block: a fault in one is told once, in the author's file.
    """
    title, heading = titles
    head = "\n".join([f"title: {as_yaml(title)}", f"description: {as_yaml(description)}", *extra])
    return f"---\n{head}\n---\n\n# {as_markdown(heading)}\n\n```{fence}\n{name}\n```\n"


def _list_page(library: Library) -> str:
    words = library.words
    about = words.gettext("Talk to somebody who answers back, and see what your words do.")
    how = words.gettext(
        "Somebody answers what you say, and you see what your words do to them. Nothing is "
        "timed, and you can take every reply back. At the end you see the best way beside yours. "
        "Each conversation is also a sheet for two people to play."
    )
    return f"""---
title: {as_yaml(library.title_of(PRACTICE))}
description: {as_yaml(about)}
---

# {as_markdown(library.heading_of(PRACTICE))}

{how}

```practice
```
"""
