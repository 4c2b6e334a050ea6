"""What the search shows of names while risk is not known yet."""

from __future__ import annotations

import json

from node import evaluate
from real import LIBRARY
from unruffled.publishing.search_index import search_json


def test_a_sentence_about_danger_is_called_like_nothing() -> None:
    """On a slow network, names are shown first. Then nothing may stand where the card will be."""
    code = """
      const { Pages } = await load("core/pages.js");
      const pages = new Pages(value.data);
      const isNamed = ({ named }) => named;
      return value.said.filter((text) => pages.find(text).some(isNamed));
    """
    taught = LIBRARY.safety_examples
    assert taught is not None
    said = [text for card in taught.cards for text in card.examples]
    assert len(said) > 1000
    data = json.loads(search_json(LIBRARY))
    assert len(evaluate(code, {"data": data, "said": said})) <= len(said) / 1000
