"""The content of the Unruffled handbook, as data."""

from pathlib import Path

CONTENT = Path(__file__).parent / "content"
"""The folder with docs/, quizzes/, phrases/ and the other content, as in the repository."""
