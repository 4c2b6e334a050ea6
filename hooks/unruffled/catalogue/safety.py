"""The risk cards and their wordings."""

from __future__ import annotations

from .entry import Entry

SAFETY: dict[str, Entry] = {
    "SF101": Entry(
        "safety.yml names a card that is not there: somebody in danger would be led nowhere.",
        "Write a card of your own in situations/ and name it here, in place of the one that you "
        "leave out.",
    ),
    "SF102": Entry(
        "safety.yml names a card twice.",
        "Put all its wordings in one place: the order of the cards is the order of urgency.",
    ),
    "SF103": Entry(
        "The line below every list leads to a card that has no wordings.",
        "Name one of the cards of safety.yml.",
    ),
    "SF104": Entry(
        "A card is marked `safety: true`, and safety.yml has no wordings for it.",
        "Add it to `cards` in safety.yml with its wordings, or remove `safety` from the card.",
    ),
    "SF105": Entry(
        "A wording uses a class that its file does not have.",
        "Correct the name in braces, or add the class to `classes`.",
    ),
    "SF106": Entry(
        "A bracket of a wording has no counterpart, stands inside another, or holds nothing.",
        "Write `[one|of these]`, `(may be left out)` and `{class}`, none inside another but a "
        "class.",
    ),
    "SF107": Entry(
        "A wording says nothing.",
        "Name at least one word that has to be there and is not among the fillers.",
    ),
    "SF108": Entry(
        "A wording is longer than can be followed, or has a gap where none can be.",
        "Make it shorter. A gap `...` stands between two words, at most twice in a wording.",
    ),
    "SF109": Entry(
        "The same words call for two risk cards, or stand twice.",
        "Keep them where they belong. Say by one more word whom it is about.",
    ),
    "SF110": Entry(
        "An ordinary phrase hides a wording wherever it stands.",
        "Make the ordinary phrase longer, or remove one of the two.",
    ),
    "SF111": Entry(
        "A class stands inside itself.",
        "Write out the words that are meant.",
    ),
    "SF112": Entry(
        "No wording uses this class.",
        "Use it as `{name}` in a wording, or remove it.",
    ),
    "SF113": Entry(
        "An entry of `spellings`, `fillers`, `slips` or `no_slips` can never be met.",
        "Write one word; for `slips` of at least five letters.",
    ),
    "SF120": Entry(
        "finder.yml names a card that is not there.",
        "Correct the id, or remove the entry: it is for a card that you have left out.",
    ),
    "SF121": Entry(
        "finder.yml names a card twice.",
        "Put all its wordings in one place.",
    ),
    "SF122": Entry(
        "`loud` in finder.yml names a card that the file has no wordings for.",
        "Name one of the cards of finder.yml, or leave `loud` out.",
    ),
    "SF123": Entry(
        "The same sentence stands in finder.yml twice.",
        "Keep it with the card that it is about. A sentence for two cards teaches nothing.",
    ),
    "SF124": Entry(
        "safety-examples.yml has sentences for a card that safety.yml does not name.",
        "Correct the id, or add the card to safety.yml with at least one wording.",
    ),
    "SF125": Entry(
        "The same sentence stands in safety-examples.yml twice.",
        "Keep it with the card that it calls for, or among `ordinary`.",
    ),
}
