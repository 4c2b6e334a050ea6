"""What the page for drafts reads: the rules, and what is said of what they find."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from ...model.library import Library
from ...model.reply import ReplyPart, ReplyRule, ReplyRules
from ...reply.data import engine_data, files, name_of, rules_of
from ...text.inline import as_read
from ...text.urls import page_url

REPLY_DATA = "assets/reply.json"
"""Where the site keeps it."""


def reply_json(library: Library, *, directories: bool = True) -> str:
    """Return the text of ``REPLY_DATA``; ``directories`` as in ``urls.page_url``."""
    data = reply_data(library, directories=directories)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def reply_data(library: Library, *, directories: bool = True) -> dict[str, Any]:
    """Return what ``reply_json`` writes. Addresses are relative to the site's root."""
    address = partial(page_url, directories=directories)
    says = {file.id: _said(file, library, address) for file in files(library) if file.kind}
    own = {name_of(file, rule): _own(rule, library) for file, rule in rules_of(library)}
    return dict(engine_data(library)) | {
        "says": says,
        "own": {name: said for name, said in own.items() if said},
        "about": {name_of(f, part): _part(part) for f in files(library) for part in f.parts},
        "gaps": _gaps(library, [*says.values(), *own.values()]),
    }


def _said(file: ReplyRules, library: Library, address: Any) -> dict[str, Any]:
    page = library.pages.get(file.module or "")
    grades = library.reference_by_id
    return {
        "title": file.title,
        "cost": as_read(file.cost or ""),
        "module": {"title": page.title, "url": address(page.path)} if page else None,
        "evidence": [f"{name} ({grades[name].grade})" for name in file.evidence if name in grades],
        "instead": [said for each in file.instead if (said := _words(each, library))],
    }


def _own(rule: ReplyRule, library: Library) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if rule.cost:
        said["cost"] = as_read(rule.cost)
    if rule.instead is not None:
        said["instead"] = [words for each in rule.instead if (words := _words(each, library))]
    return said


def _words(name: str, library: Library) -> dict[str, Any]:
    """Return a phrase of the phrasebook, or the words themselves; nothing for one that is gone."""
    table, _, wanted = name.partition("/")
    found = library.phrases.get(table)
    for phrase in found.phrases if found else ():
        if phrase.id == wanted:
            return {
                "say": as_read(phrase.say),
                "channels": list(phrase.channels),
                "situations": list(phrase.situations),
            }
    return {} if wanted and " " not in name else {"say": as_read(name)}


def _part(part: ReplyPart) -> dict[str, str]:
    return {"label": part.label, "good": as_read(part.good), "ask": as_read(part.ask)}


def _gaps(library: Library, says: list[dict[str, Any]]) -> dict[str, dict[str, str]]:
    """Return what the names of a call are called, and the gaps in the words instead."""
    texts = " ".join(words["say"] for said in says for words in said.get("instead", ()))
    return {
        name: {"label": as_read(gap.label), "hint": as_read(gap.hint), "lasts": gap.lasts}
        for name, gap in library.gaps.items()
        if gap.lasts == "call" or f"{{{name}}}" in texts
    }
