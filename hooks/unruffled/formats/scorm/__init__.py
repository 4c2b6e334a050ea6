"""A quiz as a package for a learning platform, by SCORM 1.2."""

from .build import package
from .publish import published

__all__ = ["package", "published"]
