"""Phrase tables, letters, situation cards, learning paths, scenarios, assignments and
sessions."""

from __future__ import annotations

from .entry import Entry

CONTENT: dict[str, Entry] = {
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
        "A line has a gap with a name that is not in the list.",
        "Use a name from `gaps` in vocabulary.yml, or add it there; an organisation adds its own "
        "below `gaps` in organisation.yml.",
    ),
    "PH107": Entry(
        "The table's module is not a module page.",
        "Name a page under docs/ that has `objectives` in its front matter.",
    ),
    "PH108": Entry(
        "A phrase is the same as what it says to avoid.", "Write what people say instead."
    ),
    "PH109": Entry(
        "A gap is not written in one pair of braces.",
        "Write `{next_step}`, with a name from `gaps` in vocabulary.yml.",
    ),
    "PH110": Entry("A phrase lists the same name twice.", "Remove one of the two, or correct it."),
    "PH111": Entry(
        "A line uses words that this house does not say.",
        "Say it another way; `unsaid` in vocabulary.yml and the house style say which.",
    ),
    "PH112": Entry(
        "A phrase has line breaks or a list: on the page, in copies and in exports it is one line.",
        "Write it as one line, or make a phrase of each; `>` in place of `|` joins the lines.",
        "note",
    ),
    "PH113": Entry(
        "A phrase has a gap and no example.",
        "Add `example`: the same line with every gap filled.",
    ),
    "PH114": Entry(
        "An example is not its line with every gap filled.",
        "Keep the words outside the gaps as they are in `say`, and put something into each gap.",
    ),
    "PH115": Entry(
        "A line for customers has a fact outside its gaps: a day, an hour, a number, a name.",
        "Make it a gap, with a name from `gaps` in vocabulary.yml: the line holds for every call.",
    ),
    "LT101": Entry(
        "A letter's id differs from its file name.",
        "Give the id and the file the same name: it is the letter's address.",
    ),
    "LT102": Entry(
        "A letter's situation is not in the vocabulary, or stands twice.",
        "Use an id from vocabulary.yml, or add the situation there.",
    ),
    "LT103": Entry(
        "A letter's module does not exist.",
        "Write the page's path relative to docs/.",
    ),
    "LT104": Entry(
        "A paragraph stands in the weak letter and in the better one.",
        "Write what people send instead, or remove it from the weak letter.",
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
        "A move of a card, or what it says for a channel, leads nowhere.",
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
    "LP105": Entry(
        "A path for new agents leads to a hard conversation.",
        "Remove the step, or name another conversation; or leave `newcomers` out.",
    ),
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
    "AS101": Entry(
        "An assignment's id differs from its file name.",
        "Give the id and the file the same name: it is the assignment's address.",
    ),
    "AS102": Entry(
        "An assignment names a quiz, conversation or path that does not exist.",
        "Use the name of a file in quizzes/, scenarios/ or paths/, without .yml.",
    ),
    "AS103": Entry(
        "A task of an assignment does not name exactly one thing.",
        "Give it one of `quiz`, `scenario`, `path` and `pool`; for two things, write two tasks.",
    ),
    "AS104": Entry(
        "A task draws more questions than there are, or draws from no pool.",
        "Lower `draw`, or remove it; it belongs to a `pool`.",
    ),
    "AS105": Entry(
        "An assignment is due on a day that does not exist.",
        "Look at a calendar: write year, month and day, such as `2027-03-31`.",
    ),
    "AS108": Entry(
        "An assignment names a time zone that does not exist, or one without a day it is for.",
        "Write a name of the IANA database, such as `Europe/Berlin` or `America/New_York`, beside "
        "`due`; or remove `zone`: then the day of each learner's own place counts.",
    ),
    "AS106": Entry("An assignment has the same task twice.", "Remove the second one."),
    "AS107": Entry(
        "A pool holds a quiz that draws from others.",
        "Name the quizzes themselves, or give the test as a `quiz`.",
    ),
    "SE101": Entry(
        "A session's id differs from its file name.",
        "Give the id and the file the same name: it is the session's address.",
    ),
    "SE102": Entry(
        "A session is of a module that does not exist, or that has one already.",
        "Name a page under docs/ that has `objectives`, and keep one session for it.",
    ),
    "SE103": Entry(
        "A session names a conversation that does not exist.",
        "Use the name of a file in scenarios/, without .yml, or remove the key.",
    ),
    "SE104": Entry(
        "A session takes longer than anybody can follow, or is over before it begins.",
        "Plan 20 to 90 minutes; divide what takes longer.",
    ),
    "SE105": Entry(
        "Two rows of the rubric share an id.", "Give each row of the rubric an id of its own."
    ),
    "SE106": Entry(
        "An item of a session's material does not fit its kind.",
        "Cards may have `back`, each sentence of `sort` has `heap`, each of `pages` has `lines`.",
    ),
    "SE107": Entry(
        "All sentences of a session's material belong to one heap.",
        "Name at least two heaps, or make cards of the sentences.",
    ),
    "SE108": Entry(
        "Two items of a session's material are the same.",
        "Remove one of them, or write another one.",
    ),
}
