"""What `unruffled new` writes: complete but for the words, which it names."""

from .files import assignment, letter, module_page, phrases, quiz, situation
from .questions import KINDS, question, with_entry
from .scenario import scenario

__all__ = [
    "KINDS",
    "assignment",
    "letter",
    "module_page",
    "phrases",
    "question",
    "quiz",
    "scenario",
    "situation",
    "with_entry",
]
