"""What a handbook is written in: one row a folder or file of YAML. Nothing else lists them.

What is read, what a message calls it, its schema, what an editor completes from, what a preview
watches, which rules look at its texts: all of it follows from the row. A type that has no field in
the Library is read as ``library.of(Rota)``, or ``library.one(Rota)`` where it is a single file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from .assignment import Assignment
from .base import Model
from .card import Card
from .handbook import Handbook
from .letter import Letter
from .organisation import NOBODY, Organisation
from .path import LearningPath
from .phrases import PhraseTable
from .quiz import Quiz
from .reference import References, Vocabulary
from .reply import HouseRules, ReplyRules
from .safety import Safety
from .safety_examples import SafetyExamples
from .scenario import Scenario
from .session import Rubric, Session
from .signs import Signs
from .voice import Voice


@dataclass(frozen=True, kw_only=True)
class Content:
    """A row: what all content has."""

    name: str
    """Of the folder, or of the file without its ending; beside docs/."""
    model: type[Model]
    schema: str
    """The name of the schema, without its ending."""
    field: str = ""
    """The Library's own name for it. A new type needs none."""
    read: bool = True
    """Whether readers see its texts, so that the rules for texts look at them."""


@dataclass(frozen=True, kw_only=True)
class Folder(Content):
    """A folder of files, one a thing: the thing's id is the file's name."""

    noun: str
    """What a message calls one of them: `a quiz`."""
    keys: tuple[str, ...]
    """By which such a file is known, whatever folder it lies in: it has all of them."""

    def __post_init__(self) -> None:
        """Refuse a row whose keys no such file could have."""
        if not self.keys or not set(self.keys) <= self.model.model_fields.keys():
            raise ValueError(f"{self.name}: name keys of {self.model.__name__}")

    @property
    def path(self) -> str:
        """How the paths of its files begin."""
        return f"{self.name}/"


@dataclass(frozen=True, kw_only=True)
class File(Content):
    """One file beside docs/. None has to be there."""

    absent: Callable[[], Model] | None = field(default=None)
    """Makes what is in the Library where there is no such file, or none that can be read."""

    @property
    def path(self) -> str:
        """Its path."""
        return f"{self.name}.yml"


FILES = (
    File(
        name="handbook",
        model=Handbook,
        schema="handbook",
        field="handbook",
        absent=Handbook,
    ),
    File(
        name="organisation",
        model=Organisation,
        schema="organisation",
        field="organisation",
        absent=lambda: Organisation(name=NOBODY),
    ),
    File(
        name="references",
        model=References,
        schema="references",
        field="references",
        absent=lambda: References(references=()),
    ),
    File(
        name="vocabulary",
        model=Vocabulary,
        schema="vocabulary",
        field="vocabulary",
        absent=lambda: Vocabulary.model_construct(situations=()),
    ),
    File(name="rubric", model=Rubric, schema="rubric", field="rubric"),
    File(name="safety", model=Safety, schema="safety", field="safety"),
    File(
        name="safety-examples",
        model=SafetyExamples,
        schema="safety-examples",
        field="safety_examples",
        read=False,
    ),
    File(name="finder", model=Signs, schema="finder", field="signs", read=False),
)

FOLDERS = (
    Folder(
        name="quizzes",
        model=Quiz,
        schema="quiz",
        field="quizzes",
        noun="a quiz",
        keys=("questions",),
    ),
    Folder(
        name="phrases",
        model=PhraseTable,
        schema="phrases",
        field="phrases",
        noun="a phrase table",
        keys=("phrases",),
    ),
    Folder(
        name="letters",
        model=Letter,
        schema="letter",
        field="letters",
        noun="a letter",
        keys=("before", "after"),
    ),
    Folder(
        name="situations",
        model=Card,
        schema="situation",
        field="cards",
        noun="a situation card",
        keys=("moves", "hand_over"),
    ),
    Folder(
        name="paths",
        model=LearningPath,
        schema="path",
        field="paths",
        noun="a learning path",
        keys=("stages",),
    ),
    Folder(
        name="scenarios",
        model=Scenario,
        schema="scenario",
        field="scenarios",
        noun="a conversation",
        keys=("nodes", "endings"),
    ),
    Folder(
        name="assignments",
        model=Assignment,
        schema="assignment",
        field="assignments",
        noun="an assignment",
        keys=("tasks",),
    ),
    Folder(
        name="sessions",
        model=Session,
        schema="session",
        field="sessions",
        noun="a session",
        keys=("run", "roles"),
    ),
    Folder(
        name="voice",
        model=Voice,
        schema="voice",
        noun="a file of voice exercises",
        keys=("exercises",),
    ),
    Folder(
        name="reply-rules",
        model=ReplyRules,
        schema="reply-rules",
        noun="a file of rules for replies",
        keys=("rules", "kind", "cost"),
        read=False,
    ),
    Folder(
        name="house-rules",
        model=HouseRules,
        schema="house-rules",
        noun="a file of your own rules for replies",
        keys=("rules", "kind"),
        read=False,
    ),
)

CONTENT: tuple[File | Folder, ...] = (*FILES, *FOLDERS)
"""All that is read beside docs/ and mkdocs.yml, in the order in which it is read."""
