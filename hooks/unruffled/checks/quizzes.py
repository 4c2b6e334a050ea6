"""Rules for quizzes and for what all kinds of questions share.

Item rules follow Haladyna, Downing & Rodriguez (2002). What only one kind needs is in
``kinds/``.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..kinds.base import Loc
from ..model.library import Library
from ..model.quiz import Mode, Question, Quiz
from ..problems import nearest
from .ids import doubled, repeated, unlike_file
from .registry import Finding, rule
from .texts import is_to_write

FEWEST_FORMS = 2
"""How many times as many questions as are drawn make a pool from which a second try differs."""


def questions(library: Library) -> Iterator[Question]:
    """Yield every question of every quiz."""
    for quiz in library.quizzes.values():
        yield from quiz.questions


def named(question: Question) -> str:
    """Return a question as messages call it: `question "reflect" (single)`."""
    return f'question "{question.id}" ({question.kind})'


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 point`, `no points`."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


@rule(
    "QZ101",
    meaning="A quiz's id differs from its file name.",
    cure="Give the id and the file the same name: it is the quiz's address.",
)
def id_is_the_file_name(library: Library) -> Iterator[Finding]:
    """A quiz is addressed by its id and found by its file."""
    yield from unlike_file(dict(library.quizzes), "quiz")


@rule(
    "QZ102",
    meaning="Two questions of one quiz share an id.",
    cure="Give each question an id of its own; a learner's answers are kept by it.",
)
def question_ids_are_unique(library: Library) -> Iterator[Finding]:
    """A learner's answers are kept by quiz and question id."""
    for quiz in library.quizzes.values():
        yield from repeated(quiz.questions, "question")


@rule(
    "QZ106",
    meaning="Two choices, items, lines or answers of one question say the same.",
    cure="Rewrite one of them, or remove it.",
)
def what_is_judged_differs(library: Library) -> Iterator[Finding]:
    """Two choices alike cannot be told apart."""
    for question in questions(library):
        seen: set[tuple[str, str]] = set()
        for loc, text, noun in question.judged:
            if (noun, text.casefold()) in seen and not is_to_write(text):
                cause = f'the {noun} "{text}" stands twice in {named(question)}'
                yield Finding(question.at(*loc), cause)
            seen.add((noun, text.casefold()))


@rule(
    "QZ110",
    meaning="Two choices of one question have the same feedback.",
    cure="Say of each choice why it is right or wrong.",
)
def feedback_differs(library: Library) -> Iterator[Finding]:
    """Feedback says why *this* choice is right or wrong; the same for two says it of neither."""
    for question in questions(library):
        first: dict[str, Loc] = {}
        for loc, reason in question.reasons:
            text = " ".join(reason.casefold().split())
            earlier = first.setdefault(text, loc)
            if earlier == loc or is_to_write(text):
                continue
            place, before = question.at(*loc), question.at(*earlier)
            # Through an alias, both are the same text in the same place: a fault of its own.
            if place != before:
                cause = f"`{loc[-1]}` says the same as line {before.line}"
                yield Finding(place, f"{cause}, in {named(question)}")


@rule(
    "QZ108",
    meaning="A question's objective does not exist in its module.",
    cure="Use the id of an objective in the module's front matter, or add the objective there.",
)
def objective_exists(library: Library) -> Iterator[Finding]:
    """A score by objective needs the objective."""
    for quiz in library.quizzes.values():
        page = library.pages.get(quiz.module or "")
        if page is None or not page.is_module or page_is_partial(library, quiz):
            continue
        known = {objective.id for objective in page.meta.objectives}
        for question in quiz.questions:
            if question.objective and question.objective not in known:
                cause = f'the module has no objective "{question.objective}"'
                cure = f'question "{question.id}": {nearest(question.objective, known)}'
                yield Finding(question.at("objective"), cause, cure)


@rule(
    "QZ109",
    meaning="The quiz's module is not a module page.",
    cure="Name a page under docs/; this handbook wants one with `objectives` in its front matter.",
)
def module_is_a_module(library: Library) -> Iterator[Finding]:
    """A quiz belongs to the page that teaches what it asks."""
    for quiz in library.quizzes.values():
        if quiz.module and not page_is_partial(library, quiz):
            page = library.pages.get(quiz.module)
            if page is None:
                guess = nearest(quiz.module, library.pages)
                yield Finding(quiz.at("module"), f'there is no page "{quiz.module}": {guess}')
            elif not page.is_module and library.handbook.objectives == "required":
                yield Finding(quiz.at("module"), f'"{quiz.module}" has no objectives')


def page_is_partial(library: Library, quiz: Quiz) -> bool:
    """Whether the module's own front matter has faults that must be mended first."""
    return f"docs/{quiz.module}" in library.partial


def _sound(library: Library) -> Iterator[Quiz]:
    """Yield the quizzes that were read whole: of others, nothing can be said to be missing."""
    yield from (each for each in library.quizzes.values() if not library.is_partial(each))


@rule("KY102")
def a_quiz_has_questions_and_a_module(library: Library) -> Iterator[Finding]:
    """Who needs which depends on other files, so the model cannot ask for them."""
    for quiz in _sound(library):
        missing = (
            [] if quiz.pool else [key for key in ("questions", "module") if not quiz.__dict__[key]]
        )
        for key in missing:
            yield Finding(quiz.at(), f'the key "{key}" is missing')
        page = library.pages.get(quiz.module or "")
        if library.handbook.objectives == "required" or (page and page.is_module):
            for question in quiz.questions:
                if not question.objective:
                    cause = 'the key "objective" is missing'
                    cure = f"{named(question)}: add `objective:` with its value"
                    yield Finding(question.at(), cause, cure)


@rule(
    "QZ111",
    meaning="A quiz has both a pool and questions or a module of its own.",
    cure="Keep the pool, or keep the questions with their module.",
)
def a_pool_has_no_questions_of_its_own(library: Library) -> Iterator[Finding]:
    """A question belongs to the quiz of one module; a pool only borrows."""
    for quiz in _sound(library):
        extra = [key for key in ("questions", "module") if quiz.pool and quiz.__dict__[key]]
        for key in extra:
            yield Finding(quiz.at(key), f"the quiz has both `pool` and `{key}`")


@rule(
    "QZ112",
    meaning="A pool names a quiz that does not exist, has no questions, or stands there twice.",
    cure="Name each quiz of the pool once, by its id.",
)
def pools_are_known(library: Library) -> Iterator[Finding]:
    """A pool names quizzes that have questions of their own."""
    with_questions = {name for name, quiz in library.quizzes.items() if not quiz.pool}
    pools = library.quizzes.keys() - with_questions
    for quiz in library.quizzes.values():
        yield from doubled(quiz, "pool", quiz.pool)
        for index, name in enumerate(quiz.pool):
            if (
                name not in with_questions
                and library.file_of("quizzes", name) not in library.partial
            ):
                cause = f'there is no quiz "{name}": {nearest(name, with_questions)}'
                if name in pools:
                    cause = f'the quiz "{name}" has a pool and no questions of its own'
                yield Finding(quiz.at("pool", index), cause)


@rule(
    "QZ123",
    meaning="A quiz draws from other quizzes and is no test.",
    cure="Add `mode: test`: practice belongs on the module's own page.",
)
def a_pool_is_a_test(library: Library) -> Iterator[Finding]:
    """Practice leads from a reason to the passage that teaches it, and so stays on that page."""
    for quiz in _sound(library):
        if quiz.pool and quiz.mode is not Mode.TEST:
            yield Finding(quiz.at("pool"), "the quiz has a `pool` and is no test")


@rule(
    "QZ124",
    meaning="A test has a question that learners judge themselves.",
    cure="Use another kind of question, or have the quiz in practice mode.",
)
def a_test_counts_every_question(library: Library) -> Iterator[Finding]:
    """Learners judge a `rewrite` themselves, after they have seen good versions."""
    for quiz in library.quizzes.values():
        for question in quiz.questions if quiz.mode is Mode.TEST else ():
            if not question.counted:
                cause = f"{named(question)} stands in a test"
                yield Finding(question.at("kind"), cause)


@rule(
    "QZ113",
    meaning="A quiz draws more questions than there are.",
    cure="Lower `draw`, or add questions.",
)
def draws_what_there_is(library: Library) -> Iterator[Finding]:
    """More questions cannot be asked than there are."""
    for quiz in _sound(library):
        have = len(library.questions_of(quiz))
        if quiz.draw and _complete(library, quiz) and quiz.draw > have:
            cause = f"the quiz draws {quiz.draw} and has {counted(have, 'question')} to draw from"
            if have < sum(len(library.quizzes[name].questions) for name in quiz.pool):
                cause += "; those of the kind rewrite are not drawn"
            cure = f"draw at most {have}, or add questions" if have else "add questions"
            yield Finding(quiz.at("draw"), cause, cure)


@rule(
    "QZ114",
    meaning="A test draws most of its questions every time, so a second try is much like the "
    "first.",
    cure="Add questions until there are twice as many as are drawn, or lower `draw`.",
    severity="note",
)
def a_second_draw_differs(library: Library) -> Iterator[Finding]:
    """From a small pool, a second test is much like the first."""
    for quiz in _sound(library):
        have = len(library.questions_of(quiz))
        few = quiz.draw and quiz.draw <= have < FEWEST_FORMS * quiz.draw
        if few and _complete(library, quiz) and quiz.mode is Mode.TEST:
            cause = f"the test draws {quiz.draw} of only {have} questions"
            yield Finding(quiz.at("draw"), cause)


def _complete(library: Library, quiz: Quiz) -> bool:
    """Whether what this quiz draws from is there, and without faults."""
    return bool(quiz.pool or quiz.questions) and not any(
        name not in library.quizzes or library.file_of("quizzes", name) in library.partial
        for name in quiz.pool
    )


@rule(
    "QZ115",
    meaning="A quiz has a time limit and is no test.",
    cure="Add `mode: test`, or remove `minutes`.",
)
def only_tests_have_a_time_limit(library: Library) -> Iterator[Finding]:
    """Practice has no end that a clock could decide."""
    for quiz in _sound(library):
        if quiz.minutes and quiz.mode is not Mode.TEST:
            yield Finding(quiz.at("minutes"), "the quiz has `minutes` and is no test")


@rule(
    "QZ116",
    meaning="The hints of a question cost all the points that it gives, or more.",
    cure="Raise `points`, or lower the costs of the hints.",
)
def hints_cost_less_than_the_answer_gives(library: Library) -> Iterator[Finding]:
    """Who takes every hint and answers right has learnt something: it must be worth a point."""
    for question in questions(library):
        cost = sum(hint.cost for hint in question.hints)
        if cost and cost >= question.points:
            cause = f"the hints cost {cost} of {counted(question.points, 'point')}"
            cure = f"{named(question)}: raise `points` above {cost}, or lower the costs"
            yield Finding(question.at("hints"), cause, cure)
