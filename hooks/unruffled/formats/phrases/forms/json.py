"""JSON for programs; schemas/phrase-export.json says what is in it."""

from __future__ import annotations

import json

from ....model.exports import ExportedPhrase
from ....words import marked
from ..entries import Entry, words
from ..form import Format, Words
from ..pieces import Kind, in_braces


def _fragment(entry: Entry, _: Words) -> str:
    exported = ExportedPhrase(
        id=entry.id,
        table=entry.folder_title,
        trigger=entry.trigger,
        say=in_braces(entry.plain),
        html=in_braces(entry.html),
        example=words(entry.example),
        avoid=words(entry.avoid),
        why=words(entry.why),
        not_when=words(entry.not_when),
        moment=entry.moment,
        tone=entry.tone,
        situations=entry.source.situations,
        channels=entry.channels,
        customer_says=entry.source.customer_says,
        placeholders=entry.gaps,
        gaps=sum(kind is Kind.REST for kind, _ in entry.plain),
        evidence=entry.evidence,
    )
    return json.dumps(exported.model_dump(mode="json"), ensure_ascii=False)


FORMAT = Format(
    order=4,
    name="json",
    title=marked("JSON for programs"),
    how=marked("Every field of every phrase and letter, with a published schema."),
    file="phrases.json",
    type="application/json",
    fragment=_fragment,
    head='{"format": "unruffled-phrases", "version": 2, "phrases": [\n',
    separator=",\n",
    tail="\n]}\n",
)
