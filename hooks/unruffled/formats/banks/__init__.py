"""Questions for other programs, and from them: one module for each format in forms/."""

from .as_quiz import as_quiz
from .items import Bank
from .questions import bank_of
from .registry import ENDINGS, READERS, WRITERS

__all__ = ["ENDINGS", "READERS", "WRITERS", "Bank", "as_quiz", "bank_of"]
