"""Every code an author can meet, with its meaning and its general cure.

Codes are stable: a code is never given another meaning, and the number of a rule
that goes is not used again. The page ``contributing/problem-codes.md`` is made
from this table.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["error", "note"]


class Entry(NamedTuple):
    """One row of the catalogue: what the code means and what to do about it."""

    meaning: str
    cure: str
    severity: Severity = "error"


FAMILIES = {
    "YA": "YAML: the file cannot be read",
    "KY": "Keys and values",
    "TX": "Texts",
    "QZ": "Quizzes",
    "PH": "Phrase tables",
    "CD": "Situation cards",
    "LP": "Learning paths",
    "SC": "Scenarios",
    "MD": "Module pages and front matter",
    "FN": "Fences on a page",
    "LK": "Links",
    "ST": "Structure of the site",
    "RF": "References and vocabulary",
    "OR": "Your organisation's file",
    "EX": "Phrases as files for other tools",
}

CATALOGUE: dict[str, Entry] = {
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
    "QZ101": Entry(
        "A quiz's id differs from its file name.",
        "Give the id and the file the same name: it is the quiz's address.",
    ),
    "QZ102": Entry(
        "Two questions of one quiz share an id.",
        "Give each question an id of its own; a learner's answers are kept by it.",
    ),
    "QZ103": Entry(
        "A single-choice question does not have exactly one correct choice.",
        "Add `correct: true` to exactly one choice.",
    ),
    "QZ104": Entry(
        "A multiple-choice question has no correct choice.",
        "Add `correct: true` to each choice that is right.",
    ),
    "QZ105": Entry(
        "Every choice of a question is marked correct.",
        "Leave `correct: true` away where the choice is wrong, or add wrong choices.",
    ),
    "QZ106": Entry(
        "Two choices, items, lines or answers of one question say the same.",
        "Rewrite one of them, or remove it.",
    ),
    "QZ107": Entry(
        'A choice says "all of the above" or "none of the above".',
        "Use a multiple-choice question, or write a real choice.",
    ),
    "QZ108": Entry(
        "A question's objective does not exist in its module.",
        "Use the id of an objective in the module's front matter, or add the objective there.",
    ),
    "QZ109": Entry(
        "The quiz's module is not a module page.",
        "Name a page under docs/ that has `objectives` in its front matter.",
    ),
    "QZ110": Entry(
        "Two choices of one question have the same feedback.",
        "Say of each choice why it is right or wrong.",
    ),
    "QZ111": Entry(
        "A quiz has both a pool and questions or a module of its own.",
        "Keep the pool, or keep the questions with their module.",
    ),
    "QZ112": Entry(
        "A pool names a quiz that does not exist, has no questions, or stands there twice.",
        "Name each quiz of the pool once, by its id.",
    ),
    "QZ113": Entry(
        "A quiz draws more questions than there are.",
        "Lower `draw`, or add questions.",
    ),
    "QZ114": Entry(
        "A test draws most of its questions every time, so a second try is much like the first.",
        "Add questions until there are twice as many as are drawn, or lower `draw`.",
        "note",
    ),
    "QZ115": Entry(
        "A quiz has a time limit and is no test.", "Add `mode: test`, or remove `minutes`."
    ),
    "QZ116": Entry(
        "The hints of a question cost all the points that it gives, or more.",
        "Raise `points`, or lower the costs of the hints.",
    ),
    "QZ117": Entry(
        "A text has not as many places for answers as there are gaps.",
        "Write ___ in the text for each gap, in the order of the gaps.",
    ),
    "QZ118": Entry(
        "An item is sorted into a category that the question does not list.",
        "Use one of the question's `categories`, letter by letter.",
    ),
    "QZ119": Entry(
        "No item belongs into one of the categories.",
        "Add an item for the category, or remove the category.",
    ),
    "QZ120": Entry(
        "A line of a transcript that can be picked has no feedback.",
        "Say in `feedback` why the line made it worse, or why it did not.",
    ),
    "QZ121": Entry(
        "In a transcript no line made it worse, or every line that can be picked did.",
        "Give `worse: true` to some lines, and `feedback` without it to others.",
    ),
    "QZ122": Entry(
        "A typed answer is too long to be foreseen.",
        "Ask for a word or a short phrase, or use the kind `rewrite`.",
    ),
    "QZ123": Entry(
        "A quiz draws from other quizzes and is no test.",
        "Add `mode: test`: practice belongs on the module's own page.",
    ),
    "QZ124": Entry(
        "A test has a question that learners judge themselves.",
        "Use another kind of question, or have the quiz in practice mode.",
    ),
    "QZ125": Entry(
        "So many letters of a typed answer may differ that other words are accepted.",
        "Allow fewer than half of the letters of the shortest answer, or remove `typos`.",
    ),
    "PH101": Entry(
        "A phrase table's id differs from its file name.", "Give the id and the file the same name."
    ),
    "PH102": Entry("Two phrases of one table share an id.", "Give each phrase an id of its own."),
    "PH103": Entry(
        "A situation is not in the vocabulary.",
        "Use an id from vocabulary.yml, or add the situation there.",
    ),
    "PH104": Entry(
        "Two phrases say the same.", "Remove one of them; one phrase can have several situations."
    ),
    "PH105": Entry(
        "A phrase is too long to say in one breath.",
        "Shorten it to 25 words, or make two phrases of it.",
    ),
    "PH106": Entry(
        "A phrase uses a placeholder that is not known.",
        "Use one of the known placeholders, or write … where the agent completes the sentence.",
    ),
    "PH107": Entry(
        "The table's module is not a module page.",
        "Name a page under docs/ that has `objectives` in its front matter.",
    ),
    "PH108": Entry(
        "A phrase is the same as what it says to avoid.", "Write what people say instead."
    ),
    "PH109": Entry(
        "A placeholder is not written in one pair of braces.",
        "Write `{customer_name}`, or … where the agent completes the sentence.",
    ),
    "PH110": Entry("A phrase lists the same name twice.", "Remove one of the two, or correct it."),
    "PH111": Entry(
        "A line uses words that this house does not say.",
        "Say it another way; `unsaid` in vocabulary.yml and the house style say which.",
    ),
    "CD101": Entry(
        "A card's id differs from its file name.",
        "Give the id and the file the same name: it is the card's address.",
    ),
    "CD102": Entry(
        "A card is of a situation that vocabulary.yml does not list.",
        "Use the id of a situation as the file's name, or add the situation with its label.",
    ),
    "CD103": Entry(
        "A card's group does not exist, so the guide does not list the card.",
        "Use the id of a group in vocabulary.yml, or add the group there.",
    ),
    "CD104": Entry(
        "A card leads on to a card that does not exist, to itself, or twice to the same.",
        "Use the id of another card in situations/, or remove the entry.",
    ),
    "CD105": Entry(
        "A card names a slot that organisation.yml does not have.",
        "Use one of the slots, such as `escalation_contact`.",
    ),
    "CD106": Entry(
        "A line that has to be taken in at a glance is too long.",
        "Shorten it to 12 words; put the verb first.",
    ),
    "CD107": Entry(
        "A move of a card leads nowhere.",
        "Add `do`, `say` or both: what comes next if the first words did not work.",
    ),
    "CD108": Entry(
        "A group of the guide has no card.",
        "Put a card into it (`group:` in a file of situations/), or remove the group.",
    ),
    "CD109": Entry(
        "Two cards list the same words of a customer.",
        "Keep them on the card that helps more.",
    ),
    "CD110": Entry(
        "A card's module does not exist.",
        "Write the page's path relative to docs/, or remove the key.",
    ),
    "LP101": Entry(
        "A path's id differs from its file name.",
        "Give the id and the file the same name: it is the path's address.",
    ),
    "LP102": Entry(
        "A step of a path names a page that does not exist.",
        "Name a page from docs/ on: connect/empathy.md.",
    ),
    "LP103": Entry(
        "A step of a path does not say what to do, or for how long.",
        "Give it a `page`; or `do` with `minutes`.",
    ),
    "LP104": Entry("A path has a module twice.", "Remove the second one, or name another page."),
    "SC101": Entry(
        "A scenario's id differs from its file name.",
        "Give the id and the file the same name: it is the scenario's address.",
    ),
    "SC102": Entry(
        "Two nodes or endings of a scenario share an id.",
        "Give each an id of its own: jumps name them.",
    ),
    "SC103": Entry(
        "A jump names a node or ending that the scenario does not have.",
        "Use the id of a node or an ending of this file, letter by letter.",
    ),
    "SC104": Entry(
        "A list of jumps has no jump, or not only one at its end, that is always taken.",
        "End the list with a jump without `calm` and `trust`: `- go: the-id`.",
    ),
    "SC105": Entry(
        "A reply does not use or break exactly one technique of vocabulary.yml.",
        "Give it `uses` or `breaks` with the id of a technique, or add the technique there.",
    ),
    "SC106": Entry("Two replies of a node say the same.", "Rewrite one of them, or remove it."),
    "SC107": Entry(
        "A node or an ending can never be reached.",
        "Lead a reply to it; ask less calm or trust of the jump that does; or remove it.",
    ),
    "SC108": Entry(
        "From a node no ending can be reached.",
        "Give one of the replies there, or of those it leads to, a way out.",
    ),
    "SC109": Entry(
        "The best ending is only reached with a broken technique.",
        "Mend the jumps or the effects: good replies must be enough for it.",
    ),
    "SC110": Entry(
        "Replies drawn by lot reach the best ending more often than not.",
        "Let poor replies lead elsewhere, or ask for calm or trust on the way to it.",
    ),
    "MD101": Entry(
        "A heading that every module has is missing.",
        "Add the heading; every module page has the same ones, so that readers learn the shape.",
    ),
    "MD102": Entry(
        "A heading stands out of order, or twice.", "Move or merge the part under the heading."
    ),
    "MD103": Entry(
        "A heading is none of those that every module has.",
        "Use a level-3 heading (###) inside one of the known parts.",
    ),
    "MD104": Entry(
        "The page does not begin with exactly one title.",
        "Begin the page with one line `# Title` and use ## below it.",
    ),
    "MD105": Entry(
        "No question tests an objective.",
        "Add a question with this objective to the module's quiz, or remove the objective.",
    ),
    "MD106": Entry(
        "Two objectives of one module share an id.", "Give each objective an id of its own."
    ),
    "MD107": Entry(
        "The evidence in the front matter and the citations on the page differ.",
        "List in `evidence` what the page cites as `([R17](#r17))`, and nothing else.",
    ),
    "MD108": Entry(
        "The front matter is not closed.",
        "Put a line `---` after the last key of the front matter.",
    ),
    "MD109": Entry(
        "A module page lacks a fence, or has it under another heading.",
        "Put `overview` below the title, `phrases` under What to say, `quiz` under Check yourself "
        "and, with evidence, `sources` under Sources.",
    ),
    "MD110": Entry(
        "Nothing stands below a heading of a module page.",
        "Write the part; if there is nothing to say, say that.",
    ),
    "MD111": Entry(
        "The lines around a conversation are not as they should be.",
        'Begin it with `<div class="conversation" markdown>` and end it with `</div>`.',
    ),
    "MD112": Entry(
        "Blank lines stand above the front matter.",
        "Remove the lines above the first `---`: the page begins with it.",
    ),
    "FN101": Entry("A fence names something that does not exist.", "Correct the name."),
    "FN102": Entry(
        "A fence does not stand at the margin.",
        "Take away what stands before the three backticks.",
    ),
    "FN103": Entry("A fence is never closed.", "Add a line of three backticks below it."),
    "FN104": Entry(
        "The same fence stands twice on a page.", "Keep one; addresses on a page must be unique."
    ),
    "FN105": Entry(
        "A fence needs something that the page's front matter does not give.",
        "Add it to the front matter, or remove the fence.",
    ),
    "FN106": Entry(
        "A fence has a word that is very like one of ours.",
        "Correct the word after the backticks, or the page shows the fence as code.",
    ),
    "LK101": Entry("A link leads to a file that does not exist.", "Correct the link's path."),
    "LK102": Entry(
        "A link leads to a heading or place that the page does not have.",
        "Correct the part after #, or give the heading that id.",
    ),
    "LK103": Entry(
        "A link into the site is not written as a path to a Markdown file.",
        "Link to the .md file, relative to this page: the site may live under any address.",
    ),
    "LK104": Entry(
        "A link uses a scheme that is not allowed.", "Use https:, http:, mailto:, tel: or a path."
    ),
    "LK105": Entry(
        "A picture is loaded from another host.",
        "Put the picture under docs/assets/: no page asks another host for anything.",
    ),
    "LK106": Entry(
        "A link is not written as Markdown reads it, or has no path.",
        "Write `[the words](the/path.md)`: no space between, and the path in round brackets.",
    ),
    "LK107": Entry(
        "A link leads to the writer's own computer.",
        "Link to the .md file, relative to this page: the preview's address is yours alone.",
    ),
    "LK108": Entry(
        "A picture has no alternative text.",
        'Write what it shows: `![what it shows](path)`; or `![](path){ alt="" }` for decoration.',
    ),
    "ST101": Entry(
        "No page links to this page, and the navigation does not list it.",
        "Add it to `nav` in mkdocs.yml, or link to it from a page.",
    ),
    "ST102": Entry(
        "The navigation names a page that does not exist.",
        "Correct the path in mkdocs.yml, or write the page.",
    ),
    "ST103": Entry("No page shows this quiz.", "Put a quiz fence with its id on its module page."),
    "ST104": Entry(
        "No page shows this phrase table.", "Put a phrases fence with its id on its module page."
    ),
    "ST105": Entry(
        "Two files of one folder have the same name.",
        "Rename one of them: the name without .yml is the address.",
    ),
    "ST106": Entry(
        "A file is not read, because its name has the wrong ending.",
        "Rename it: YAML files end in .yml, pages in .md.",
    ),
    "ST107": Entry("The navigation lists a page twice.", "Remove one of the two lines."),
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
    "OR101": Entry(
        "A slot of organisation.yml is empty: readers are told to ask their team lead.",
        "Fill it in when you know the answer.",
        "note",
    ),
    "EX101": Entry(
        "A placeholder has no counterpart in a help desk; the site offers no file for it.",
        "Write what it is called there, in organisation.yml below `exports`.",
        "note",
    ),
    "EX102": Entry(
        "`exports` in organisation.yml names a placeholder that does not exist.",
        "Correct the name, or add it to `placeholders`.",
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
