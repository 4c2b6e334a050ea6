"""A project whose every text is a payload, written where the real hook can build it."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import yaml
from payloads import MANY, PAYLOADS

from support import HANDBOOK, ROOT, headings

SLOTS = [each["id"] for each in yaml.safe_load(HANDBOOK.read_text(encoding="utf-8"))["slots"]]

A_PAGE = 8
"""Payloads to a module: the most objectives that it may have."""

CONFIG = """INHERIT: {root}/mkdocs.yml
hooks: [{root}/hooks/site.py]
nav:
- index.md
"""


MADE = [
    *("course/paths.md", "course/paths/path.md"),
    *("reference/evidence.md", "reference/glossary.md"),
    *("practice/talk.md", "practice/sheets/talk.md", "practice/maps/talk.md", "practice.md"),
]
"""Pages that are made of what authors write."""


def write(folder: Path) -> list[str]:
    """Write the project into `folder`; return its pages' addresses."""
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    numbered = _numbered()
    starts = range(0, len(numbered), A_PAGE)
    modules = {start // A_PAGE: numbered[start : start + A_PAGE] for start in starts}
    pages = {"index.md": "# Payloads\n"}
    for number, payloads in modules.items():
        pages[f"m/{number}.md"] = _module(number, payloads)
        _yaml(folder / f"quizzes/q{number}.yml", _quiz(number, payloads))
    for number, payload in enumerate(PAYLOADS):
        pages[f"t/{number}.md"] = _front_matter(payload) + f"# Page {number}\n"
        table = _table(number, payload, f"m/{number // A_PAGE}.md")
        _yaml(folder / f"phrases/p{number}.yml", table)
    for path, text in pages.items():
        _text(folder / "docs" / path, text)
    shutil.copy(HANDBOOK, folder / "handbook.yml")
    _yaml(folder / "organisation.yml", _organisation())
    _yaml(folder / "references.yml", {"references": [_reference(*each) for each in _numbered()]})
    (folder / "situations").mkdir()
    _yaml(folder / "paths/path.yml", _path())
    _yaml(folder / "scenarios/talk.yml", _scenario())
    for number, payload in _numbered():
        _yaml(folder / f"letters/l{number}.yml", _letter(number, payload))
    labels = [{"id": f"s{number}", "label": payload} for number, payload in _numbered()]
    terms = [{"id": f"t{number}", "term": text, "meaning": text} for number, text in _numbered()]
    techniques = [
        {"id": f"u{number}", "label": text, "module": f"m/{number // A_PAGE}.md"}
        for number, text in _numbered()
    ]
    gaps = [{"id": f"g{number}", "label": text, "hint": text} for number, text in _numbered()]
    lists = {"situations": labels, "terms": terms, "techniques": techniques}
    lists |= {"gaps": gaps, "facts": []}  # texts with figures are no faults here
    _yaml(folder / "vocabulary.yml", lists)
    listed = "".join(f"- {path}\n" for path in pages if path != "index.md")
    _text(folder / "mkdocs.yml", CONFIG.format(root=ROOT.as_posix()) + listed)
    made = [f"phrases/p{number}.md" for number, _ in _numbered()]
    made += ["letters.md", *(f"letters/l{number}.md" for number, _ in _numbered())]
    return [path.removesuffix(".md") + "/" for path in [*pages, *made, *MADE, "phrases"]][1:]


def _path() -> dict[str, Any]:
    steps = [{"do": text, "minutes": 1} for text in PAYLOADS]
    stages = [{"title": text, "steps": steps[number : number + 1]} for number, text in _numbered()]
    return {"id": "path", "title": PAYLOADS[0], "summary": PAYLOADS[1], "stages": stages}


def _letter(number: int, payload: str) -> dict[str, Any]:
    texts = dict.fromkeys(("title", "summary", "wrong"), payload)
    after = [{"write": f"{payload}{end}", "why": payload, "example": payload} for end in ENDS[1:]]
    return {
        "id": f"l{number}",
        **texts,
        "channel": "email",
        "situations": [f"s{number}"],
        "module": f"m/{number // A_PAGE}.md",
        "customer_says": [payload],
        "before": [payload],
        "after": after,
    }


def _scenario() -> dict[str, Any]:
    """A node for each payload, in a row: on with the first reply, out with the second."""
    nodes = []
    for number, text in _numbered():
        last = number == len(PAYLOADS) - 1
        texts = {"feedback": text, "effect": {"calm": 1}}
        on = {"say": text, "uses": f"u{number}", "next": "good" if last else f"n{number + 1}"}
        out = {"say": f"{text} b", "breaks": f"u{number}", "next": "bad"}
        replies = [on | texts, out | texts]
        nodes.append({"id": f"n{number}", "customer": text, "cues": [text], "replies": replies})
    ending = dict.fromkeys(("title", "text", "debrief"), MANY)
    return {
        "id": "talk",
        "title": PAYLOADS[0],
        "summary": PAYLOADS[1],
        "channel": "chat",
        "setting": MANY,
        "customer": dict.fromkeys(("name", "wants", "feels", "brief"), MANY),
        "calm": 1,
        "trust": 1,
        "start": "n0",
        "nodes": nodes,
        "endings": [
            ending | {"id": "good", "outcome": "resolved_with_trust"},
            ending | {"id": "bad", "outcome": "walked_away"},
        ],
        "questions": PAYLOADS,
    }


def _numbered() -> list[tuple[int, str]]:
    return list(enumerate(PAYLOADS))


def _text(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _yaml(file: Path, value: Any) -> None:
    _text(file, _json(value))


def _json(value: Any) -> str:
    """Return `value` as JSON, which is YAML whose every text is quoted."""
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\x7f", "\\u007f")


def _front_matter(payload: str, **more: Any) -> str:
    """`description` stands in the page's head where it is given, `summary` where it is not."""
    meta = {"title": payload, "summary": payload, **more}
    return f"---\n{_json(meta)}\n---\n\n"


def _module(number: int, payloads: list[tuple[int, str]]) -> str:
    objectives = [{"id": f"o{each}", "text": payload} for each, payload in payloads]
    evidence = [f"R{100 + each}" for each, _ in payloads]
    slot = SLOTS[number % len(SLOTS)]
    bodies = {
        "What to say": "\n\n".join(f"```phrases\np{each}\n```" for each, _ in payloads),
        "Common mistakes": f"```organisation\n{slot}\n```",
        "Why it works": " ".join(f"([{name}](#{name.lower()}))" for name in evidence),
        "Check yourself": f"```quiz\nq{number}\n```",
        "Sources": "```sources\n```",
    }
    body = "\n\n".join(f"## {name}\n\n{bodies.get(name, 'Text.')}" for name in headings())
    head = _front_matter(
        payloads[0][1], description=payloads[1][1], objectives=objectives, evidence=evidence
    )
    return f"{head}# Module {number}\n\n```overview\n```\n\n{body}\n"


def _quiz(number: int, payloads: list[tuple[int, str]]) -> dict[str, Any]:
    questions = [each for index, text in payloads for each in _questions(index, text)]
    return {
        "id": f"q{number}",
        "title": payloads[0][1],
        "module": f"m/{number}.md",
        "questions": questions,
    }


def _questions(number: int, payload: str) -> list[dict[str, Any]]:
    texts = {
        "objective": f"o{number}",
        "stem": payload,
        "explanation": payload,
        "points": 2,
        "hints": [{"text": payload}, {"text": f"{payload} b", "cost": 1}],
    }
    choices = [
        {
            "text": f"{payload}{end}",
            "correct": not end,
            "feedback": f"{payload}{end}",
            "feedback_again": f"{payload}{end} again",
        }
        for end in ("", " b", " c")
    ]
    kinds: dict[str, dict[str, Any]] = {
        "single": {"choices": choices},
        "multiple": {"choices": choices},
        "true_false": {
            "answer": True,
            "feedback_true": payload,
            "feedback_false": f"{payload} b",
        },
        **_placing(payload),
        **_writing(payload),
    }
    return [
        {"id": f"x{number}-{kind.replace('_', '-')}", "kind": kind, **texts, **rest}
        for kind, rest in kinds.items()
    ]


ENDS = ("", " b", " c")


def _placing(payload: str) -> dict[str, dict[str, Any]]:
    """The kinds in which something is put in its place."""
    items = [{"text": f"{payload}{end}", "feedback": f"{payload}{end}"} for end in ENDS]
    names = [payload, f"{payload} b"]
    lines: list[dict[str, Any]]
    lines = [{"who": payload, "text": f"{payload}{end}"} for end in ENDS]
    lines[0] |= {"worse": True, "feedback": payload, "feedback_again": f"{payload} again"}
    lines[1] |= {"feedback": f"{payload} b"}
    return {
        "ordering": {"items": items},
        "matching": {
            "pairs": [each | {"match": f"{each['text']} match"} for each in items],
            "extra": [{"text": f"{payload} extra", "feedback": f"{payload} extra"}],
        },
        "sorting": {
            "categories": names,
            "items": [each | {"category": names[at % 2]} for at, each in enumerate(items)],
        },
        "spot": {"transcript": lines},
    }


def _writing(payload: str) -> dict[str, dict[str, Any]]:
    """The kinds with a text: typed, completed, or written anew."""
    choices = [
        {"text": f"{payload}{end}", "correct": not end, "feedback": f"{payload}{end}"}
        for end in ENDS
    ]
    return {
        "fill_in": {
            "sentence": f"{payload} ___ {payload}",
            "answers": [payload[:50], "right"],
            "feedback": payload,
            "wrong": [{"text": f"{payload} b", "feedback": f"{payload} b"}],
            "feedback_other": f"{payload} c",
        },
        "choose_in_text": {"text": f"{payload} ___ {payload}", "gaps": [{"choices": choices}]},
        "rewrite": {
            "reply": payload,
            "models": [{"text": f"{payload}{end}", "why": f"{payload}{end}"} for end in ENDS],
            "checklist": [f"{payload}{end}" for end in ENDS],
        },
    }


def _table(number: int, payload: str, module: str) -> dict[str, Any]:
    # The checks refuse braces and brackets that may be a slip, in `say` alone.
    say = "Say it" if re.search(r"[{}]|\[[^\]]*\](?!\()", payload) else payload
    phrase = {
        "id": f"x{number}",
        "say": f"{say} {{g{number}}} {number}",
        "example": f"{say} {say} {number}",
        "avoid": payload,
        "why": payload,
        "not_when": payload,
        "moment": "open",
        "tone": "warm",
        "situations": [f"s{number}", f"s{(number + 1) % len(PAYLOADS)}"],
        "channels": ["phone"],
        "customer_says": [payload],
    }
    return {"id": f"p{number}", "title": payload, "module": module, "phrases": [phrase]}


def _reference(number: int, payload: str) -> dict[str, Any]:
    texts = dict.fromkeys(("authors", "title", "source", "shows", "limits"), payload)
    return {"id": f"R{100 + number}", "year": 2000, "grade": "A", **texts}


def _organisation() -> dict[str, Any]:
    """One slot stays empty: there the organisation's name is shown."""
    slots = dict.fromkeys(SLOTS, MANY) | {"opening_hours": ""}
    everything = MANY
    return {
        "name": everything,
        "handbook_title": everything,
        "slots": slots,
        "placeholders": {f"place_{number}": payload for number, payload in _numbered()},
    }
