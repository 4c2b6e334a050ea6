"""Quizzes and their questions."""

from __future__ import annotations

from .entry import Entry

QUIZZES: dict[str, Entry] = {
    "QZ101": Entry(
        "A quiz's id differs from its file name.",
        "Give the id and the file the same name: it is the quiz's address.",
    ),
    "QZ102": Entry(
        "Two questions of one quiz share an id.",
        "Give each question an id of its own; a learner's answers are kept by it.",
    ),
    "QZ103": Entry(
        "A single-choice question does not have exactly one correct choice.",
        "Add `correct: true` to exactly one choice.",
    ),
    "QZ104": Entry(
        "A multiple-choice question has no correct choice.",
        "Add `correct: true` to each choice that is right.",
    ),
    "QZ105": Entry(
        "Every choice of a question is marked correct.",
        "Leave `correct: true` away where the choice is wrong, or add wrong choices.",
    ),
    "QZ106": Entry(
        "Two choices, items, lines or answers of one question say the same.",
        "Rewrite one of them, or remove it.",
    ),
    "QZ107": Entry(
        'A choice says "all of the above" or "none of the above".',
        "Use a multiple-choice question, or write a real choice.",
    ),
    "QZ108": Entry(
        "A question's objective does not exist in its module.",
        "Use the id of an objective in the module's front matter, or add the objective there.",
    ),
    "QZ109": Entry(
        "The quiz's module is not a module page.",
        "Name a page under docs/ that has `objectives` in its front matter.",
    ),
    "QZ110": Entry(
        "Two choices of one question have the same feedback.",
        "Say of each choice why it is right or wrong.",
    ),
    "QZ111": Entry(
        "A quiz has both a pool and questions or a module of its own.",
        "Keep the pool, or keep the questions with their module.",
    ),
    "QZ112": Entry(
        "A pool names a quiz that does not exist, has no questions, or stands there twice.",
        "Name each quiz of the pool once, by its id.",
    ),
    "QZ113": Entry(
        "A quiz draws more questions than there are.",
        "Lower `draw`, or add questions.",
    ),
    "QZ114": Entry(
        "A test draws most of its questions every time, so a second try is much like the first.",
        "Add questions until there are twice as many as are drawn, or lower `draw`.",
        "note",
    ),
    "QZ115": Entry(
        "A quiz has a time limit and is no test.", "Add `mode: test`, or remove `minutes`."
    ),
    "QZ116": Entry(
        "The hints of a question cost all the points that it gives, or more.",
        "Raise `points`, or lower the costs of the hints.",
    ),
    "QZ117": Entry(
        "A text has not as many places for answers as there are gaps.",
        "Write ___ in the text for each gap, in the order of the gaps.",
    ),
    "QZ118": Entry(
        "An item is sorted into a category that the question does not list.",
        "Use one of the question's `categories`, letter by letter.",
    ),
    "QZ119": Entry(
        "No item belongs into one of the categories.",
        "Add an item for the category, or remove the category.",
    ),
    "QZ120": Entry(
        "A line of a transcript that can be picked has no feedback.",
        "Say in `feedback` why the line made it worse, or why it did not.",
    ),
    "QZ121": Entry(
        "In a transcript no line made it worse, or every line that can be picked did.",
        "Give `worse: true` to some lines, and `feedback` without it to others.",
    ),
    "QZ122": Entry(
        "A typed answer is too long to be foreseen.",
        "Ask for a word or a short phrase, or use the kind `rewrite`.",
    ),
    "QZ123": Entry(
        "A quiz draws from other quizzes and is no test.",
        "Add `mode: test`: practice belongs on the module's own page.",
    ),
    "QZ124": Entry(
        "A test has a question that learners judge themselves.",
        "Use another kind of question, or have the quiz in practice mode.",
    ),
    "QZ125": Entry(
        "So many letters of a typed answer may differ that other words are accepted.",
        "Allow fewer than half of the letters of the shortest answer, or remove `typos`.",
    ),
}
