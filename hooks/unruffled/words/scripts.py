"""Sentences in scripts: found for the catalogue, and put in another language before publishing.

A script is published with the sentences of the site's language in it. So a page has its own words
and no others, they are there before its first line runs, and nothing is looked up in a browser.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from .catalogue import ENGLISH_FORM, Words

RUNTIME = "browser/core/words.js"
"""The functions in the browser, as a path in the package."""

_LANGUAGE = 'LOCALE = "en-GB"'
_FORM = "Number(n !== 1)"
_EXPRESSION = re.compile(r"[n0-9\s()?:%=!<>&|]+")

_LITERAL = r"""\s*("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.)*`)\s*"""
_NUMBER_OF_TEXTS = {"gettext": 1, "pgettext": 2, "ngettext": 2}
_CALL = re.compile(r"(?<![\w.$])(gettext|pgettext|ngettext)\(")
_FIRST = re.compile(_LITERAL)
_IMPORT = re.compile(r"import \{([^}]*)\} from (\"[^\"]*\bwords\.js\");\n")
_BETWEEN = re.compile(r",")
_COMMENT = re.compile(r"/\*.*?\*/|(?<![\w\"'`:/])//[^\n]*", re.DOTALL)


class Call(NamedTuple):
    """A call in a script: what it asks for, and where its texts stand."""

    function: str
    texts: tuple[str, ...]
    start: int
    end: int
    alone: bool
    """Whether it has no values: the sentence itself can stand in its place."""


def calls(script: str) -> Iterator[Call]:
    """Yield the calls in a script that ask for words.

    Raises ValueError for a call whose texts are not written out: nobody could translate them.
    """
    script = _COMMENT.sub(lambda comment: " " * len(comment[0]), script)
    for found in _CALL.finditer(script):
        if script[: found.start()].endswith("function "):
            continue
        texts, position = [], found.end()
        for _ in range(_NUMBER_OF_TEXTS[found[1]]):
            literal = _FIRST.match(script, position)
            if not literal:
                line = script.count("\n", 0, found.start()) + 1
                raise ValueError(f"line {line}: {found[1]}() needs its sentence written out")
            texts.append(_text_of(literal[1]))
            position = literal.end()
            if comma := _BETWEEN.match(script, position):
                position = comma.end()
        closing = re.compile(r"\s*\)").match(script, position)
        end = closing.end() if closing else position
        yield Call(found[1], tuple(texts), found.start(), end, bool(closing))


def translated(path: str, script: str, words: Words) -> str:
    """Return a script (its path in the package) with its sentences in the language of ``words``."""
    if path == RUNTIME:
        return _runtime(script, words)
    result, position = [], 0
    for call in calls(script):
        result += [script[position : call.start], _in_language(call, words)]
        position = call.end
    said = "".join([*result, script[position:]])
    return _without_unused(said).replace(_LANGUAGE, _language(words))


def _without_unused(script: str) -> str:
    """Take out of a script the functions for words that it does not call any more."""
    found = _IMPORT.search(script)
    if not found:
        return script
    before, behind = script[: found.start()], script[found.end() :]
    names = [name.strip() for name in found[1].split(",") if name.strip()]
    used = [name for name in names if re.search(rf"\b{name}\b", before + behind)]
    kept = f"import {{ {', '.join(used)} }} from {found[2]};\n" if used else ""
    return f"{before}{kept}{behind}"


def _in_language(call: Call, words: Words) -> str:
    forms = ", ".join(json.dumps(form, ensure_ascii=False) for form in _forms(call, words))
    if call.alone:
        return forms
    return f"{call.function}({forms},"


def _forms(call: Call, words: Words) -> tuple[str, ...]:
    if call.function == "ngettext":
        return words.plural_of(*call.texts)
    context = call.texts[0] if call.function == "pgettext" else ""
    form = words.form((context, call.texts[-1]))
    return (form,) if call.alone or not context else (context, form)


def _runtime(script: str, words: Words) -> str:
    """Put the plural forms and the language into the functions themselves.

    Raises ValueError where the script does not have the two places, or the expression is none.
    """
    if script.count(_LANGUAGE) != 1 or script.count(_FORM) != 1:
        raise ValueError(f"{RUNTIME} has no place for the language")
    if not _EXPRESSION.fullmatch(words.plural):
        raise ValueError(f"{words.plural} chooses no plural form")
    form = _FORM if words.plural == ENGLISH_FORM else f"Number({words.plural})"
    return script.replace(_LANGUAGE, _language(words)).replace(_FORM, form)


def _language(words: Words) -> str:
    return f"LOCALE = {json.dumps(words.locale)}"


def _text_of(literal: str) -> str:
    """Return what a literal of JavaScript says."""
    mark, body = literal[0], literal[1:-1]
    if mark != '"':
        body = body.replace(f"\\{mark}", mark).replace('"', '\\"')
    return str(json.loads(f'"{body}"', strict=False))
