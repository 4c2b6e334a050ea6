"""Questions as `unruffled new question` writes them, and how one is put into a file."""

from __future__ import annotations

from textwrap import indent

import yaml

from ..kinds.naming import BLANKS
from ..model.page import TO_WRITE

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
