"""What `unruffled new` writes: complete but for the words, which it names."""

from .files import assignment, letter, module_page, phrases, quiz, situation
from .handbook import KINDS as HANDBOOKS
from .handbook import handbook
from .overlay import overlay
from .questions import question, with_entry
from .scenario import scenario
from .session import session
from .voice import voice
from .wheels import wheel_lines

__all__ = [
    "HANDBOOKS",
    "assignment",
    "handbook",
    "letter",
    "module_page",
    "overlay",
    "phrases",
    "question",
    "quiz",
    "scenario",
    "session",
    "situation",
    "voice",
    "wheel_lines",
    "with_entry",
]
