"""Pages, quizzes, phrase tables, cards and assignments as `unruffled new` writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import indent

from ..model.page import TO_WRITE
from ..model.shapes import Part, Shape
from ..text.escaping import as_markdown, as_yaml
from .questions import question

Lists = Mapping[str, Sequence[str]]
"""The ids that a field may have, by the list's name; the first stands in a new file."""


def module_page(name: str, title: str, shape: Shape | None, shown: Sequence[str]) -> str:
    """Return the page of a new module ``name``: the headings of its shape, with their fences.

    ``shown`` are the fences that show what is written beside the page: quiz, phrases.
    """
    placed = shape.holders if shape else {}
    body = [_fence(word, name, shown) for word in (shape.above if shape else ())]
    body += [_part(each, name, shown) for each in (shape.parts if shape else ())]
    body = body or [f"{TO_WRITE} the page"]
    body += [_fence(word, name, shown) for word in shown if word not in placed]
    return f"""---
title: {as_yaml(title)}
summary: "{TO_WRITE} the module in one line"
objectives:
  - id: first-objective
    text: "{TO_WRITE} what a learner can do afterwards, beginning with a verb"
---

# {as_markdown(title)}

{NEXT.join(body)}
"""


NEXT = "\n\n"
"""What stands between two parts of a page."""


def _part(part: Part, name: str, shown: Sequence[str]) -> str:
    lines = [f"## {part.heading}"]
    if part.about or not part.holds:
        lines.append(f"{TO_WRITE} {part.about or 'this part'}")
    # A list of sources needs `evidence`, which a new page does not have yet.
    lines += [_fence(word, name, shown) for word in part.holds if word != "sources"]
    return NEXT.join(lines)


def _fence(word: str, name: str, shown: Sequence[str]) -> str:
    return f"```{word}\n{name}\n```" if word in shown else f"```{word}\n```"


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


def situation(name: str, group: str, slot: str) -> str:
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
  slot: {slot}
record:
  - "{TO_WRITE} what to note"
next: []
safety: false    # true: somebody may be at risk. Then write `call` and `never`, too
"""


def letter(name: str, title: str, channel: str, module: str, lists: Lists) -> str:
    """Return a letter of two paragraphs, with every key that it needs."""
    return f"""# yaml-language-server: $schema=../schemas/letter.json
id: {name}
title: {as_yaml(title)}
summary: "{TO_WRITE} when to write it, in one sentence"
channel: {channel}   # {", ".join(lists["letters"])}
situations: [{lists["situations"][0]}]
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


def phrases(name: str, title: str, module: str, lists: Lists) -> str:
    """Return a phrase table with one row, and in it the first word of each list."""
    moments, tones, channels = lists["moments"], lists["tones"], lists["channels"]
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
    moment: {moments[0]:<11} # {", ".join(moments)}
    tone: {tones[0]:<13} # {", ".join(tones)}
    situations: [{lists["situations"][0]}]
    channels: {f"[{channels[0]}]":<9} # {", ".join(channels)}
"""
