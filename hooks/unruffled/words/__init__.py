"""The words that a reader sees and no author wrote: one catalogue for all that is shown.

They are written in English where they are used, as gettext has it: in Python, templates and
scripts. `unruffled.pot` collects them. A translation is a file of the same form,
`words/LANGUAGE.po` in a project. What it does not have is shown in English.
"""

from .catalogue import FOLDER, Words, marked

__all__ = ["FOLDER", "Words", "marked"]
