"""What `unruffled new` writes: complete but for the words, which it names."""

from .files import assignment, letter, module_page, phrases, quiz, situation
from .handbook import KINDS as HANDBOOKS
from .handbook import handbook
from .questions import question, with_entry
from .scenario import scenario
from .session import session

__all__ = [
    "HANDBOOKS",
    "assignment",
    "handbook",
    "letter",
    "module_page",
    "phrases",
    "question",
    "quiz",
    "scenario",
    "session",
    "situation",
    "with_entry",
]
