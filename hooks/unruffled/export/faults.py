"""What keeps phrases from a format: a placeholder without a name there, or signs of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.library import Library
from ..problems import Problem, problem
from .entries import Entry
from .form import Format
from .pieces import Kind


def unmapped(library: Library, forms: Iterable[Format], entries: list[Entry]) -> list[Problem]:
    """Return one problem for each placeholder that some of the formats have no word for."""
    used: dict[str, list[Entry]] = {}
    for entry in entries:
        for name in entry.placeholders:
            used.setdefault(name, []).append(entry)
    forms = list(forms)
    return [
        _no_word(library, name, tools, used[name])
        for name in used
        if (tools := [form.name for form in forms if name in missing(library, form, (name,))])
    ]


def missing(library: Library, form: Format, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of the placeholders that a format has no word for."""
    if form.words is None:
        return ()
    known = form.words.keys() | library.organisation.exports.words(form.name).keys()
    return tuple(name for name in names if name not in known)


def _no_word(library: Library, name: str, tools: list[str], uses: list[Entry]) -> Problem:
    others = f" and {len(uses) - 1} more" if len(uses) > 1 else ""
    return problem(
        "EX101",
        library.organisation.at("placeholders", name),
        f"{{{name}}} has no counterpart in {', '.join(tools)}; it stands in {uses[0].id}{others}",
        f"write what it is called there, in organisation.yml below `exports: {tools[0]}:`",
    )


def foreign(forms: Iterable[Format], entries: list[Entry]) -> Iterator[Problem]:
    """Yield one problem for each phrase whose text has signs that some of the formats read."""
    forms = [form for form in forms if form.own]
    for entry in entries:
        text = "\0".join(value for kind, value in entry.plain if kind is Kind.TEXT)
        found = {form.name: sign for form in forms for sign in form.own if sign in text}
        if found:
            cause = f'"{next(iter(found.values()))}" in {entry.id} is a sign of {", ".join(found)}'
            yield problem("EX103", entry.phrase.at("say"), cause)
