"""Pages, quizzes, phrase tables, cards and assignments as `unruffled new` writes them."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import indent

from ..model.page import GRAMMAR, TO_WRITE
from ..text.escaping import as_markdown, as_yaml
from .questions import question

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
  - "{TO_WRITE} the first line to say, at most 25 words; every fact is a gap"
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
safety: false    # true: somebody may be at risk. Then write `call` and `never`, too
"""


def letter(name: str, title: str, channel: str, module: str) -> str:
    """Return a letter of two paragraphs, with every key that it needs."""
    return f"""# yaml-language-server: $schema=../schemas/letter.json
id: {name}
title: {as_yaml(title)}
summary: "{TO_WRITE} when to write it, in one sentence"
channel: {channel}   # email, chat, social, letter
situations: [any-hard-conversation]
module: {module}
customer_says:   # four or more, for the finder
  - "{TO_WRITE} what a customer writes then"
before:
  - "{TO_WRITE} the letter as it is often sent, a paragraph each"
wrong: "{TO_WRITE} what that letter does to its reader"
after:           # every fact is a gap, such as {{day}}; `example` shows it filled in
  - write: "{TO_WRITE} the first paragraph of the better letter"
    why: "{TO_WRITE} what it does"
  - write: "{TO_WRITE} the second paragraph"
    why: "{TO_WRITE} what this one does"
"""


def assignment(name: str, title: str, quizzes: Sequence[str]) -> str:
    """Return an assignment with a task for each of ``quizzes``."""
    tasks = "".join(f"  - quiz: {each}\n" for each in quizzes)
    return f"""# yaml-language-server: $schema=../schemas/assignment.json
id: {name}
title: {as_yaml(title)}
note: "{TO_WRITE} one sentence to the learners: what this is for"
mode: practice      # practice, test
pass_mark: 80
# attempts: 2       # how often a test can be taken
# due: 2027-03-31   # the last day
# zone: Europe/Berlin   # where that day ends; without it, where each learner is
# minutes: 20       # for each test
tasks:
{tasks}"""


def phrases(name: str, title: str, module: str) -> str:
    """Return a phrase table with one row."""
    return f"""# yaml-language-server: $schema=../schemas/phrases.json
id: {name}
title: {as_yaml(title)}
module: {module}
phrases:
  - id: first-phrase
    # A fact of one call is a gap, such as {{day}}; then `example` has the line with it filled.
    say: "{TO_WRITE} the words, at most 25"
    avoid: "{TO_WRITE} what people say instead"
    why: "{TO_WRITE} why the first works better"
    not_when: "{TO_WRITE} when not to say it"
    moment: open        # open, middle, close
    tone: warm          # warm, plain, firm
    situations: [any-hard-conversation]
    channels: [phone]   # phone, chat, email, social, in_person
"""
