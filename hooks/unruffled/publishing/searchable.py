"""What of a page a search may read: not its quizzes, for it must not show an answer."""

from __future__ import annotations

import re

_QUIZ = re.compile(r"<unruffled-quiz\b.*?</unruffled-quiz>", re.DOTALL)
_MARK = re.compile(r"<!--unruffled-quiz (\d+)-->")


def without_quizzes(html: str) -> tuple[str, list[str]]:
    """Return a page's HTML with a comment in the place of each quiz, and the quizzes."""
    quizzes: list[str] = []

    def keep(match: re.Match[str]) -> str:
        quizzes.append(match[0])
        return f"<!--unruffled-quiz {len(quizzes) - 1}-->"

    return _QUIZ.sub(keep, html), quizzes


def with_quizzes(html: str, quizzes: list[str]) -> str:
    """Put the quizzes back where ``without_quizzes`` took them out."""
    return _MARK.sub(lambda match: quizzes[int(match[1])], html) if quizzes else html
