"""What the templates of a quiz need: its questions as HTML, its objectives, where to report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from ...kinds.naming import BLANKS
from ...text.inline import inline
from ..course.stations import after, need, total
from ..made import CONVERSATION
from ..scenario.view import practised

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...kinds.base import Reasoned
    from ...model.library import Library
    from ...model.organisation import Organisation
    from ...model.page import Page
    from ...model.quiz import Question, Quiz
    from ..context import PageContext

READ_AGAIN = "how-to-do-it"
"""The heading that an objective is learnt from, where the page does not say another. A page
that has no such heading is read from its first one on."""


def question_anchor(quiz: str, question: str) -> str:
    """Return the id of a question's element: no phrase and no heading has one like it."""
    return f"q.{quiz}.{question}"


def quiz_values(context: PageContext, quiz: Quiz) -> dict[str, Any]:
    """Return what `quiz.html` shows of a quiz on a page."""
    library = context.library
    return {
        "quiz": quiz,
        "total": total(library, quiz),
        "asked": need(library, quiz),
        "questions": _questions(context, quiz),
        "objectives": _named_objectives(library, quiz),
        "pool": [(each, library.pages.get(each.module or "")) for each in _sources(library, quiz)],
        **_after(context, quiz),
    }


def _after(context: PageContext, quiz: Quiz) -> dict[str, Any]:
    """Return what comes behind the quiz of a module: conversations, and the next module."""
    library = context.library
    if not quiz.module or quiz.module != context.path:
        return {"after": ("", ""), "plays": []}
    path = library.path_of
    plays = [(path(CONVERSATION, each.id), each.title) for each in practised(library, quiz.module)]
    return {"after": after(library, quiz.module), "plays": plays}


def whole_values(context: PageContext, quiz: Quiz) -> dict[str, Any]:
    """Return what `quiz.html` shows of a quiz that stands alone: a pool with its questions.

    Those that nobody can count are left out of a pool, as its test leaves them out.
    """
    library = context.library
    values = quiz_values(context.at(quiz.module or ""), quiz) | {"after": ("", ""), "plays": []}
    if not quiz.pool:
        return values
    parts = _sources(library, quiz)
    counted = [
        each.model_copy(update={"questions": tuple(q for q in each.questions if q.counted)})
        for each in parts
    ]
    return values | {
        "quiz": quiz.model_copy(update={"pool": ()}),
        "questions": [
            question
            for each in counted
            for question in _questions(context.at(each.module or ""), each)
        ],
        "objectives": [found for each in parts for found in _named_objectives(library, each)],
        "pool": [],
    }


def _named_objectives(library: Library, quiz: Quiz) -> list[tuple[str, str, str]]:
    """Name the objectives of a quiz as the record does: "quiz/objective"."""
    found = objectives_of(library, quiz)
    return [(f"{quiz.id}/{name}", words, target) for name, words, target in found]


def _sources(library: Library, quiz: Quiz) -> list[Quiz]:
    return [library.quizzes[name] for name in quiz.pool if name in library.quizzes]


def objectives_of(library: Library, quiz: Quiz) -> list[tuple[str, str, str]]:
    """Return id, text and link (as written under docs/) of each objective that a quiz tests."""
    page = library.pages.get(quiz.module or "")
    if page is None:
        return []
    tested = {question.objective for question in quiz.questions}
    return [
        (each.id, each.text, f"{page.path}{each.read or _read_again(page)}")
        for each in page.meta.objectives
        if each.id in tested
    ]


def _read_again(page: Page) -> str:
    parts = [slug for _, slug in page.parts]
    known = READ_AGAIN if READ_AGAIN in parts else next(iter(parts), "")
    return f"#{known}" if known else ""


def _questions(context: PageContext, quiz: Quiz) -> list[Markup]:
    values = dict(context.values)
    values |= {"quiz": quiz, "total": len(quiz.questions), "pieces": _pieces(values["link"])}
    values["reason"] = _reasons(values["text"])
    reports = context.reports
    result = []
    for number, question in enumerate(quiz.questions, 1):
        template = context.env.get_template(f"kinds/{question.kind}/question.html")
        html = template.render(
            values,
            question=question,
            number=number,
            anchor=question_anchor(quiz.id, question.id),
            report=f"{reports}{_subject(context, quiz, question)}" if reports else "",
        )
        result.append(Markup(html))  # made by templates with autoescape
    return result


def _subject(context: PageContext, quiz: Quiz, question: Question) -> str:
    """Return the title of a report about a question, as addresses have it."""
    about = {"question": f"{quiz.id}/{question.id}", "revision": question.rev}
    return quote(context.library.words.gettext("Question {question} ({revision})", **about))


def _reasons(text: Callable[[str], Markup]) -> Callable[[Reasoned], Markup]:
    """Return the function for templates that shows a reason, and behind it that for a later try."""
    both = Markup("<span>{}</span><span data-again hidden>{}</span>")

    def reason(each: Reasoned) -> Markup:
        if each.feedback_again:
            return both.format(text(each.feedback), text(each.feedback_again))
        return text(each.feedback)

    return reason


def paper_values(context: PageContext, quiz: Quiz, *, key: bool) -> dict[str, Any]:
    """Return a quiz's questions for paper: with the answers open, or without them.

    They are those of the page without its scripts, so sheet and key have one order.
    """
    mark, shown = '<details class="quiz-answer"', '<details open class="quiz-answer"'
    questions = _questions(context, quiz)
    if key:
        questions = [Markup(each.replace(Markup(mark), Markup(shown))) for each in questions]
    return {"questions": questions}


_HERE = "\ue000"
"""Stands for a gap while Markdown is read: a private character, no mark and no space."""
_SPLIT = re.compile(f"{_HERE}(?![^<>]*>)")


def _pieces(link: Callable[[str], str]) -> Callable[[str], list[Markup]]:
    """Return the filter that cuts a text with gaps into what stands around them."""

    def pieces(text: str) -> list[Markup]:
        html = inline(text.replace(BLANKS, _HERE), link)
        return [Markup(piece) for piece in _SPLIT.split(html)]  # marks may begin or end in a gap

    return pieces


def report_address(organisation: Organisation, repository: str = "") -> str:
    """Return the address at which a fault is reported, but for the title at its end.

    The organisation's own address comes first. A repository's is the form for a new issue,
    which GitHub, Gitea and Forgejo have in one place and GitLab in another. Empty without either.
    """
    if organisation.contact_email:
        return f"mailto:{quote(organisation.contact_email, safe='@')}?subject="
    if not repository:
        return ""
    host = urlsplit(repository).hostname or ""
    form = "-/issues/new?issue%5Btitle%5D=" if "gitlab" in host else "issues/new?title="
    return f"{repository.rstrip('/')}/{form}"
