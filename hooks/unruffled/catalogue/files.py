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
    "YA111": Entry(
        "A merge of two versions was not finished.",
        "Keep one of the two versions, and remove the lines of <<<<<<<, ======= and >>>>>>>.",
    ),
    "YA112": Entry(
        "Words or a code fence stand around the text, as a chat program shows it.",
        "Remove the sentences and the lines of three backticks: the file holds the YAML alone.",
    ),
    "YA113": Entry(
        "Lists or blocks are nested too deeply.",
        "Remove the brackets or dashes that are too many; put a text that begins with [ or { in "
        "quotes.",
    ),
    "YA114": Entry(
        "A file or a folder cannot be opened, or is too large.",
        "Close it in other programs, and see that you may read it; then try again.",
    ),
    "YA115": Entry(
        "A file is no plain text.",
        "Open it in its own program, copy the text, and paste it into a new file of plain text.",
    ),
    "YA116": Entry(
        "A dash, a colon or a quote is not the one of the keyboard, but only looks like it.",
        "Type the sign anew. A word processor changes it while you write; a text editor does not.",
    ),
    "YA117": Entry(
        "A text has a control character, which no page and no other program can show.",
        'Remove it; for a backslash in double quotes, write two: "C:\\\\Users".',
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
    "TX102": Entry(
        "A text has a list, a heading or a table: that works on pages, and not here.",
        "Write it as sentences, or put it on the page.",
    ),
}
