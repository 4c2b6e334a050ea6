"""What of a page a search may read: not its quizzes, for it must not show an answer."""

from __future__ import annotations

import re

_OPENS = re.compile(r"<unruffled-quiz\b")
_CLOSES = "</unruffled-quiz>"
_MARK = re.compile(r"<!--unruffled-quiz (\d+)-->")


def without_quizzes(html: str) -> tuple[str, list[str]]:
    """Return a page's HTML with a comment in the place of each quiz, and the quizzes."""
    quizzes: list[str] = []
    kept: list[str] = []
    position = 0
    while opening := _OPENS.search(html, position):
        closing = html.find(_CLOSES, opening.end())
        if closing < 0:
            break
        kept += [html[position : opening.start()], f"<!--unruffled-quiz {len(quizzes)}-->"]
        position = closing + len(_CLOSES)
        quizzes.append(html[opening.start() : position])
    return "".join([*kept, html[position:]]), quizzes


def with_quizzes(html: str, quizzes: list[str]) -> str:
    """Put the quizzes back where ``without_quizzes`` took them out."""
    return _MARK.sub(lambda match: quizzes[int(match[1])], html) if quizzes else html
