"""What of a page a search may read."""

from __future__ import annotations

import re

_QUIZ = re.compile(r"<unruffled-quiz\b.*?</unruffled-quiz>", re.DOTALL)


def searchable(html: str) -> str:
    """Return a page's HTML without its quizzes: a search must not show an answer."""
    return _QUIZ.sub("", html)
