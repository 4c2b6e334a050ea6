"""A quiz as a package for a learning platform, by SCORM 1.2."""

from .package import package

__all__ = ["package"]
