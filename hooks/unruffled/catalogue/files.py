"""Files, keys and texts: what every YAML file can have wrong."""

from __future__ import annotations

from .entry import Entry

FILES: dict[str, Entry] = {
    "YA101": Entry(
        "The file is not valid YAML.",
        "Compare the indentation and the punctuation with a file that works.",
    ),
    "YA102": Entry(
        "The same key stands twice in one block.",
        "Keep one of the two, or give the second its own entry that begins with `-`.",
    ),
    "YA103": Entry("A tab is used for indentation.", "Indent with spaces; YAML allows no tabs."),
    "YA104": Entry(
        "A text contains a colon and a space, so YAML takes it for a key.",
        'Put the whole text in double quotes: "…". If it is a key, indent it like its neighbours.',
    ),
    "YA105": Entry("A quote is opened and never closed.", "Close the quote, or remove it."),
    "YA106": Entry(
        "The file is not UTF-8 text.", "Save the file as UTF-8 (in most editors: Save as)."
    ),
    "YA107": Entry(
        "The file uses YAML anchors (&) and aliases (*).",
        "Write the text out in both places. To begin a text with & or *, put it in quotes.",
    ),
    "YA108": Entry(
        "The file is empty or is not a block of keys.",
        "Begin the file with `key: value` lines; `unruffled new` writes an example.",
    ),
    "YA109": Entry("The file holds more than one YAML document.", "Remove the line `---`."),
    "YA110": Entry(
        "A # cuts a text short: what follows is taken for a comment.",
        'Put the whole text in double quotes: "…".',
    ),
    "KY101": Entry("A key is not known here.", "Correct the key's spelling or remove it."),
    "KY102": Entry("A key that is needed is missing.", "Add the key with its value."),
    "KY103": Entry("A text is empty.", "Write the text, or remove the key if it is optional."),
    "KY104": Entry(
        "A value has the wrong shape: a list, a block of keys or a text was expected.",
        "Compare the value with the example in the authors' guide.",
    ),
    "KY105": Entry(
        "A value is not one of those allowed here.", "Use one of the values that are allowed."
    ),
    "KY106": Entry(
        "A number is expected, or the number is out of range.", "Write a whole number in the range."
    ),
    "KY107": Entry(
        "An id has a form that addresses cannot carry.",
        "Use small letters, digits and single hyphens: `reflect-back`.",
    ),
    "KY108": Entry("A list has too few entries.", "Add the entries that are missing."),
    "TX101": Entry(
        "A text is still to be written.", 'Replace the words that begin with "(to write)".'
    ),
}
