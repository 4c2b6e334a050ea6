"""The rules about content: every module in this folder, and those of the kinds of questions."""

from ..found import import_all
from .registry import RULES, run

import_all("checks/**/*.py")
import_all("kinds/*/rules*.py")

__all__ = ["RULES", "run"]
