"""What `unruffled new` writes: complete but for the words, which it names."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import indent

import yaml

from .escaping import as_markdown, as_yaml
from .model.kinds.naming import BLANKS
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
    questions = "".join(question(f"test-{each}", "single", each) for each in objectives)
    return f"""# yaml-language-server: $schema=../schemas/quiz.json
id: {name}
title: {as_yaml(title)}
module: {module}
pass_mark: 80
questions:
{indent(questions, "  ")}"""


_CHOICES = f"""choices:
  - text: "{TO_WRITE} the right choice"
    correct: true
    feedback: "{TO_WRITE} why it is right"
  - text: "{TO_WRITE} a real habit that is wrong"
    feedback: "{TO_WRITE} why it is wrong, and the next step"
  - text: "{TO_WRITE} another habit that is wrong"
    feedback: "{TO_WRITE} why it is wrong, and the next step"
"""

_OWN_KEYS = {
    "single": _CHOICES,
    "multiple": f"""{_CHOICES}  - text: "{TO_WRITE} another right choice"
    correct: true
    feedback: "{TO_WRITE} why it is right"
""",
    "true_false": f"""answer: false   # or true
feedback_true: "{TO_WRITE} what someone who picked true is told"
feedback_false: "{TO_WRITE} what someone who picked false is told"
""",
    "ordering": f"""items:   # in the right order
  - text: "{TO_WRITE} the first step"
    feedback: "{TO_WRITE} why it comes first"
  - text: "{TO_WRITE} the second step"
    feedback: "{TO_WRITE} why it comes second"
  - text: "{TO_WRITE} the third step"
    feedback: "{TO_WRITE} why it comes third"
""",
    "matching": f"""pairs:
  - text: "{TO_WRITE} the first text"
    match: "{TO_WRITE} what goes with the first"
    feedback: "{TO_WRITE} why it goes with the first"
  - text: "{TO_WRITE} the second text"
    match: "{TO_WRITE} what goes with the second"
    feedback: "{TO_WRITE} why it goes with the second"
  - text: "{TO_WRITE} the third text"
    match: "{TO_WRITE} what goes with the third"
    feedback: "{TO_WRITE} why it goes with the third"
extra:
  - text: "{TO_WRITE} a match that fits nothing"
    feedback: "{TO_WRITE} why it fits nothing"
""",
    "sorting": f"""categories:
  - "{TO_WRITE} the first category"
  - "{TO_WRITE} the second category"
items:   # each with its category as it is written above
  - text: "{TO_WRITE} the first item"
    category: "{TO_WRITE} the first category"
    feedback: "{TO_WRITE} why it belongs there"
  - text: "{TO_WRITE} the second item"
    category: "{TO_WRITE} the second category"
    feedback: "{TO_WRITE} why it belongs there"
  - text: "{TO_WRITE} the third item"
    category: "{TO_WRITE} the first category"
    feedback: "{TO_WRITE} why it belongs there"
""",
    "fill_in": f"""sentence: "{TO_WRITE} a sentence with {BLANKS} where the answer goes"
answers:
  - "{TO_WRITE} a word or a short phrase"
feedback: "{TO_WRITE} why it is right"
wrong:
  - text: "{TO_WRITE} a wrong answer that people give"
    feedback: "{TO_WRITE} why it is wrong, and the next step"
feedback_other: "{TO_WRITE} what to look for, after any other answer"
""",
    "choose_in_text": f"""text: "{TO_WRITE} a text with {BLANKS} for each gap"
gaps:
  - choices:
      - text: "{TO_WRITE} the right words"
        correct: true
        feedback: "{TO_WRITE} why they are right"
      - text: "{TO_WRITE} words that are wrong"
        feedback: "{TO_WRITE} why they are wrong, and the next step"
      - text: "{TO_WRITE} other words that are wrong"
        feedback: "{TO_WRITE} why they are wrong, and the next step"
""",
    "spot": f"""transcript:
  - who: Customer
    text: "{TO_WRITE} what the customer says"
  - who: Agent
    text: "{TO_WRITE} a line that sounds hard and is sound"
    feedback: "{TO_WRITE} why it did not make it worse"
  - who: Customer
    text: "{TO_WRITE} what the customer says to that"
  - who: Agent
    text: "{TO_WRITE} a line that made it worse"
    worse: true
    feedback: "{TO_WRITE} why it made it worse, and what would be better"
""",
    "rewrite": f"""reply: "{TO_WRITE} the reply to write anew"
models:
  - text: "{TO_WRITE} a good version"
    why: "{TO_WRITE} what makes it good"
checklist:
  - "{TO_WRITE} the first thing that a good version has"
  - "{TO_WRITE} the second thing that a good version has"
""",
}

KINDS = tuple(_OWN_KEYS)
"""The kinds of questions that ``question`` can write."""


def question(name: str, kind: str, objective: str) -> str:
    """Return an entry for the list of a quiz's questions, without indentation."""
    keys = f"""id: {name}
kind: {kind}
objective: {objective}
stem: "{TO_WRITE} a situation, and what is asked"
{_OWN_KEYS[kind]}explanation: "{TO_WRITE} the principle"
"""
    return f"- {indent(keys, '  ').lstrip()}"


def with_entry(text: str, key: str, entry: str) -> str | None:
    """Return a YAML text with ``entry`` appended to the list ``key``.

    Everything that stands there stays as it is: line ends, indentation, comments. None where
    the list is not the last thing in the text, or is written in brackets.
    """
    found = _list_of(text, key)
    if found is None or found.flow_style or not found.value:
        return None
    ends = "\r\n" if "\r\n" in text else "\n"
    gap = "" if text.endswith("\n") else ends
    added = indent(entry, " " * found.start_mark.column).replace("\n", ends)
    longer = f"{text}{gap}{added}"
    now = _list_of(longer, key)
    # Reading it again is the one way to know: a list may end in many ways.
    is_last = now is not None and len(now.value) == len(found.value) + 1
    return longer if is_last else None


def _list_of(text: str, key: str) -> yaml.SequenceNode | None:
    try:
        tree = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return None
    entries = tree.value if isinstance(tree, yaml.MappingNode) else ()
    found = next((value for name, value in entries if name.value == key), None)
    return found if isinstance(found, yaml.SequenceNode) else None


def situation(name: str, group: str) -> str:
    """Return the card of a situation, with every key that it needs."""
    return f"""# yaml-language-server: $schema=../schemas/situation.json
id: {name}
group: {group}
hear:
  - "{TO_WRITE} what you see or hear, at most 12 words"
customer_says:   # eight or more, for the search
  - "{TO_WRITE} what a customer says then: {name}"
first:
  - "{TO_WRITE} what to do first, at most 12 words"
say:
  - "{TO_WRITE} the first line to say, at most 25 words"
moves:
  - when: "{TO_WRITE} what shows that it did not work"
    say: "{TO_WRITE} the second line to say"
  - when: "{TO_WRITE} what shows that this did not work either"
    do: "{TO_WRITE} what to do then"
hand_over:
  when: "{TO_WRITE} when somebody else takes over"
  slot: escalation_contact
record:
  - "{TO_WRITE} what to note"
next: []
safety: false    # true: the emergency procedure stands before everything else
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
