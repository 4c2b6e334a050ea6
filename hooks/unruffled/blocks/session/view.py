"""Sessions: the facilitator's sheet of each module, the answer keys, and their list."""

from __future__ import annotations

from functools import partial
from typing import Any

from ...model.base import is_id
from ...model.library import Library
from ...model.made import MadePage
from ...model.quiz import Quiz
from ...model.session import Session
from ...text.escaping import as_markdown, as_yaml
from ...text.urls import beside
from ...words import marked
from ..context import PageContext
from ..made import (
    ANSWER_KEY,
    CONVERSATION,
    FOLLOW_UP,
    GROUPS,
    MATERIAL,
    PLANS,
    QUIZ_SHEET,
    ROLE_PLAY,
    RUBRIC,
    SESSION,
    SESSIONS,
)
from ..paths.view import spoken
from ..scenario.view import sound

PAPERS = (
    (QUIZ_SHEET, "quiz-sheet", marked("Quiz sheet")),
    (ANSWER_KEY, "quiz-key", marked("Answer key")),
)
"""A quiz on paper: each page with its fence, and the words of links to it."""

PAGES = ((SESSION, "session"), (MATERIAL, "session-material"), (FOLLOW_UP, "session-follow-up"))
"""The pages of a session, with their fences."""

ASIDE = "hide: [navigation, toc]\nsearch: {exclude: true}"
"""Sheets and keys are for trainers: the search must not give answers away."""


WEEKS = (marked("Two weeks"), marked("Four weeks"), marked("Eight weeks"))
"""When the lead looks again, on the follow-up sheet."""


def session_values(library: Library, session: Session) -> dict[str, Any]:
    """Return what the sheet shows."""
    module = library.pages.get(session.module)
    play = next((each for each in sound(library) if each.id == session.scenario), None)
    quizzes = library.quiz_of(module) if module else []
    return {
        "session": session,
        "module": module,
        "objectives": module.meta.objectives if module else (),
        "material_page": library.path_of(MATERIAL, session.id) if session.is_prepared else "",
        "follow_up_page": library.path_of(FOLLOW_UP, session.id),
        "groups_page": library.found(GROUPS),
        "session_page": library.path_of(SESSION, session.id),
        "weeks": tuple(map(library.words.said, WEEKS)),
        "play": play,
        "play_page": library.path_of(CONVERSATION, play.id) if play else "",
        "play_sheet": library.path_of(ROLE_PLAY, play.id) if play else "",
        "papers": [
            (library.words.said(label), library.path_of(page, each.id))
            for each in quizzes
            if _is_printed(library, each)
            for page, _, label in PAPERS
        ],
        "spoken": partial(spoken, words=library.words),
    }


def rubric_values(context: PageContext, item: str) -> dict[str, Any] | None:
    """Return what the rubric's block shows; None where there is none."""
    library = context.library
    return {"rubric": library.rubric, "library": library} if library.rubric else None


def _is_printed(library: Library, quiz: Quiz) -> bool:
    found = library.quizzes.get(quiz.id) is quiz
    return found and quiz.size > 0 and not library.is_partial(quiz)


def session_pages(library: Library) -> dict[str, str]:
    """Return the Markdown of the list, each session's pages and each key; or nothing."""
    found = {name: each for name, each in library.sessions.items() if each.id == name}
    faulty = [path for path in library.partial if path.startswith("sessions/")]
    names = {path.rpartition("/")[2].rpartition(".")[0] for path in faulty} - set(found)
    pages = {
        library.path_of(SESSION, name): _page("session", name, name, name)
        for name in sorted(names)
        if is_id(name)
    }
    for each in found.values():
        pages |= _pages_of(library, each)
    if not pages:
        return {}
    for name, quiz in library.quizzes.items():
        if _is_printed(library, quiz):
            for page, fence, _ in PAPERS:
                pages |= _made(library, page, fence, (name, quiz.title))
    return pages | {library.path_of(SESSIONS): _list(library, found)}


def _pages_of(library: Library, session: Session) -> dict[str, str]:
    """Return a session's sheet, its material if there is any, and the lead's follow-up sheet."""
    module = library.pages.get(session.module)
    title = module.title if module else session.id
    pages: dict[str, str] = {}
    for page, fence in PAGES:
        if page is not MATERIAL or session.is_prepared:
            pages |= _made(library, page, fence, (session.id, title))
    return pages


def _made(library: Library, page: MadePage, fence: str, thing: tuple[str, str]) -> dict[str, str]:
    """Return the page of a thing by its path; of the thing come its id and its title."""
    name, called = thing
    titles = library.title_of(page, called), library.heading_of(page, called)
    return {library.path_of(page, name): _page(fence, name, *titles)}


def _page(fence: str, name: str, title: str, heading: str) -> str:
    head = f"title: {as_yaml(title)}\n{ASIDE}"
    return f"---\n{head}\n---\n\n# {as_markdown(heading)}\n\n```{fence}\n{name}\n```\n"


def _list(library: Library, found: dict[str, Session]) -> str:
    """List the sessions in the order of the menu, with their minutes and keys."""
    order = {path: number for number, (path, _) in enumerate(library.nav)}
    home = library.path_of(SESSIONS)

    def link(page: MadePage, name: str, called: str) -> str:
        return f"[{called}]({beside(library.path_of(page, name), home)})"

    words = library.words
    rows = []
    for name, each in sorted(found.items(), key=lambda pair: order.get(pair[1].module, 0)):
        module = library.pages.get(each.module)
        title = as_markdown(module.title if module else name)
        quizzes = library.quiz_of(module) if module else []
        papers = [
            link(page, quiz.id, words.said(label))
            for quiz in quizzes
            if _is_printed(library, quiz)
            for page, _, label in PAPERS
        ]
        prints = [link(MATERIAL, name, words.gettext("Material"))] if each.is_prepared else []
        prints.append(link(FOLLOW_UP, name, words.gettext("Follow-up")))
        cells = (spoken(each.minutes, library.words), ", ".join(prints), ", ".join(papers))
        rows.append(f"| {link(SESSION, name, title)} | {' | '.join(cells)} |")
    table = "\n".join(rows)
    about = words.gettext("A sheet for each module, to practise with a group.")
    how = words.gettext(
        "One sheet for each module: what to have ready, the plan minute by minute, a part for each "
        "of three people, what to watch for, and what to talk about. Print it, print its material, "
        "and walk in. The follow-up sheet is for whoever leads the team: what is seen at work two, "
        "four and eight weeks later. The quiz of each module comes as a sheet without answers, and "
        "as a key with them."
    )
    heads = (
        words.gettext("module"),
        words.gettext("time"),
        words.gettext("to print"),
        words.gettext("its quiz on paper"),
    )
    return f"""---
title: {as_yaml(library.title_of(SESSIONS))}
description: {as_yaml(about)}
hide: [toc]
---

# {as_markdown(library.heading_of(SESSIONS))}

{how}

| {" | ".join(heads)} |
| --- | --- | --- | --- |
{table}

{_beside(library)}
"""


def _beside(library: Library) -> str:
    """Lead to the pages that go with the sessions, where an author has written them."""
    words, home = library.words, library.path_of(SESSIONS)

    def found(page: MadePage) -> str:
        return beside(path, home) if (path := library.found(page)) else ""

    told = []
    if page := found(GROUPS):
        told.append(
            words.gettext(
                "[Any group]({page}) says what to do with odd numbers, and at a distance.",
                page=page,
            )
        )
    if page := found(PLANS):
        told.append(words.gettext("[Two plans]({page}) put the sessions together.", page=page))
    if page := found(RUBRIC):
        told.append(words.gettext("[The rubric]({page}) says by what you judge.", page=page))
    return " ".join(told)
