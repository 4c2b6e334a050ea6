"""The style for Vale says the same as the rules, in another engine of regular expressions."""

from __future__ import annotations

import re

import pytest
import yaml
from jsonschema import validate

import real
from unruffled.formats.vale.expressions import Untold, apart, expression
from unruffled.formats.vale.style import style_of
from unruffled.reply.data import files

SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["extends", "message", "level", "tokens"],
    "properties": {
        "extends": {"const": "existence"},
        "message": {"type": "string", "pattern": "%s"},
        "level": {"enum": ["suggestion", "warning", "error"]},
        "ignorecase": {"type": "boolean"},
        "nonword": {"type": "boolean"},
        "tokens": {"type": "array", "minItems": 1, "items": {"type": "string"}},
    },
}
"""What the guide of Vale says of a rule that extends `existence`."""


def _finds(tokens: list[str], text: str) -> bool:
    """Vale puts the tokens between edges of words."""
    return bool(re.search(rf"(?i)\b(?:{'|'.join(tokens)})\b", text.replace("’", "'")))


def test_each_file_has_the_form_of_a_rule() -> None:
    style = style_of(real.LIBRARY)
    for text in style.files.values():
        validate(yaml.safe_load(text), SCHEMA)
    assert style.written > 200 > len(style.files)


def test_what_the_rules_find_is_found_by_the_style() -> None:
    library = real.LIBRARY
    style = {name: yaml.safe_load(text)["tokens"] for name, text in style_of(library).files.items()}
    apart = missed = 0
    for file in files(library):
        stem = "".join(part.capitalize() for part in file.id.split("-"))
        tokens = [
            *style.get(f"Unruffled/{stem}.yml", ()),
            *style.get(f"Unruffled/{stem}Perhaps.yml", ()),
        ]
        for rule in file.rules:
            whole = (
                rule.unless_anywhere or rule.missing or rule.least or rule.in_a_row or rule.with_
            )
            if tokens and rule.find and not whole and not rule.find[0].startswith("/"):
                apart += len(rule.found)
                missed += sum(not _finds(tokens, each) for each in rule.found)
    assert apart > 60
    assert missed <= apart // 10


@pytest.mark.parametrize("pattern", ["/x/", "^ a", "a $", "a !(b)", "is it ?"])
def test_what_one_expression_cannot_say_is_left_out(pattern: str) -> None:
    with pytest.raises(Untold):
        expression(pattern, {})


def test_what_a_pattern_offers_is_told_one_by_one() -> None:
    assert apart("a (b|c)|!(d|e) f|^ g") == ["a (b|c)", "!(d|e) f", "^ g"]
    assert apart("/a|b/") == ["/a|b/"]


@pytest.mark.parametrize(
    ("pattern", "found", "clear"),
    [
        ("i (will|'ll) call", "I'll call.", "I call."),
        ("we can !(see|hear) (it|you)", "We can it.", "We can see you."),
        ("you !(did) * it", "You lost it.", "You did lose it."),
    ],
)
def test_an_expression_finds_as_the_pattern_does(pattern: str, found: str, clear: str) -> None:
    tokens = [expression(pattern, {})]
    assert _finds(tokens, found)
    assert not _finds(tokens, clear)
