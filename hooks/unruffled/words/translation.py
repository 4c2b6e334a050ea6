"""A translation as a file: begun from the catalogue, or brought up to date with it."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

TEMPLATE = Path(__file__).parent / "unruffled.pot"
"""The catalogue of this package, without a translation."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")


@cache
def every() -> Catalog:
    """Return the catalogue of this package."""
    return read_po(StringIO(TEMPLATE.read_text(encoding="utf-8")))


def read(text: str) -> Catalog:
    """Return the translation in a text.

    Raises PoFileError, with the line, and ValueError for a text that is none.
    """
    return read_po(StringIO(text), abort_invalid=True)


def renewed(text: str, language: str) -> tuple[str, int]:
    """Return the text of a translation with every sentence of the catalogue, and how many are open.

    ``text`` is the file so far, or empty. Raises ValueError for a text that is no translation, or a
    language whose name is none.
    """
    if not _LANGUAGE.fullmatch(language):
        raise ValueError(f'"{language}" is no name of a language: write fr, or pt-BR')
    try:
        found = read(text) if text else Catalog(locale=language.replace("-", "_"), fuzzy=False)
    except PoFileError as error:
        raise ValueError(str(error)) from error
    found.update(every(), no_fuzzy_matching=True)
    made = BytesIO()
    write_po(made, found, width=0, sort_output=True)
    left = [each for each in found if each.id and not all(forms_of(each.string))]
    return made.getvalue().decode("utf-8"), len(left)


def forms_of(given: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """Return the forms of a sentence as Babel holds it; one that is empty where there are none."""
    return (given,) if isinstance(given, str) else tuple(given or ("",))
