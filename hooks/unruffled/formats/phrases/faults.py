"""What a format cannot carry: a gap of the call that has no word there, signs of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...catalogue import declare
from ...model.letter import Letter
from ...model.library import Library
from ...problems import Place, Problem, problem
from .entries import Entry
from .form import Format
from .pieces import Kind

declare(
    "EX101",
    meaning="A gap that lasts for the call has no counterpart in a help desk: a blank stands "
    "there.",
    cure="Write what it is called there, in organisation.yml below `exports`.",
    severity="note",
)
declare(
    "EX103",
    meaning="A phrase has signs that a tool would take for its own and that cannot be escaped "
    "there.",
    cure="Say it without them: nobody says brackets aloud.",
)


def unmapped(library: Library, forms: Iterable[Format], entries: list[Entry]) -> list[Problem]:
    """Return one note for each gap that some of the formats could fill in, and have no word for.

    Those that last for the call: a help desk knows the customer and the case. All else is a blank.
    """
    used: dict[str, list[Entry]] = {}
    for entry in entries:
        for name in entry.gaps:
            if library.gaps[name].lasts != "call":
                continue
            used.setdefault(name, []).append(entry)
    forms = list(forms)
    return [
        _no_word(library, name, tools, used[name])
        for name in used
        if (tools := [form.name for form in forms if _has_no_word(library, form, name)])
    ]


def _has_no_word(library: Library, form: Format, name: str) -> bool:
    words = library.organisation.exports.words(form.name)
    return form.words is not None and name not in form.words and name not in words


def _no_word(library: Library, name: str, tools: list[str], uses: list[Entry]) -> Problem:
    others = f" and {len(uses) - 1} more" if len(uses) > 1 else ""
    return problem(
        "EX101",
        _place(library, name),
        f"{{{name}}} is a blank in {', '.join(tools)}; it stands in {uses[0].id}{others}",
        f"write what it is called there, in organisation.yml below `exports: {tools[0]}:`",
    )


def _place(library: Library, name: str) -> Place:
    """Return where a gap is listed."""
    gap, own = library.gaps[name], library.organisation
    return gap.at("id") if gap.origin else own.at("placeholders", name)


def foreign(forms: Iterable[Format], entries: list[Entry]) -> Iterator[Problem]:
    """Yield one problem for each phrase whose text has signs that some of the formats read."""
    forms = [form for form in forms if form.own]
    for entry in entries:
        text = "\0".join(value for kind, value in entry.plain if kind is Kind.TEXT)
        found = {form.name: sign for form in forms for sign in form.own if sign in text}
        if found:
            cause = f'"{next(iter(found.values()))}" in {entry.id} is a sign of {", ".join(found)}'
            at = "after" if isinstance(entry.source, Letter) else "say"
            yield problem("EX103", entry.source.at(at), cause)
