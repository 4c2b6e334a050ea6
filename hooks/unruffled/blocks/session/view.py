"""Sessions: the facilitator's sheet of each module, the answer keys, and their list."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from ...model.base import is_id
from ...model.library import Library
from ...model.quiz import Quiz
from ...model.session import Session
from ...text.escaping import as_markdown, as_yaml
from ...words import marked
from ..context import PageContext
from ..paths.view import spoken
from ..scenario.view import page_of as scenario_page
from ..scenario.view import sheet_of, sound

PAPERS = {"sheet": marked("Quiz sheet"), "key": marked("Answer key")}
"""How each kind of paper is called: words of the catalogue."""
PAPER_PAGES = {"sheet": "train/sheets/{}.md", "key": "train/keys/{}.md"}
SESSIONS = "train/sessions/index.md"
PAGES = ("train/sessions/{}.md", "train/material/{}.md", "train/follow-ups/{}.md")
"""The pages of a session, in the order of `Kind`."""
ASIDE = "hide: [navigation, toc]\nsearch: {exclude: true}"
"""Sheets and keys are for trainers: the search must not give answers away."""


class Kind(IntEnum):
    """The pages of a session."""

    SHEET, MATERIAL, FOLLOW_UP = range(3)


WEEKS = (marked("Two weeks"), marked("Four weeks"), marked("Eight weeks"))
"""When the lead looks again, on the follow-up sheet."""
GROUPS = "train/groups.md"
"""Where an author says how sessions work with odd numbers and remote groups."""


def page_of(name: str, kind: Kind = Kind.SHEET) -> str:
    """Return a page of a session, relative to docs/."""
    return PAGES[kind].format(name)


def paper_of(quiz: str, kind: str) -> str:
    """Return the page of a quiz on paper, relative to docs/; ``kind`` is sheet or key."""
    return PAPER_PAGES[kind].format(quiz)


def session_values(library: Library, session: Session) -> dict[str, Any]:
    """Return what the sheet shows."""
    module = library.pages.get(session.module)
    play = next((each for each in sound(library) if each.id == session.scenario), None)
    quizzes = library.quiz_of(module) if module else []
    return {
        "session": session,
        "module": module,
        "objectives": module.meta.objectives if module else (),
        "material_page": page_of(session.id, Kind.MATERIAL) if session.is_prepared else "",
        "follow_up_page": page_of(session.id, Kind.FOLLOW_UP),
        "groups_page": GROUPS if GROUPS in library.pages else "",
        "session_page": page_of(session.id),
        "weeks": tuple(map(library.words.said, WEEKS)),
        "play": play,
        "play_page": scenario_page(play.id) if play else "",
        "play_sheet": sheet_of(play.id) if play else "",
        "papers": [
            (library.words.said(label), paper_of(each.id, kind))
            for each in quizzes
            if _is_printed(library, each)
            for kind, label in PAPERS.items()
        ],
        "spoken": spoken,
    }


def rubric_values(context: PageContext, item: str) -> dict[str, Any] | None:
    """Return what the rubric's block shows; None where there is none."""
    library = context.library
    return {"rubric": library.rubric, "library": library} if library.rubric else None


def _is_printed(library: Library, quiz: Quiz) -> bool:
    found = library.quizzes.get(quiz.id) is quiz
    return found and bool(quiz.questions) and not library.is_partial(quiz)


def session_pages(library: Library) -> dict[str, str]:
    """Return the Markdown of the list, each session's pages and each key; or nothing."""
    found = {name: each for name, each in library.sessions.items() if each.id == name}
    faulty = [path for path in library.partial if path.startswith("sessions/")]
    names = {path.rpartition("/")[2].rpartition(".")[0] for path in faulty} - set(found)
    pages = {page_of(name): _page("session", name, name) for name in sorted(names) if is_id(name)}
    for each in found.values():
        pages |= _pages_of(library, each)
    if not pages:
        return {}
    papers = {
        paper_of(name, kind): _page(
            f"quiz-{kind}", name, f"{library.words.said(label)}: {quiz.title}"
        )
        for name, quiz in library.quizzes.items()
        if _is_printed(library, quiz)
        for kind, label in PAPERS.items()
    }
    return pages | papers | {SESSIONS: _list(library, found)}


def _pages_of(library: Library, session: Session) -> dict[str, str]:
    """Return a session's sheet, its material if there is any, and the lead's follow-up sheet."""
    module = library.pages.get(session.module)
    title = module.title if module else session.id
    words = library.words
    kinds = {
        Kind.SHEET: ("session", words.gettext("Session")),
        Kind.MATERIAL: ("session-material", words.gettext("Material")),
        Kind.FOLLOW_UP: ("session-follow-up", words.gettext("Follow-up")),
    }
    if not session.is_prepared:
        del kinds[Kind.MATERIAL]
    return {
        page_of(session.id, kind): _page(fence, session.id, f"{label}: {title}")
        for kind, (fence, label) in kinds.items()
    }


def _page(fence: str, name: str, title: str) -> str:
    head = f"title: {as_yaml(title)}\n{ASIDE}"
    return f"---\n{head}\n---\n\n# {as_markdown(title)}\n\n```{fence}\n{name}\n```\n"


def _list(library: Library, found: dict[str, Session]) -> str:
    """List the sessions in the order of the menu, with their minutes and keys."""
    order = {path: number for number, (path, _) in enumerate(library.nav)}
    words = library.words
    rows = []
    for name, each in sorted(found.items(), key=lambda pair: order.get(pair[1].module, 0)):
        module = library.pages.get(each.module)
        title = as_markdown(module.title if module else name)
        quizzes = library.quiz_of(module) if module else []
        papers = [
            f"[{words.said(label)}](../{kind}s/{quiz.id}.md)"
            for quiz in quizzes
            if _is_printed(library, quiz)
            for kind, label in PAPERS.items()
        ]
        prints = (
            [f"[{words.gettext('Material')}](../material/{name}.md)"] if each.is_prepared else []
        )
        prints.append(f"[{words.gettext('Follow-up')}](../follow-ups/{name}.md)")
        cells = (spoken(each.minutes), ", ".join(prints), ", ".join(papers))
        rows.append(f"| [{title}]({name}.md) | {' | '.join(cells)} |")
    table = "\n".join(rows)
    title = words.gettext("Sessions")
    about = words.gettext("A sheet for each module, to practise with a group.")
    how = words.gettext(
        "One sheet for each module: what to have ready, the plan minute by minute, a part for each "
        "of three people, what to watch for, and what to talk about. Print it, print its material, "
        "and walk in. The follow-up sheet is for the team lead: what is seen at work two, four and "
        "eight weeks later. The quiz of each module comes as a sheet without answers, and as a key "
        "with them."
    )
    heads = (
        words.gettext("module"),
        words.gettext("time"),
        words.gettext("to print"),
        words.gettext("its quiz on paper"),
    )
    return f"""---
title: {as_yaml(title)}
description: {as_yaml(about)}
hide: [toc]
---

# {as_markdown(title)}

{how}

| {" | ".join(heads)} |
| --- | --- | --- | --- |
{table}

{_beside(library)}
"""


def _beside(library: Library) -> str:
    """Lead to the pages that go with the sessions, where an author has written them."""
    words = library.words
    told = {
        GROUPS: words.gettext(
            "[Any group](../groups.md) says what to do with odd numbers, and at a distance."
        ),
        "train/plans.md": words.gettext("[Two plans](../plans.md) put the sessions together."),
        "train/rubric.md": words.gettext("[The rubric](../rubric.md) says by what you judge."),
    }
    return " ".join(words for path, words in told.items() if path in library.pages)
