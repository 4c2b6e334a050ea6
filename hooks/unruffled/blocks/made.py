"""The pages that this package makes, and those of authors that they lead to.

What stands here holds where handbook.yml says nothing else below `pages`.
"""

from __future__ import annotations

from ..model.assignment import Assignment
from ..model.card import Card
from ..model.letter import Letter
from ..model.made import MadePage
from ..model.path import LearningPath
from ..model.phrases import PhraseTable
from ..model.quiz import Quiz
from ..model.scenario import Scenario
from ..model.session import Session
from ..model.voice import Voice
from ..words import marked

CALLED = "{title}"
"""The title of a page that is called like what it shows."""

_CARDS = ("situations/", "vocabulary.yml")
GUIDE = MadePage(
    name="guide",
    path="desk/index.md",
    title=marked("Situations"),
    heading=marked("What is happening right now?"),
    noun="the guide to all cards",
    sources=_CARDS,
)
CARD = MadePage(
    name="card", path="desk/{}.md", title=CALLED, noun="a card", of=Card, sources=_CARDS
)

PHRASEBOOK = MadePage(
    name="phrasebook",
    path="phrases/index.md",
    title=marked("Phrases"),
    noun="the page of all phrases",
    sources=("phrases/",),
)
TABLE = MadePage(
    name="phrase-table",
    path="phrases/{}.md",
    title=marked("{title}: phrases"),
    heading=CALLED,
    noun="the page of a phrase table",
    of=PhraseTable,
    sources=("phrases/",),
)
TAKE_ALONG = MadePage(
    name="take-along",
    path="phrases/take-along.md",
    title=marked("Take the phrases along"),
    noun="the page of files to take along",
    sources=("phrases/",),
)

LETTERS = MadePage(
    name="letters",
    path="letters/index.md",
    title=marked("Whole letters"),
    noun="the list of letters",
    sources=("letters/",),
)
LETTER = MadePage(
    name="letter",
    path="letters/{}.md",
    title=CALLED,
    noun="a letter",
    of=Letter,
    sources=("letters/",),
)

PRACTICE = MadePage(
    name="conversations",
    path="practice/index.md",
    title=marked("Conversations to practise"),
    noun="the list of conversations",
    sources=("scenarios/",),
)
CONVERSATION = MadePage(
    name="conversation",
    path="practice/{}.md",
    title=CALLED,
    noun="a conversation",
    of=Scenario,
    sources=("scenarios/",),
)
ROLE_PLAY = MadePage(
    name="role-play-sheet",
    path="practice/sheets/{}.md",
    title=marked("Role-play sheet: {title}"),
    noun="the sheet of a conversation",
    of=Scenario,
    sources=("scenarios/",),
)
MAP = MadePage(
    name="map",
    path="practice/maps/{}.md",
    title=marked("Map: {title}"),
    noun="the map of a conversation",
    of=Scenario,
    sources=("scenarios/",),
)

PATHS = MadePage(
    name="paths",
    path="course/paths.md",
    title=marked("Learning paths"),
    noun="the list of learning paths",
    sources=("paths/",),
)
PATH = MadePage(
    name="path",
    path="course/paths/{}.md",
    title=CALLED,
    noun="a learning path",
    of=LearningPath,
    sources=("paths/",),
)

ASSIGNMENTS = MadePage(
    name="assignments",
    path="assignments/index.md",
    title=marked("Assignments"),
    noun="the list of assignments",
    sources=("assignments/",),
)
ASSIGNMENT = MadePage(
    name="assignment",
    path="assignments/{}.md",
    title=CALLED,
    noun="an assignment",
    of=Assignment,
    sources=("assignments/",),
)

SESSIONS = MadePage(
    name="sessions",
    path="train/sessions/index.md",
    title=marked("Sessions"),
    noun="the list of sessions",
    sources=("sessions/",),
)
SESSION = MadePage(
    name="session",
    path="train/sessions/{}.md",
    title=marked("Session: {title}"),
    noun="the sheet of a session",
    of=Session,
    sources=("sessions/",),
)
MATERIAL = MadePage(
    name="material",
    path="train/material/{}.md",
    title=marked("Material: {title}"),
    noun="the material of a session",
    of=Session,
    sources=("sessions/",),
)
FOLLOW_UP = MadePage(
    name="follow-up",
    path="train/follow-ups/{}.md",
    title=marked("Follow-up: {title}"),
    noun="the follow-up of a session",
    of=Session,
    sources=("sessions/",),
)
QUIZ_SHEET = MadePage(
    name="quiz-sheet",
    path="train/sheets/{}.md",
    title=marked("Quiz sheet: {title}"),
    noun="a quiz on paper",
    of=Quiz,
    sources=("quizzes/", "sessions/"),
)
ANSWER_KEY = MadePage(
    name="answer-key",
    path="train/keys/{}.md",
    title=marked("Answer key: {title}"),
    noun="the answers to a quiz on paper",
    of=Quiz,
    sources=("quizzes/", "sessions/"),
)

GLOSSARY = MadePage(
    name="glossary",
    path="reference/glossary.md",
    title=marked("Glossary"),
    noun="the glossary",
    sources=("vocabulary.yml",),
)
EVIDENCE = MadePage(
    name="evidence",
    path="reference/evidence.md",
    title=marked("The evidence"),
    noun="the list of sources",
    sources=("references.yml",),
)
CODES = MadePage(
    name="problem-codes",
    path="contributing/problem-codes.md",
    title=marked("Problem codes"),
    noun="the list of problem codes",
)
COMPONENTS = MadePage(
    name="components",
    path="contributing/components.md",
    title=marked("Components"),
    noun="the page of components",
)
UPKEEP = MadePage(
    name="upkeep",
    path="contributing/upkeep.md",
    title=marked("Due for a look"),
    noun="the list of what is due for a look",
)

VOICES = MadePage(
    name="voices",
    path="voice/index.md",
    title=marked("Say it aloud"),
    noun="the list of voice exercises",
    sources=("voice/",),
)
VOICE = MadePage(
    name="voice",
    path="voice/{}.md",
    title=CALLED,
    noun="a page of voice exercises",
    of=Voice,
    sources=("voice/",),
)
VOICE_FOR_TWO = MadePage(
    name="voice-for-two",
    path="voice/for-two.md",
    title=marked("The voice, for two"),
    noun="the voice exercise for two",
    sources=("voice/",),
)
VOICE_ABOUT = MadePage(
    name="voice-about",
    path="voice/what-it-tells.md",
    title=marked("What the voice figures can tell"),
    noun="what the voice figures can tell",
    sources=("voice/",),
)
REPLY = MadePage(
    name="reply",
    path="desk/reply.md",
    title=marked("Check my reply"),
    noun="the page on which a reply is checked",
    sources=("reply-rules/", "house-rules/"),
)

LAUNCH = MadePage(
    name="launch",
    path="launch.md",
    title=marked("Report what you learn"),
    noun="the page of launch links",
    sources=("organisation.yml",),
)
BADGE = MadePage(
    name="badge",
    path="badge.md",
    title=marked("Check a badge"),
    noun="the page on which a badge is checked",
    sources=("organisation.yml",),
)

SEQUENCE = MadePage(
    name="sequence", path="desk/sequence.md", title="", noun="what the guide leads to first"
)
AFTER = MadePage(
    name="after", path="desk/after.md", title="", noun="what a card leads to when it is over"
)
BRING = MadePage(
    name="take-along-guide",
    path="authors/take-along.md",
    title="",
    noun="how the files to take along are brought into each tool",
)
GROUPS = MadePage(
    name="groups",
    path="train/groups.md",
    title="",
    noun="how sessions work with odd numbers, and at a distance",
)
PLANS = MadePage(
    name="plans", path="train/plans.md", title="", noun="how sessions are put together"
)
RUBRIC = MadePage(name="rubric", path="train/rubric.md", title="", noun="by what trainers judge")
REPLY_LIMITS = MadePage(
    name="reply-limits",
    path="reference/reply-check.md",
    title="",
    noun="what a check of replies cannot see",
)

WRITTEN = (SEQUENCE, AFTER, BRING, GROUPS, PLANS, RUBRIC, REPLY_LIMITS)
"""Pages of authors: where there is one, pages that are made lead to it."""
