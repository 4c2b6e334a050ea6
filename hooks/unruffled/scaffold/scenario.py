"""A scenario as `unruffled new scenario` writes it: one that can be played at once."""

from __future__ import annotations

from ..model.page import TO_WRITE
from ..text.escaping import as_yaml


def scenario(name: str, title: str, channel: str, technique: str) -> str:
    """Return a scenario of two nodes and three endings, in which every reply needs its words.

    ``technique`` is one of vocabulary.yml, to begin with.
    """
    return f"""# yaml-language-server: $schema=../schemas/scenario.json
id: {name}
title: {as_yaml(title)}
summary: "{TO_WRITE} what happens, in one sentence"
channel: {channel}
setting: "{TO_WRITE} where the agent works, what they know and may do"
customer:
  name: "{TO_WRITE} the customer's name"
  wants: "{TO_WRITE} what they want"
  feels: "{TO_WRITE} how they feel"
  brief: "{TO_WRITE} what only the customer knows"
calm: 1     # 0 furious, 4 calm
trust: 1    # 0 none, 4 firm
start: opening
nodes:
  - id: opening
    customer: "{TO_WRITE} what the customer says first"
    cues: ["{TO_WRITE} what can be heard or seen"]
    replies:
      - say: "{TO_WRITE} a reply that people give out of habit"
        breaks: {technique}
        effect: {{calm: -1, trust: -1}}
        feedback: "{TO_WRITE} the principle, and the better move"
        next: worse
      - say: "{TO_WRITE} a good reply"
        uses: {technique}
        effect: {{calm: 1, trust: 1, resolution: 2}}
        feedback: "{TO_WRITE} what made it good"
        next:
          - {{trust: 2, go: with-trust}}
          - go: grudging
  - id: worse
    customer: "{TO_WRITE} what the customer says to the poor reply"
    replies:
      - say: "{TO_WRITE} a reply that mends it"
        uses: {technique}
        effect: {{calm: 1, resolution: 1}}
        feedback: "{TO_WRITE} what mended it"
        next: grudging
      - say: "{TO_WRITE} a reply that loses them"
        breaks: {technique}
        effect: {{calm: -1, trust: -1}}
        feedback: "{TO_WRITE} the principle, and the better move"
        next: gone
endings:
  - id: with-trust
    outcome: resolved_with_trust   # or escalated_well, escalated_badly; see the other two below
    title: "{TO_WRITE} how it came out"
    text: "{TO_WRITE} what happens then"
    debrief: "{TO_WRITE} what decided it"
  - id: grudging
    outcome: resolved_grudgingly
    title: "{TO_WRITE} how it came out here"
    text: "{TO_WRITE} what happens then"
    debrief: "{TO_WRITE} what was missing"
  - id: gone
    outcome: walked_away
    title: "{TO_WRITE} how it came out there"
    text: "{TO_WRITE} what happens then"
    debrief: "{TO_WRITE} where it was lost"
questions:
  - "{TO_WRITE} a question to talk about afterwards"
  - "{TO_WRITE} another question to talk about"
"""
