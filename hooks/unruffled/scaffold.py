"""The files that `unruffled new` writes: complete but for the words, which they name."""

from __future__ import annotations

from collections.abc import Sequence

from .escaping import as_markdown, as_yaml
from .model.page import GRAMMAR, TO_WRITE

_PARTS = {
    "Use it when": "when this helps, and when it does not",
    "How to do it": "at most five steps",
    "What to say": "one line that leads to the phrases",
    "A worked conversation": "a short conversation, with a note on most lines",
    "If it does not work": "a second move, a third move, a way out",
    "Common mistakes": "what good-hearted people get wrong, and what to do instead",
    "By channel": "phone, chat, e-mail, social media, in person",
    "Why it works": "the evidence, how strong it is, and its limits",
    "Try it": "an exercise alone, and one for two people",
    "Related": "other modules, each with half a sentence on why to read it",
    "Sources": "add `evidence` to the front matter and a `sources` fence here",
}
_FENCES = {"What to say": "phrases", "Check yourself": "quiz"}


def module_page(name: str, title: str) -> str:
    """Return the page of a new module ``name`` with every heading of the page grammar."""
    parts = []
    for heading in GRAMMAR:
        part = [f"## {heading}"]
        if heading in _PARTS:
            part.append(f"{TO_WRITE} {_PARTS[heading]}")
        if heading in _FENCES:
            part.append(f"```{_FENCES[heading]}\n{name}\n```")
        parts.append("\n\n".join(part))
    body = "\n\n".join(parts)
    return f"""---
title: {as_yaml(title)}
summary: "{TO_WRITE} the module in one line"
objectives:
  - id: first-objective
    text: "{TO_WRITE} what a learner can do afterwards, beginning with a verb"
---

# {as_markdown(title)}

```overview
```

{body}
"""


def quiz(name: str, title: str, module: str, objectives: Sequence[str]) -> str:
    """Return a quiz with one question for each objective of its module."""
    questions = "\n".join(_question(each) for each in objectives)
    return f"""# yaml-language-server: $schema=../schemas/quiz.json
id: {name}
title: {as_yaml(title)}
module: {module}
pass_mark: 80
questions:
{questions}"""


def _question(objective: str) -> str:
    return f"""  - id: test-{objective}
    kind: single
    objective: {objective}
    stem: "{TO_WRITE} a situation, and what is asked"
    choices:
      - text: "{TO_WRITE} the right choice"
        correct: true
        feedback: "{TO_WRITE} why it is right"
      - text: "{TO_WRITE} a real habit that is wrong"
        feedback: "{TO_WRITE} why it is wrong, and the next step"
      - text: "{TO_WRITE} another habit that is wrong"
        feedback: "{TO_WRITE} why it is wrong, and the next step"
    explanation: "{TO_WRITE} the principle"
"""


def phrases(name: str, title: str, module: str) -> str:
    """Return a phrase table with one row."""
    return f"""# yaml-language-server: $schema=../schemas/phrases.json
id: {name}
title: {as_yaml(title)}
module: {module}
phrases:
  - id: first-phrase
    say: "{TO_WRITE} the words, at most 25"
    avoid: "{TO_WRITE} what people say instead"
    why: "{TO_WRITE} why the first works better"
    not_when: "{TO_WRITE} when not to say it"
    moment: open        # open, middle, close
    tone: warm          # warm, plain, firm
    situations: [any-hard-conversation]
    channels: [phone]   # phone, chat, email, social, in_person
"""
