from __future__ import annotations

from itertools import count
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from unruffled.loading.source import Source
from unruffled.loading.yaml_source import read_yaml
from unruffled.model.base import ORIGIN

# A scalar's form; {} is put in the place of a word that stands once in the file.
FORMS = st.sampled_from(
    [
        "{}",
        "{} yes",
        "{}: no",
        "'{}'",
        '"{}" said',
        "{}\nand more",
        "{} " + "and so on " * 9,
        "{} é…",
    ]
)
shapes = st.recursive(
    FORMS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.lists(inner, min_size=1, max_size=3).map(tuple)
    ),
    max_leaves=12,
)


def filled(shape: Any, numbers: count) -> Any:
    """Make data of a shape: a list of a list, a mapping of a tuple, with words that stand once."""
    if isinstance(shape, str):
        return shape.replace("{}", f"v{next(numbers)}x")
    if isinstance(shape, list):
        return [filled(item, numbers) for item in shape]
    return {f"k{next(numbers)}x": filled(item, numbers) for item in shape}


def leaves(data: Any, loc: tuple = ()) -> list[tuple[tuple, str]]:
    if isinstance(data, str):
        return [(loc, data)]
    items = data.items() if isinstance(data, dict) else enumerate(data)
    return [leaf for step, item in items for leaf in leaves(item, (*loc, step))]


def without_origins(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: without_origins(item) for key, item in data.items() if key != ORIGIN}
    return [without_origins(item) for item in data] if isinstance(data, list) else data


@given(
    shape=st.lists(shapes, min_size=1, max_size=4).map(tuple),
    flow=st.sampled_from([True, False, None]),
    style=st.sampled_from([None, '"', "'"]),
    above=st.integers(0, 3),
)
def test_every_value_and_key_is_found_where_it_stands(
    shape: tuple, flow: bool | None, style: str | None, above: int
) -> None:
    data = filled(shape, count())
    text = yaml.safe_dump(
        data, default_flow_style=flow, default_style=style, width=40, allow_unicode=True
    )
    lines = [""] * above + text.split("\n")
    read, problems = read_yaml(text, Source("a.yml", lines_above=above))
    assert problems == []
    assert without_origins(read) == data
    for loc, value in leaves(data):
        place = read[ORIGIN].at(*loc)
        word = next(part for part in value.replace(":", " ").split() if "v" in part).strip("'\"")
        assert word in lines[place.line - 1][place.column - 1 :].split("k")[0]
        for depth, step in enumerate(loc, 1):
            if isinstance(step, str):
                key = read[ORIGIN].key(*loc[:depth])
                assert lines[key.line - 1][key.column - 1 :].strip("'\"? ").startswith(step)


def test_words_that_yaml_would_convert_stay_words() -> None:
    words = ["yes", "no", "on", "1:30", "010", "2024-01-02", "null", "~", "1e3", "0x10"]
    text = "".join(f"k{index}: {word}\n" for index, word in enumerate(words))
    read, _ = read_yaml(text, Source("a.yml"))
    assert list(without_origins(read).values()) == words


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        (("a",), "a.yml:1:4"),  # a text at the text
        (("b",), "a.yml:2:1"),  # a list, a block, an empty value at the key
        (("c",), "a.yml:4:1"),
        (("d",), "a.yml:6:1"),
        (("b", 0), "a.yml:3:5"),
        (("c", "x"), "a.yml:5:6"),
        (("c", "missing"), "a.yml:4:1"),  # what is not there at what is around it
        (("b", 7), "a.yml:2:1"),
        ((), "a.yml:1:1"),
    ],
)
def test_a_value_is_shown_where_its_author_looks(loc: tuple, place: str) -> None:
    read, _ = read_yaml("a: 1\nb:\n  - 2\nc:\n  x: 3\nd:\n", Source("a.yml"))
    assert str(read[ORIGIN].at(*loc)) == place


def test_columns_count_characters_not_bytes() -> None:
    _, problems = read_yaml('a: ["é…🙂", &b c]\n', Source("a.yml"))
    assert [str(each.place) for each in problems] == ["a.yml:1:12"]
