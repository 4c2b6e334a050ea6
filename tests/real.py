"""The content of this project: read once in each process that tests."""

from support import ROOT
from unruffled.project import inspect

LIBRARY, PROBLEMS = inspect(ROOT)
