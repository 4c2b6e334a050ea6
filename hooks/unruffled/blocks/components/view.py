"""What the page of components shows: of each thing the first that the handbook has."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from markupsafe import Markup

from ...model.library import Library
from ...model.quiz import Question, Quiz
from ...model.scenario import Scenario
from ...text.escaping import as_markdown, as_yaml
from ...text.inline import as_read
from ..context import PageContext
from ..course.stations import stations
from ..desk.view import card_values
from ..letters.view import sound as letters
from ..made import CARD, COMPONENTS, LETTER, TABLE
from ..phrases.view import phrases_values
from ..quiz.view import quiz_values
from ..scenario.view import scenario_values, sound
from .tokens import tokens

STATES = ("open", "right", "wrong", "revealed")
"""In which a question is shown; its script brings all but the first about."""

PARTS = {
    "names": "Names for colours and sizes",
    "text": "Text",
    "buttons": "Buttons and fields",
    "notices": "Notices",
    "questions": "Questions",
    "card": "A card",
    "found": "What the finder finds",
    "phrases": "Phrases",
    "channels": "Conversations, by channel",
    "progress": "Progress",
    "certificate": "The certificate",
    "nothing": "Where there is nothing",
}
"""The parts of the page, in order. Those that a handbook has nothing for are left out."""


def components_page(library: Library) -> dict[str, str]:
    """Return the Markdown of the page, for a handbook whose menu or links lead to it."""
    return {library.path_of(COMPONENTS): _page(library)}


def _page(library: Library) -> str:
    return f"""---
title: {as_yaml(library.title_of(COMPONENTS))}
hide: [toc]
search: {{exclude: true}}
---

# {as_markdown(library.heading_of(COMPONENTS))}

Everything that pages are made of, in its states and in the colours of this handbook. Look here
after you have changed a colour, a size or a style: in light and in dark, on a phone and on a wide
window.

```components
```
"""


def components_values(context: PageContext, _: object) -> dict[str, Any]:
    """Return what `components.html` shows."""
    library = context.library
    content = {
        "questions": [
            (kind, _in_states(context, *found)) for kind, found in kinds_of(library).items()
        ],
        "card": _card(context),
        "phrases": _phrases(context),
        "channels": _conversations(library),
        "progress": [*islice(stations(library), 3)],
    }
    parts = [(name, title) for name, title in PARTS.items() if content.get(name, True)]
    found = [each for make in (_cards, _letters, _lines) for each in make(context)]
    return {"parts": parts, "tokens": tokens(), "found": found, "items": _items(found), **content}


def kinds_of(library: Library) -> dict[str, tuple[Quiz, Question]]:
    """Return the first question of each kind, with its quiz."""
    found: dict[str, tuple[Quiz, Question]] = {}
    for quiz in library.quizzes.values():
        for question in quiz.questions:
            found.setdefault(question.kind, (quiz, question))
    return found


def _in_states(context: PageContext, quiz: Quiz, question: Question) -> list[tuple[str, Markup]]:
    """Return the question once for each state, each with an id of its own."""
    alone = {state: {"id": f"shown-{state}", "questions": (question,)} for state in STATES}
    return [
        (state, quiz_values(context, quiz.model_copy(update=changed))["questions"][0])
        for state, changed in alone.items()
    ]


def _card(context: PageContext) -> Markup:
    """Return the first card that helps everybody; nothing where there is none."""
    card = next((each for each in context.library.cards.values() if not each.safety), None)
    if card is None:
        return Markup()
    return Markup(context.render("blocks/desk/card.html", **card_values(context.library, card)))


def _phrases(context: PageContext) -> Markup:
    """Return the first lines of the first table."""
    table = next(iter(context.library.phrases.values()), None)
    if table is None:
        return Markup()
    short = table.model_copy(update={"phrases": table.phrases[:3]})
    values = phrases_values(context, [short])
    return Markup(context.render("blocks/phrases/phrases.html", **values))


def _conversations(library: Library) -> list[tuple[str, str, Mapping[str, Any]]]:
    """Return each channel, its label, and a conversation: one on it, or else any."""
    played = [each for each in sound(library) if not each.hard]
    found: list[tuple[str, str, Mapping[str, Any]]] = []
    for channel, label in library.handbook.words["channels"].items() if played else ():
        own = next((each for each in played if each.channel == channel), played[0])
        found.append((channel, label, _exchange(library, own)))
    return found


def _exchange(library: Library, scenario: Scenario) -> dict[str, Any]:
    """Return the first turn of a conversation, and the reply that the best way begins with."""
    node = scenario.node_by_id[scenario.start]
    return scenario_values(library, scenario) | {"node": node, "reply": node.replies[0]}


def _items(found: list[dict[str, Any]]) -> Markup:
    """Return what the finder finds, as its script knows it, in JSON.

    Addresses stand in links beside it, where every engine writes them as it needs them.
    """
    items = [{name: value for name, value in each.items() if name != "path"} for each in found]
    return Markup(json.dumps(items, ensure_ascii=False).replace("<", "\\u003c"))


def _cards(context: PageContext) -> Iterator[dict[str, Any]]:
    """A card for somebody at risk, and another one."""
    library = context.library
    for risk in (True, False):
        for card in [each for each in library.cards.values() if each.safety is risk][:1]:
            yield {
                "kind": "card",
                "id": card.id,
                "label": context.values["situations"].get(card.id, card.id),
                "path": library.path_of(CARD, card.id),
                "say": [as_read(line) for line in card.say],
                "risk": risk,
            }


def _letters(context: PageContext) -> Iterator[dict[str, Any]]:
    for letter in letters(context.library)[:1]:
        yield {
            "kind": "letter",
            "id": letter.id,
            "label": letter.title,
            "about": as_read(letter.summary),
            "path": context.library.path_of(LETTER, letter.id),
        }


def _lines(context: PageContext) -> Iterator[dict[str, Any]]:
    for table in islice(context.library.phrases.values(), 1):
        phrase = table.phrases[0]
        yield {
            "kind": "phrase",
            "id": f"{table.id}/{phrase.id}",
            "path": context.library.path_of(TABLE, table.id),
            "say": as_read(phrase.say),
            "avoid": as_read(phrase.avoid),
            "why": as_read(phrase.why),
            "not_when": as_read(phrase.not_when),
        }
