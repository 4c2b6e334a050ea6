"""Ways to guess at a question without knowing anything, by what its choices look like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from unruffled.kinds import Question
from unruffled.kinds.base import Choice
from unruffled.model.quiz import Quiz

QUALIFIERS = re.compile(
    r"\b(?:may|might|can|could|should|perhaps|probably|possibly|likely|usually|often|sometimes|"
    r"mostly|mainly|rather|quite|some|about|around|almost|nearly|unless|until|if|whether|when|only|"
    r"so far|for now|a little|a bit|where|i think|seems?)\b",
    re.IGNORECASE,
)
COURTESIES = re.compile(
    r"\b(?:please|thanks?|thank you|sorry|apologi[sz]e|apolog(?:y|ies)|kindly|appreciate|"
    r"understand|grateful|pleasure|happy to|glad|would you|could you|may i|of course)\b",
    re.IGNORECASE,
)
NUMBERS = re.compile(
    r"\d[\d.,:]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|twenty|thirty|forty|fifty|sixty|hundred|thousand|twice|once|first|second|"
    r"third|fourth|fifth|half|dozen)\b",
    re.IGNORECASE,
)
TIMES = re.compile(
    r"\b(?:today|tonight|tomorrow|yesterday|now|noon|midnight|mornings?|afternoons?|evenings?|"
    r"nights?|weeks?|months?|hours?|minutes?|seconds?|days?)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"(?<=[a-z,;] )(?!I\b)[A-Z][a-z]+|\b[A-Z]?\d+[A-Z]\b")
"""A capital inside a sentence: a person, a place, a day of the week, a month."""
SENTENCE = re.compile(r"[.!?…]+[\"”)]*(?:\s|$)")


class Asked(NamedTuple):
    """Something to choose one from: its name and kind, the words before it, the choices."""

    name: str
    kind: str
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
            name, kind = f"{quiz.id}/{question.id}", question.kind
            if kind in ("single", "multiple"):
                yield Asked(name, kind, question.stem, question.choices)
            elif kind == "choose_in_text":
                stem = f"{question.stem} {question.text}"
                yield from (Asked(name, kind, stem, gap.choices) for gap in question.gaps)


def scores(every: Iterable[Asked]) -> tuple[float, dict[str, float]]:
    """How often chance is right, and each way of guessing (0 to 1)."""
    every = list(every)
    chance = sum(each.chance for each in every) / len(every)
    return chance, {
        guess: sum(each.share(rank) for each in every) / len(every)
        for guess, rank in GUESSES.items()
    }


def usual_answer(quizzes: Iterable[Quiz]) -> float:
    """How often the more frequent answer to "true or false" is right; by chance it is a half."""
    answers = Counter(each.answer for each in _of_kind(quizzes, "true_false"))
    return max(answers.values()) / answers.total()


def usual_count(quizzes: Iterable[Quiz], kind: str) -> tuple[float, float]:
    """How often chance finds how many parts are to be ticked, and how often the usual number is it.

    The kinds are `multiple` (the right choices) and `spot` (the lines that made it worse).
    """
    ticked = [_ticks(each) for each in _of_kind(quizzes, kind)]
    chance = sum(1 / (of - 1) for _, of in ticked) / len(ticked)
    return chance, Counter(right for right, _ in ticked).most_common(1)[0][1] / len(ticked)


def _of_kind(quizzes: Iterable[Quiz], kind: str) -> list[Question]:
    return [each for quiz in quizzes for each in quiz.questions if each.kind == kind]


def _ticks(question: Question) -> tuple[int, int]:
    """How many parts are to be ticked, and among how many: one at least is, and one is not."""
    if question.kind == "multiple":
        return sum(choice.correct for choice in question.choices), len(question.choices)
    judged = [line for line in question.transcript if line.feedback]
    return sum(line.worse for line in judged), len(judged)


def _words(text: str) -> set[str]:
    """The words of a text that say something: those of four letters and more."""
    return {word for word in re.findall(r"[a-z]+", text.casefold()) if len(word) >= 4}


def _shared(each: Asked, index: int) -> float:
    return len(_words(each.choices[index].text) & _words(each.stem))


def _count(*patterns: re.Pattern[str]) -> Callable[[Asked, int], float]:
    return lambda each, index: sum(len(p.findall(each.choices[index].text)) for p in patterns)


def _asks(each: Asked, index: int) -> float:
    return each.choices[index].text.rstrip('"”) ').endswith("?")


_polite = _count(COURTESIES)

GUESSES: dict[str, Callable[[Asked, int], float]] = {
    "the longest": lambda each, index: len(each.choices[index].text),
    "the shortest": lambda each, index: -len(each.choices[index].text),
    "the first": lambda each, index: -index,
    "the last": lambda each, index: index,
    "most like the stem": _shared,
    "least like the stem": lambda each, index: -_shared(each, index),
    "the most hedged": _count(QUALIFIERS),
    "the most polite": _polite,
    "the least polite": lambda each, index: -_polite(each, index),
    "ends with a question": _asks,
    "the most numbers": _count(NUMBERS),
    "the most concrete": _count(NUMBERS, TIMES, NAME),
    "the most sentences": _count(SENTENCE),
    "the longest feedback": lambda each, index: len(each.choices[index].feedback),
}
"""Thirteen ways by what is seen before an answer, and one by what is seen after another."""
