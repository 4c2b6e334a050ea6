"""The rules about content: every module in this folder, each rule with its code."""

from ..found import modules
from .registry import RULES, run

modules("checks/**/*.py")

__all__ = ["RULES", "run"]
