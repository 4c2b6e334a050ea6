"""Voice exercises as `unruffled new` writes them."""

from __future__ import annotations

from ..model.page import TO_WRITE
from ..text.escaping import as_yaml


def voice(name: str, title: str, module: str) -> str:
    """Return a file with one exercise, with every key that it needs."""
    return f"""# yaml-language-server: $schema=../schemas/voice.json
id: {name}
title: {as_yaml(title)}
summary: "{TO_WRITE} what is practised, in one sentence"
module: {module}
exercises:
  - id: first-exercise
    title: "{TO_WRITE} what is tried, in a few words"
    # A / between two words is a breath. Nothing is a gap: the line is said as it stands.
    line: "{TO_WRITE} the words to say"
    task: "{TO_WRITE} what to try: half as loud, one breath, wait two seconds"
    listen_for:
      - "{TO_WRITE} what a listener could notice"
    not_infer: "{TO_WRITE} what nobody may conclude from it"
    without: "{TO_WRITE} how it works with a listener, or by counting"
"""
