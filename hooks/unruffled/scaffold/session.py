"""A session as `unruffled new session` writes it, with material of each kind."""

from __future__ import annotations

from ..model.page import TO_WRITE


def session(name: str, module: str) -> str:
    """Return the session of a module, in which every text needs its words."""
    return f"""# yaml-language-server: $schema=../schemas/session.json
id: {name}
module: {module}
# scenario: late-parcel   # a conversation to play
needs: "{TO_WRITE} what to have ready, besides what is printed"
run:
  - minutes: 5
    do: "{TO_WRITE} what the group does first"
  - minutes: 20
    do: "{TO_WRITE} what they play, in threes"
    good: "{TO_WRITE} what a good answer is, for the trainer"
  - minutes: 10
    do: "{TO_WRITE} what they talk about, or write down"
roles:
  customer: "{TO_WRITE} what the customer is told, and no more"
  agent: "{TO_WRITE} what the agent is told"
  watch: "{TO_WRITE} what the third one notes"
observe:   # what can be seen or heard; the follow-up sheet has the same rows
  - "{TO_WRITE} the first thing"
  - "{TO_WRITE} the second thing"
  - "{TO_WRITE} the third thing"
debrief:
  - "{TO_WRITE} a question to talk about"
  - "{TO_WRITE} another question to talk about"
wrong_turns:
  - when: "{TO_WRITE} what often goes wrong with a group"
    then: "{TO_WRITE} what to do then"
transfer: "{TO_WRITE} what each does at work until the next time"
lead: "{TO_WRITE} the part of the team lead"
material:
  - title: "{TO_WRITE} the title of the cards"
    kind: cards    # four to a sheet; back: what stands behind the fold
    copies: "{TO_WRITE} how many to print"
    items:
      - text: "{TO_WRITE} the first card"
        good: "{TO_WRITE} what a good answer is, for the trainer"
      - text: "{TO_WRITE} the second card"
  - title: "{TO_WRITE} the title of the sentences"
    kind: sort     # sentences on strips, each with its heap
    copies: "{TO_WRITE} how many to print of these"
    items:
      - {{heap: "{TO_WRITE} one heap", text: "{TO_WRITE} the first sentence"}}
      - {{heap: "{TO_WRITE} the other heap", text: "{TO_WRITE} the second sentence"}}
  - title: "{TO_WRITE} the title of the stories or notes"
    kind: pages    # two to a sheet
    copies: "{TO_WRITE} how many to print of them"
    items:
      - text: "{TO_WRITE} the heading of a story"
        lines:
          - "{TO_WRITE} its first paragraph"
"""
