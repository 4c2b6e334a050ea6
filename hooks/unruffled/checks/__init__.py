"""The rules about content: every module in this folder, and those of the kinds of questions."""

from ..found import modules
from .registry import RULES, run

modules("checks/**/*.py")
modules("kinds/*/rules*.py")

__all__ = ["RULES", "run"]
