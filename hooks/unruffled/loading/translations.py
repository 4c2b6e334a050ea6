"""Read one translation: its sentences, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError

from ..problems import Place, Problem, problem
from ..words import Words
from ..words.catalogue import GAP, Key
from ..words.translation import every, forms_of
from ..words.translation import read as read_catalog

_TAG = re.compile(r"</?[a-z][^>]*>")
_FUZZY = "it is marked as fuzzy, so that nobody has looked at it yet"


def read_translation(path: str, language: str, text: str) -> tuple[Words, list[Problem]]:
    """Return the words in the text of a translation, and its faults."""
    try:
        catalog = read_catalog(text)
        plural = Words(plural=catalog.plural_expr)
        plural.plural_of("", "")
    except PoFileError as error:
        place = Place(path, (error.lineno or 0) + 1)
        return Words(language), [problem("WD101", place, str(error))]
    except (ValueError, UnicodeDecodeError) as error:
        return Words(language), [problem("WD101", Place(path), str(error))]
    forms: dict[Key, tuple[str, ...]] = {}
    problems = [*_missing(path, catalog), *_gone(path, catalog)]
    for message, own in _pairs(catalog):
        if fault := _fault(path, message, own, catalog.num_plurals):
            problems.append(fault)
        elif any(forms_of(own.string)):
            forms[message.context or "", forms_of(message.id)[0]] = forms_of(own.string)
    return Words(language, forms, catalog.plural_expr, catalog.num_plurals), problems


def _pairs(catalog: Catalog) -> Iterator[tuple[Message, Message]]:
    """Yield each sentence in English with its translation, empty or not."""
    for message in every():
        own = message.id and catalog.get(message.id, context=message.context)
        if own:
            yield message, own


def _missing(path: str, catalog: Catalog) -> Iterator[Problem]:
    """One message for all: a file that was just begun has hundreds.

    A file that only says some of the English in another way misses nothing.
    """
    if PurePosixPath(path).stem == "en":
        return
    done = {(own.context, own.id) for _, own in _pairs(catalog) if any(forms_of(own.string))}
    wanted = [each for each in every() if each.id]
    left = [each for each in wanted if (each.context, each.id) not in done]
    if left:
        first = forms_of(left[0].id)[0]
        cause = f'{len(left)} of {len(wanted)} sentences are not translated, such as "{first}"'
        yield problem("WD104", Place(path), cause)


def _fault(path: str, message: Message, own: Message, plurals: int) -> Problem | None:
    english, texts = forms_of(message.id), forms_of(own.string)
    place = Place(path, own.lineno or 1)
    there = [text for text in texts if text]
    wanted = plurals if len(english) > 1 else 1
    if not there:
        return None
    if "fuzzy" in own.flags:
        return problem("WD104", place, f'"{english[0]}": {_FUZZY}')
    if len(there) < wanted:
        return problem("WD106", place, f'"{english[0]}" has {len(there)} of {wanted} forms')
    return next(_differing(place, english, texts), None)


def _differing(place: Place, english: tuple[str, ...], texts: tuple[str, ...]) -> Iterator[Problem]:
    """A plural form may leave its number out: "one question"."""
    for code, pattern in (("WD102", GAP), ("WD103", _TAG)):
        wanted = sorted(each[0] for each in pattern.finditer(english[-1]))
        for text in texts:
            have = sorted(each[0] for each in pattern.finditer(text))
            counted = len(english) > 1 and pattern is GAP
            if have != wanted and not (counted and sorted([*have, "{n}"]) == wanted):
                cause = f'"{english[0]}" has {_list(wanted)}, its translation {_list(have)}'
                yield problem(code, place, cause)


def _gone(path: str, catalog: Catalog) -> Iterator[Problem]:
    for own in catalog:
        if own.id and every().get(own.id, context=own.context) is None:
            cause = f'"{forms_of(own.id)[0]}" is not in the catalogue'
            yield problem("WD105", Place(path, own.lineno or 1), cause)


def _list(found: list[str]) -> str:
    return ", ".join(found) or "none"
