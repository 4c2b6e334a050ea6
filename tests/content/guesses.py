"""Ways to guess at a question without knowing anything, by what its choices look like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from unruffled.model.kinds.base import Choice
from unruffled.model.quiz import Quiz

QUALIFIERS = re.compile(
    r"\b(?:may|might|can|could|perhaps|probably|possibly|usually|often|sometimes|mostly|some|"
    r"unless|until|if|when|only|so far|for now|a little|where)\b",
    re.IGNORECASE,
)
COURTESIES = re.compile(
    r"\b(?:please|thanks?|thank you|sorry|apologi[sz]e|apolog(?:y|ies)|kindly|appreciate|"
    r"understand|grateful|pleasure|happy to|glad|would you|could you|may i|of course)\b",
    re.IGNORECASE,
)


class Asked(NamedTuple):
    """Something to choose one from: its name, the words that are read before, the choices."""

    name: str
    stem: str
    choices: tuple[Choice, ...]

    @property
    def chance(self) -> float:
        """How often a choice at random is right."""
        return sum(choice.correct for choice in self.choices) / len(self.choices)

    def share(self, rank: Callable[[Asked, int], float]) -> float:
        """How often the choice that `rank` puts highest is right; ties are shared."""
        ranks = [rank(self, index) for index in range(len(self.choices))]
        picked = [each for each, r in zip(self.choices, ranks, strict=True) if r == max(ranks)]
        return sum(choice.correct for choice in picked) / len(picked)


def asked(quizzes: Iterable[Quiz]) -> Iterator[Asked]:
    """All that has choices: single and multiple choice, and each gap of a sentence."""
    for quiz in quizzes:
        for question in quiz.questions:
            name = f"{quiz.id}/{question.id}"
            if question.kind in ("single", "multiple"):
                yield Asked(name, question.stem, question.choices)
            elif question.kind == "choose_in_text":
                stem = f"{question.stem} {question.text}"
                yield from (Asked(name, stem, gap.choices) for gap in question.gaps)


def scores(every: Iterable[Asked]) -> tuple[float, dict[str, float]]:
    """How often chance is right, and each way of guessing (0 to 1)."""
    every = list(every)
    chance = sum(each.chance for each in every) / len(every)
    return chance, {
        guess: sum(each.share(rank) for each in every) / len(every)
        for guess, rank in GUESSES.items()
    }


def _words(text: str) -> set[str]:
    """The words of a text that say something: those of four letters and more."""
    return {word for word in re.findall(r"[a-z]+", text.casefold()) if len(word) >= 4}


def _shared(each: Asked, index: int) -> float:
    return len(_words(each.choices[index].text) & _words(each.stem))


def _count(pattern: re.Pattern[str]) -> Callable[[Asked, int], float]:
    return lambda each, index: len(pattern.findall(each.choices[index].text))


GUESSES: dict[str, Callable[[Asked, int], float]] = {
    "the longest": lambda each, index: len(each.choices[index].text),
    "the shortest": lambda each, index: -len(each.choices[index].text),
    "the first": lambda each, index: -index,
    "the last": lambda each, index: index,
    "most like the stem": _shared,
    "least like the stem": lambda each, index: -_shared(each, index),
    "the most qualified": _count(QUALIFIERS),
    "the most polite": _count(COURTESIES),
    "the longest feedback": lambda each, index: len(each.choices[index].feedback),
}
