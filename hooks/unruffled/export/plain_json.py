"""JSON for programs; schemas/phrase-export.json says what is in it."""

from __future__ import annotations

import json

from ..model.exports import ExportedPhrase
from .entries import Entry, words
from .form import Format, Words
from .pieces import Kind, in_braces


def _fragment(entry: Entry, _: Words) -> str:
    phrase = entry.phrase
    exported = ExportedPhrase(
        id=entry.id,
        table=entry.table.title,
        trigger=entry.trigger,
        say=in_braces(entry.plain),
        html=in_braces(entry.html),
        example=words(phrase.example or ""),
        avoid=words(phrase.avoid),
        why=words(phrase.why),
        not_when=words(phrase.not_when),
        moment=phrase.moment,
        tone=phrase.tone,
        situations=phrase.situations,
        channels=phrase.channels,
        customer_says=phrase.customer_says,
        placeholders=entry.gaps,
        gaps=sum(kind is Kind.REST for kind, _ in entry.plain),
        evidence=phrase.evidence,
    )
    return json.dumps(exported.model_dump(mode="json"), ensure_ascii=False)


JSON = Format(
    name="json",
    title="JSON for programs",
    how="Every field of every phrase, with a published schema.",
    file="phrases.json",
    type="application/json",
    fragment=_fragment,
    head='{"format": "unruffled-phrases", "version": 1, "phrases": [\n',
    separator=",\n",
    tail="\n]}\n",
)
