"""What people come for: from the front page, by what they see, in a few actions.

Each task names its actions, as a reader would do them: a link or a button with its words, a field
with its label. None is done by an address, by the menu, or by anything hidden.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from pages import HOME, library
from playwright.sync_api import Locator, Page, expect

from unruffled.blocks.course.stations import stations
from unruffled.blocks.scenario.view import sound

LIBRARY = library()
MOST = 4
"""How many actions a task takes at most."""

LETTER = min(LIBRARY.letters.values(), key=lambda each: each.title)
PLAY = next(each for each in sound(LIBRARY) if not each.hard)
BEGIN = stations(LIBRARY)[0].title
FINDER = "Their words, or what you need"

CLIPBOARD = """
  Object.defineProperty(navigator, "clipboard", { value: { writeText: async () => {} } });
"""
"""A browser that nobody looks at lets nothing be copied."""

Action = Callable[[Page], Any]


def text(page: Page) -> Locator:
    """What a page itself shows: not its header, its menu and its foot."""
    return page.locator(".md-content")


def link(name: str) -> Action:
    return lambda page: text(page).get_by_role("link", name=name, exact=True).first.click()


def press(name: str) -> Action:
    return lambda page: text(page).get_by_role("button", name=name).first.click()


def type_in(label: str, words: str) -> Action:
    return lambda page: text(page).get_by_label(label, exact=True).fill(words)


def key(name: str) -> Action:
    return lambda page: page.keyboard.press(name)


def choose(label: str, value: str) -> Action:
    return lambda page: text(page).get_by_role("combobox", name=label).select_option(value)


def check(label: str | re.Pattern[str], role: Any = "checkbox") -> Action:
    return lambda page: text(page).get_by_role(role, name=label).first.check()


def titled(title: str, words: str = "") -> Action:
    """The task has come to the page with this title, and to these words on it."""

    def look(page: Page) -> None:
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_have_text(re.compile(rf"^\s*{re.escape(title)}"))
        expect(text(page).get_by_text(words).first).to_be_visible()

    return look


def sees(selector: str, words: str | re.Pattern[str] = "") -> Action:
    return lambda page: expect(page.locator(selector).filter(has_text=words).first).to_be_visible()


@dataclass(frozen=True)
class Task:
    reader: str
    what: str
    actions: tuple[Action, ...]
    end: Action


TASKS = (
    Task(
        "agent",
        "see what to do with a customer who shouts",
        (type_in(FINDER, "Don't you dare interrupt me"), link("Shouting")),
        titled("Shouting", "First ten seconds"),
    ),
    Task(
        "agent",
        "copy the first line for a customer who wants a manager",
        (type_in(FINDER, "get me your manager"), key("Enter")),
        sees(".phrase-message", "Copied:"),
    ),
    Task(
        "agent",
        "know whom to call when somebody is in danger",
        (link(LIBRARY.safety.line),),
        sees("h2", "Whom to call"),
    ),
    Task(
        "agent",
        "see every phrase for somebody who calls a third time",
        (link("Phrases"), choose("What is happening", "third-contact")),
        sees("tr[data-situation*=third-contact]"),
    ),
    Task(
        "agent",
        "copy a whole letter",
        (link("Whole letters"), link(LETTER.title)),
        titled(LETTER.title),
    ),
    Task(
        "learner",
        "begin the course",
        (link("See the whole course"), link(f"Begin with: {BEGIN}")),
        titled(BEGIN, "You will be able to:"),
    ),
    Task(
        "learner",
        "try one question",
        (check(re.compile("."), "radio"), press("Check answer")),
        sees(".quiz-verdict", re.compile("Read why")),
    ),
    Task(
        "learner",
        "play a conversation",
        (link("Conversations to practise"), link(PLAY.title)),
        titled(PLAY.title),
    ),
    Task(
        "learner",
        "follow a path",
        (link("Learning paths"), link("New agent, first week"), press("Make this my path")),
        sees("button", "This is your path. Leave it"),
    ),
    Task(
        "learner",
        "take days for reviews into a calendar",
        (link("Review today"), check("Monday"), press("Save a calendar file")),
        sees("unruffled-plan [role=status]", "saved as unruffled-reviews.ics"),
    ),
    Task(
        "trainer",
        "choose what a team is to do",
        (link("Assign"), check(BEGIN), type_in("Title", "First week")),
        sees(".assign-made", "The link"),
    ),
    Task(
        "trainer",
        "read what came back",
        (link("Read results"),),
        sees("unruffled-team input[type=file], unruffled-team label"),
    ),
    Task(
        "trainer",
        "print the sheet of a session",
        (link("Sessions"), link("Show empathy")),
        titled("Session: Show empathy"),
    ),
    Task(
        "trainer",
        "judge a conversation by the rubric",
        (link("Train a team"), link("The rubric")),
        titled("Observation rubric"),
    ),
    Task(
        "trainer",
        "get the quizzes for a learning platform",
        (link("Your learning platform"),),
        sees("a[href$='.zip']"),
    ),
    Task(
        "author",
        "learn how to write a module",
        (link("Write for it"),),
        sees("h2", "Write a new module"),
    ),
    Task(
        "author",
        "see every kind of question",
        (link("Write for it"), link("Question kinds")),
        titled("Question kinds"),
    ),
    Task(
        "author",
        "learn how a situation card is written",
        (link("Write for it"), link("Situation cards")),
        titled("Situation cards"),
    ),
    Task(
        "author",
        "read what a code of a problem means",
        (link("Write for it"), link("list")),
        sees("td", "PH108"),
    ),
    Task(
        "author",
        "read the house style",
        (link("Write for it"), link("house style")),
        titled("House style"),
    ),
    Task(
        "organisation",
        "see how it is taken into the house",
        (link("Make it yours"),),
        titled("Take it into your house", "In three steps"),
    ),
    Task("organisation", "host it", (link("Host it"),), titled("Host it")),
    Task(
        "organisation",
        "fill in its own rules",
        (link("Make it yours"), link("Your organisation's file")),
        titled("Your organisation's file"),
    ),
    Task(
        "organisation",
        "know where answers of its people are kept",
        (link("Your record"),),
        titled("Your record", "It is sent to nobody"),
    ),
    Task(
        "organisation", "know under which terms it may be used", (link("Licence"),), titled("Lic")
    ),
)


def test_there_are_five_tasks_for_each_reader_and_each_is_short() -> None:
    readers = [task.reader for task in TASKS]
    assert {reader: readers.count(reader) for reader in readers} == dict.fromkeys(
        ("agent", "learner", "trainer", "author", "organisation"), 5
    )
    assert [task.what for task in TASKS if len(task.actions) > MOST] == []


@pytest.mark.parametrize("task", TASKS, ids=lambda task: f"{task.reader}: {task.what}")
def test_a_task_is_done_from_the_front_page_in_a_few_actions(visit, task: Task) -> None:
    page = visit(HOME, setup=CLIPBOARD)
    for act in task.actions:
        act(page)
    task.end(page)
    page.wait_for_load_state("networkidle")
