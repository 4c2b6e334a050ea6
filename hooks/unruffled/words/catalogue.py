"""Sentences in the language of a site, with values put in; numbers and days as it writes them."""

from __future__ import annotations

import gettext as plural_forms
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, reduce
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal
from markupsafe import Markup, escape

FOLDER = "words"
"""The folder of a project in which its translations are."""

Key = tuple[str, str]
"""A context, mostly empty, and the sentence in English."""

GAP = re.compile(r"\{(\w+)\}")
"""The place of a value in a sentence."""

BRITISH = "en-GB"
ENGLISH_FORM = "(n != 1)"


def marked(message: str) -> str:
    """Name a sentence for the catalogue where no language is known yet; ``said`` translates it."""
    return message


@dataclass(frozen=True)
class Words:
    """The sentences of one language.

    ``forms`` has a sentence in its plural forms, or one form, by its key; what it does not have is
    English. ``plural`` says which of its ``number_of_forms`` a number takes: an expression in
    ``n``, as gettext's files have it.
    """

    language: str = "en"
    forms: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)
    plural: str = ENGLISH_FORM
    number_of_forms: int = 2

    @property
    def locale(self) -> str:
        """How numbers and days are written: that of the language; plain English is British."""
        return BRITISH if self.language == "en" else self.language

    def gettext(self, message: str, **values: object) -> str:
        """Return a sentence with its values."""
        return self.said(message, **values)

    def pgettext(self, context: str, message: str, **values: object) -> str:
        """Return a sentence that has another meaning elsewhere: ``context`` tells them apart."""
        return self._filled(self.form((context, message)), values)

    def ngettext(self, one: str, many: str, n: int, **values: object) -> str:
        """Return the sentence that is right for the number ``n``, whose place in it is ``{n}``."""
        return self._filled(self._counted(one, many, n), {"n": n} | values)

    def said(self, message: str, **values: object) -> str:
        """Return a ``marked`` sentence with its values."""
        return self._filled(self.form(("", message)), values)

    def form(self, key: Key) -> str:
        """Return the only form of a sentence, its values open."""
        return self.forms.get(key, key[1:])[0]

    def number(self, number: float) -> str:
        """Return a number as the language writes it: 1,000 or 1.000."""
        if isinstance(number, int) and 0 <= number < 1000:
            return str(number)
        return format_decimal(number, locale=self._babel)

    def long_day(self, day: date) -> str:
        """Return a day in full: 22 November 2026."""
        return format_date(day, format="long", locale=self._babel)

    def listed(self, parts: Iterable[object]) -> str:
        """Return things side by side, as the language does it: a, b, c."""
        return str(reduce(self._beside, parts)) if (parts := list(parts)) else ""

    def _beside(self, before: object, after: object) -> str:
        return self.pgettext("things side by side", "{before}, {after}", before=before, after=after)

    @property
    def direction(self) -> str:
        """How the lines run: ``ltr`` or ``rtl``."""
        return self._babel.text_direction

    @cached_property
    def html(self) -> Mapping[str, Callable[..., Markup]]:
        """The same functions for templates: values are escaped, and sentences may have tags."""
        return {
            "gettext": self._html,
            "pgettext": lambda context, message, **values: self._markup(
                self.form((context, message)), values
            ),
            "ngettext": lambda one, many, n, **values: self._markup(
                self._counted(one, many, n), {"n": n} | values
            ),
            "said": lambda message, **values: self._markup(self.form(("", message)), values),
            "listed": lambda parts: Markup(self.listed(map(escape, parts))),
        }

    def plural_of(self, one: str, many: str) -> tuple[str, ...]:
        """Return all forms of a sentence; the English ones in their places if there are no own."""
        own = self.forms.get(("", one))
        single = self._form_of(1)
        return own or tuple(
            one if place == single else many for place in range(self.number_of_forms)
        )

    def _counted(self, one: str, many: str, n: int) -> str:
        forms = self.forms.get(("", one))
        return forms[self._form_of(n)] if forms else (one if n == 1 else many)

    @cached_property
    def _form_of(self) -> Callable[[int], int]:
        return plural_forms.c2py(self.plural)

    def _filled(self, message: str, values: Mapping[str, object]) -> str:
        return GAP.sub(lambda gap: self._shown(values, gap), message) if values else message

    def _shown(self, values: Mapping[str, object], gap: re.Match[str]) -> str:
        value = values.get(gap[1], gap[0])
        return self.number(value) if isinstance(value, int | float) else str(value)

    def _html(self, message: str, **values: Any) -> Markup:
        """Return a sentence for a template; one without values is looked up once."""
        if values:
            return self._markup(self.form(("", message)), values)
        found = self._plain.get(message)
        if found is None:
            found = self._plain[message] = Markup(self.form(("", message)))
        return found

    @cached_property
    def _plain(self) -> dict[str, Markup]:
        return {}

    def _markup(self, message: str, values: Mapping[str, Any]) -> Markup:
        if not values:
            return _as_markup(message)
        safe = {
            name: value if isinstance(value, int | float) else escape(value)
            for name, value in values.items()
        }
        return Markup(self._filled(message, safe))

    @cached_property
    def _babel(self) -> Locale:
        for name in (self.locale, self.locale.partition("-")[0]):
            try:
                return Locale.parse(name, sep="-")
            except (UnknownLocaleError, ValueError):
                continue
        return Locale.parse(BRITISH, sep="-")


@cache
def _as_markup(message: str) -> Markup:
    """A sentence without values is made once: a large site shows the same one on each question."""
    return Markup(message)
