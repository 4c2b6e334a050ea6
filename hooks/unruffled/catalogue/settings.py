"""References, vocabulary, your organisation and exports."""

from __future__ import annotations

from .entry import Entry

SETTINGS: dict[str, Entry] = {
    "RF101": Entry("An id stands twice in the list.", "Give each entry an id of its own."),
    "RF102": Entry(
        "A reference id is not in references.yml.",
        "Use the id of an entry in references.yml, or add the reference with its grade and limits.",
    ),
    "RF103": Entry(
        "A list of synonyms has one word only, or a word that stands in another list.",
        "Put words that mean the same into one list.",
    ),
    "RF104": Entry(
        "A term of the glossary names a page that does not exist.",
        "Name a page from docs/ on: connect/empathy.md; or leave out `see`.",
    ),
    "RF105": Entry(
        "A technique names a module that does not exist.",
        "Name the module's page from docs/ on: connect/empathy.md.",
    ),
    "RF106": Entry(
        "A list of facts names a gap that does not exist.",
        "Name a gap from `gaps`, or add it there.",
    ),
    "RF107": Entry(
        "An id that is retired is used again: records, favourites and triggers still have it.",
        "Take another id; `retired` in vocabulary.yml lists those that are gone.",
    ),
    "OR101": Entry(
        "A slot of organisation.yml is empty: readers get general help, or are told whom to ask.",
        "Fill it in when you know the answer.",
        "note",
    ),
    "OR102": Entry(
        "The name of a gap cannot be written in braces.",
        "Use letters, digits and _ alone: `meter_number`. Braces are written in the phrase.",
    ),
    "EX101": Entry(
        "A gap that lasts for the call has no counterpart in a help desk: a blank stands there.",
        "Write what it is called there, in organisation.yml below `exports`.",
        "note",
    ),
    "EX102": Entry(
        "`exports` in organisation.yml names a gap that does not exist.",
        "Correct the name, or add it to `gaps`.",
    ),
    "EX103": Entry(
        "A phrase has signs that a tool would take for its own and that cannot be escaped there.",
        "Say it without them: nobody says brackets aloud.",
    ),
    "EX104": Entry(
        "Two phrases get the same trigger for text expanders.",
        "Give the newer phrase another id.",
    ),
}
